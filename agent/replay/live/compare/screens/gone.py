"""Texts of earlier screens that are gone from their place now, and which of them are only covered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from agent.replay.live.compare.frame_diff import touches
from agent.replay.live.compare.screens.counted import without_edges
from agent.replay.live.compare.screens.covers import covers_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.geometry import Box
    from tools.see.scene import Line, Scene


class Gone(NamedTuple):
    """A text of an earlier screen that is not read the same in its place now."""

    line: Line
    first: int
    """Index of the first of the earlier screens that show it in its place."""
    last: int
    """Of the last one."""


@dataclass(frozen=True)
class GoneTexts:
    """The texts of some screens that are gone from a later one. Boxes are pixels of their frames."""

    earlier: Sequence[Scene]
    """The first one first."""
    present: Scene

    def is_covered(self, one: Gone) -> bool:
        """Whether something that came up since it was last seen lies over its place."""
        if one.last not in self._covers:
            self._covers[one.last] = covers_between(self.earlier[one.last], self.present)
        return touches(one.line.box, self._covers[one.last])

    @cached_property
    def _covers(self) -> dict[int, list[Box]]:
        """What came up since each of the screens: known once it was asked for, as each takes a while."""
        return {}

    def __iter__(self) -> Iterator[Gone]:
        """The last ones first."""
        return iter(self._all)

    @cached_property
    def _all(self) -> tuple[Gone, ...]:
        first: dict[tuple[Box, str], int] = {}
        for at, scene in enumerate(self.earlier):
            for line in scene.lines:
                first.setdefault((line.box, line.text), at)
        known = {(line.box, line.text) for line in self.present.lines}
        found: list[Gone] = []
        for at, scene in reversed([*enumerate(self.earlier)]):
            gone = [line for line in scene.lines if (line.box, line.text) not in known]
            known |= {(line.box, line.text) for line in gone}
            found += [Gone(without_edges(line, scene), first[line.box, line.text], at) for line in gone]
        return tuple(found)
