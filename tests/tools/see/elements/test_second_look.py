"""Second look: what the detector says is asked once for a frame and a part of it, and doubts states."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.observation import Frame
from tools.see.elements.detector import Detector
from tools.see.elements.element import Element
from tools.see.elements.second_look import LearnedLook
from tools.see.ocr import ScreenReader
from tools.see.scene import Line, Scene, Widget
from tools.see.shapes.switches import find_switches
from tools.see.toggles.reader import Reading, ToggleReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.see.elements.element import ElementKind
    from tools.see.toggles.patch import State, ToggleKind

BOX, FIELD = Box(20, 20, 16, 16), Box(60, 60, 200, 24)


class Told(Detector):
    """A detector that proposes the same elements wherever it looks."""

    def __init__(self, *elements: Element) -> None:
        super().__init__()
        self.elements = elements
        self.parts: list[Box | None] = []

    def detect(self, frame: Frame, part: Box | None = None, text_height: float = 16) -> tuple[Element, ...]:
        assert frame.size
        assert text_height
        self.parts.append(part)
        return self.elements


class Said(ToggleReader):
    """A reader of toggles that says the same of each box."""

    def __init__(self, kind: ToggleKind | None, state: State | None, likelihood: float) -> None:
        super().__init__()
        self.said = Reading(kind, state, likelihood)
        self.asked = 0

    def read(self, frame: Frame, boxes: Sequence[Box]) -> list[Reading]:
        assert frame.size
        self.asked += 1
        return [self.said for _ in boxes]


def scene(widgets: Sequence[Widget]) -> Scene:
    return Scene(Frame.from_rgb(np.zeros((120, 320, 3), np.uint8)), (), tuple(widgets))


def test_what_the_detector_adds_is_a_widget_and_it_is_asked_once_for_a_frame() -> None:
    told = Told(Element("field", FIELD, 0.9))
    look, seen = LearnedLook(told), scene([Widget("checkbox", BOX, checked=True)])
    assert [widget.box for widget in look.widgets(seen)] == [BOX, FIELD]
    assert look.widgets(seen) == look.widgets(replace(seen, popups=()))
    assert told.parts == [None]


def test_a_state_is_doubted_where_the_detector_sees_another_and_only_its_part_is_looked_at() -> None:
    ticked = Widget("checkbox", BOX, checked=True)
    seen = scene([ticked])
    for state, checked in (("on", True), ("off", None), ("mixed", None)):
        told = Told(Element("checkbox", BOX, 0.9, state, 0.9))
        assert LearnedLook(told).judged(seen, ticked).checked is checked
        assert told.parts == [BOX]


def test_a_box_of_unknown_state_is_likely_mixed_where_the_detector_sees_it_so() -> None:
    unknown = Widget("checkbox", BOX)
    for state, is_mixed in (("mixed", True), ("off", False), ("on", False)):
        look = LearnedLook(Told(Element("checkbox", BOX, 0.9, state, 0.9)))
        assert scene([unknown]).judged(unknown) == unknown
        seen = replace(scene([unknown]), second_look=look)
        assert seen.judged(unknown) == replace(unknown, is_mixed=is_mixed)
        told = replace(seen, widgets=(replace(unknown, checked=True),))
        assert not told.judged(unknown).is_mixed
        radio = replace(unknown, kind="radio")
        assert seen.judged(radio) == radio
    assert not LearnedLook(Told()).judged(scene([unknown]), unknown).is_mixed


def test_what_is_on_by_its_shape_alone_may_be_a_badge_or_an_icon() -> None:
    ticked = Widget("checkbox", BOX, checked=True)
    below, far = (replace(ticked, box=BOX.shift(across, 30), checked=False) for across in (0, 60))
    nothing, box = LearnedLook(Told()), Element("checkbox", BOX.grow(4), 0.5, "on", 0.9)
    assert nothing.judged(scene([ticked]), ticked).checked is None
    assert nothing.judged(scene([ticked, far]), ticked).checked is None
    assert nothing.judged(scene([ticked, below]), ticked) == ticked
    assert LearnedLook(Told(box)).judged(scene([ticked]), ticked) == ticked
    assert (
        LearnedLook(Told(Element("icon-button", box.box, 0.9))).judged(scene([ticked]), ticked).checked
        is None
    )
    entry = Element("menu-item", Box(10, 15, 150, 26), 0.9, "on", 0.9)
    assert LearnedLook(Told(entry)).judged(scene([ticked]), ticked) == ticked


def test_the_last_box_of_a_column_to_be_ticked_leaves_no_other_in_doubt() -> None:
    """In the second of two frames of GTK all are on, and the detector sees none of them."""
    pictures = Path(__file__).with_name("pictures")
    before, after = (
        Frame.from_rgb(np.asarray(Image.open(pictures / f"cells_ticked_{when}.png").convert("RGB")))
        for when in ("before", "after")
    )
    alone, reader = (ScreenReader().read(after), ScreenReader())
    assert [alone.judged(one).checked for one in alone.widgets if one.is_indicator] == [None] * 3
    first = reader.read(before)
    assert [first.judged(one).checked for one in first.widgets if one.is_indicator] == [True, False, True]
    then = reader.read(after)
    assert [then.judged(one).checked for one in then.widgets if one.is_indicator] == [True] * 3


@pytest.mark.parametrize("kind", ["badge", "record"])
def test_a_badge_and_a_record_icon_are_neither_ticked_nor_chosen(kind: str) -> None:
    canvas = Canvas(ground=245)
    for top in (20, 140):
        canvas.text("Some other text", 40, top)
    if kind == "badge":
        canvas.fill(Box(40, 80, 18, 18), (200, 40, 40))
        canvas.text("3", 45, 84, ink=255)
    else:
        cv2.circle(canvas.pixels, (49, 89), 8, (200, 30, 30), -1, cv2.LINE_AA)
    canvas.text("Messages", 66, 84)
    seen = ScreenReader().read(canvas.frame)
    for one in seen.widgets:
        assert not seen.judged(one).checked


@pytest.mark.parametrize("across", [True, False])
def test_who_sees_two_radio_buttons_of_a_group_on_does_not_know_their_look(*, across: bool) -> None:
    boxes = [Box(20, 20, 14, 14), Box(120, 20, 14, 14) if across else Box(20, 50, 14, 14)]
    on, off = (Widget("radio", box, checked=is_on) for box, is_on in zip(boxes, (True, False), strict=True))
    first, other = (Element("radio", box, 0.9, "on", 0.99) for box in boxes)
    assert LearnedLook(Told(first, other)).judged(scene([on, off]), off) == off
    # Where it takes the other one alone for on, or the shapes show none or two on, nobody knows.
    alone = Element("radio", boxes[0], 0.9, "off", 0.99)
    assert LearnedLook(Told(alone, other)).judged(scene([on, off]), off).checked is None
    assert (
        LearnedLook(Told(first, other)).judged(scene([replace(on, checked=False), off]), off).checked is None
    )
    assert LearnedLook(Told(first, other)).judged(scene([on, off]), replace(on, checked=True)).checked


def switched(text: str) -> Scene:
    """A pill with a disc at its left end, and a text beside that, in it."""
    canvas = Canvas()
    for x in (73, 117):
        cv2.circle(canvas.pixels, (x, 73), 13, (120,) * 3, -1)
    canvas.fill(Box(73, 60, 44, 27), 120)
    canvas.circle(Box(62, 62, 23, 23), edge=100)
    return Scene(canvas.frame, (Line(text, Box(88, 66, 8 * len(text), 14)),), ())


@pytest.mark.parametrize("text", ["OFF", "Aus", "O", "CO", "|"])
def test_a_switch_may_say_its_state_and_its_shape_be_read(text: str) -> None:
    (switch,) = LearnedLook(Told()).widgets(switched(text))
    assert switch.checked is False


@pytest.mark.parametrize("text", ["Low", "OK", "New"])
def test_a_tag_with_a_dot_before_its_text_is_no_switch(text: str) -> None:
    assert LearnedLook(Told()).widgets(switched(text)) == ()


@pytest.mark.parametrize(("text", "is_field"), [("783", True), ("Ada", True), ("O", False), ("OFF", False)])
def test_what_shape_and_detector_show_as_a_field_with_a_value_is_no_switch(
    text: str, *, is_field: bool
) -> None:
    """A thick caret in a short number looks like a knob."""
    plain = switched("|")
    (switch,) = LearnedLook(Told()).widgets(plain)
    field, seen = Widget("field", switch.box), Element("number", switch.box.grow(-1), 0.51)
    drawn = replace(plain, widgets=(field,))

    def look(*elements: Element) -> LearnedLook:
        return LearnedLook(Told(*elements), lambda _frame, box: Line(text, box))

    assert (look(seen).widgets(drawn) == (field,)) is is_field
    assert [one.checked for one in look().widgets(drawn)] == [False]
    assert False in [one.checked for one in look(seen).widgets(plain)]


def test_a_switch_whose_knob_and_track_agree_is_not_doubted() -> None:
    canvas, track = Canvas(), Box(60, 60, 50, 26)
    canvas.fill(track, (40, 120, 220))
    canvas.circle(Box(track.right - 24, track.top + 2, 23, 23), edge=100)
    (switch,) = find_switches(canvas.frame)
    look = LearnedLook(Told(Element("switch", track, 0.9, "off", 0.99)), toggles=Said(None, None, 0.9))
    assert look.judged(Scene(canvas.frame, (), (switch,)), switch) == switch
    assert look.widgets(Scene(canvas.frame, (), ())) == (switch,)
    gray = Canvas()
    gray.pixels[:] = canvas.pixels.mean(axis=2, keepdims=True)
    assert look.judged(Scene(gray.frame, (), (switch,)), switch).checked is None


@pytest.mark.parametrize(("kind", "is_one"), [("radio", True), ("switch", True), ("button", False)])
def test_a_small_switch_is_one_where_the_detector_sees_any_indicator(
    kind: ElementKind, *, is_one: bool
) -> None:
    """Ant Design's: its round end is held for a radio button."""
    picture = Image.open(Path(__file__).parent / "pictures" / "small_switch.png").convert("RGB")
    seen = Scene(Frame.from_rgb(np.asarray(picture)), (), ())
    told = Told(Element(kind, Box(12, 7, 18, 16), 0.32, "off", 0.65))
    switches = [one for one in LearnedLook(told).widgets(seen) if one.box == Box(12, 8, 24, 14)]
    assert [one.checked for one in switches] == ([False] if is_one else [])


