"""What is left to be seen of a typed text in a cell is that text; read by the real recogniser."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from agent.replay.live.compare.screens.remnants import is_remnant
from agent.replay.live.compare.screens.screens import Screens
from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.compare.texts.typed_texts import TypedTexts
from tests.agent.replay.live.compare.screens.screens import said
from tools.observation import Frame
from tools.see.ocr import ScreenReader, shared_reader

if TYPE_CHECKING:
    from collections.abc import Sequence

FONT = ImageFont.truetype("DejaVuSans.ttf", 13)
WHITE, BLACK, GRID, FRAME = (255, 255, 255), (0, 0, 0), (192, 192, 192), (53, 132, 228)
LEFT, TOP, WIDE, HIGH = 40, 60, 82, 19
NAME = "Katherine Johnson"


@cache
def sheet(name: str, amount: str = "", *, cut: bool = False, at: int | None = None) -> Frame:
    """A sheet with a name in its first cell, and the frame around another cell of that row.

    Args:
        name: What the first cell shows, over the second one where that is empty.
        amount: What stands in the second cell.
        cut: Whether the name ends with its cell.
        at: The column of the chosen cell; None: the next row's.
    """
    picture = Image.new("RGB", (640, 200), WHITE)
    draw = ImageDraw.Draw(picture)
    for column in range(1, 7):
        draw.line((LEFT - 2 + WIDE * column, 20, LEFT - 2 + WIDE * column, 180), GRID)
    for row in range(7):
        draw.line((LEFT - 2, 22 + HIGH * row, 630, 22 + HIGH * row), GRID)
    draw.text((LEFT, 24), "Name", BLACK, FONT)
    draw.text((LEFT + WIDE, 24), "Amount", BLACK, FONT)
    end = LEFT + round(FONT.getlength(name))
    draw.rectangle((LEFT, TOP + 1, end, TOP + HIGH - 1), WHITE)
    draw.text((LEFT, TOP + 1), name, BLACK, FONT)
    if cut:
        draw.rectangle((LEFT - 2 + WIDE, TOP + 1, LEFT - 3 + 2 * WIDE, TOP + HIGH - 1), WHITE)
    draw.text((LEFT - 5 + 2 * WIDE - round(FONT.getlength(amount)), TOP + 1), amount, BLACK, FONT)
    if at is not None:
        left = LEFT - 3 + WIDE * at
        draw.rectangle((left, TOP - 1, left + WIDE + 2, TOP + HIGH + 1), outline=FRAME, width=3)
    return Frame.from_rgb(np.asarray(picture))


def run(*frames: Frame) -> Screens:
    reader = shared_reader()
    return Screens(frames[:-1], reader.read(frames[-1]), reader)


def reason(then: Sequence[Frame], now: Sequence[Frame], typed: str) -> str | None:
    wording = Wording(typed=TypedTexts((("Grace", typed), ("75", "85670"))))
    return said(run(*then), run(*now), wording).reason


@pytest.mark.parametrize("name", [NAME, "Mary Somerville of J.", "Grace Hopper", "Sofia Kowalewska"])
@pytest.mark.parametrize(("amount", "cut", "at"), [("", False, 1), ("85670", True, None), ("85670", True, 2)])
def test_a_name_under_a_cells_frame_or_cut_by_the_next_cell_is_that_name(
    name: str, amount: str, at: int | None, *, cut: bool
) -> None:
    then = sheet("Grace"), sheet("Grace", "75" if amount else "", at=at)
    assert reason(then, (sheet(name), sheet(name, amount, cut=cut, at=at)), name) is None


@pytest.mark.parametrize(
    "shown", ["Katharine Johnson", "Katherine Johnso", "Katherine Johnston", "Kathrine Johnson"]
)
@pytest.mark.parametrize(("amount", "cut", "at"), [("", False, None), ("", False, 1)])
def test_another_name_in_its_cell_is_another_name(
    shown: str, amount: str, at: int | None, *, cut: bool
) -> None:
    then = sheet("Grace"), sheet("Grace", amount, at=at)
    assert reason(then, (sheet(NAME), sheet(shown, amount, cut=cut, at=at)), NAME) is not None


def test_what_was_never_seen_whole_proves_nothing() -> None:
    then = sheet("Grace"), sheet("Grace", "75")
    cut = sheet(NAME, "85670", cut=True)
    assert reason(then, (cut, cut), NAME) is not None


def test_a_line_that_holds_more_than_the_text_is_more_than_what_is_left_of_it() -> None:
    """The line of a letter in the frame of a cell reaches as far as the frame."""
    reader, whole = shared_reader(), sheet(NAME)
    framed, cut = sheet(NAME, at=1), sheet(NAME, "85670", cut=True)
    left, wide = (
        next(line for line in reader.read(one).lines if line.text.startswith("Kath")) for one in (cut, framed)
    )
    wide = replace(wide, box=wide.box._replace(width=160))
    assert is_remnant(left, NAME, [whole], cut, reader)
    assert is_remnant(wide, NAME, [whole], framed, reader)
    assert not is_remnant(replace(left, box=left.box._replace(width=160)), NAME, [whole], cut, reader)
    assert not is_remnant(left, "Katharina Johnson", [whole], cut, reader)


def test_what_is_remembered_of_a_frame_does_not_hold_it() -> None:
    reader, now = ScreenReader(), sheet("Grace")
    frame = Frame(sheet(NAME).bgrx.copy())
    assert not is_remnant(reader.read(now).lines[0], NAME, [frame], now, reader)
    for other in ("One", "Two", "Three"):  # the last frames are kept for a closer look
        reader.read(Frame(sheet(other).bgrx.copy()))
    held = weakref.ref(frame)
    del frame
    gc.collect()
    assert held() is None
