"""Inserted rows: those that came into the table of the next target, all others being as they were recorded.

Which row is meant is told by what stands in it; that there is one more changes nothing for it. Anywhere else
one more line is a stop: of a list of what is deleted, say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.entries.pairs import is_at
from tools.locate.layout.table_rows import reads_as, row_at, rows_like, rows_reading
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Point
    from tools.locate.layout.table_rows import Row
    from tools.see.scene import Line, Scene


def inserted_rows(then: Scene, now: Scene, target: Point) -> list[Row]:
    """The rows that only the present table has; none unless it has all recorded ones, in their order.

    Args:
        then: The recorded screen.
        now: The present one.
        target: Where the next action takes hold on the recorded screen.
    """
    wanted = row_at(then, target)
    if not wanted:
        return []
    recorded = rows_like(then, wanted)
    here = rows_reading(now, [line.text for line in wanted])
    if len(here) != 1:
        return []
    present = rows_like(now, here[0])
    stayed = [row for row in present if any(reads_as(row, other) for other in recorded)]
    if len(stayed) != len(recorded) or not all(map(reads_as, stayed, recorded)):
        return []
    return [row for row in present if row not in stayed]


def still_there(rows: Sequence[Row], now: Scene) -> list[Line]:
    """The texts of rows that were let pass on an earlier screen, where they stood or in a row again."""
    whole = [found[0] for row in rows if len(found := rows_reading(now, [line.text for line in row])) == 1]
    in_place = [
        line
        for line in now.lines
        if any(same(line.text, one.text) and is_at(line.box, one.box) for row in rows for one in row)
    ]
    return list(dict.fromkeys([*(line for row in whole for line in row), *in_place]))


def without_inserted(new: Sequence[Line], inserted: Sequence[Line]) -> tuple[Line, ...]:
    """The new lines but for those of inserted rows; equal texts are as many as these."""
    known, left = list(inserted), []
    for line in new:
        match = next((one for one in known if same(one.text, line.text)), None)
        if match is None:
            left.append(line)
        else:
            known.remove(match)
    return tuple(left)


def told_of(row: Row) -> str:
    """What to say of an inserted row."""
    return f'a row "{" ".join(line.text for line in row)}" has come in'
