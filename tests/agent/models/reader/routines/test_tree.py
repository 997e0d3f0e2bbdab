"""Entries of a tree: the closed one is opened by its mark, the open one and a menu are left alone."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import Sought, decided
from agent.models.reader.routines.tree import fold, open_entry
from agent.models.reader.steps import FoldStep
from tests.tools.scenes import SIZE, FakeParser, line, scene
from tools.action import Click
from tools.geometry import Point
from tools.locate.errors import NotFound
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.scene import Line, Scene

YEAR, AUTUMN = line("Year 2025", 120, 40), line("Autumn", 140, 60)
RIGHT, DOWN = ((100, 43), (100, 53), (105, 48)), ((97, 45), (107, 45), (102, 50))


def look(mark: tuple[tuple[int, int], ...], *lines: Line) -> Look:
    """A tree's entry with that triangle before it."""
    rgb = np.full((SIZE.height, SIZE.width, 3), 250, np.uint8)
    cv2.fillPoly(rgb, [np.array(mark, np.int32)], (40, 40, 40))
    frame = Frame.from_rgb(rgb)
    return Look(frame, FakeParser(Scene(frame, scene(YEAR, *lines).lines, ())))


def test_a_closed_entry_is_opened_by_its_mark() -> None:
    closed, opened = look(RIGHT), look(DOWN, AUTUMN)
    opening = open_entry(YEAR.box, "Autumn", closed)
    action = decided(next(opening), closed).does  # type: ignore[arg-type]  # it asks for no look
    assert isinstance(action, Click)
    assert abs(action.point.x - 102) <= 2
    assert abs(action.point.y - Point(102, 48).y) <= 2
    with pytest.raises(StopIteration):
        opening.send(opened)


@pytest.mark.parametrize("shown", [look(RIGHT, AUTUMN), look(DOWN)])
def test_what_is_open_is_left_alone(shown: Look) -> None:
    with pytest.raises(StopIteration):
        next(open_entry(YEAR.box, "Autumn", shown))


def folded(step: FoldStep, *looks: Look) -> list[str]:
    """The names of the actions with which the step is carried out, on looks one after the other."""
    shown = iter(looks)
    now = next(shown)
    routine, actions = fold(step, now), []
    try:
        decision = next(routine)
        while True:
            if isinstance(decision, Sought):
                decision.find(now)
            else:
                actions.append(type(decided(decision, now).does).__name__)
                now = next(shown, now)
            decision = routine.send(now)
    except StopIteration:
        return actions


@pytest.mark.parametrize(("mark", "opens"), [(DOWN, True), (RIGHT, False)])
def test_what_is_so_already_is_not_clicked(mark: tuple[tuple[int, int], ...], *, opens: bool) -> None:
    assert folded(FoldStep(("Year 2025",), Locator("Year 2025"), opens), look(mark)) == []


@pytest.mark.parametrize(("was", "then", "opens"), [(RIGHT, DOWN, True), (DOWN, RIGHT, False)])
def test_an_entry_is_opened_or_closed_and_seen_to_be_so(
    was: tuple[tuple[int, int], ...], then: tuple[tuple[int, int], ...], *, opens: bool
) -> None:
    step = FoldStep(("Year 2025",), Locator("Year 2025"), opens)
    assert folded(step, look(was), look(then)) == ["Click"]
    assert folded(step, look(was), look(was), look(then)) == ["Click", "Wait"]


def test_an_entry_that_stays_closed_is_a_failure() -> None:
    with pytest.raises(StepFailed, match="still says that it is closed"):
        folded(FoldStep(("Year 2025",), Locator("Year 2025"), opens=True), look(RIGHT))


def test_an_entry_without_a_mark_is_neither_open_nor_closed() -> None:
    with pytest.raises(NotFound, match="bears no mark"):
        folded(FoldStep(("Autumn",), Locator("Autumn"), opens=True), look(RIGHT, AUTUMN))


def test_of_two_that_say_the_same_the_one_with_a_mark_is_meant() -> None:
    status = line("Year 2025", 300, 400)
    step = FoldStep(("Year 2025",), Locator("Year 2025"), opens=True)
    assert folded(step, look(RIGHT, status), look(DOWN, status)) == ["Click"]


def test_an_entry_is_opened_though_another_has_one_of_that_name() -> None:
    closed = look(RIGHT, line("Autumn", 140, 20))
    assert isinstance(decided(next(open_entry(YEAR.box, "Autumn", closed)), closed).does, Click)  # type: ignore[arg-type]
