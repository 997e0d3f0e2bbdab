"""The list that a drop-down has opened: told apart from a clock and from the field's focus."""

from __future__ import annotations

import numpy as np

from tests.tools.scenes import FakeParser
from tools.geometry import Box
from tools.locate.areas.entries import EntryList
from tools.locate.areas.opened import opened_list
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget

FIELD = Widget("dropdown", Box(100, 300, 200, 24))
CLOCK = Box(600, 500, 60, 16)
BELOW, ABOVE = Box(100, 324, 200, 170), Box(100, 130, 200, 170)


def look(*changed: Box, lines: tuple[Line, ...] = ()) -> Look:
    rgb = np.full((600, 800, 3), 200, np.uint8)
    before = Frame.from_rgb(rgb.copy())
    for box in changed:
        rgb[box.slices] = 250
    after = Frame.from_rgb(rgb)
    return Look(after, FakeParser(Scene(after, lines, ())), before)


def test_it_is_what_changed_at_the_field() -> None:
    assert opened_list(look(BELOW, CLOCK), FIELD, "Blue") == EntryList(BELOW, FIELD.box)
    assert opened_list(look(ABOVE, CLOCK), FIELD, "Blue") == EntryList(ABOVE, FIELD.box)


def test_a_clock_and_the_fields_focus_are_no_list() -> None:
    assert opened_list(look(CLOCK), FIELD, "Blue") is None
    assert opened_list(look(FIELD.box.grow(2)), FIELD, "Blue") is None
    assert opened_list(look(), FIELD, "Blue") is None


def test_a_list_that_shows_another_text_where_the_field_was_lies_over_it() -> None:
    over = Box(100, 298, 200, 170)
    for text, without in (("Blue", FIELD.box), ("Red", None)):
        line = Line(text, Box(110, 304, 40, 16))
        assert opened_list(look(over, lines=(line,)), FIELD, "Blue") == EntryList(over, without)


def test_a_focus_that_goes_from_one_field_to_the_next_is_no_list() -> None:
    """The rings touch, and so are one change; the caret that the other had goes with its ring."""
    above = Widget("field", Box(100, 272, 200, 24))
    rgb = np.full((600, 800, 3), 200, np.uint8)

    def drawn(focused: Widget, *, caret: bool, text: int = 0) -> Frame:
        screen = rgb.copy()
        for one in (above, FIELD):
            screen[one.box.grow(1).slices] = 90 if one == focused else 150
            screen[one.box.grow(-1).slices] = 255
        screen[276:292, 140 : 142 if caret else 140] = 0
        screen[276:292, 110 : 110 + text : 2] = 0
        return Frame.from_rgb(screen)

    def after(now: Frame) -> Look:
        return Look(now, FakeParser(Scene(now, (), (above, FIELD))), drawn(above, caret=True))

    assert len(after(drawn(FIELD, caret=False)).changes) == 1
    assert opened_list(after(drawn(FIELD, caret=False)), FIELD, "Blue") is None
    assert opened_list(after(drawn(FIELD, caret=False, text=40)), FIELD, "Blue"), "an entry stands there now"


def test_a_radio_button_that_focus_and_pointer_have_left_is_no_list() -> None:
    """GTK's: a dotted ring goes from its caption, and its circle is drawn otherwise."""
    radio, ring = Widget("radio", Box(230, 274, 15, 15), checked=True), Box(224, 268, 76, 26)
    rgb = np.full((600, 800, 3), 200, np.uint8)
    rgb[radio.box.slices], rgb[FIELD.box.slices] = 90, 250
    before = rgb.copy()
    before[radio.box.slices] = before[ring.slices][0] = before[ring.slices][-1] = 60
    before[ring.slices][:, 0] = before[ring.slices][:, -1] = 60
    rgb[FIELD.box.slices][:2] = 0
    after = Frame.from_rgb(rgb)
    seen = Look(after, FakeParser(Scene(after, (), (radio, FIELD))), Frame.from_rgb(before))
    assert len(seen.changes) == 1
    assert opened_list(seen, FIELD, "Blue") is None
