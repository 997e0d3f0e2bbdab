"""Unseen fields: ink behind a label where the fields of its column begin, and no widget was made out there.

Such a label names no field below it: that is another one's, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.see.scene import Scene

_MARGIN = 3
"""Pixels of a text's box above and below its letters."""
_FAR = 16
"""Heights of a label that its field may begin right of it."""


def has_unseen_field(scene: Scene, label: Box) -> bool:
    """Whether there is ink behind a label where the fields behind those above or below it are."""
    return any(
        bool((relief(scene.frame, place) > INK).any())
        for place in _places(scene, label)
        if place.left >= label.right and not any(one.box.meets(place) for one in scene.widgets)
    )


def _places(scene: Scene, label: Box) -> Iterator[Box]:
    """Where a field behind a label would be, by each field behind a text that stands in its column."""
    for line in scene.lines:
        astray = min(abs(line.box.left - label.left), abs(line.box.right - label.right))
        if line.box == label or astray > label.height / 2:
            continue
        for field in (widget.box for widget in scene.widgets if widget.is_field):
            if field.same_row(line.box) and 0 <= field.left - line.box.right <= _FAR * label.height:
                yield Box(field.left, label.top + _MARGIN, field.width, label.height - 2 * _MARGIN)
