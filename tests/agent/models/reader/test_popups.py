"""Whose a pop-up is: the task's own, or one that came by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from agent.models.reader.popups import OpenPopups
from agent.models.reader.steps import ClickStep, TypeStep
from tests.tools.locate.layout.screens import screen
from tests.tools.locate.pages import Looking
from tests.tools.scenes import line, widget
from tools.action import Action, Click, Key, Move, Scroll, Type, Wait
from tools.geometry import Box, Point
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.scene import Popup

if TYPE_CHECKING:
    from tools.see.scene import Scene

PICTURES = Path(__file__).parent / "pictures"
FORM = [widget("button", 20, 20, 100), line("Go", 60, 24), line("Name", 20, 80)]
DIALOG = Box(200, 100, 200, 90)
ASKED = [line("Erase all?", 220, 110), widget("button", 220, 140, 80), line("Go", 240, 144)]
BEFORE, AFTER = screen(*FORM), screen(*FORM, *ASKED, panels=(DIALOG,))
AWAY, INSIDE = Click(point=Point(60, 300)), Click(point=Point(250, 150))


def _read(picture: str) -> Scene:
    image = Image.open(PICTURES / picture).convert("RGB")
    return shared_reader().read(Frame.from_rgb(np.asarray(image)))


def opened(*acts: Action, frames: tuple[Scene, ...] = (), expects: bool = False) -> Popup:
    """The dialog after these acts, each decided on its frame."""
    popups = OpenPopups()
    popups.found_on(BEFORE)
    for at, act in enumerate(acts):
        popups.did(act, (frames[at] if frames else BEFORE).frame, expects=expects)
    (popup,) = popups.found_on(AFTER).popups
    return popup


@pytest.mark.parametrize(
    ("act", "own"),
    [
        (AWAY, True),
        (Key(keys=("ctrl", "o")), True),
        (Key(keys=("enter",)), True),
        (Key(keys=("ctrl", "shift", "end")), False),
        (Type(text="Ada"), False),
        (Type(text="ls\n"), True),
        (Scroll(point=Point(1, 1), vertical=-3), False),
        (Wait(seconds=1), False),
    ],
)
def test_only_some_acts_open_anything(act: Action, *, own: bool) -> None:
    assert opened(act).is_own is own


def test_what_is_waited_for_was_opened_by_the_act_before() -> None:
    assert opened(AWAY, Wait(seconds=1), Move(point=Point(9, 9))).is_own
    assert not opened(Type(text="Ada"), Wait(seconds=1)).is_own
    assert opened(Wait(seconds=5), expects=True).is_own, "the step waits for something to come"


def test_where_a_step_goes_on_without_what_it_waits_for_only_that_is_the_tasks_own() -> None:
    for awaits, is_own in (("Go", True), ("Erase", True), ("Later on", False)):  # a word of a line, too
        popups = OpenPopups()
        popups.found_on(BEFORE)
        popups.did(Wait(seconds=1), BEFORE.frame, expects=False, awaits=awaits)
        assert [one.is_own for one in popups.found_on(AFTER).popups] == [is_own]


def test_the_act_after_which_it_was_first_painted_counts() -> None:
    assert opened(AWAY, Type(text="Ada"), frames=(BEFORE, AFTER)).is_own
    assert not opened(AWAY, Type(text="Ada"), frames=(BEFORE, BEFORE)).is_own


def test_what_made_an_act_be_dropped_came_by_itself() -> None:
    popups = OpenPopups()
    popups.found_on(BEFORE)
    popups.did(AWAY, BEFORE.frame, expects=False)
    popups.was_dropped()
    assert not popups.found_on(AFTER).popups[0].is_own


def dropping(*acts: Action, before: Scene, after: Scene) -> Popup:
    """The dialog that came up after these acts, before the next one, as is seen when that is made again."""
    popups = OpenPopups()
    popups.found_on(BEFORE)
    for act in acts:
        popups.did(act, BEFORE.frame, expects=False)
    popups.found_on(before)
    popups.did(Type(text="note.txt"), before.frame, expects=False)
    popups.was_dropped()
    popups.did(Type(text="note.txt"), after.frame, expects=False)
    (popup,) = popups.found_on(after).popups
    return popup


@pytest.mark.parametrize(
    ("acts", "own"),
    [
        ((Key(keys=("ctrl", "s")),), True),
        ((Key(keys=("ctrl", "s")), Wait(seconds=1)), True),
        ((Type(text="Ada"),), False),
    ],
)
def test_what_drops_an_act_was_opened_by_the_act_before(acts: tuple[Action, ...], *, own: bool) -> None:
    assert dropping(*acts, before=BEFORE, after=AFTER).is_own is own


def test_what_drops_an_act_came_by_itself_if_the_act_before_had_led_to_something_already() -> None:
    saved = line("Saved", 20, 500)
    after = screen(*FORM, saved, *ASKED, panels=(DIALOG,))
    assert not dropping(Key(keys=("ctrl", "s")), before=screen(*FORM, saved), after=after).is_own


def test_what_is_clicked_becomes_the_tasks_own_and_what_is_left_does_not_stay_so() -> None:
    popups = OpenPopups()
    popups.found_on(BEFORE)
    popups.did(Type(text="Ada"), BEFORE.frame, expects=False)
    for act, own in ((INSIDE, True), (Type(text="Bo"), True), (AWAY, False)):
        scene = popups.found_on(AFTER)
        popups.did(act, scene.frame, expects=False)
        assert popups.found_on(AFTER).popups[0].is_own is own


def test_the_next_page_of_a_dialog_is_no_pop_up_of_its_own() -> None:
    popups = OpenPopups()
    page_two = screen(*FORM, line("Name", 220, 110), line("Town", 220, 134), panels=(DIALOG,))
    for scene in (BEFORE, AFTER, page_two):
        found = popups.found_on(scene)
        popups.did(INSIDE, scene.frame, expects=False)
    (popup,) = found.popups
    assert popup.is_own


@pytest.mark.parametrize(("left", "stays"), [(100, False), (80, True)])
def test_what_it_leaves_of_a_field_beside_it_is_no_field(left: int, *, stays: bool) -> None:
    """A panel's head, of which a calendar covers the right end, has four edges as a field has."""
    rest = widget("field", left, 120, 100)
    popups = OpenPopups()
    popups.found_on(BEFORE)
    popups.did(AWAY, BEFORE.frame, expects=False)
    now = screen(*FORM, rest, *ASKED, panels=(DIALOG,))
    assert (rest in popups.found_on(now).widgets) is stays


