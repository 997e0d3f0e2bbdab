"""The mark that an entry bears, and those near it that are something else's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from tests.tools.scenes import line, scene, widget
from tests.tools.see.canvas import INK, Canvas
from tools.geometry import Box, Size
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.expanders import expander_of, find_by_path, find_entry, told_by_mark
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene, Widget

ENTRY = line("Autumn", 200, 100)


def screen(*parts: Line | Widget, opened: tuple[int, ...] = (), closed: tuple[int, ...] = ()) -> Scene:
    """The entry, and triangles at these columns."""
    canvas = Canvas(Size(800, 600))
    for left in opened:
        canvas.triangle(Box(left, 105, 9, 5))
    for left in closed:
        corners = np.array([(left, 103), (left, 113), (left + 5, 108)], np.int32)
        cv2.fillPoly(canvas.pixels, [corners], (INK,) * 3)
    return replace(scene(ENTRY, *parts), frame=canvas.frame)


def test_an_entry_bears_the_mark_before_it() -> None:
    mark = expander_of(screen(closed=(185,)), ENTRY.box)
    assert mark is not None
    assert (mark.fold, mark.box.left) == ("closed", 185)


@pytest.mark.parametrize("kind", ["field", "dropdown", "button"])
def test_a_mark_in_something_else_is_not_its_own(kind: str) -> None:
    beside = widget(kind, 110, 96, 72)  # type: ignore[arg-type]
    assert expander_of(screen(beside, opened=(166,)), ENTRY.box) is None
    mark = expander_of(screen(beside, opened=(166,), closed=(188,)), ENTRY.box)
    assert mark is not None
    assert (mark.fold, mark.box.left) == ("closed", 188)


def test_a_list_around_both_and_a_frame_around_the_mark_are_nothing_else() -> None:
    assert expander_of(screen(widget("field", 150, 40, 300, 200), closed=(185,)), ENTRY.box) is not None
    assert expander_of(screen(widget("button", 180, 100, 16, 16), closed=(185,)), ENTRY.box) is not None


@pytest.mark.parametrize("far", [3, 9])
def test_a_mark_behind_another_text_is_not_its_own(far: int) -> None:
    before = line("Home", 185 - far - 32, 100)
    assert expander_of(screen(before, closed=(185,)), ENTRY.box) is None


def test_a_text_further_off_or_a_line_of_the_tree_takes_no_mark() -> None:
    assert expander_of(screen(line("Inbox", 120, 100), closed=(185,)), ENTRY.box) is not None
    assert expander_of(screen(line("L", 174, 100), closed=(185,)), ENTRY.box) is not None


def test_a_mark_in_the_midst_of_a_line_is_not_its_own() -> None:
    path = line("Home > Autumn", 144, 100)
    assert expander_of(screen(path, closed=(185,)), ENTRY.box) is None
    assert expander_of(screen(line("> Autumn", 184, 100), closed=(185,)), ENTRY.box) is not None


def test_of_two_places_the_only_one_with_a_mark_can_be_opened() -> None:
    status = line("Autumn", 400, 300)
    page = screen(status, closed=(185,))
    assert find_entry(page, Locator("Autumn")).line == ENTRY
    assert told_by_mark(page, Locator("Autumn"), or_menu=True) is not None
    assert find_entry(page, Locator("Autumn", ordinal=2)).line == status
    with pytest.raises(Ambiguous):
        find_entry(screen(status), Locator("Autumn"))


def test_a_caption_of_a_menu_bar_may_be_meant_as_well() -> None:
    bar = [line("Autumn", 20, 4), line("View", 90, 4)]
    page = screen(*bar, closed=(185,))
    assert told_by_mark(page, Locator("Autumn"), or_menu=True) is None
    assert find_entry(page, Locator("Autumn")).line == ENTRY


def tree(*rows: tuple[str, int, str]) -> Scene:
    """Rows of a tree: what each says, how deep it is, and its triangle, if any."""
    canvas, lines = Canvas(Size(800, 600)), []
    for number, (text, depth, mark) in enumerate(rows):
        left, top = 100 + 20 * depth, 100 + 25 * number
        lines.append(line(text, left + 15, top))
        if mark == "open":
            canvas.triangle(Box(left, top + 5, 9, 5))
        elif mark:
            corners = np.array([(left, top + 3), (left, top + 13), (left + 5, top + 8)], np.int32)
            cv2.fillPoly(canvas.pixels, [corners], (INK,) * 3)
    return replace(scene(*lines), frame=canvas.frame)


ADLER = (("Adler", 0, "open"), ("Offers", 1, "closed"), ("Bills", 1, "closed"))


def test_an_entry_is_looked_for_under_the_one_that_it_belongs_to() -> None:
    page = tree(*ADLER, ("Cohen", 0, "open"), ("Offers", 1, "closed"), ("Bills", 1, "closed"))
    for name, top in (("Adler", 125), ("Cohen", 200)):
        assert find_by_path(page, [Locator(name), Locator("Offers")]).line.box.top == top
    with pytest.raises(Ambiguous):
        find_entry(page, Locator("Offers"))


@pytest.mark.parametrize("rows", [(*ADLER, ("Cohen", 0, "closed")), (("Cohen", 0, "closed"), *ADLER)])
def test_an_entry_of_another_is_not_the_one_that_is_yet_to_be_opened(rows: tuple) -> None:  # type: ignore[type-arg]
    with pytest.raises(NotFound, match="not under the entry"):
        find_by_path(tree(*rows), [Locator("Cohen"), Locator("Offers")])
