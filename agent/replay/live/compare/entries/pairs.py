"""Pairs: texts that stand once on the recorded screen and once on the present one, and their places."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tools.locate.layout.rows import is_column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.replay.live.compare.texts.said import Wording
    from tools.geometry import Box
    from tools.see.scene import Line, Scene

ASTRAY = 3
"""Pixels by which a text may miss a place."""


class Pair(NamedTuple):
    """A text on both screens."""

    was: Line
    place: Box
    """Where the recorded one would be, moved as most texts of the screen were."""
    line: Line

    @property
    def moved(self) -> bool:
        """Whether it is not at its place."""
        return not is_at(self.line.box, self.place)


def pairs_of(then: Scene, now: Scene, wording: Wording) -> list[Pair]:
    """The texts that stand once on each screen."""
    counts = Counter(line.text for line in then.lines)
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    for line in now.lines:
        lines[line.text].append(line)
    found = [
        (was, said[0])
        for was in then.lines
        if counts[was.text] == 1 and len(said := _said(was.text, lines, wording)) == 1
    ]
    claims = Counter(line for _, line in found)
    found = [(was, line) for was, line in found if claims[line] == 1 or was.text == line.text]
    if not found:
        return []
    across, down = (round(median(line.box[axis] - was.box[axis] for was, line in found)) for axis in (0, 1))
    return [Pair(was, was.box.shift(across, down), line) for was, line in found]


def _said(was: str, lines: Mapping[str, Sequence[Line]], wording: Wording) -> list[Line]:
    """The lines that say what a recorded one has to; those that read like it count if none is exact.

    Args:
        was: As it was recorded.
        lines: Of the present screen, by their texts.
        wording: What may read otherwise.
    """
    exact = [line for text in wording.substitutions.meanings(was) for line in lines.get(text, ())]
    return exact or [line for text, same in lines.items() if wording.says(was, text) for line in same]


def is_at(box: Box, place: Box) -> bool:
    """Whether a box begins, ends or has its middle where another does, in its row."""
    return abs(box.center.y - place.center.y) <= ASTRAY and is_column(box, place)