def test_beside_the_field_that_was_clicked_a_pop_up_may_open() -> None:
    field = widget("field", 100, 120, 100)
    before, now = screen(*FORM, field), screen(*FORM, field, *ASKED, panels=(DIALOG,))
    popups = OpenPopups()
    popups.found_on(before)
    popups.did(Click(point=field.box.center), before.frame, expects=False)
    assert field in popups.found_on(now).widgets


def test_a_dialog_over_a_window_with_few_texts_came_by_itself() -> None:
    """Of its title bar, which the window below has lost the focus of, each button is read as another sign."""
    before, after = (_read(f"surprise_{name}.png") for name in ("before", "after"))
    popups = OpenPopups()
    popups.found_on(before)
    popups.did(Click(point=Point(240, 100)), before.frame, expects=False)
    popups.was_dropped()
    (dialog,) = popups.found_on(after).popups
    assert "Delete all 1204 old drafts now?" in [one.text for one in dialog.lines]
    assert dialog.is_sure
    assert not dialog.is_own


def test_a_closed_one_is_forgotten() -> None:
    popups = OpenPopups()
    for scene in (BEFORE, AFTER, BEFORE):
        found = popups.found_on(scene)
        popups.did(AWAY, scene.frame, expects=False)
    assert found.popups == ()


