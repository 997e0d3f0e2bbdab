"""Pages with labels and fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.tools.scenes import line, widget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tools.see.scene import Line, Scene, Widget


def columns(*rows: tuple[str, int]) -> list[Line | Widget]:
    """Labels at the left, each with a field at x = 160 on its row."""
    return [part for text, top in rows for part in (line(text, 20, top + 4), widget("field", 160, top, 200))]


TWO_GROUPS = [
    line("Billing address", 16, 20),
    *columns(("Street", 50), ("City", 80)),
    line("Delivery address", 16, 120),
    *columns(("City", 150), ("Street", 180)),
]


class Looking:
    """A second look that shows some more widgets, and may doubt all states.

    Args:
        unshown: Indicators that no shape shows, by their captions.
    """

    def __init__(
        self, *more: Widget, doubts: bool = False, unshown: Mapping[str, Widget] | None = None
    ) -> None:
        self.more, self.doubts, self.looks, self.unshown = more, doubts, 0, unshown or {}

    def widgets(self, scene: Scene) -> tuple[Widget, ...]:
        self.looks += 1
        return (*scene.widgets, *self.more)

    def judged(self, scene: Scene, widget: Widget, *, turned: bool = False) -> Widget:
        del turned
        return replace(widget, checked=None) if self.doubts else widget

    def indicator_before(self, scene: Scene, caption: Line) -> Widget | None:
        del scene
        return self.unshown.get(caption.text)
