"""Restless tiles: those that never stop changing, so that nobody waits for them. Pure.

A *cyclic* tile (caret, spinner, blinking button) shows again what it showed before; it is left out only while
it keeps to what it is known to show, so that a result in the place of a spinner is noticed. A *busy* tile
(video, a log that scrolls for ever) shows something new each time; it is known by having changed until
patience ran out, or between look and act time after time. Both are forgotten once they stand still.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tools.settling.tiles import blank, box_of, content, tiles

if TYPE_CHECKING:
    from tools.geometry import Box, Size
    from tools.observation import Frame
    from tools.settling.tiles import Tile, TileMap

RECURRENCES = 2
"""Changes in a row back to something shown before that make a tile cyclic. One would be too few: a button
that is pressed and released does that."""
BUSY_CHANGES = 3
"""Changes within one watch that make a tile busy when patience runs out."""
DROPS = 2
"""Decisions in a row dropped because of the same tile that make it busy (a clock beside the target)."""
TICKS = 3
"""Changes by itself, each after a moment of stillness, that make a tile a ticking one: a clock's."""
MOMENT = 0.25
"""Seconds of that stillness: what a program draws in one go is drawn faster."""
FORGET = 3.0
"""Seconds without a change after which a tile is like any other again."""
_CONTENTS = 128
"""Contents remembered for a tile: an animation with a longer cycle is busy, not cyclic."""


@dataclass(slots=True)
class _Memory:
    """What one tile did."""

    contents: dict[int, None] = field(default_factory=dict)
    recurred: int = 0
    """Changes in a row that showed nothing new."""
    cyclic: bool = False
    busy: bool = False
    changes: int = 0
    """Since the watch began."""
    drops: int = 0
    ticks: int = 0
    last: float = 0.0
    """When it last changed."""

    def show(self, shown: int, now: float, *, own: bool) -> None:
        """Take note of a change; an own one is what an action has brought about."""
        self.ticks += not own and now - self.last >= MOMENT
        self.recurred = self.recurred + 1 if shown in self.contents else 0
        self.cyclic = self.recurred >= RECURRENCES or (self.cyclic and self.recurred > 0)
        self.contents[shown] = None
        if len(self.contents) > _CONTENTS:
            del self.contents[next(iter(self.contents))]
        self.changes += 1
        self.last = now


class Restless:
    """Memory of all tiles of a screen, kept from step to step."""

    def __init__(self) -> None:
        self._memory: dict[Tile, _Memory] = {}

    def begin_watch(self, *, acted: bool) -> None:
        """Count changes from here on; after an action, recurrences too: it may be what brought them about."""
        for memory in self._memory.values():
            memory.changes = 0
            if acted:
                memory.recurred = memory.recurred if memory.cyclic else 0
                memory.drops = 0

    def note(self, before: Frame, after: Frame, found: TileMap, now: float, *, own: bool = False) -> TileMap:
        """Record tiles that changed, by an own action or not; returns those among them that count."""
        counting = found.copy()
        changing = set(tiles(found))
        moving = {tile for tile in changing if (memory := self._memory.get(tile)) and memory.busy}
        for tile in changing:
            memory = self._memory.setdefault(tile, _Memory())
            if not memory.contents:
                memory.contents[content(before, tile)] = None
            memory.show(content(after, tile), now, own=own)
            memory.busy = memory.busy or not moving.isdisjoint(_around(tile))
            counting[tile] = not (memory.busy or memory.cyclic)
        self._forget_still(now)
        return counting

    def left_out(self, size: Size) -> TileMap:
        """Tiles that are left out: the cyclic and busy ones."""
        found = blank(size)
        for tile, memory in self._memory.items():
            found[tile] = memory.busy or memory.cyclic
        return found

    def ticking(self, size: Size) -> TileMap:
        """Tiles that change by themselves time after time, as a clock's do."""
        found = blank(size)
        for tile, memory in self._memory.items():
            found[tile] = memory.ticks >= TICKS
        return found

    def forget(self, box: Box) -> None:
        """Forget those tiles: a window opened, closed or moved there."""
        for tile in [tile for tile in self._memory if box_of(tile).overlap(box).area]:
            del self._memory[tile]

    def run_out_of_patience(self, now: float) -> None:
        """Mark the tiles that changed all the time until now as busy."""
        for memory in self._memory.values():
            if memory.changes >= BUSY_CHANGES and now - memory.last < 1:
                memory.busy = True

    def drop(self, found: TileMap) -> None:
        """Record that a decision was dropped because these tiles changed between look and act."""
        for tile in tiles(found):
            if memory := self._memory.get(tile):
                memory.drops += 1
                memory.busy = memory.busy or memory.drops >= DROPS

    def _forget_still(self, now: float) -> None:
        for tile in [tile for tile, memory in self._memory.items() if now - memory.last > FORGET]:
            del self._memory[tile]


def _around(tile: Tile) -> set[Tile]:
    """The tiles beside it. A moving picture moves on: what changes together with a busy neighbour is busy."""
    row, column = tile
    return {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} - {tile}
