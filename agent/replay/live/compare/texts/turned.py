"""Turned lists: what one must show that shows other entries than the recorded one.

The recording does not know these entries. So they are compared with those that this run's list showed when it
was turned, and what came or went there since must be what came or went in the recorded list.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from agent.replay.live.compare.screens.counted import apart, says_something
from agent.replay.live.compare.screens.look import reads_alike
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.replay.live.compare.screens.counted import Lines
    from agent.replay.live.compare.screens.screens import Screens
    from agent.replay.live.values.chosen import ChosenEntry
    from tools.geometry import Box
    from tools.see.scene import Line

_ASTRAY = 2
"""Pixels by which texts that moved together may be apart, as they are measured."""


@dataclass(frozen=True, slots=True)
class _Since:
    """What became of the texts of a list since an entry was chosen in it."""

    gone: Sequence[Line]
    came: Sequence[Line]
    stayed: Sequence[Line]


def without_turned(
    lines: Lines,
    entries: Sequence[ChosenEntry],
    then: Screens,
    now: Screens,
    says: Callable[[str, str], bool],
) -> tuple[Lines, Lines]:
    """The lines without those that stood in turned lists already; and what differs in these lists.

    Args:
        lines: Of the recorded screen, and of the present one.
        entries: What was chosen with other texts in this run; the last one chosen in a list counts for it.
        then: The recorded screens.
        now: This run's.
        says: Whether a text is what a recorded one has to be in this run.
    """
    lost: list[Line] = []
    kept: list[Line] = []
    for at, entry in enumerate(entries):
        if not entry.turned or any(later.turned == entry.turned for later in entries[at + 1 :]):
            continue
        was = _since(entry.was, says_something(entry.then, ()), lines[0], then, entry.turned)
        is_now = _since(entry.line, says_something(entry.now, ()), lines[1], now, entry.turned)
        gone, missing = apart((was.gone, is_now.gone), lambda one, line: says(one.text, line.text))
        lost += missing
        kept += [line for line in is_now.stayed if any(says(one.text, line.text) for one in gone)]
        lines = _beside(lines[0], was, entry.turned), _beside(lines[1], is_now, entry.turned)
    return lines, (lost, kept)


def _beside(lines: Sequence[Line], since: _Since, areas: Sequence[Box]) -> list[Line]:
    """The lines outside of a list, and those that came up in it."""
    return [line for line in lines if not _is_in(line, areas)] + list(since.came)


def _since(
    chosen: Line, stood: Sequence[Line], shown: Sequence[Line], screens: Screens, areas: Sequence[Box]
) -> _Since:
    """What became of a list.

    Args:
        chosen: The entry, which is lit now, and may be read otherwise.
        stood: The texts of the screen that it was chosen on.
        shown: Those of the screen now.
        screens: The screens of that run.
        areas: Where the list is.
    """
    before, after = ([line for line in lines if _is_in(line, areas)] for lines in (stood, shown))
    down = _turned_by_itself(before, after)
    if down:
        before = [line for line in before if _is_in(line, areas, down)]
        after = [line for line in after if _is_in(line, areas, -down)]
    lit = chosen.box.shift(0, down)
    gone, came = apart((before, after), lambda one, line: same(one.text, line.text))
    gone, came = apart((gone, came), lambda one, line: same(one.text, screens.whole(line)))
    gone, came = apart((gone, came), lambda one, line: line.box.same_row(lit) and reads_alike(one, line))
    stayed = [line for line in after if line not in came]
    lost = [line for line in gone if not (screens.covers(line.text) or screens.still_draws(line.text))]
    return _Since(lost, came, stayed)


def _is_in(line: Line, areas: Sequence[Box], down: int = 0) -> bool:
    """Whether a line is in a list; of one that moved, whether all of it is and was."""
    inside = [area for area in areas if area.contains(line.box.center)]
    if not down:
        return bool(inside)
    edge = line.box.height // 4
    top, bottom = line.box.top + min(0, down) - edge, line.box.bottom + max(0, down) + edge
    return any(area.top <= top and bottom <= area.bottom for area in inside)


def _turned_by_itself(before: Sequence[Line], after: Sequence[Line]) -> int:
    """Pixels that a list moved down to show all of a chosen row; what that hid or showed is unknown."""
    tops = {line.text: line.box.top for line in before}
    moves = [line.box.top - tops[line.text] for line in after if line.text in tops]
    down = round(median(moves or [0]))
    is_moved = abs(down) > _ASTRAY and all(abs(move - down) <= _ASTRAY for move in moves)
    return down if is_moved else 0
