"""Rows of chosen entries: what became of the recorded one's row has to become of this run's. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.see.scene import Line


def without_rows(
    missing: Sequence[Line], new: Sequence[Line], rows: Sequence[tuple[Sequence[str], Sequence[str]]]
) -> tuple[list[Line], list[Line]]:
    """The lines without those of rows that went: the recorded row in that run, the other one in this run.

    Args:
        missing: Recorded lines that are not on the screen.
        new: Lines of the screen that were not recorded.
        rows: The texts in the row of each entry that was chosen, as recorded and now.
    """
    gone, stayed = list(missing), list(new)
    for was, now in rows:
        went, kept = _of(now, gone), _of(was, stayed)
        if went and kept:
            gone = [line for line in gone if line not in went]
            stayed = [line for line in stayed if line not in kept]
    return gone, stayed


def _of(row: Sequence[str], lines: Sequence[Line]) -> list[Line]:
    """The lines that say what stands in a row, each text once."""
    left, found = list(lines), []
    for text in row:
        line = next((one for one in left if same(one.text, text)), None)
        if line is not None:
            left.remove(line)
            found.append(line)
    return found
