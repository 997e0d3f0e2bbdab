"""What is wrong in a task file, in words: what was expected, what stands there, what was perhaps meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from agent.task.document import read_document
from agent.task.faults import explain
from agent.task.sections import Written

if TYPE_CHECKING:
    from pathlib import Path


def told(folder: Path, text: str) -> str:
    """What is said of a task file, without the file's name."""
    path = folder / "t.yaml"
    path.write_text(f"instruction: Do it.\n{text}", encoding="utf-8")
    document = read_document(path)
    with pytest.raises(ValidationError) as found:
        Written.model_validate(document.value)
    return explain(document, found.value, Written).replace(f"{path}:", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("limits: {steps: many}", '2:10: limits.steps: expected a whole number, got the text "many"'),
        ("limits: {steps: 0}", "2:10: limits.steps: expected at least 1, got 0"),
        ("limits: 5", "2:1: limits: expected a mapping (key: value), got 5"),
        ("limits: {stepz: 5}", '2:10: limits.stepz: unknown key; did you mean "steps"?'),
        ("stepz: []", '2:1: stepz: unknown key; did you mean "steps"?'),
        (
            "steps: Click",
            '2:1: steps: expected a list, got the text "Click"; write each part on its own line, behind "- "',
        ),
        ("steps:\n- Click\n- 5", "4:3: steps[1]: expected text, got 5; put it in quotes"),
        (
            "steps:\n- Wait until: now",
            '3:3: steps[0]: expected text, got a mapping; put text that holds ": " in single quotes',
        ),
        ("checks:\n- text:", "3:3: checks[0].text: expected text, got nothing"),
        (
            "checks:\n- file: {path: a, contians: x}",
            '3:19: checks[0].file.contians: unknown key; did you mean "contains"?',
        ),
        ("checks:\n- text: a\n  weight: 0", "4:3: checks[0].weight: expected more than 0, got 0"),
        ("checks:\n- text: a\n  weight: lots", 'expected a number, got the text "lots"'),
        ("checks:\n- text: a\n  wieght: 2", '3:3: checks[0]: unknown check "wieght"; did you mean "weight"?'),
        (
            "checks:\n- csv: {path: a, rows: [], delimiter: xx}",
            'expected no more characters than 1, got the text "xx"',
        ),
        ("checks:\n- weight: 2", "3:3: checks[0]: expected one check, as in"),
        ("checks:\n- text: a\n  window: {title: b}", "3:3: checks[0]: expected one check, as in"),
        (
            "checks:\n- window: {title: a, weight: 2}",
            '3:3: checks[0]: "window" has no key "weight"; put it beside "window"',
        ),
        ("checks:\n- ask: Saved?\n  weight: 2", "which no score counts; remove the weight"),
        ("launch:\n- {}", "3:3: launch[0].command: is missing; add it"),
        ("launch:\n- command: []", "3:3: launch[0].command: expected at least 1 of them, got a list of 0"),
    ],
)
def test_a_fault_is_told_with_its_line_and_key(tmp_path: Path, text: str, said: str) -> None:
    assert said in told(tmp_path, text).splitlines()[0]


def test_faults_come_in_the_order_of_their_lines(tmp_path: Path) -> None:
    lines = told(tmp_path, "limits: {stepz: 1}\ndisplay: {knd: x}\ncolour: red\n").splitlines()
    assert [line.partition(":")[0] for line in lines] == ["2", "3", "4"]


def test_a_place_is_told_once(tmp_path: Path) -> None:
    assert len(told(tmp_path, "checks:\n- text: 5\n").splitlines()) == 1


def test_ten_are_told_and_the_others_counted(tmp_path: Path) -> None:
    lines = told(tmp_path, "".join(f"key{number}: 1\n" for number in range(14))).splitlines()
    assert len(lines) == 11
    assert lines[-1] == "and 4 more"


def test_a_long_text_is_not_repeated_whole(tmp_path: Path) -> None:
    assert len(told(tmp_path, f"limits: {{steps: {'x' * 500}}}")) < 150
