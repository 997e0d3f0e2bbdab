"""Clicks, drags and keys: what changed nothing is told, and not done again unless the step says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.clicking import click, drag, hover, press_keys
from agent.models.reader.routines.routine import Sought
from agent.models.reader.steps import ClickStep, DragStep, HoverStep, PressStep
from tests.agent.models.reader.paper import PaperParser, Part, Program, Run, carry_out, form, label
from tools.action import Action, Click, Drag, Key, Move
from tools.geometry import Box, Point
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.see.scene import Line, Popup


def test_a_click_without_effect_is_told_and_not_made_again() -> None:
    run = Run(Program([Part("button", Box(20, 20, 60, 24), "OK")]), 'Click "OK"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "wait", "terminate"]
    assert run.thought == 'The one step is done; no effect seen of step 1 (line 1: Click "OK").'


def test_a_click_with_an_effect_is_not_told_of() -> None:
    def show(program: Program) -> None:
        program.parts.append(label("Saved", 20, 100))

    run = Run(Program([Part("button", Box(20, 20, 60, 24), "OK", clicked=show)]), 'Click "OK"')
    assert run.go() == "success"
    assert run.thought == "The one step is done."


def test_a_step_may_ask_for_a_click_that_is_made_again() -> None:
    clicks: list[int] = []

    def answer(program: Program) -> None:
        clicks.append(1)
        if len(clicks) == 2:
            program.parts.append(label("Page 2", 20, 100))

    button = Part("button", Box(20, 20, 60, 24), "Next", clicked=answer)
    run = Run(Program([button]), 'Click "Next" again if nothing changes')
    assert run.go() == "success"
    assert run.calls == ["left_click", "wait", "left_click", "terminate"]


def test_a_click_that_was_to_change_something_and_never_does_is_a_failure() -> None:
    button = Part("button", Box(20, 20, 60, 24), "Next")
    run = Run(Program([button]), 'Click "Next" again if nothing changes')
    assert run.go() == "failure"
    assert run.calls.count("left_click") == 3
    assert 'no effect seen of the click on "Next"' in run.thought


def greyed(**changes: object) -> Program:
    """A greyed-out button beside texts that are not."""
    button = Part("button", Box(20, 20, 60, 24), "Save", dim=True, **changes)  # type: ignore[arg-type]  # tests pass what fits
    return Program([button, *form().parts, label("Done", 20, 100)])


def test_waits_for_a_button_that_is_greyed_out() -> None:
    def enable(program: Program) -> None:
        program.parts[0].dim = False

    program = greyed()
    program.due[3] = enable
    run = Run(program, 'Click "Save"')
    run.step("none")
    assert run.calls == ["wait"]
    assert "greyed out" in run.thought
    assert [run.step() for _ in range(4)] == ["mouse_move", "wait", "mouse_move", "wait"]
    assert run.step() == "left_click"


def test_a_button_that_stays_greyed_out_is_not_clicked() -> None:
    run = Run(greyed(), 'Click "Save"')
    assert run.go() == "failure"
    assert "left_click" not in run.calls
    assert '"Save" is greyed out, and did not come into use' in run.thought


def test_a_grey_button_that_lights_up_under_the_pointer_is_in_use() -> None:
    def say(program: Program) -> None:
        program.parts.append(label("Saved", 20, 160))

    run = Run(greyed(glows=True, clicked=say), 'Click "Save"')
    assert run.go() == "success"
    assert run.calls[-3:] == ["mouse_move", "left_click", "terminate"]


def test_a_grey_button_whose_click_shows_nothing_is_a_failure() -> None:
    run = Run(greyed(glows=True), 'Click "Save"')
    assert run.go() == "failure"
    assert 'no effect seen of the click on "Save", which is drawn in grey' in run.thought


def test_a_grey_text_whose_click_shows_nothing_is_a_failure_too() -> None:
    """A button that is not made out. That another one is not lit any more is no effect of the click."""
    program = greyed(hidden=True)
    program.parts.append(Part("button", Box(20, 200, 60, 24), "Open", glows=True))
    program.hovered = program.parts[-1]
    run = Run(program, 'Click "Save"')
    assert run.go() == "failure"
    assert 'no effect seen of the click on "Save", which is drawn in grey' in run.thought
    assert run.calls.count("left_click") == 1


def test_a_grey_link_is_clicked_and_shows_something() -> None:
    def say(program: Program) -> None:
        program.parts.append(label("Saved", 20, 160))

    run = Run(greyed(hidden=True, clicked=say), 'Click "Save"')
    assert run.go() == "success"
    assert run.calls == ["mouse_move", "left_click", "terminate"]


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
def test_no_other_click_is_made_again_either(step: ClickStep) -> None:
    button = Part("button", Box(20, 20, 60, 24), "Go")
    replies = carry_out(lambda look: click(step, look), Program([button]))
    assert [reply.does.kind for reply in replies] == ["click", "wait"]


def test_a_drag_begins_with_a_move_to_its_source() -> None:
    program = Program([label("Letter", 20, 20), label("Inbox", 20, 200)])
    step = DragStep(Locator("Letter"), Locator("Inbox"))
    replies = carry_out(lambda look: drag(step, look), program)
    assert [reply.does for reply in replies] == [Move(point=Point(44, 28)), Drag(point=Point(40, 208))]


def test_the_pointer_rests_on_what_a_tip_is_wanted_of() -> None:
    program = Program([label("Letter", 20, 20)])
    replies = carry_out(lambda look: hover(HoverStep(Locator("Letter")), look), program)
    assert [reply.does for reply in replies] == [Move(point=Point(44, 28))]


def test_a_chord_is_pressed_as_often_as_asked() -> None:
    step = PressStep(("ctrl", "z"), times=2)
    (reply,) = carry_out(lambda look: press_keys(step, look), Program([]))
    assert reply.does == Key(keys=("ctrl", "z"), times=2)
    assert reply.thought == "The step says to press ctrl+z 2 times."
    assert reply.sentence == "Press ctrl+z 2 times."


def test_the_same_sentence_many_times_is_no_loop() -> None:
    run = Run(Program([label("Terminal", 20, 20)]), *["Press Down 6 times"] * 6)
    assert run.go() == "success"
    assert run.actions == [Key(keys=("down",), times=6)] * 6


def test_no_key_is_pressed_while_a_question_that_came_by_itself_is_open() -> None:
    program = Program([label("Erase all?", 20, 20), Part("button", Box(20, 60, 60, 24), "OK")])
    parser = PaperParser()
    asked = Popup(Box(10, 10, 200, 100), (Line("Erase all?", Box(20, 20, 80, 16)),))
    look = Look(parser.paint(program), parser, complete=lambda scene: replace(scene, popups=(asked,)))
    assert isinstance(next(press_keys(PressStep(("enter",)), look)), Sought)


@pytest.mark.parametrize(("name", "told"), [("Save", "'Erase all\\?' is open in front of it"), ("OK", "")])
def test_a_click_behind_an_open_dialog_that_shows_nothing_is_a_failure(name: str, told: str) -> None:
    """Its window takes none until the dialog is answered."""
    parts = [label("Erase all?", 20, 20), Part("button", Box(20, 60, 60, 24), "OK")]
    program = Program([*parts, Part("button", Box(400, 60, 60, 24), "Save")])
    parser = PaperParser()
    asked = Popup(Box(10, 10, 200, 100), (Line("Erase all?", Box(20, 20, 80, 16)),), is_own=True)
    look = Look(parser.paint(program), parser, complete=lambda scene: replace(scene, popups=(asked,)))
    routine = click(ClickStep(Locator(name)), look)
    next(routine)
    routine.send(look)  # a moment more
    with pytest.raises(StepFailed if told else StopIteration, match=told or None):
        routine.send(look)
