"""Rules and confinement as they are written in a task file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.task import load_task
from agent.task.rules import Rule

if TYPE_CHECKING:
    from pathlib import Path

    from agent.task import Task


def task_with(folder: Path, lines: str) -> Task:
    path = folder / "t.yaml"
    path.write_text(f"instruction: Do it.\nvars: {{word: Delete}}\n{lines}")
    return load_task(path).runs()[0].resolve(folder)


def test_a_rule_is_a_sentence_and_knows_its_line(tmp_path: Path) -> None:
    rules = "rules:\n  - {allow: [click, press], text: Delete draft}\n  - deny: any\n    text: ${word}\n"
    first, second = task_with(tmp_path, rules).rules
    assert (str(first), first.line) == ('allow click, press on "Delete draft"', 4)
    assert (str(second), second.line) == ('deny any on "Delete"', 5)


def test_a_rule_says_where(tmp_path: Path) -> None:
    [rule] = task_with(tmp_path, "rules: [{ask: click, region: [0, 0, 9, 9], window: Mail}]\n").rules
    assert str(rule) == 'ask click in [0, 0, 9, 9] in the window "Mail"'
    assert isinstance(rule, Rule)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("rules: [{deny: clik, text: X1}]", 'rules[0].deny.*"clik" is no action; did you mean "click"?'),
        ("rules: [{deny: click, txt: X1}]", 'unknown key; did you mean "text"?'),
        ("rules: [{text: X1}]", 'give exactly one of "allow", "ask" and "deny"'),
        ("rules: [{deny: click, ask: click}]", 'give exactly one of "allow", "ask" and "deny"'),
        ("rules: [{deny: [], text: X1}]", "at least 1 of them"),
        ("rules: [{deny: click, text: '...'}]", "no letter or digit to go by"),
        ("rules: [{deny: [click, type], region: [0, 0, 9, 9]}]", "a region says nothing of keys"),
        ("rules: [{deny: click, region: [0, 0, 9999, 9]}]", "reaches beyond the display"),
        ("rules: [{deny: click, text: '${wrd}'}]", "wrd"),
        ("confine: {}", 'give either "region'),
        ("confine: {window: A, region: [0, 0, 9, 9]}", 'give either "region'),
        ("confine: {region: [1280, 0, 9, 9]}", "reaches beyond the display"),
        ("confine: {title: A}", "unknown key"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(tmp_path: Path, lines: str, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        task_with(tmp_path, lines + "\n")
    assert "t.yaml:3:" in str(refused.value)
    for part in told.split(".*"):
        assert part in str(refused.value)


def test_a_task_without_them_has_none(tmp_path: Path) -> None:
    task = task_with(tmp_path, "")
    assert (task.rules, task.confine, task.confined_title, task.guard.within) == ((), None, None, None)


def test_a_confinement_is_one_of_two(tmp_path: Path) -> None:
    assert task_with(tmp_path, "confine: {window: Mail}\n").confined_title == "Mail"
    assert task_with(tmp_path, "confine: {region: [1, 2, 30, 40]}\n").guard.within == (1, 2, 30, 40)