def test_what_was_seen_to_turn_is_an_indicator_for_certain() -> None:
    ticked = Widget("checkbox", BOX, checked=True)
    assert LearnedLook(Told()).judged(scene([ticked]), ticked).checked is None
    assert LearnedLook(Told()).judged(scene([ticked]), ticked, turned=True) == ticked
    off = Element("checkbox", BOX, 0.9, "off", 0.9)
    assert LearnedLook(Told(off)).judged(scene([ticked]), ticked, turned=True).checked is None


@pytest.mark.parametrize(
    ("likelihood", "shape", "seen", "checked"),
    [
        (0.98, True, "off", True),
        (0.98, False, "on", None),
        (0.98, None, "on", True),
        (0.98, None, "off", None),
        (0.999, None, "off", True),
        (0.96, True, "off", None),
        (0.95, False, "off", False),
        (1.0, False, "off", False),
    ],
)
def test_a_third_opinion_settles_a_doubt_and_raises_none(
    *, likelihood: float, shape: bool | None, seen: str, checked: bool | None
) -> None:
    widget = Widget("checkbox", BOX, shape)
    told = Told(Element("checkbox", BOX, 0.9, seen, 0.9))
    look = LearnedLook(told, toggles=Said("checkbox", "on", likelihood))
    assert look.judged(scene([widget]), widget).checked is checked


