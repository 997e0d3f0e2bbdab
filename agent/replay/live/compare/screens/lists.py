"""Lists that are open over a screen: their entries stand in no row of what is behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tools.locate.layout.rows import is_column
from tools.ocrtext.alike import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.replay.live.compare.screens.screens import Screens
    from tools.see.scene import Line, Scene

_BACK = 3
"""Screens before the present one among which one lacks the list: it may be turned, an entry lit up."""
_GAP = 2.2
"""Heights of an entry from its middle to that of the next one, at most."""


def without_lists(screens: Screens) -> Scene:
    """The present screen without the entries of drop-downs and menus that came up over it.

    They are a column of new texts with nothing new beside them: a new row of a table has.
    """
    earlier = [screens.parser.read(frame) for frame in screens.earlier[-_BACK:]]
    now = screens.present
    fresh = [line for line in now.lines if not all(_stands(line, scene) for scene in earlier)]
    return replace(now, lines=tuple(line for line in now.lines if not _is_entry(line, fresh)))


def _stands(line: Line, scene: Scene) -> bool:
    """Whether a text, or one that it is what can be seen of, was in its place on an earlier screen."""
    text = folded(line.text)
    return any(one.box.contains(line.box.center) and text in folded(one.text) for one in scene.lines)


def _is_entry(line: Line, fresh: Sequence[Line]) -> bool:
    if line not in fresh or any(one != line and one.box.same_row(line.box) for one in fresh):
        return False
    down = [abs(one.box.center.y - line.box.center.y) for one in fresh if is_column(one.box, line.box)]
    return any(0 < gap <= _GAP * line.box.height for gap in down)
