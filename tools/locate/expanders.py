"""Expanders that entries of a tree bear: the mark before one, unless it is something else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.find import choose, equals, may_see
from tools.see.shapes.expanders import find_expanders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.spots import Spot
    from tools.see.scene import Line, Scene
    from tools.see.shapes.expanders import Expander

_OTHERS = frozenset(("field", "dropdown", "button"))
"""Kinds of widgets in which a mark is theirs: the arrow of a drop-down, of a number field, of a player."""
_WIDE = 1.5
"""Heights of an entry that such a widget is wide, at least; a mark's own frame is not."""
_CLOSE = 1.0
"""Heights of an entry between a mark and the text before it that it belongs to, at most."""
_REACH = 12
"""Widths of a mark within which another left of it is of the same tree."""
_FEWEST = 2
"""Letters and digits of such a text, at least: lines of the tree and icons may be read as one."""


def expander_of(scene: Scene, entry: Box) -> Expander | None:
    """The first mark before an entry's text, or read with it; None where it bears none of its own."""
    marks = find_expanders(scene.frame, entry)
    return next((mark for mark in marks if not _is_others(scene, mark.box, entry)), None)


def find_entry(scene: Scene, locator: Locator, under: Box | None = None) -> Spot:
    """As `find`; of several that are equally good, the only one that bears a mark: no other can be opened.

    Args:
        scene: what is on the screen.
        locator: what the entry is called.
        under: the entry that it belongs to; where that bears a mark, none is meant that belongs to another.

    Raises:
        NotFound: it is not there, or several are equally good.
    """
    told = told_by_mark(scene, locator) if under is None else None
    if told is not None:
        return told
    spots = equals(scene, locator, lambda spot: under is None or belongs_to(scene, under, spot.line.box))
    return spots[choose(locator, [spot.box for spot in spots])]


def find_by_path(scene: Scene, path: Sequence[Locator]) -> Spot:
    """The last entry of a path, under those before it that are on the screen.

    Raises:
        NotFound: it is not there, or several are equally good.
    """
    under = None
    for part in path[:-1]:
        seen = under is not None or may_see(scene, part.text)
        under = find_entry(scene, part, under).line.box if seen else None
    return find_entry(scene, path[-1], under)


def belongs_to(scene: Scene, entry: Box, other: Box) -> bool:
    """Whether a text may be an entry under another; it is where that one is no tree's.

    It stands below it, and no entry stands between them whose mark is as far left.
    """
    mark = expander_of(scene, entry)
    if mark is None:
        return True
    if other.top < entry.bottom - entry.height // 2:
        return False
    rows = [line.box for line in scene.lines if entry.bottom <= line.box.center.y < other.top]
    marks = (expander_of(scene, row) for row in (*rows, other))
    return not any(one is not None and _is_no_deeper(one, mark) for one in marks)


def _is_no_deeper(mark: Expander, than: Expander) -> bool:
    """Whether a mark stands in the column of another, or left of it in the same tree."""
    return than.box.left - _REACH * than.box.width <= mark.box.left <= than.box.left + than.box.width // 2


def told_by_mark(scene: Scene, locator: Locator, *, or_menu: bool = False) -> Spot | None:
    """The only one of several equal places that bears a mark; None where a mark does not tell them apart.

    Args:
        scene: what is on the screen.
        locator: what they are called.
        or_menu: whether a menu may be meant as well: then the others must be texts that stand by themselves.

    Raises:
        NotFound: it is not there.
    """
    spots = equals(scene, locator)
    bearing = [spot for spot in spots if expander_of(scene, spot.line.box) is not None]
    if locator.ordinal is not None or len(spots) == 1 or len(bearing) != 1:
        return None
    others = (spot for spot in spots if spot != bearing[0])
    return None if or_menu and not all(_stands_alone(scene, spot) for spot in others) else bearing[0]


def _stands_alone(scene: Scene, spot: Spot) -> bool:
    """Whether a text is in no widget, and none is beside it as the captions of a menu bar are."""
    beside = (one for one in scene.lines if one.box.same_row(spot.line.box) and not one.box.meets(spot.box))
    return spot.widget is None and not any(beside)


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
