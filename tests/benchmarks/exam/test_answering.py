"""Answers: the model's first act on a still, with an eye that knows what is there."""

from __future__ import annotations

import pytest

from benchmarks.exam.answering import answer
from tests.tools.scenes import FakeParser, line, painted, widget

SCREEN = painted(
    line("Name", 20, 24), widget("field", 100, 20, 200), line("I agree", 40, 58),
    widget("checkbox", 20, 60, 13, 13, checked=True), widget("button", 20, 120, 80), line("Save", 40, 124),
)  # fmt: skip


def parser() -> FakeParser:
    eye = FakeParser()
    eye.know(SCREEN)
    return eye


@pytest.mark.parametrize(
    ("step", "place"),
    [('Type "Ada" into "Name"', (200, 32)), ('Click "Save"', (56, 132)), ('Untick "I agree"', (26, 66))],
)
def test_the_first_act_is_told_with_its_place(step: str, place: tuple[int, int]) -> None:
    given = answer(step, SCREEN.frame, parser())
    assert given.ended == "act"
    assert given.point is not None
    assert max(abs(given.point.x - place[0]), abs(given.point.y - place[1])) <= 2


def test_a_step_that_is_done_already_is_told_as_done() -> None:
    assert answer('Tick "I agree"', SCREEN.frame, parser()).ended == "done"


def test_what_is_not_there_is_a_stop_with_the_reason_and_nobody_waits_for_it() -> None:
    given = answer('Click "Cancel"', SCREEN.frame, parser())
    assert (given.ended, given.point) == ("stop", None)
    assert 'no "Cancel" on the screen' in given.said


def test_a_step_outside_the_grammar_is_a_stop() -> None:
    given = answer("Be happy", SCREEN.frame, parser())
    assert given.ended == "stop"
    assert "not a step" in given.said


def test_keys_have_no_place() -> None:
    given = answer("Press Tab", SCREEN.frame, parser())
    assert (given.ended, given.point) == ("act", None)
