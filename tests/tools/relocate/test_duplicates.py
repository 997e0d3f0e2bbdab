"""More of what a target is known by than was recorded is a stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.relocate.drawn import PARSER, Drawing
from tools.relocate.crops import crop_of
from tools.relocate.duplicates import duplicate
from tools.relocate.snapshot import snapshot_of

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.relocate.result import NotLocated


def asked(before: Drawing, after: Drawing, box: Box, now: Box | None = None) -> NotLocated | None:
    """What speaks against the place where the target's label is now."""
    wanted = snapshot_of(before.shot(), box.center, PARSER)
    return duplicate(wanted, crop_of(wanted) or box, now or box, PARSER.read(after.shot()))


def page(*texts: tuple[str, tuple[int, int]], scale: float = 0.5) -> Drawing:
    drawing = Drawing()
    for text, at in texts:
        drawing.text(text, at, scale=scale)
    return drawing


SAVE = ("Save", (100, 100))


def test_the_only_one_is_no_duplicate() -> None:
    before = page(SAVE)
    assert asked(before, page(SAVE, ("Cancel", (200, 100))), before.lines[0].box) is None


@pytest.mark.parametrize("again", ["Save", "save", "Sav\u00e9"])
def test_a_text_that_reads_like_it_or_may_be_it_is_one_more(again: str) -> None:
    before = page(SAVE)
    found = asked(before, page(SAVE, (again, (300, 200))), before.lines[0].box)
    assert found is not None
    assert found.why == "several"


def test_what_was_there_twice_before_may_be_there_twice_again() -> None:
    before = page(SAVE, ("Saves", (300, 200)))
    after = page(SAVE, ("Saves", (300, 260)))
    assert asked(before, after, before.lines[0].box) is None


def test_a_copy_in_the_size_of_now_that_is_not_read_is_one_more() -> None:
    """On a photograph a reader may miss a text, and no two places have equal pixels."""
    before = page(("Back", (100, 100)))
    after = page(("Back", (200, 60)), scale=0.65)
    now = after.lines[0].box
    after.pixels[280:340, 180:400] = 190
    after.text("Back", (200, 300), scale=0.65)
    after.lines.pop()
    found = asked(before, after, before.lines[0].box, now)
    assert found is not None
    assert "2 places" in found.message


def test_a_text_that_only_looks_like_it_is_read_and_so_is_none() -> None:
    before = page(("Invoice 1041", (100, 100)), ("Invoice 1047", (100, 200)))
    after = page(("Invoice 1041", (200, 60)), ("Invoice 1047", (200, 160)), scale=0.65)
    assert asked(before, after, before.lines[0].box, after.lines[0].box) is None


def test_rows_with_equal_texts_come_and_go() -> None:
    before = page(("Open", (100, 100)), ("Open", (100, 140)))
    after = page(("Open", (100, 100)), ("Open", (100, 140)), ("Open", (100, 180)))
    assert asked(before, after, before.lines[0].box) is None, "the rest of the row tells which is meant"


def test_a_second_field_of_the_name_is_one_more() -> None:
    before, after = Drawing(), Drawing()
    field = before.field("Given name", "", (40, 60))
    after.field("Given name", "", (40, 60))
    assert asked(before, after, field) is None
    after.field("Given name", "", (40, 160))
    assert asked(before, after, field) is not None
