"""Group drifts: several texts of a screen that are no targets say something else, or one more is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.drift.changes import painting
from agent.drift.changes.covers import PictureHook
from agent.drift.changes.fonts import usual_file
from agent.drift.changes.labels import another
from agent.drift.changes.reword import reword_text
from tools.geometry import Box, Size

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from agent.drift.kinds import GroupChange
    from agent.drift.targets import DriftTarget
    from tools.observation import Frame
    from tools.x11.overlay import Overlays

_ASTRAY = 8
"""Pixels by which the new line may stand beside the column."""


class GroupDrift(PictureHook):
    """Hook that alters texts of one screen, when its action has come or as soon as all of them can be seen.

    Args:
        how: the alteration.
        texts: those that are altered, the first one first; all of one action.
        overlays: of the display.
        draw: decides when, and to what.
    """

    def __init__(
        self, how: GroupChange, texts: Sequence[DriftTarget], overlays: Overlays, draw: random.Random
    ) -> None:
        at = draw.choice((max(text.since for text in texts), texts[0].at))
        super().__init__(texts, at, overlays)
        self._how, self._draw = how, draw

    def cover(self, frame: Frame) -> str | None:
        """Alter the texts."""
        told = self._cover(frame)
        return told and f"{self._how.replace('_', ' ')}: {told}"

    def _cover(self, frame: Frame) -> str | None:
        """Alter the texts; what became of them in words, None where that is impossible."""
        if self._how == "inserted":
            return self._insert(frame, self._texts[0])
        olds = [text.text for text in self._texts]
        news = (
            olds[::-1]
            if self._how in ("swapped", "names_swapped")
            else [another(old, self._draw) for old in olds]
        )
        for text, new in zip(self._texts, news, strict=True):
            reword_text(frame, text, new, self._overlays)
        return ", ".join(f'"{old}" is "{new}"' for old, new in zip(olds, news, strict=True))

    def _insert(self, frame: Frame, text: DriftTarget) -> str | None:
        """Show one more line where the text's column is free, as near to it as can be."""
        label, new = text.label, another(text.text, self._draw)
        apart = label.height // 2
        size = Size(label.width + 2 * apart, label.height + 2 * apart)
        places = painting.free_places(frame, size, painting.ground_around(frame, label))
        column = [place for place in places if abs(place.left + apart - label.left) <= _ASTRAY]
        if not column:
            return None
        nearest = min(column, key=lambda place: abs(place.center.y - label.center.y))
        box = label.grow(2).clip(frame.size)
        picture = painting.relabelled(frame, box, label, (text.text, new), usual_file())
        place = Box(label.left - 2, nearest.top + apart - 2, box.width, box.height)
        self._overlays.cover(place, picture)
        return f'"{new}" at ({place.center.x}, {place.center.y}), in the column of "{text.text}"'
