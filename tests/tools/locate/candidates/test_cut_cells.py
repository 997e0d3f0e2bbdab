"""Cells of a table that their columns cut short; dots elsewhere are an entry's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.tools.scenes import line, scene, widget
from tools.geometry import Box, Point
from tools.locate.candidates.cut_cells import cut_cells
from tools.locate.errors import NotFound
from tools.locate.find import find
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.scene import Line, Popup, Scene

NAME = Locator("Two boxes, one pallet")
CUT = line("Two boxes, ...", 20, 40)
RIGHT = CUT.box.right + 6


def table(*first: Line, right: int = RIGHT, top: int = 40) -> Scene:
    """A table of two columns, whose first cells are given."""
    second = [line(f"7{at}", right, top + 24 * at) for at in range(len(first))]
    return scene(
        *(replace(one, box=one.box._replace(top=top + 24 * at)) for at, one in enumerate(first)), *second
    )


OTHERS = (line("Ersatzteil", 20, 0), line("Paid", 20, 0))


def test_what_its_column_cuts_short_is_told_and_not_taken_for_a_text() -> None:
    seen = table(CUT, *OTHERS)
    assert cut_cells(seen, NAME.text) == [CUT]
    with pytest.raises(
        NotFound, match=r'"Two boxes, \.\.\." may be it, cut short: if it is, name it as it is shown'
    ):
        find(seen, NAME)
    assert find(seen, Locator(CUT.text)).line == CUT
    whole = line("Two boxes, one pallet", 20, 300)
    assert find(replace(seen, lines=(*seen.lines, whole)), NAME).line == whole


@pytest.mark.parametrize(
    "seen",
    [
        table(CUT, OTHERS[0]),  # two texts below each other
        table(CUT, *OTHERS, right=CUT.box.right + 20),  # there is room for more: a menu's keys
        scene(CUT, line("Paid", 20, 64), line("Ersatzteil", 20, 88)),  # a list, or a menu
        table(line("Two ...", 20, 40), *OTHERS),  # hardly anything is left of it
        table(line("Two boxes, t...", 20, 40), *OTHERS),
        replace(table(CUT, *OTHERS), widgets=(widget("button", 10, 36, 120),)),
    ],
)
def test_dots_that_no_column_needs_are_its_own(seen: Scene) -> None:
    assert cut_cells(seen, NAME.text) == []


def test_a_number_out_of_sight_is_never_supposed() -> None:
    seen = table(line("Invoice 2026-...", 20, 40), *OTHERS, right=154)
    assert cut_cells(seen, "Invoice 2026-March") != []
    assert cut_cells(seen, "Invoice 2026-0017") == []


def test_entries_of_a_menu_have_dots_of_their_own() -> None:
    seen = table(CUT, *OTHERS)
    assert cut_cells(replace(seen, popups=(Popup(Box(10, 20, 300, 200), ()),)), NAME.text) == []


def test_entries_of_a_menu_have_keys_behind_them() -> None:
    seen = table(CUT, *OTHERS)
    keyed = tuple(replace(one, text="Ctrl+H") if one.text == "71" else one for one in seen.lines)
    assert cut_cells(replace(seen, lines=keyed), NAME.text) == []


def test_the_last_column_ends_at_a_line() -> None:
    column = [CUT, line("Paid", 20, 64), line("Ersatzteil", 20, 88)]
    first = [line(str(row), 4, 40 + 24 * row) for row in range(3)]
    rgb = np.full((200, 300, 3), 40, np.uint8)
    plain = Scene(Frame.from_rgb(rgb), (*first, *column), ())
    rgb[:, CUT.box.right + 5] = 52
    lined = Scene(Frame.from_rgb(rgb), (*first, *column), ())
    alone = replace(lined, lines=tuple(column))  # a list in a box: its entries may have dots of their own
    assert [cut_cells(one, NAME.text) for one in (plain, lined, alone)] == [[], [CUT], []]


def test_a_cell_is_named_by_its_header_and_its_row_as_they_are_shown() -> None:
    pictures = Path(__file__).parents[2] / "see" / "text" / "pictures"
    shown = np.asarray(Image.open(pictures / "metal_dark_cut_cells.png").convert("RGB"))
    seen = shared_reader().read(Frame.from_rgb(shown))
    wanted = Locator("Customer re...", qualifiers=(("in row", Locator("Ersatzteil fo...")),))
    assert find(seen, wanted).box.contains(Point(295, 68))