def test_a_window_that_is_painted_in_parts_is_one_pop_up() -> None:
    popups, rest = OpenPopups(), [line("Where", 220, 170), line("Owner", 300, 170)]
    frame_alone = screen(*FORM, panels=(DIALOG,))
    half = screen(*FORM, *ASKED, panels=(DIALOG, Box(210, 165, 180, 20)))
    whole = screen(*FORM, *ASKED, *rest, panels=(DIALOG, Box(210, 165, 180, 20)))
    for scene, act in (
        (BEFORE, AWAY),
        (frame_alone, Wait(seconds=1)),
        (half, Wait(seconds=1)),
        (whole, AWAY),
    ):
        found = popups.found_on(scene)
        popups.did(act, scene.frame, expects=False)
    (popup,) = found.popups
    assert popup.is_own
    assert popup.box.overlap(DIALOG).area > 0.9 * DIALOG.area
    assert {one.text for one in popup.lines} >= {"Erase all?", "Where"}


def test_what_a_list_had_covered_and_uncovers_when_it_closes_has_not_come_up() -> None:
    """A list of GTK 3 reaches over its window's title bar; where that comes back, no window has come up."""
    before, listed, after = (_read(f"list_{name}.png") for name in ("before", "open", "closed"))
    popups = OpenPopups()
    popups.found_on(before)
    popups.did(Click(point=Point(198, 104)), before.frame, expects=False)
    assert popups.found_on(listed).popups
    popups.did(Click(point=Point(184, 135)), listed.frame, expects=False)
    assert popups.found_on(after).popups == ()


