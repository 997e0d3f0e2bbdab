"""Where a wrong character of a step stands in the file, after variables were filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.task.file import load_task
from agent.task.places import offset_in, place_of, place_of_step

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("template", "filled", "sign", "at"),
    [
        ("Type X", "Type X", "X", 5),
        ("Type ${a} X", "Type long text X", "X", 10),
        ("Type ${a} X", "Type long text X", "o", 5),
        ("${a}${b}X", "12X", "X", 8),
        ("$$ X", "$ X", "X", 3),
        ("Type ${secret.PW} X", "Type ${secret.PW} X", "X", 18),
        ("one", "other", "h", 0),
    ],
)
def test_a_character_is_found_in_the_template(template: str, filled: str, sign: str, at: int) -> None:
    assert offset_in(template, filled, filled.index(sign)) == at


def test_the_end_of_a_text_is_the_end_of_its_template() -> None:
    assert offset_in("${a} b", "1234 b", 6) == len("${a} b")


def test_a_character_of_a_step_is_named_by_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text('instruction: x\nvars: {n: a long value}\nsteps:\n  - Type "${n}" onto F\n')
    [run] = load_task(path).runs()
    task = run.resolve(tmp_path)
    [step] = task.steps
    assert place_of_step(task, step) == f"{path}:4:5"
    assert place_of_step(task, step, step.text.index("onto")) == f"{path}:4:17"
    assert place_of(task, ("vars", "n")) == f"{path}:2:8"


def test_of_a_file_that_is_gone_the_place_is_what_is_known(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("instruction: x\nsteps:\n  - Click\n")
    task = load_task(path).runs()[0].resolve(tmp_path)
    path.unlink()
    assert place_of_step(task, task.steps[0], 3) == f"{path}:3:5"
    assert place_of(task, ("steps",)) == str(path)
