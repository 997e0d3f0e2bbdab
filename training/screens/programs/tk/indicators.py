"""Indicators of Tk's check boxes and radio buttons: where the box or circle itself is."""

from __future__ import annotations

import tkinter.font as tkfont
from typing import Any


def room(one: Any, classic: bool) -> list[int]:  # noqa: FBT001
    """The box that the indicator stands in with nothing else, on the screen."""
    left, top = one.winfo_rootx(), one.winfo_rooty()
    if classic:  # beside the caption, within the line around the whole that shows the focus
        return [left + 3, top + 3, caption(one, classic)[0] - left - 5, one.winfo_height() - 6]
    found = _part(one, "indicator")
    return [left + found[0], top + found[1], *found[2:]]


def caption(one: Any, classic: bool) -> list[int]:  # noqa: FBT001
    """The box of the caption, on the screen."""
    left, top = one.winfo_rootx(), one.winfo_rooty()
    if not classic:
        found = _part(one, "label")
        return [left + found[0], top + found[1], *found[2:]]
    font = tkfont.nametofont("TkDefaultFont")
    width, height = font.measure(one["text"]), font.metrics("linespace")
    return [left + one.winfo_width() - width - 4, top + (one.winfo_height() - height) // 2, width, height]


def _part(one: Any, name: str) -> list[int]:
    """The box of a part of a themed widget within it, by asking point for point."""
    middle = one.winfo_height() // 2
    across = [x for x in range(one.winfo_width()) if name in one.identify(x, middle)]
    if not across:
        return [0, 0, 0, 0]
    down = [y for y in range(one.winfo_height()) if name in one.identify(across[len(across) // 2], y)]
    return [across[0], down[0], across[-1] - across[0] + 1, len(down)]