def test_what_is_taken_for_mixed_by_the_third_opinion_and_another_is_unknown_and_likely_mixed() -> None:
    ticked = Widget("checkbox", BOX, checked=True)
    told = Told(Element("checkbox", BOX, 0.9, "mixed", 0.9))
    look = LearnedLook(told, toggles=Said("checkbox", "mixed", 0.98))
    assert look.judged(scene([ticked]), ticked) == Widget("checkbox", BOX, is_mixed=True)


def test_a_radio_button_whose_state_no_shape_tells_is_settled_as_a_box_is() -> None:
    unknown = Widget("radio", BOX)
    look = LearnedLook(Told(Element("radio", BOX, 0.9, "off", 0.9)), toggles=Said("radio", "off", 0.98))
    seen = replace(scene([unknown]), second_look=look)
    assert seen.judged(unknown) == replace(unknown, checked=False)


def test_what_is_no_toggle_for_the_third_opinion_is_judged_as_before() -> None:
    ticked = Widget("checkbox", BOX, checked=True)
    for state, checked in (("on", True), ("off", None)):
        told = Told(Element("checkbox", BOX, 0.9, state, 0.9))
        look = LearnedLook(told, toggles=Said(None, None, 0.999))
        assert look.judged(scene([ticked]), ticked).checked is checked


def test_what_stands_before_a_caption_is_looked_for_anew_only_where_the_screen_changed_there() -> None:
    reader = Said("checkbox", "on", 0.99)
    look = LearnedLook(Told(), toggles=reader)
    caption, rgb = Line("Newsletter", Box(120, 50, 80, 16), 0.99), np.zeros((120, 320, 3), np.uint8)

    def asked(frame: Frame) -> int:
        found = look.indicator_before(Scene(frame, (), ()), caption)
        assert found is not None
        assert (found.kind, found.checked) == ("checkbox", True)
        return reader.asked

    first = asked(Frame.from_rgb(rgb))
    assert asked(Frame.from_rgb(rgb)) == first
    rgb[5:9, 300:310] = 200  # far from there
    assert asked(Frame.from_rgb(rgb)) == first
    rgb[55, 100] = 200
    assert asked(Frame.from_rgb(rgb)) == 2 * first
