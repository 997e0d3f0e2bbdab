"""Captions that are no line by themselves, and what they must not be taken for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.tools.scenes import Told, line, scene, widget
from tools.geometry import Box
from tools.locate.candidates.captions import _begins_otherwise, captions
from tools.locate.errors import NotFound
from tools.locate.find import find
from tools.locate.indicators import find_indicator
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.scene import Line

if TYPE_CHECKING:
    from tools.see.scene import Scene


def refused(page: Scene, text: str) -> bool:
    """Whether nothing is found by that name."""
    try:
        find(page, Locator(text))
    except NotFound:
        return True
    return False


def test_a_caption_in_two_lines_on_a_button() -> None:
    page = scene(line("Confirm and", 30, 24), line("place order", 30, 42), widget("button", 20, 20, 120, 44))
    assert find(page, Locator("Confirm and place order")).box.top == 20
    assert refused(page, "Confirm and place")


def test_a_line_of_a_buttons_caption_is_not_its_name() -> None:
    two = (line("Delete", 30, 24), line("all", 42, 42), widget("button", 20, 20, 70, 44))
    page = scene(*two)
    with pytest.raises(NotFound, match="only one line of a button's caption"):
        find(page, Locator("Delete"))
    assert refused(page, "all")
    assert find(page, Locator("Delete all")).box.top == 20
    one = (line("Delete", 30, 124), widget("button", 20, 120, 70))
    assert find(scene(*two, *one), Locator("Delete")).box.top == 120
    key = (
        line("7", 40, 24),
        replace(line("PgUp", 20, 46), box=Box(20, 46, 30, 8)),
        widget("button", 15, 20, 60, 44),
    )
    assert find(scene(*key), Locator("7")).box.top == 20


def test_a_wrapped_caption_of_a_check_box_is_named_by_all_of_it() -> None:
    page = scene(
        widget("checkbox", 20, 22, 13, 13),
        line("I have read", 40, 20),
        line("all of it", 20, 38),
        widget("checkbox", 20, 58, 13, 13),
        line("and agree", 40, 56),
    )
    assert find_indicator(page, Locator("I have read all of it")).box.top == 22
    with pytest.raises(NotFound):
        find_indicator(page, Locator("I have read all of it and agree"))


def test_a_wrapped_label_below_another_is_one_by_its_space_or_its_field() -> None:
    near = (line("Surname", 20, 20), line("Postal", 20, 54), line("code:", 20, 72))
    assert "Postal code:" in {one.text for one in captions(scene(*near), "Postal code")}
    even = (line("Surname", 20, 20), line("Custom", 20, 38), line("er", 20, 56))
    field = widget("field", 120, 44, 200)
    assert "Custom er" in {one.text for one in captions(scene(*even, field), "Customer")}
    texts = {one.text for one in captions(scene(*even), "Customer")}
    assert texts == {"Surname Custom er"}, "it may be one text of three lines"


def test_entries_of_a_list_are_no_wrapped_caption() -> None:
    lines = (line("New", 30, 30), line("York", 30, 46))
    assert refused(scene(*lines, widget("field", 20, 20, 200, 200)), "New York")
    assert not refused(scene(*lines), "New York")


def test_a_text_is_all_that_goes_on() -> None:
    page = scene(line("one", 30, 30), line("two", 30, 46), line("three", 30, 62))
    assert refused(page, "one two")
    assert refused(page, "two three")
    assert find(page, Locator("one two three")).line.box.top == 30


def test_pieces_beside_each_other() -> None:
    page = scene(line("Pick a", 20, 20), line("fruit", 76, 20), line("Edit", 200, 20))
    assert find(page, Locator("Pick a fruit")).line.box.width == 96
    assert refused(page, "fruit Edit")
    buttons = scene(*page.lines, widget("button", 15, 16, 56), widget("button", 73, 16, 50))
    assert refused(buttons, "Pick a fruit")


def test_a_word_of_a_line_in_one_style_is_no_caption() -> None:
    page = scene(line("Save as", 20, 20))
    assert refused(page, "Save")
    assert list(captions(page, "Save")) == []


def test_a_line_by_itself_comes_first() -> None:
    page = scene(line("Save", 20, 20), line("as", 58, 20), line("Save as", 20, 80))
    assert find(page, Locator("Save as")).line.box.top == 80


def test_a_part_of_a_button_is_not_asked_for() -> None:
    class Never:
        def weigh(self, _: str) -> float:
            return -99.0

        def read(self, _: object) -> None:
            raise AssertionError("it is a button's caption")

    page = scene(widget("button", 10, 16, 100), replace(line("Save as", 20, 20), evidence=Never()))  # type: ignore[arg-type]
    assert refused(page, "Save")


def test_what_was_read_with_an_indicator_in_the_middle_is_its_caption_behind_it() -> None:
    read, switch = line("EURNight", 20, 20), widget("checkbox", 50, 20, 26, 14)
    page = scene(replace(read, box=Box(20, 18, 140, 20), evidence=Told(())), switch)
    assert Box(77, 18, 83, 20) in [one.box for one in captions(page, "Night")]


def test_a_caption_that_two_ways_find_in_a_line_is_one() -> None:
    class Same(Told):
        def read(self, box: Box) -> Line:
            return Line("Night", box)

    switch = widget("checkbox", 18, 20, 28, 14)
    page = scene(Line("ONight", Box(16, 16, 110, 24), evidence=Same(())), switch)
    pixels = page.frame.rgb.copy()
    pixels[20:34, 18:46] = 20
    for left in range(56, 120, 8):
        pixels[21:33, left : left + 6] = 20
    drawn = replace(page, frame=Frame.from_rgb(np.ascontiguousarray(pixels)))
    assert [one.text for one in captions(drawn, "Night")] == ["Night"]


@pytest.mark.parametrize(
    ("read", "text", "may_be"),
    [
        ("QInstall", "Install", True),
        ("\u2605 Customers", "Customers", True),
        ("Q Install", "Install", False),  # a word
        ("Wi Ve", "Ve", False),
        ("\u767d Help", "Help", True),  # a word of another script
        ("Install", "Install", False),
    ],
)
def test_a_sign_before_a_caption_may_be_a_picture_where_it_is_no_word(
    read: str, text: str, *, may_be: bool
) -> None:
    assert _begins_otherwise(read, text) is may_be
