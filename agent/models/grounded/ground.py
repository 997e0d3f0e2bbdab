"""Grounder stage: a second model finds the point of what the planner described."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from agent.models.grounded.stage import Stage
from tools.crop import Crop

if TYPE_CHECKING:
    from agent.models.grounded.search import Search
    from tools.geometry import Point


class Ground(Stage):
    """Stage that asks the grounder on the whole frame; its point replaces the planner's."""

    name: ClassVar[str] = "ground"
    part: ClassVar[str] = "grounding"

    def improve(self, search: Search, point: Point) -> Point:
        """The grounder's point: one call."""
        found = search.ask("ground", Crop.whole(search.frame.size), point)
        return point if found is None else found
