"""Expanders that entries of a tree bear: the mark before one, unless it is something else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.shapes.expanders import find_expanders

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene
    from tools.see.shapes.expanders import Expander

_OTHERS = frozenset(("field", "dropdown", "button"))
"""Kinds of widgets in which a mark is theirs: the arrow of a drop-down, of a number field, of a player."""
_WIDE = 1.5
"""Heights of an entry that such a widget is wide, at least; a mark's own frame is not."""
_CLOSE = 1.0
"""Heights of an entry between a mark and the text before it that it belongs to, at most."""
_FEWEST = 2
"""Letters and digits of such a text, at least: lines of the tree and icons may be read as one."""


def expander_of(scene: Scene, entry: Box) -> Expander | None:
    """The first mark before an entry's text, or read with it; None where it bears none of its own."""
    marks = find_expanders(scene.frame, entry)
    return next((mark for mark in marks if not _is_others(scene, mark.box, entry)), None)


def _is_others(scene: Scene, mark: Box, entry: Box) -> bool:
    """Whether a mark lies in something else, or follows another text as closely as it leads the entry."""
    return any(
        one.kind in _OTHERS
        and one.box.contains(mark.center)
        and not one.box.contains(entry.center)
        and one.box.width >= _WIDE * entry.height
        for one in scene.widgets
    ) or any(_follows(mark, line, entry) for line in scene.lines)


def _follows(mark: Box, line: Line, entry: Box) -> bool:
    if not line.box.same_row(entry) or sum(map(str.isalnum, line.text)) < _FEWEST:
        return False
    if line.box.right > mark.right:  # both may have been read with it, as in a path: "Home > Orders"
        return line.box.left < mark.left - entry.height and entry.left >= mark.left
    return mark.left - line.box.right <= min(entry.left - mark.right, round(_CLOSE * entry.height))
