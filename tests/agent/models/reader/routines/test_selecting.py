"""Options of drop-downs: opened, scrolled, chosen, and read afterwards."""

from __future__ import annotations

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.selecting import select
from agent.models.reader.steps import SelectStep
from tests.agent.models.reader.paper import Part, Program, Run, carry_out, label
from tools.action import Key, Scroll, Type
from tools.geometry import Box
from tools.locate.locator import Locator

COUNTRIES = ("Austria", "Belgium", "Canada", "Denmark", "Finland")


def drop_down(**changes: object) -> Program:
    """A drop-down with more entries than it shows."""
    return Program(
        [
            label("Country", 20, 44),
            Part("dropdown", Box(100, 40, 200, 24), options=COUNTRIES, **changes),  # type: ignore[arg-type]  # tests pass what fits
        ]
    )


def test_selects_an_option_and_scrolls_for_it() -> None:
    run = Run(drop_down(), 'Select "Finland" in "Country"')
    assert run.go() == "success"
    assert run.program.parts[1].text == "Finland"
    assert run.calls == ["left_click", "scroll", "left_click", "terminate"]


def test_leaves_an_option_that_is_selected() -> None:
    run = Run(drop_down(text="Canada"), 'Select "Canada" in "Country"')
    assert run.go() == "success"
    assert run.calls == ["terminate"]


def test_an_option_that_is_not_there_is_a_failure() -> None:
    run = Run(drop_down(), 'Select "Norway" in "Country"')
    assert run.go() == "failure"
    assert 'tried 3 times to select "Norway"' in run.thought


def selecting(option: str, program: Program) -> list[object]:
    """What is done to select an option of `Country`."""
    step = SelectStep(option, Locator("Country"))
    return [reply.does for reply in carry_out(lambda look: select(step, look), program)]


def test_a_list_is_scrolled_in_its_middle_as_far_as_it_shows_at_once() -> None:
    done = selecting("Finland", drop_down())
    (scroll,) = (action for action in done if isinstance(action, Scroll))
    assert scroll.vertical == -3
    assert scroll.point is not None
    assert scroll.point.y > 64


def test_a_list_that_takes_no_click_is_typed_into() -> None:
    program = drop_down(frozen=True)
    with pytest.raises(StepFailed, match='tried 3 times to select "Canada"'):
        selecting("Canada", program)


def test_the_last_way_is_the_keyboard() -> None:
    run = Run(drop_down(), 'Select "Norway" in "Country"')
    assert run.go() == "failure"
    assert run.actions[-2:] == [Type(text="Norway"), Key(keys=("enter",))]
    assert run.actions.count(Key(keys=("escape",))) == 2
