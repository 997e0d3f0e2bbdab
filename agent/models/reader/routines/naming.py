"""Cells that hold the name of their own row: what was typed into one names it from then on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.models.reader.entries.entry import field_named
from tools.locate.contents import content, holds
from tools.locate.named import rows_of

if TYPE_CHECKING:
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.scene import Widget


def names_its_row(field: Widget, target: Locator, look: Look) -> bool:
    """Whether the text by which a locator names a row stands in the very cell that it leads to."""
    return any(field.box.contains(row.center) for row in rows_of(look.scene, target))


def other_name(text: str, field: Widget, target: Locator, look: Look) -> str | None:
    """What such a cell shows instead of a text; None where it shows that, or its row has moved and does.

    Args:
        text: what was entered.
        field: the cell, as it was seen.
        target: its name, with what it held before.
        look: the one after it was left.
    """
    if holds(look, field, text, left=True):
        return None
    kept = field_named(look, target)
    if kept is None and field_named(look, renamed(target, text)) is not None:
        return None
    shown = content(look, kept or field)
    return f"{text!r} was entered into {target}, and since it was left it shows {shown!r}"


def renamed(target: Locator, name: str) -> Locator:
    """A locator that leads into the row of another name."""
    qualifiers = (
        (one, replace(row, text=name) if one == "in row" else row) for one, row in target.qualifiers
    )
    return replace(target, qualifiers=tuple(qualifiers))
