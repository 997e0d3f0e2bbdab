"""Covers: areas of a screen that lie over what an earlier screen of the same run showed. Frame pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import changes
from tools.locate.layout.popups import new_popups
from tools.locate.layout.rows import is_column
from tools.see.pixels.glyphs import bounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.see.scene import Popup, Scene

_HIGH = 2
"""Heights of a text that an area is high, at least, which covers other texts."""
_ROUND = 1.5
"""Heights of a text from the texts of a dialog or menu to its border."""


def covers_between(before: Scene, now: Scene) -> list[Box]:
    """The areas that came to lie over others: around new texts, with none of the old ones between.

    An area where only a text was exchanged is as low as that text. A window that comes up may change so
    much around it that its own outline alone tells what it lies over.
    """
    if before.frame.size != now.frame.size:
        return []
    old, new = ({(line.box, line.text) for line in scene.lines} for scene in (before, now))
    went: dict[str, list[Box]] = {}
    for box, text in old - new:
        went.setdefault(text, []).append(box)
    # A line that was above or below its place has moved: the rows behind one that was removed move up.
    fresh = [box for box, text in new - old if not any(is_column(one, box) for one in went.get(text, ()))]
    kept = [box for box, _ in old & new]
    round_ = round(_ROUND * now.text_height)
    found: list[Box] = []
    popups: tuple[Popup, ...] | None = None
    for change in changes(before.frame, now.frame):
        inside = [box for box in fresh if change.contains(box.center)]
        if not inside:
            continue
        texts = bounds(inside)
        if texts.height < _HIGH * now.text_height:
            continue
        if any(texts.contains(box.center) for box in kept):
            popups = new_popups(before, now) if popups is None else popups
            found += _windows(popups, inside)
        else:
            found.append(texts.grow(round_).overlap(change))
    return found


def _windows(popups: Sequence[Popup], texts: Sequence[Box]) -> list[Box]:
    """The outlines that came up around most of the new texts."""
    outlines = [popup.box for popup in popups if popup.is_sure]
    return [box for box in outlines if 2 * sum(box.contains(text.center) for text in texts) > len(texts)]
