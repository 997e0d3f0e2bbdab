"""What was clicked last: what comes up at that field is the task's own."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Point
    from tools.see.scene import Scene, Widget


class Clicked:
    """A place that was clicked, and what stood there.

    Args:
        scene: The screen as it was then.
        place: A pixel of it.
    """

    def __init__(self, scene: Scene, place: Point) -> None:
        self.scene, self._place = scene, place

    @cached_property
    def field(self) -> Widget | None:
        """The field there, as it stood then; a faint one is seen at a second look. None if none was."""
        there = self.scene.widget_at(self._place)
        if there is None and (again := self.scene.looked_at_again()) is not None:
            there = again.widget_at(self._place)
        return there if there is not None and there.is_field else None
