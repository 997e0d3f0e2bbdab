"""Clicks, drags and keys: what changed nothing is done once more, and no more."""

from __future__ import annotations

import pytest

from agent.models.reader.routines.clicking import click, drag, press_keys
from agent.models.reader.steps import ClickStep, DragStep, PressStep
from tests.agent.models.reader.paper import Part, Program, Run, carry_out, form, label
from tools.action import Action, Click, Drag, Key, Move
from tools.geometry import Box, Point
from tools.locate.locator import Locator


def test_a_click_without_effect_is_made_twice_and_no_more() -> None:
    run = Run(Program([Part("button", Box(20, 20, 60, 24), "OK")]), 'Click "OK"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "wait", "left_click", "terminate"]


def test_waits_for_a_button_that_is_greyed_out() -> None:
    button = Part("button", Box(20, 20, 60, 24), "Save", dim=True)

    def enable(_program: Program) -> None:
        button.dim = False

    run = Run(Program([button, *form().parts, label("Done", 20, 100)], due={2: enable}), 'Click "Save"')
    run.step("none")
    assert run.calls == ["wait"]
    assert "greyed out" in run.thought
    assert [run.step(), run.step()] == ["wait", "left_click"]


def test_drags_from_one_place_to_the_other() -> None:
    run = Run(Program([label("Letter", 20, 20), label("Inbox", 20, 200)]), 'Drag "Letter" to "Inbox"')
    assert run.go() == "success"
    assert run.calls == ["mouse_move", "left_click_drag", "terminate"]


@pytest.mark.parametrize(
    ("step", "action", "sentence"),
    [
        (ClickStep(Locator("Go")), Click(point=Point(28, 28)), 'Click "Go".'),
        (ClickStep(Locator("Go"), count=2), Click(point=Point(28, 28), count=2), 'Double-click "Go".'),
        (
            ClickStep(Locator("Go"), button="right"),
            Click(point=Point(28, 28), button="right"),
            'Right-click "Go".',
        ),
    ],
)
def test_the_button_and_the_count_are_the_steps(step: ClickStep, action: Action, sentence: str) -> None:
    first = carry_out(lambda look: click(step, look), Program([label("Go", 20, 20)]))[0]
    assert (first.does, first.sentence) == (action, sentence)
    assert first.thought == 'I see "Go" at (28, 28).'


@pytest.mark.parametrize(
    "step", [ClickStep(Locator("Go"), count=2), ClickStep(Locator("Go"), button="middle")]
)
def test_only_a_single_left_click_is_made_again(step: ClickStep) -> None:
    button = Part("button", Box(20, 20, 60, 24), "Go")
    replies = carry_out(lambda look: click(step, look), Program([button]))
    assert [reply.does.kind for reply in replies] == ["click", "wait"]


def test_a_drag_begins_with_a_move_to_its_source() -> None:
    program = Program([label("Letter", 20, 20), label("Inbox", 20, 200)])
    step = DragStep(Locator("Letter"), Locator("Inbox"))
    replies = carry_out(lambda look: drag(step, look), program)
    assert [reply.does for reply in replies] == [Move(point=Point(44, 28)), Drag(point=Point(40, 208))]


def test_a_chord_is_pressed_as_often_as_asked() -> None:
    step = PressStep(("ctrl", "z"), times=2)
    replies = carry_out(lambda look: press_keys(step, look), Program([]))
    assert [reply.does for reply in replies] == [Key(keys=("ctrl", "z"))] * 2
    assert replies[1].thought == "The step says to press ctrl+z (2 of 2)."
