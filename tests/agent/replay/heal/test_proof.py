"""What is proved of a place by kind, name and neighbours, on scenes made by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from agent.errors import ModelFault
from agent.models.reader.model import ReaderModel
from agent.replay.heal.healer import Healer
from agent.replay.heal.position import stands_alike, stands_so
from agent.replay.heal.proof import Case, Unproved, names
from agent.replay.heal.proposal import NotHealed, Pointed
from agent.usage import Usage
from tests.agent.fakes import FakeModel, call
from tests.tools.scenes import SIZE, FakeParser, line, scene, widget
from tools.geometry import Box, Point
from tools.locate.element import element_at
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget

CLICK = call("left_click", coordinate=[150, 343]).partition("Action: left_click.\n")[2]
"""A call without a word beside it."""
LABELS = (line("Name", 40, 60), line("Street", 40, 100), line("Notes", 40, 140), line("Ready", 40, 560))


def form(*parts: Line | Widget, right: int = 0, down: int = 0, scale: float = 1.0) -> Scene:
    """Labels with some parts among them, all of it moved and enlarged."""

    def placed(box: Box) -> Box:
        left, top = right + round(scale * box.left), down + round(scale * box.top)
        return Box(left, top, round(scale * box.width), round(scale * box.height))

    return scene(*(replace(part, box=placed(part.box)) for part in (*LABELS, *parts)))


def button(text: str, left: int, top: int = 300) -> tuple[Widget, Line]:
    """A button with its caption."""
    width = 8 * len(text) + 40
    return widget("button", left, top, width, 30), line(text, left + 20, top + 7)


def icon(at: Point, shown: Scene, ink: int = 20) -> Scene:
    """The scene with a small drawing on it, 20 by 20 pixels."""
    rgb = shown.frame.rgb.copy()
    for row in range(20):
        rgb[at.y - 10 + row, at.x - 10 : at.x - 10 + 1 + (row * 7) % 19] = ink
    return Scene(Frame.from_rgb(rgb), shown.lines, shown.widgets)


def prove(before: Scene, old: Point, after: Scene, new: Point, reply: str | None = None) -> tuple[str, ...]:
    return Case(before, element_at(before, old), after, element_at(after, new)).prove(reply)


@pytest.mark.parametrize(
    "reply",
    [
        'Action: Click "Send".',
        "Action: Click Send.",
        "Action: Click the 'Send' button",
        "Action: Click “Send” below “Notes”.",
        'Action: Click "Save", which is now called "Send".',
        "I click the button Send, as told.",
        '<think>"Print" or "Send"?</think>Action: Click "Send".',
    ],
)
def test_a_reply_that_names_the_caption(reply: str) -> None:
    assert names("Send", f"{reply}\n{CLICK}", "Save")


@pytest.mark.parametrize(
    "reply",
    [
        "",
        'Action: Click "Save".',
        'Thought: I see "Send" and "Print".\nAction: Click "Print".',
        'Action: Click "Print" beside "Send".',
        'Action: Click "Send later".',
        "Action: Click the sender.",
        "<think>Send it</think>Here you are.",
        '<think>\nAction: Click "Send".\n</think>\nAction: Click "Print".',
        "<think>Send it",
    ],
)
def test_a_reply_that_names_another_or_none(reply: str) -> None:
    assert not names("Send", f"{reply}\n{CLICK}", "Save")


def test_a_caption_of_signs_alone_is_named_by_itself() -> None:
    assert names("=", "Action: Press =")
    assert not names("=", "Action: Press +")


def test_the_caption_of_a_check_box_is_the_check_box() -> None:
    shown = form(widget("checkbox", 40, 200, 14, 14, checked=False), line("I agree", 60, 199))
    by_caption, by_box = element_at(shown, Point(80, 206)), element_at(shown, Point(46, 206))
    assert by_caption == by_box
    assert (by_box.kind, by_box.label, by_box.box.width) == ("checkbox", "I agree", 14)


def test_a_greyed_out_check_box_is_known_by_its_caption() -> None:
    def shown(ink: int) -> Scene:
        made = form(widget("checkbox", 40, 200, 14, 14, checked=False), line("I agree", 60, 199))
        rgb = made.frame.rgb.copy()
        for one in made.lines:
            rgb[one.box.slices][2:12:2, ::2] = ink if one.text == "I agree" else 20
        return Scene(Frame.from_rgb(rgb), made.lines, made.widgets)

    at = Point(46, 206)
    assert "it is not greyed out" in prove(shown(20), at, shown(20), at)
    with pytest.raises(Unproved, match="greyed out"):
        prove(shown(20), at, shown(150), at)


def test_another_entry_of_a_list_is_another_choice() -> None:
    def cities(chosen: str) -> Scene:
        texts = (line("Austria", 310, 210), line(chosen, 310, 230), line("Ireland", 310, 250))
        return form(widget("field", 300, 200, 200, 90), *texts)

    before, after, at = cities("Germany"), cities("Greece"), Point(330, 238)
    assert element_at(before, at).kind == "text"
    with pytest.raises(Unproved, match="another entry of a list"):
        prove(before, at, after, at, 'Action: Click "Greece".')
    assert "as before" in prove(before, at, cities("Germany"), at)[1]


@pytest.mark.parametrize("caption", ["Cancel", "Cance1", "Loschen"])
def test_what_may_take_something_back_is_no_new_name(caption: str) -> None:
    before, after = form(*button("Save", 300)), form(*button(caption, 300))
    with pytest.raises(Unproved, match="takes something back"):
        prove(before, Point(330, 315), after, Point(330, 315), f'Action: Click "{caption}".')


def test_another_kind_of_thing_is_not_the_one() -> None:
    before, after = form(*button("Save", 300)), form(line("Save", 320, 307))
    with pytest.raises(Unproved, match="is a text, and the target was a button"):
        prove(before, Point(330, 315), after, Point(330, 315))


def test_a_text_that_nearly_reads_the_same_is_not_taken_for_it() -> None:
    before, after = form(*button("Mail to customers", 300)), form(*button("Mall to customers", 300))
    with pytest.raises(Unproved, match="on the screen as well"):
        prove(before, Point(330, 315), after, Point(330, 315), 'Action: Click "Mall to customers".')


def test_what_bears_no_text_is_believed_only_where_it_stood_among_its_neighbours() -> None:
    old = Point(400, 100)
    before = icon(old, form())
    assert element_at(before, old).kind == "picture"
    moved = Point(430, 120)
    after = icon(moved, form(right=30, down=20))
    assert "it stands to its neighbours as before" in prove(before, old, after, moved)
    with pytest.raises(Unproved, match="nothing to be seen"):
        prove(before, old, form(right=30, down=20), moved)
    aside = Point(458, 120)  # the next icon of the toolbar
    with pytest.raises(Unproved, match="does not stand to its neighbours"):
        prove(before, old, icon(aside, form(right=30, down=20)), aside)
    with pytest.raises(Unproved, match="several that look like it"):
        prove(before, old, icon(aside, after), moved)
    with pytest.raises(Unproved, match="the target bore no text"):
        prove(
            form(widget("button", 300, 300, 60, 30)),
            Point(320, 315),
            form(*button("Save", 300)),
            Point(330, 315),
        )


@pytest.mark.parametrize(
    ("right", "down", "scale"), [(0, 0, 1.0), (90, -40, 1.0), (10, 5, 1.3), (60, 30, 0.8)]
)
def test_neighbours_find_what_moved_and_grew_with_them(right: int, down: int, scale: float) -> None:
    before = form(*button("Clear", 180), *button("Save", 300))
    after = form(*button("Clear", 180), *button("Send", 300), right=right, down=down, scale=scale)
    [found] = stands_alike(before, element_at(before, Point(330, 315)), after)
    assert found.label == "Send"


def test_neighbours_find_nothing_where_the_target_is_gone() -> None:
    before = form(*button("Clear", 180), *button("Save", 300))
    target = element_at(before, Point(330, 315))
    assert stands_alike(before, target, form(*button("Clear", 180))) == []
    assert stands_alike(before, target, form(*button("Clear", 180), *button("Send", 640, 480))) == []
    unknown = scene(*button("Send", 300))  # not one text of the recorded screen
    assert stands_alike(before, target, unknown) == []
    assert not stands_so(before, target, unknown, Box(300, 300, 72, 30))


def test_another_page_of_the_same_window_is_not_healed_on() -> None:
    def page(*texts: str) -> Scene:
        tabs = [line(text, 40 + 90 * place, 20) for place, text in enumerate(("General", "Places", "Notes"))]
        rows = [line(text, 40, 80 + 40 * row) for row, text in enumerate(texts)]
        fields = [widget("field", 200, 76 + 40 * row, 300) for row in range(len(texts))]
        return scene(*tabs, *rows, *fields, *button("Clear", 60, 560), *button("Save", 180, 560))

    before, after = page("Street", "City", "Postcode", "Land"), page("Full name", "E-mail", "Phone", "Fax")
    assert element_at(before, Point(300, 88)).label == "Street"
    assert stands_alike(before, element_at(before, Point(300, 88)), after) == []
    renamed = page("Road", "City", "Postcode", "Land")
    [found] = stands_alike(before, element_at(before, Point(300, 88)), renamed)
    assert found.label == "Road"


def test_a_field_is_called_by_its_label_and_not_by_what_is_in_it() -> None:
    shown = form(widget("field", 200, 400, 300), line("12 Analytical Road", 206, 404))
    assert element_at(shown, Point(300, 412)).label == ""


def test_a_click_on_a_caption_goes_into_the_box() -> None:
    shown = [
        form(widget("checkbox", 40, 200, 14, 14, checked=False), line(text, 60, 199))
        for text in ("I agree", "I accept all of it")
    ]
    model = FakeModel([f'Action: Tick "I accept all of it".\n{CLICK}'])
    healer = Healer(model, FakeParser(*shown))
    found = healer.point(shown[0].frame, Point(46, 206), "Tick it.", shown[1].frame)
    assert isinstance(found, Pointed)
    assert shown[1].widgets[0].box.contains(found.point)


def test_the_reader_does_not_guess_among_entries_of_a_menu() -> None:
    menu = [form(*(line(text, 300, 200 + 20 * row) for row, text in enumerate(texts)))
            for texts in (("Open", "Save", "Close"), ("Open", "Send", "Close"))]  # fmt: skip
    found = Healer(ReaderModel(), FakeParser(*menu)).point(
        menu[0].frame, Point(310, 228), "Click.", menu[1].frame
    )
    assert isinstance(found, NotHealed)
    assert "an entry of a list" in found.why


def test_a_model_that_scrolls_or_drags_points_at_nothing() -> None:
    shown = form(*button("Save", 300))
    for reply in (
        call("scroll", pixels=50, coordinate=[400, 525]),
        call("mouse_move", coordinate=[400, 525]),
    ):
        found = Healer(FakeModel([reply]), FakeParser(shown)).point(
            shown.frame, Point(330, 315), "", shown.frame
        )
        assert isinstance(found, NotHealed)
        assert "is no click" in found.why


def test_a_frame_of_another_size_is_read_like_any_other() -> None:
    small = Frame.from_rgb(np.full((SIZE.height // 2, SIZE.width // 2, 3), 200, np.uint8))
    before, after = form(*button("Save", 300)), Scene(small, (), ())
    found = Healer(ReaderModel(), FakeParser(before, after)).point(before.frame, Point(330, 315), "", small)
    assert isinstance(found, NotHealed)


def test_what_was_used_counts_whatever_came_of_it() -> None:
    shown, used = form(*button("Save", 300)), Usage(prompt=900, reply=30)
    fault = ModelFault("connection lost", Usage(prompt=900))
    said = f'Action: Click "Save".\n{call("left_click", coordinate=[412, 525])}'
    for reply, usage in (
        (said, used),
        ("no call", used),
        (fault, fault.usage),
        (ModelFault("gone"), Usage()),
    ):
        healer = Healer(FakeModel([reply], used), FakeParser(shown))
        found = healer.point(shown.frame, Point(330, 315), "", shown.frame)
        assert isinstance(found, Pointed) == (reply is said)
        assert found.usage == usage
