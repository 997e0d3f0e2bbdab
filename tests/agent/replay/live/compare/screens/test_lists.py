"""Entries of an open list beside texts that they only happen to lie next to, on screens made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.screens.lists import without_lists
from tests.agent.replay.live.compare.screens.screens import WINDOW, said, screens
from tests.tools.scenes import line, painted
from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.replay.live.compare.screens.screens import Screens
    from tools.see.scene import Line

LABELS = ("Country", "Credit limit", "Currency", "Notes")
COUNTRIES = ("Denmark", "Finland", "France", "Germany")


def form(left: int, down: int) -> list[Line]:
    return [line(text, left, 150 + down * row) for row, text in enumerate(LABELS)]


def opened(behind: Sequence[Line], top: int, down: int, *beside: Line) -> Screens:
    """A form, and over it the outline of what its drop-down has opened."""
    entries = [line(text, 420, top + down * row) for row, text in enumerate(COUNTRIES)]
    box = Box(410, top - 8, 200, down * len(COUNTRIES) + 8)
    outline = (
        box._replace(height=1), box._replace(width=1),
        box._replace(top=box.bottom - 1, height=1), box._replace(left=box.right - 1, width=1),
    )  # fmt: skip
    return screens(painted(*WINDOW, *behind), painted(*WINDOW, *behind, *entries, *beside, marks=outline))


def test_entries_of_a_list_stand_in_no_row_of_what_is_behind_it() -> None:
    then, now = opened(form(240, 24), 150, 24), opened(form(300, 30), 180, 30)
    assert said(then, now).reason is None
    assert [line.text for line in without_lists(now).lines if line.text in COUNTRIES] == []


def test_a_dialog_is_no_list_its_texts_stand_beside_each_other() -> None:
    beside = [line(text, 520, 150 + 24 * row) for row, text in enumerate(("+45", "+358", "+33", "+49"))]
    shown = without_lists(opened(form(240, 24), 150, 24, *beside))
    assert {"Denmark", "+45"} <= {line.text for line in shown.lines}


def test_rows_behind_a_list_are_still_compared() -> None:
    values = ("Italy", "500", "GBP", "none")
    rows = [line(text, 330, 150 + 24 * row) for row, text in enumerate(values)]
    other = [line(text, 400, 150 + 30 * row) for row, text in enumerate((values[1], values[0], *values[2:]))]
    then = opened([*form(240, 24), *rows], 250, 24)
    now = opened([*form(300, 30), *other], 280, 30)
    assert "stand" in str(said(then, now).reason)
