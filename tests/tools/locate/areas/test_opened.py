"""The list that a drop-down has opened: told apart from a clock and from the field's focus."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.tools.scenes import FakeParser
from tools.geometry import Box
from tools.locate.areas.entries import EntryList
from tools.locate.areas.opened import opened_list
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget

if TYPE_CHECKING:
    from numpy.typing import NDArray

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


def test_a_part_of_a_field_above_that_shows_what_it_showed_is_no_list() -> None:
    """Of which an edge that the change does not reach lies below it."""
    above = Box(100, 262, 200, 36)
    rgb = np.full((600, 800, 3), 200, np.uint8)
    rgb[above.grow(-8).slices] = 30  # its text
    before = Frame.from_rgb(rgb.copy())
    rgb[above._replace(height=30).slices][:, 120:] = 250
    after = Frame.from_rgb(rgb)
    value = Line("310", above.grow(-8))
    scenes = [Scene(frame, (value,), (Widget("field", above), FIELD)) for frame in (before, after)]
    assert opened_list(Look(after, FakeParser(*scenes), before), FIELD, "Blue") is None


@pytest.mark.parametrize("was_there", [True, False])
def test_buttons_that_came_up_are_a_list_and_one_whose_sign_is_in_use_again_is_none(
    *, was_there: bool
) -> None:
    """Times of a day, each with a border; and the minus of a number's field that has lost the focus."""
    frames = []
    for shade in (150 if was_there else None, 20):
        rgb = np.full((600, 800, 3), 200, np.uint8)
        if shade is not None:
            for left in (104, 170, 236):
                rgb[330:354, left : left + 50] = 90
                rgb[331:353, left + 1 : left + 49] = 200
                rgb[340:343, left + 18 : left + 30] = shade
        frames.append(Frame.from_rgb(rgb))
    buttons = tuple(Widget("button", Box(left, 330, 50, 24)) for left in (104, 170, 236))
    scenes = [Scene(frame, (), (FIELD, *buttons)) for frame in frames]
    found = opened_list(Look(frames[1], FakeParser(*scenes), frames[0]), FIELD, "Blue")
    assert (found is None) is was_there


@pytest.mark.parametrize("other", [Box(100, 266, 200, 24), Box(100, 494, 200, 24)])
def test_a_field_that_shows_what_it_showed_is_no_part_of_a_list_whatever_else_of_it_changed(
    other: Box,
) -> None:
    """The wheel may be turned over a list; over a number field it would change the number."""
    rgb = np.full((600, 800, 3), 200, np.uint8)
    rgb[other.slices] = 250
    rgb[other.grow(-8).slices] = 30  # its text
    before = Frame.from_rgb(rgb.copy())
    rgb[other.slices][:, :4] = 90
    rgb[BELOW.slices] = 250
    after = Frame.from_rgb(rgb)
    value = Line("310", other.grow(-8))
    scenes = [Scene(frame, (value,), (Widget("field", other), FIELD)) for frame in (before, after)]
    found = opened_list(Look(after, FakeParser(*scenes), before), FIELD, "Blue")
    assert found is not None
    assert found.shown == Box(100, 324, 200, 170)
    assert not found.area.meets(other)


@pytest.mark.parametrize(("shade", "is_lower"), [(200, True), (190, True), (200, False)])
def test_fields_beside_do_not_cut_a_list(shade: int, *, is_lower: bool) -> None:
    """One lost its focus beside the drop-down, another may show what it showed beside the list.

    All of the page may have another shade.
    """
    beside, lower = Box(10, 300, 84, 24), Box(10, 380, 84, 24)
    rgb = np.full((600, 800, 3), 200, np.uint8)
    kept = (beside, lower) if is_lower else (beside,)
    for box in kept:
        rgb[box.grow(-8).slices] = 30  # its text
    before = Frame.from_rgb(rgb.copy())
    rgb[(rgb == 200).all(axis=2)] = shade
    rgb[beside.slices][:2] = 90
    rgb[BELOW.slices] = 250
    after = Frame.from_rgb(rgb)
    lines = tuple(Line("310", box.grow(-8)) for box in kept)
    fields = (*(Widget("field", box) for box in kept), FIELD)
    scenes = [Scene(frame, lines, fields) for frame in (before, after)]
    found = opened_list(Look(after, FakeParser(*scenes), before), FIELD, "Blue")
    assert found is not None
    assert found.area.overlap(BELOW) == BELOW
    assert not any(found.area.meets(box) for box in kept)


def test_a_list_may_reach_below_the_field_beside_its_own_that_lost_its_focus() -> None:
    beside, wide = Box(310, 300, 150, 24), Box(100, 324, 330, 150)
    rgb = np.full((600, 800, 3), 200, np.uint8)
    rgb[beside.grow(-8).slices] = 30  # its text
    before = Frame.from_rgb(rgb.copy())
    rgb[beside.slices][:2] = 90
    rgb[wide.slices] = 250
    after = Frame.from_rgb(rgb)
    fields = (Widget("field", beside), FIELD)
    scenes = [Scene(frame, (Line("310", beside.grow(-8)),), fields) for frame in (before, after)]
    found = opened_list(Look(after, FakeParser(*scenes), before), FIELD, "Blue")
    assert found is not None
    assert found.area.overlap(wide) == wide


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


