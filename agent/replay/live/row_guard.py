"""Right-record guard: before a row of a table is clicked, the rest of that row must be what was recorded.

A caption, an icon or a name alone does not tell whose row it is. That every recorded text is somewhere on the
screen is known by then (`compare.texts`); here it is made sure that those of one row still stand together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.element import element_at
from tools.locate.layout.table_rows import row_at
from tools.ocrtext.may_be import may_be
from tools.ocrtext.within import reads_within
from tools.relocate.result import NotLocated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.replay.live.target import RecordedTarget
    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line


def another_record(
    wanted: RecordedTarget,
    point: Point,
    frame: Frame,
    parser: ScreenParser,
    ignored: Sequence[Box] = (),
    changes: Callable[[str], bool] = lambda _text: False,
) -> NotLocated | None:
    """Why a place is another record's, in words that name both; None where it is not.

    Args:
        wanted: What was pointed at.
        point: Where it was found on this frame.
        frame: The present one.
        parser: Reads frames.
        ignored: Where texts mean nothing.
        changes: Whether a recorded text holds a value that is another one in this run.
    """
    recorded = parser.read(wanted.frame)
    field = element_at(recorded, wanted.point).field
    if field is not None and not recorded.holds_several_lines(field):
        return None  # it stands by its label, and what is in it and around it is entered
    then = row_at(recorded, wanted.point)
    scene = parser.read(frame)
    row = [line for line in scene.lines if line.box.same_row(Box(*point, 1, 1))]
    others = [line for line in scene.lines if line not in row]
    counted = [cell for cell in then if not any(box.overlap(cell.box).area for box in ignored)]
    same_now = [cell for cell in counted if not changes(cell.text)]
    astray = [cell for cell in same_now if not _is_in(cell, row) and _is_in(cell, others)]
    if not astray:
        return None
    was, now = (" ".join(line.text for line in sorted(lines, key=_left)) for lines in (then, row))
    return NotLocated(
        "another text", f'in the row at ({point.x}, {point.y}) stands "{now}", and "{was}" was recorded'
    )


def _is_in(cell: Line, lines: Sequence[Line]) -> bool:
    """Whether one of the lines may be the recorded text, or holds it: two cells may be read as one."""
    return any(may_be(cell.text, line.text) or reads_within(cell.text, line.text) for line in lines)


def _left(line: Line) -> int:
    return line.box.left
