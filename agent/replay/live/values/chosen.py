"""Chosen entries: rows and texts that were chosen with another text in this run, where they always stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.replay.live.compare.texts.carried import carried
from tools.locate.layout.rows import cells_of, is_column
from tools.see.pixels.shift import shift_down

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Line, Scene


@dataclass(frozen=True, slots=True)
class ChosenEntry:
    """An entry of a list or table, each side on its own screen: the one that it was chosen on."""

    then: Scene
    """The recorded screen."""
    was: Line
    """What was chosen on it."""
    now: Scene
    """This run's screen."""
    line: Line
    """What was chosen on that."""
    turned: tuple[Box, ...] = ()
    """Where its list shows other entries than the recorded one: it was turned for it, or moved by itself."""

    @property
    def rows(self) -> tuple[Line, ...]:
        """The texts of both rows: each is lit in one of the runs only, and may be read otherwise there."""
        return (self.was, *cells_of(self.then, self.was), self.line, *cells_of(self.now, self.line))

    def cells(self) -> list[tuple[str, str]]:
        """The texts of the recorded row, and what stands in the same columns of this run's."""
        return [
            (was.text, line.text)
            for was in cells_of(self.then, self.was)
            for line in cells_of(self.now, self.line)
            if is_column(carried(was.box, self.then, self.now), line.box)
        ]

    def told(self) -> str | None:
        """What differs in the row of this run's entry, for a person; None where nothing is beside it."""
        cells = [pair for pair in self.cells() if pair[0] != pair[1]]
        if not cells:
            return None
        was, now = (", ".join(f'"{pair[at]}"' for pair in cells) for at in (0, 1))
        return f'beside "{self.line.text}" stands {now}, and {was} beside "{self.was.text}" in the recording'


def moved_by_itself(scene: Scene, chosen: Line, after: Frame) -> tuple[Box, ...]:
    """The list around an entry, if it moved when that was chosen.

    Args:
        scene: The screen before that.
        chosen: The entry on it.
        after: The screen after it.
    """
    pane = scene.widget_at(chosen.box.center)
    is_moved = pane and scene.frame.size == after.size and shift_down(scene.frame, after, pane.box)
    return (pane.box,) if pane and is_moved else ()
