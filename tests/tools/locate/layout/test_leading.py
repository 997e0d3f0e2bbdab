"""Captions before their indicators, in a row that begins with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import line, painted, scene, widget
from tools.geometry import Box
from tools.locate.errors import Ambiguous
from tools.locate.indicators import find_indicator
from tools.locate.layout.labels import captions_of, indicator_of
from tools.locate.layout.leading import placing
from tools.locate.locator import Locator
from tools.see.scene import Line

if TYPE_CHECKING:
    from tools.see.scene import Widget

FRAU, HERR, DR = line("Frau", 20, 20), line("Herr", 104, 20), line("Dr.", 188, 20)
MARKS = [widget("radio", left, 20, 16, 16, checked=False) for left in (62, 146, 222)]
ROW = (FRAU, MARKS[0], HERR, MARKS[1], DR, MARKS[2])
"""Ten pixels from a caption to its own button, 26 to the next caption."""


def spaced(own: int, other: int, *, last: bool = True) -> tuple[Line | Widget, ...]:
    """Captions with so many pixels before their buttons, and behind them."""
    parts: list[Line | Widget] = []
    left = 20
    for text in ("Frau", "Herr", "Dr."):
        caption = line(text, left, 20)
        button = widget("radio", caption.box.right + own, 20, 16, 16, checked=False)
        parts += [caption, button]
        left = button.box.right + other
    return tuple(parts if last else parts[:-1])


def test_captions_stand_before_where_they_are_far_nearer_to_those_buttons() -> None:
    page = scene(*ROW)
    assert [indicator_of(page, caption) for caption in (FRAU, HERR, DR)] == MARKS
    assert [captions_of(page, mark) for mark in MARKS] == [(FRAU,), (HERR,), (DR,)]


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (10, 26, "before"),
        (10, 15, "before"),
        (10, 14, "open"),
        (10, 10, "open"),
        (14, 10, "open"),
        (15, 10, "behind"),
    ],
)
def test_the_distances_tell(own: int, other: int, expected: str) -> None:
    row = spaced(own, other)
    caption = row[2]
    assert isinstance(caption, Line)
    assert placing(scene(*row), caption) == expected


def test_where_they_do_not_the_step_says_so() -> None:
    page = scene(*spaced(10, 10))
    with pytest.raises(Ambiguous, match='say Click "Herr", which clicks the text'):
        find_indicator(page, Locator("Herr"))


@pytest.mark.parametrize(
    "row",
    [
        ROW[1:],  # begins with an indicator
        ROW[:-1],  # ends with a text
        (line("Title", -60, 20), *ROW[1:]),  # further off than a caption
        (*ROW, widget("field", 244, 16, 80)),
        (*ROW[:3], widget("field", 143, 16, 30), *ROW[4:]),
    ],
)
def test_in_any_other_row_they_stand_behind(row: tuple[Line | Widget, ...]) -> None:
    page = scene(*row)
    assert placing(page, HERR) == "behind"
    assert indicator_of(page, HERR) == MARKS[0]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (Box(222, 20, 16, 16), "before"),
        (Box(222, 20, 60, 16), "behind"),  # a text
        (Box(222, 26, 4, 4), "behind"),
        (Box(290, 20, 16, 16), "behind"),  # far away
    ],
)
def test_the_last_button_need_not_be_made_out(drawn: Box, expected: str) -> None:
    page = painted(*ROW[:-1], marks=(drawn,))
    assert placing(page, HERR) == expected


def test_one_text_and_its_indicator_are_no_row() -> None:
    assert placing(scene(*ROW[:2]), FRAU) == "behind"
