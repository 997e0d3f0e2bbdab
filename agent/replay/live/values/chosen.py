"""Chosen entries: rows and texts that were chosen with another text in this run, where they always stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.replay.live.compare.screens.counted import is_text
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

    def once_chosen(self, then: Frame, now: Frame) -> ChosenEntry:
        """The same, with all of the lists that show other entries: they were turned, or moved by themselves.

        Args:
            then: The recorded screen after it was chosen.
            now: This run's.
        """
        panes = _pane(self.then, self.was), _pane(self.now, self.line)
        if not (self.turned or _moved(self.then, panes[0], then) or _moved(self.now, panes[1], now)):
            return self
        return replace(self, turned=(*self.turned, *(pane for pane in panes if pane)))

    @property
    def rows(self) -> tuple[Line, ...]:
        """The texts of both rows: each is lit in one of the runs only, and may be read otherwise there."""
        return (self.was, *cells_of(self.then, self.was), self.line, *cells_of(self.now, self.line))

    @property
    def texts(self) -> tuple[list[str], list[str]]:
        """The texts of the recorded row, and of this run's, each of which says something."""
        rows = (self.was, *cells_of(self.then, self.was)), (self.line, *cells_of(self.now, self.line))
        was, now = ([line.text for line in row if is_text(line)] for row in rows)
        return was, now

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


def _pane(scene: Scene, chosen: Line) -> Box | None:
    """The box of the list around an entry; None where none is seen."""
    pane = scene.widget_at(chosen.box.center)
    return pane.box if pane is not None else None


def _moved(scene: Scene, pane: Box | None, after: Frame) -> bool:
    """Whether what a list shows is at another place of it on a later screen."""
    return bool(pane and scene.frame.size == after.size and shift_down(scene.frame, after, pane))
