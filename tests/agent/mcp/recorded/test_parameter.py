from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from agent.mcp.recorded import parameter
from agent.mcp.recorded.parameter import Parameter, parameters_of
from agent.replay.live.recorded_task import RecordedTask
from agent.task import load_task
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from pathlib import Path


def offered(tmp_path: Path, text: str, **old: str) -> tuple[dict[str, Parameter], dict[str, str]]:
    """What is offered of a task that was recorded without an act."""
    file = tmp_path / "task.yaml"
    file.write_text(f"instruction: Do it.\n{text}")
    run = load_task(file).runs()[0]
    subject = RecordedTask(run, run.values | old, (), tuple(step.template for step in run.steps))
    found, fixed = parameters_of(subject, (), shared_reader())
    return {one.variable: one for one in found}, fixed


def test_only_a_value_that_is_a_whole_number_wherever_it_is_written_is_one(tmp_path: Path) -> None:
    text = (
        "vars: {whole: 7, text: '7', decimal: 2.50, truth: true, mixed: 1}\ncases: [{mixed: x}, {mixed: 2}]\n"
        "launch: [{command: [run, '${whole}${text}${decimal}${truth}${mixed}']}]\n"
    )
    found, _ = offered(tmp_path, text)
    assert {name for name, one in found.items() if one.type == "integer"} == {"whole"}


def test_the_values_of_cases_are_told(tmp_path: Path) -> None:
    text = "cases: [{who: Ada}, {who: Zoë}]\nlaunch: [{command: [run, '${who}']}]\n"
    found, _ = offered(tmp_path, text, who="Ada")
    assert found["who"].description.endswith('Recorded as "Ada"; other known values: "Zoë".')


def test_a_variable_that_nothing_recorded_refers_to_is_no_argument(tmp_path: Path) -> None:
    found, fixed = offered(tmp_path, 'vars: {who: Ada}\nsteps:\n  - Type "${who}" into "Name"\n')
    assert found == {}
    assert "left no act" in fixed["who"]


def test_an_argument_that_every_tool_has_keeps_its_name(tmp_path: Path) -> None:
    text = (
        "vars: {request_id: a, value_request_id: b, class: c}\n"
        "launch: [{command: [run, '${request_id}${value_request_id}${class}']}]\n"
    )
    found, _ = offered(tmp_path, text)
    assert [one.name for one in found.values()] == ["value_value_request_id", "value_request_id", "class"]


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ('Type "${x}" into "Full name"', 'typed into "Full name"'),
        ('Enter "${x}" in the "Street" field', 'typed into the "Street" field'),
        ('Select "${x}" in "Country"', 'chosen in "Country"'),
        ('Click "Pay" in row "${x}"', 'used in the step: Click "Pay" in row "${x}"'),
        ('Type "Mr ${x}" into "Name"', 'used in the step: Type "Mr ${x}" into "Name"'),
    ],
)
def test_what_is_done_with_a_value_is_said(step: str, said: str) -> None:
    assert parameter._use("x", step) == said


def test_a_hostile_value_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    text = "vars: {who: \"\\u202eAda\\e[2J\"}\nlaunch: [{command: [run, '${who}']}]\n"
    found, _ = offered(tmp_path, text)
    assert "\\u202eAda\\x1b[2J" in found["who"].description


def test_a_demonstration_without_steps_needs_every_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parameter, "fixed_values", lambda *_: {})
    file: Any = SimpleNamespace(document=SimpleNamespace(value={"vars": {"who": "Ada"}}), cases=())
    run: Any = SimpleNamespace(values={"who": "Ada"}, file=file)
    [one], _ = parameters_of(RecordedTask(run, {"who": "Ada"}, (), ()), (), shared_reader())
    assert one.needed
    assert one.description == 'Entered where it was recorded. Recorded as "Ada".'
