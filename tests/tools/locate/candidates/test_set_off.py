"""Captions that are set off from the one before, by the widest gap of their line."""

from __future__ import annotations

import pytest

from tests.tools.locate.candidates.written import MONO, Page
from tools.geometry import Box
from tools.locate.candidates.parts import parts_of
from tools.locate.candidates.set_off import begins_caption


def parts(page: Page) -> list[str]:
    return [part.text for part in parts_of(page.scene(), page.lines[0])]


@pytest.mark.parametrize(("captions", "gap", "cut"), [
    (("Whole words only", "Payment"), 5, True),
    (("Whole words only", "Payment"), 2, False),
    (("Whole words only", "payment"), 5, False),
    (("Whole", "Payment"), 5, False),
])  # fmt: skip
def test_behind_a_boxs_caption_the_label_of_what_comes_next_may_stand_close(
    captions: tuple[str, ...], gap: int, *, cut: bool
) -> None:
    page = Page().write(*captions, gap=gap)
    box = page.lines[0].box
    assert parts(page) == [], "nothing beside it"
    page.widget("checkbox", Box(box.left - 18, box.center.y - 7, 14, 14))
    assert parts(page) == [], "nothing behind it"
    page.widget("radio", Box(box.right + 4, box.center.y - 7, 14, 14))
    assert parts(page) == (list(captions) if cut else [])


def test_a_gap_that_is_wider_than_all_others_needs_no_space_to_be_told_from_letters() -> None:
    """ "Tove Jansson" in Tk: there a space before a J is hardly wider than what is between two letters."""
    page = Page().write("Ve", "VA AV AV", gap=20)
    assert parts(page) == ["Ve", "VA AV AV"]


@pytest.mark.parametrize("caption", ["Il 1 I", "A i Ii", "Save  As  Il"])
def test_in_a_fixed_width_font_a_gap_is_as_wide_as_others(caption: str) -> None:
    assert parts(Page(MONO).write(caption)) == []


def test_a_caption_begins_with_no_small_letter_and_no_sign_alone() -> None:
    assert [word for word in ("Payment", "payment", "1", "2nd", "A") if begins_caption(word)] == [
        "Payment",
        "2nd",
    ]