class TwoTexts(FakeParser):
    """It reads one text in each field on the one frame, and perhaps another on the other."""

    def __init__(self, anywhere: Scene, before: Frame, text: str) -> None:
        super().__init__(anywhere=anywhere, text="South")
        self._before, self._earlier = before, text

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The text that was there on that frame."""
        read = super().read_box(frame, box)
        return replace(read, text=self._earlier) if frame is self._before else read


@pytest.mark.parametrize("is_seen", [True, False])
@pytest.mark.parametrize(("earlier", "is_list"), [("South", False), ("North", True)])
def test_the_text_of_the_field_above_that_is_selected_no_more_is_no_list(
    earlier: str, *, is_list: bool, is_seen: bool
) -> None:
    """A list that lies over that field has another text there. Tk's: one with a selected text is not seen."""
    above = Widget("dropdown", Box(100, 272, 200, 24))
    rgb = np.full((600, 800, 3), 200, np.uint8)
    for one in (above, FIELD):
        rgb[one.box.grow(-1).slices] = 255
    selected = rgb.copy()
    selected[276:292, 104:280] = (0, 0, 128)
    for screen, ink in ((rgb, 0), (selected, 255)):
        screen[280:288, 110:150:4] = ink
    before, now = Frame.from_rgb(selected), Frame.from_rgb(rgb)
    widgets = (above, FIELD) if is_seen else (FIELD,)
    seen = Look(now, TwoTexts(Scene(now, (), widgets), before, earlier), before)
    assert (opened_list(seen, FIELD, "Blue") is not None) == is_list


@pytest.mark.parametrize(
    ("drawn", "is_list"), [(Box(206, 282, 16, 4), False), (Box(190, 220, 160, 78), True)]
)
def test_a_button_that_is_in_use_now_is_no_list(drawn: Box, *, is_list: bool) -> None:
    """As a number's minus is, once its field is left; what lies over all of the button may be one."""
    seen = look(drawn)
    minus = Widget("button", Box(200, 272, 28, 24))
    seen.scene = replace(seen.scene, widgets=(minus,))
    assert (opened_list(seen, FIELD, "Blue") is not None) is is_list


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


def test_what_focus_and_pointer_leave_far_apart_is_no_list_and_two_entries_are() -> None:
    """GTK 3's: a date loses its ring and its caret, a switch its light, a combo gets both."""
    before = np.full((600, 800, 3), 200, np.uint8)
    now = before.copy()
    ring = Box(100, 238, 160, 30)
    for box, picture in ((ring, before), (FIELD.box, now)):
        picture[box.slices] = 60
        picture[box.grow(-2).slices] = 200
        picture[box.top + 6 : box.bottom - 6, box.left + 9] = 0
    now[272:292, 104:125] = 230  # the knob
    assert len(seen(before, now).changes) == 1
    assert opened_list(seen(before, now), FIELD, "") is None
    for top in (330, 348):
        now[top : top + 10, 110:140:3] = 0  # two entries without a ground or an edge of their own
    assert opened_list(seen(before, now), FIELD, "") is not None


def test_a_caret_as_high_as_its_field_goes_with_the_ring() -> None:
    """Swing's in Motif: it has feet, which are close to the ring."""
    before = np.full((600, 800, 3), 200, np.uint8)
    now = before.copy()
    ring = Box(100, 270, 250, 21)
    before[ring.slices] = 60
    before[ring.grow(-1).slices] = 200
    before[273:288, 154] = before[273, 152:157] = before[287, 152:157] = 0
    now[FIELD.box.top + 3 : FIELD.box.bottom - 3, 160] = 0
    assert opened_list(seen(before, now), FIELD, "") is None
    now[332:342, 110:140:3] = 0
    assert opened_list(seen(before, now), FIELD, "") is not None


def test_the_round_corners_of_a_glow_go_with_it() -> None:
    """Of an area that is not seen as one without it."""
    now = np.full((600, 800, 3), 20, np.uint8)
    glow = Image.fromarray(now)
    ImageDraw.Draw(glow).rounded_rectangle((60, 210, 300, 290), 10, outline=(20, 90, 200), width=3)
    before = np.asarray(glow).copy()
    before[220:236, 210] = 230
    assert opened_list(seen(before, now), FIELD, "") is None
    for top in (330, 348):
        now[top : top + 10, 110:140:3] = 230
    assert opened_list(seen(before, now), FIELD, "") is not None


@pytest.mark.parametrize(("high", "wide", "step"), [(8, 52, 3), (18, 22, 3)])
def test_entries_in_small_and_in_large_letters_make_a_list(high: int, wide: int, step: int) -> None:
    """Within a thin border, on the ground of the page: `France` of ten pixels, `08` of eighteen."""
    before = np.full((600, 800, 3), 255, np.uint8)
    now = before.copy()
    panel = Box(100, 330, 200, 120)
    now[panel.slices] = 180
    now[panel.grow(-1).slices] = 255
    for top in (340, 370, 400):
        now[top : top + high, 110 : 110 + wide : step] = 60
        now[top + high // 2, 110 : 110 + wide] = 60  # the letters touch
    assert opened_list(seen(before, now), FIELD, "") is not None


def seen(before: NDArray[np.uint8], now: NDArray[np.uint8]) -> Look:
    """A look at one picture after another; nothing is read on it."""
    after = Frame.from_rgb(now.copy())
    return Look(after, FakeParser(Scene(after, (), ())), Frame.from_rgb(before))
