"""Menus that stand open: what a click on a button beside them is seen to have done."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.menus import beside, clicked, has_only_closed, has_only_lit
from agent.models.reader.routines.routine import Sought, decided
from agent.protocol.write import do
from tests.tools.scenes import FakeParser, line, scene, widget
from tools.action import Click, Wait
from tools.geometry import Box, Point
from tools.locate.look import Look
from tools.locate.spots import Spot
from tools.observation import Frame
from tools.see.scene import Popup

if TYPE_CHECKING:
    from agent.protocol.write import Reply
    from tools.see.scene import Widget

TITLE, SAVE = line("More", 24, 24), widget("button", 300, 20, 80, 24)
MENU = Popup(Box(20, 50, 120, 90), (line("Open", 30, 60),), is_own=True, opener=Point(30, 30))
SPOT = Spot(line("Save", 320, 24), SAVE, 0.0, SAVE.box)


def seen(*changed: Box, popups: tuple[Popup, ...] = ()) -> Look:
    """A look at a screen on which these parts differ from the one before."""
    before, after = (written_on(*boxes) for boxes in ((), changed))
    page = replace(scene(TITLE, SPOT.line, SAVE), frame=after, popups=popups)
    return Look(after, FakeParser(page, replace(page, frame=before)), before)


def written_on(*lit: Box) -> Frame:
    """The page with its texts, each a block of ink, where these parts have another ground."""
    rgb = np.full((400, 600, 3), 200, np.uint8)
    for box in lit:
        rgb[box.slices] = 120
    for text in (TITLE, SPOT.line):
        rgb[text.box.grow(-4).slices] = 0
    return Frame.from_rgb(rgb)


@pytest.mark.parametrize(
    ("changed", "only"),
    [
        ((MENU.box,), True),
        ((MENU.box, TITLE.box.grow(4), SAVE.box), True),  # unlit, and lit up under the pointer
        ((MENU.box, Box(400, 300, 1, 16)), True),  # a caret that blinks
        ((MENU.box, Box(20, 300, 60, 16)), False),  # a message
        ((Box(20, 300, 60, 16),), False),
    ],
)
def test_what_a_menu_its_title_and_the_button_show_is_no_effect(
    changed: tuple[Box, ...], *, only: bool
) -> None:
    assert has_only_closed(seen(*changed), [MENU], SAVE.box) is only


ROW = Box(0, 20, 500, 24)
"""Of a list: much wider than what is written in it."""


@pytest.mark.parametrize(
    ("changed", "only"),
    [
        ((TITLE.box.grow(6),), True),
        ((TITLE.box.grow(6), SAVE.box), True),  # the button that the pointer has left
        ((SAVE.box,), False),  # the light is elsewhere
        ((TITLE.box.grow(6), MENU.box), False),
        ((TITLE.box.grow(6), Box(20, 300, 60, 16)), False),  # a message
        ((ROW,), False),
        ((), False),
    ],
)
def test_a_title_that_has_lit_up_may_have_a_menu_that_comes_late(
    changed: tuple[Box, ...], *, only: bool
) -> None:
    assert has_only_lit(seen(*changed), TITLE.box.center) is only


def test_what_is_open_still_was_not_closed() -> None:
    assert not has_only_closed(seen(MENU.box, popups=(MENU,)), [MENU], SAVE.box)
    assert not has_only_closed(seen(), [MENU], SAVE.box)


def replies(target: Box | None, *looks: Look) -> list[Reply]:
    """What is replied to a click beside an open menu, where these looks follow it."""
    look, *left = (seen(popups=(MENU,)), *looks)
    click = do(Click(point=SAVE.box.center), "", "Save")
    said, routine = [], clicked(lambda _look: click, "Save", lambda _look: target, look)
    with suppress(StopIteration):
        decision = next(routine)
        while True:
            assert not isinstance(decision, Sought)
            said.append(decided(decision, look))
            look = left.pop(0)
            decision = routine.send(look)
    return said


def test_a_click_that_only_closed_a_menu_has_a_moment_to_show_more() -> None:
    said = replies(SAVE.box, seen(MENU.box), seen(Box(20, 300, 60, 16)))
    assert [type(one.does) for one in said] == [Click, Wait]
    with pytest.raises(
        StepFailed, match="the click on Save may only have closed what was open: press Escape"
    ):
        replies(SAVE.box, seen(MENU.box), seen())


def test_a_click_on_a_mere_text_may_be_meant_to_close_it() -> None:
    assert [type(one.does) for one in replies(None, seen(MENU.box))] == [Click]


def test_a_menu_stands_open_beside_what_is_neither_in_it_nor_has_opened_it() -> None:
    look = seen(popups=(MENU,))
    assert beside(look, SAVE.box) == [MENU]
    assert beside(look, MENU.lines[0].box) == []
    assert beside(look, TITLE.box) == []


@pytest.mark.parametrize("sure", [True, False])
def test_a_menu_that_came_late_may_seem_to_have_come_by_itself(*, sure: bool) -> None:
    late = replace(MENU, is_own=False, opener=None, is_sure=sure)
    assert beside(seen(popups=(late,)), SAVE.box) == ([late] if sure else [])
    look = seen(popups=(late,))
    look.scene = replace(look.scene, widgets=(widget("field", 24, 54, 112, 82), SAVE))  # the menu itself
    assert beside(look, SAVE.box) == ([late] if sure else [])
    assert has_only_closed(seen(MENU.box, TITLE.box, SAVE.box), [late], SAVE.box)
    assert not has_only_closed(seen(MENU.box, Box(20, 300, 60, 16)), [late], SAVE.box)


@pytest.mark.parametrize(
    "other",
    [
        widget("field", 10, 20, 120, 24),  # its calendar
        widget("button", 10, 20, 120, 24),  # the panel of a button
        widget("field", 30, 60, 90, 20),  # a panel with a field
        widget("button", 30, 60, 90, 20),  # or a dialog
    ],
)
def test_a_calendar_a_panel_or_a_dialog_is_no_menu(other: Widget) -> None:
    look = seen(popups=(MENU,))
    look.scene = replace(look.scene, widgets=(other, SAVE))
    assert beside(look, SAVE.box) == []


def test_a_row_of_a_list_has_a_menu() -> None:
    look = seen(popups=(MENU,))
    rows = (line("More", 24, 24), line("Less", 24, 44))
    look.scene = replace(look.scene, lines=rows, widgets=(widget("field", 10, 20, 120, 60), SAVE))
    assert beside(look, SAVE.box) == [MENU]
