"""Begun: lines whose first letters touch something else, such as a border, and were not read with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.ocrtext.same import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tools.see.scene import Line

_MOST = 2
"""Letters that are missing, at most."""
_WIDE = (0.5, 0.7, 1.0)
"""Heights of its line that a letter is wide, as is tried."""
_SURE = 0.9
"""The recogniser's score of such a reading, at least."""
_PICTURES = frozenset("oqx0lijtv")
"""Small letters as which a circle, a cross, a bar, a tick or an arrow before a text is read."""


def begun(lines: Iterable[Line], text: str) -> Iterator[Line]:
    """The lines with what stands right before them, where the two say a text.

    Args:
        lines: As they were read.
        text: As the step has it.
    """
    return (whole for line in lines if (whole := _from_first_letter(line, text)) is not None)


def _from_first_letter(line: Line, text: str) -> Line | None:
    wanted, read = letters(text), letters(line.text)
    missing = len(wanted) - len(read)
    first = wanted[: max(0, missing)]
    is_end = bool(read) and 0 < missing <= _MOST and wanted.endswith(read) and first.isalpha()
    if not _PICTURES.isdisjoint(first.casefold()):
        return None
    if line.evidence is None or not is_end:
        return None
    for wide in _WIDE:
        before = min(line.box.left, round(wide * missing * line.box.height))
        left, width = line.box.left - before, line.box.width + before
        whole = line.evidence.read(line.box._replace(left=left, width=width))
        is_one_text = len(whole.text.split()) == len(text.split())  # and no cell beside another one
        if letters(whole.text) == wanted and is_one_text and whole.score >= _SURE:
            return whole
    return None