def test_a_calendar_at_the_field_that_was_typed_into_is_left_and_another_popup_is_not() -> None:
    field, typed = widget("field", 20, 20, 140), TypeStep("20.05.2000", Locator("Due"))
    below = Popup(Box(20, 60, 200, 180), (line("Mo", 30, 70), line("Tu", 60, 70)), (line("Town", 20, 100),))
    days = tuple(
        Popup(Box(30 + 30 * at, 90, 16, 100), (line("7", 30 + 30 * at, 90),), is_sure=False)
        for at in range(7)
    )
    month = tuple(line(str(at + 1), 24 * (at % 7), 96 + 20 * (at // 7)) for at in range(28))
    wide = replace(
        below, box=Box(-20, field.box.bottom - 1, 260, 180), lines=month
    )  # its shadow counts to it
    page = screen(line("Due", 170, 24), field)
    for popups, is_calendar in (
        ((below,), True),
        ((wide,), True),
        ((replace(wide, lines=month[:7]),), False),
        ((replace(wide, box=wide.box.shift(200, 0)),), False),
        (days, True),
        (days[:4], False),
        ((replace(below, covers=()),), False),
        ((replace(below, box=Box(300, 60, 200, 180)),), False),
        ((), False),
    ):
        assert OpenPopups().is_under_typed(replace(page, popups=popups), typed) is is_calendar
    assert not OpenPopups().is_under_typed(replace(page, popups=(below,)), ClickStep(Locator("Due")))
    area = screen(line("Due", 170, 24), widget("field", 20, 20, 140, 90))
    assert not OpenPopups().is_under_typed(replace(area, popups=(below,)), typed), (
        "a Tab would be typed into it"
    )


def test_what_hangs_on_the_field_that_was_clicked_is_the_tasks_own_also_when_it_comes_late() -> None:
    field, label = widget("field", 220, 20, 140), line("Due", 170, 24)
    week = tuple(line(day, 230 + 40 * at, 80) for at, day in enumerate(("Mo", "Tu", "We", "Th")))
    for box, is_own in ((Box(220, 60, 200, 180), True), (Box(420, 60, 200, 180), False)):
        moved = tuple(replace(day, box=day.box.shift(box.left - 220, 0)) for day in week)
        popups = OpenPopups()
        before, focused = screen(label, field), screen(label, replace(field, box=field.box.grow(1)))
        calendar = screen(label, field, *moved, panels=(box,))
        popups.found_on(before)
        popups.did(Click(point=Point(250, 30)), before.frame, expects=False)
        popups.found_on(focused)
        popups.did(Type(text="20.05.2000"), focused.frame, expects=False)
        popups.was_dropped()
        assert [one.is_own for one in popups.found_on(calendar).popups] == [is_own]
        if is_own:  # a question that comes by itself, there of all places
            button = widget("button", 230, 180, 60)
            days = tuple(line(str(at + 1), 230 + 24 * (at % 7), 96 + 20 * (at // 7)) for at in range(28))
            for more, is_month in (((), False), (days, True)):  # a question, there of all places; a calendar
                asked = screen(label, field, *moved, *more, button, panels=(box,))
                popups.found_on(focused)
                assert [one.is_own for one in popups.found_on(asked).popups] == [is_month]


def test_what_hangs_on_a_faint_field_that_was_clicked_is_the_tasks_own_too() -> None:
    """A grey field of Ant Design: only a second look sees it. What was dropped was decided before it came."""
    label, field = line("Due", 170, 24), widget("field", 220, 20, 140)
    week = tuple(line(day, 230 + 40 * at, 80) for at, day in enumerate(("Mo", "Tu", "We", "Th")))
    popups, focused = OpenPopups(), screen(label, line("1960", 225, 24))
    popups.found_on(replace(screen(label), second_look=Looking(field)))
    popups.did(Click(point=Point(250, 30)), screen(label).frame, expects=False)
    popups.found_on(focused)
    popups.did(Type(text="1989"), focused.frame, expects=False)
    popups.was_dropped()
    calendar = screen(label, line("1960", 225, 24), *week, panels=(Box(220, 60, 200, 180),))
    assert [one.is_own for one in popups.found_on(calendar).popups] == [True]


def test_a_calendar_with_buttons_that_the_click_on_its_field_opens_is_the_tasks_own() -> None:
    field, label, box = widget("field", 220, 20, 140), line("Due", 170, 24), Box(220, 60, 200, 180)
    week = tuple(line(day, 230 + 40 * at, 80) for at, day in enumerate(("Mo", "Tu", "We", "Th")))
    before = screen(label, field)
    popups = OpenPopups()
    popups.found_on(before)
    popups.did(Click(point=Point(250, 30)), before.frame, expects=False)
    calendar = screen(label, field, *week, widget("button", 230, 180, 60), panels=(box,))
    assert [one.is_own for one in popups.found_on(calendar).popups] == [True]


def test_where_a_placeholder_named_the_field_the_one_that_was_clicked_was_typed_into() -> None:
    empty = screen(line("Due", 30, 24), widget("field", 20, 20, 140))
    below = Popup(Box(20, 60, 200, 180), (line("Mo", 30, 70), line("Tu", 60, 70)), (line("Town", 20, 100),))
    filled = replace(screen(line("2000", 30, 24), widget("field", 20, 20, 140)), popups=(below,))
    typed, popups = TypeStep("2000", Locator("Due")), OpenPopups()
    popups.found_on(empty)
    assert not popups.is_under_typed(filled, typed)
    popups.did(Click(point=Point(60, 30)), empty.frame, expects=False)
    assert popups.is_under_typed(filled, typed)
    popups.did(Key(keys=("ctrl", "home")), empty.frame, expects=False)
    assert popups.is_under_typed(filled, typed)
    popups.did(Key(keys=("tab",)), empty.frame, expects=False)
    assert not popups.is_under_typed(filled, typed)


def test_a_ring_around_a_value_is_not_what_a_list_opened_over() -> None:
    """FLTK's: the second list reaches over the title bar, and comes up beside the ring of the first."""
    names = ("first_open", "first_chosen", "second_open", "second_chosen")
    acts = (Point(108, 54), Point(451, 55), Point(420, 33), None)
    popups = OpenPopups()
    for name, point in zip(names, acts, strict=True):
        scene = _read(f"choice_{name}.png")
        found = popups.found_on(scene)
        assert [one.is_own for one in found.popups if one.is_sure] == (
            [True] if name == "second_open" else []
        )
        if point is not None:
            popups.did(Click(point=point), scene.frame, expects=False)
