"""Rows of a form: what names a field in one column tells of the field beside it in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.trailing import at_foot_of, leads_like, led_by

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene, Widget

_LEVEL = 2
"""Pixels by which the tops of two fields of one row, or of their labels, differ, at most."""


def is_named_as_beside(scene: Scene, label: Line, field: Widget) -> bool:
    """Whether a text on the row of a label above a field surely names the field that stands beside that one.

    In its own column it can be in doubt: under a list at the top, which has no label, it may be the list's
    own that stands at its foot, and so on down the column.
    """
    return any(
        line != label
        and abs(line.box.top - label.box.top) <= _LEVEL
        and (beside := led_by(scene, line)) is not None
        and beside != field
        and abs(beside.box.top - field.box.top) <= _LEVEL
        and (feet := at_foot_of(scene, line))
        and all(leads_like(scene, line, beside, foot) for foot in feet)
        for line in scene.lines
    )
