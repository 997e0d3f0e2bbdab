"""Which of equal texts are meant by where they are: no answer where two are as good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.models.reader.step_parser import parse_step
from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.locate.candidates.related import related
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.find import find

if TYPE_CHECKING:
    from tools.locate.locator import Locator


def target(words: str) -> Locator:
    """The target of `Click` and these words."""
    return parse_step(f"Click {words}").target  # type: ignore[union-attr]  # it is a Click


def test_a_text_with_equal_ones_on_both_sides_does_not_say_which() -> None:
    row = scene(line("Path", 20, 20), line("Open", 100, 20), line("Copy to", 150, 20), line("Open", 400, 20))
    assert find(row, target('"Open" next to "Path"')).line.box.left == 100
    with pytest.raises(NotFound, match="2 places are equally good"):
        find(row, target('"Open" next to "Copy to"'))
    assert find(row, target('"Open" right of "Copy to"')).line.box.left == 400


def test_two_rows_with_the_same_name_do_not_say_which() -> None:
    page = scene(
        line("Total", 20, 20), line("Edit", 200, 20), line("Total", 20, 60), line("Edit", 150, 60)
    )  # fmt: skip
    with pytest.raises(NotFound, match="2 places are equally good"):
        find(page, target('"Edit" next to "Total"'))
    assert find(page, target('"Edit" next to the second "Total"')).line.box.top == 60


def test_a_heading_says_more_than_a_title_of_the_same_name() -> None:
    texts = [line("Sending", 300, 0), line("Billing", 20, 20), line("Sending", 20, 120)]
    towns = [line("Town", 20, top) for top in (50, 150)]
    fields = [widget("field", 100, top - 4, 200) for top in (50, 150)]
    page = scene(*texts, *towns, *fields)
    assert find_field(page, target('"Town" in "Sending"')).box.top == 146
    anchors = [texts[0].box, texts[2].box]
    assert related(page, "in", [town.box for town in towns], anchors, nearest=False) == [0, 1]


def test_what_another_group_has_is_not_in_this_one() -> None:
    page = scene(
        line("Billing", 16, 20), line("Town", 20, 54), widget("field", 120, 50, 200),
        line("Sending", 16, 100), line("Fax", 20, 134), widget("field", 120, 130, 200),
    )  # fmt: skip
    assert find_field(page, target('"Fax" in "Sending"')).box.top == 130
    with pytest.raises(NotFound, match="but not there"):
        find_field(page, target('"Fax" in "Billing"'))


def test_two_in_one_group_are_as_good() -> None:
    page = scene(
        line("Billing", 16, 20), line("Town", 20, 54), widget("field", 120, 50, 200),
        line("Town", 20, 84), widget("field", 120, 80, 200),
    )  # fmt: skip
    with pytest.raises(NotFound, match="2 places are equally good"):
        find_field(page, target('"Town" in "Billing"'))
    assert find_field(page, target('the second "Town" in "Billing"')).box.top == 80


def test_the_group_is_asked_before_what_is_nearest() -> None:
    page = scene(
        line("Billing", 16, 20), line("Map", 20, 54), line("Town", 20, 84), widget("field", 120, 80, 200),
        line("Sending", 16, 120), line("Town", 20, 150), widget("field", 120, 146, 200),
        line("Map", 20, 180), widget("field", 120, 176, 200),
        line("Town", 20, 210), widget("field", 120, 206, 200),
    )  # fmt: skip
    assert find_field(page, target('"Town" below "Map" in "Sending"')).box.top == 206


@pytest.mark.parametrize(("heading", "left"), [("Customer Alpha", 262), ("Customer Bravo", 802)])
def test_equal_windows_side_by_side(heading: str, left: int) -> None:
    """Centred headings, with the labels far left of them."""
    page = scene(
        line("Customer Alpha", 184, 80), line("Name", 140, 104), widget("field", 180, 102, 164, 20),
        line("Customer Bravo", 624, 80), line("Name", 580, 104), widget("field", 620, 102, 164, 20),
    )  # fmt: skip
    assert find_field(page, target(f'"Name" in "{heading}"')).box == Box(
        180 if left < 600 else 620, 102, 164, 20
    )
