"""Neighbours of a recorded element: the rest of its row, and the texts nearest to it.

Rows of a list are told apart by their texts, often far from the button at their end. A crop around that
button would not do: the first row's is unique for the header above it, whichever row stands there now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.layout.relations import nearest
from tools.ocrtext.same import same
from tools.relocate.peaks import is_equal
from tools.relocate.snapshot import lines_like

if TYPE_CHECKING:
    from tools.observation import Frame
    from tools.relocate.snapshot import ElementSnapshot
    from tools.see.scene import Line, Scene

_REACH = 640
"""Pixels to either side of an element's middle within which a text belongs to its row."""
_NEAREST = 4
"""Number of nearest texts, one of which must have moved along."""


def row(wanted: ElementSnapshot) -> list[Line]:
    """The other texts in the row of the element, from left to right."""
    return _row_of(wanted.scene, wanted.around, wanted.label)


def has_own_row(wanted: ElementSnapshot) -> bool:
    """Whether no other text like the label stands in a row that reads like the element's."""
    if wanted.label is None or not row(wanted):
        return False
    alike = lines_like(wanted.label, wanted.scene)
    return sum(row_reads_the_same(wanted, line, wanted.scene) for line in alike) == 1


def row_is_equal(wanted: ElementSnapshot, across: int, down: int, frame: Frame) -> bool:
    """Whether all texts of the element's row are on the frame, moved by so many pixels."""
    return all(_is_at(wanted, line, across, down, frame) for line in row(wanted))


def row_reads_the_same(wanted: ElementSnapshot, line: Line, scene: Scene) -> bool:
    """Whether the row of a line has the same texts in the same order as the element's row."""
    was, now = _ends(row(wanted), wanted.label), _ends(_row_of(scene, line.box, line), line)
    return all(
        len(a) == len(b) and all(same(x.text, y.text) for x, y in zip(a, b, strict=True))
        for a, b in zip(was, now, strict=True)
    )


def has_neighbour(wanted: ElementSnapshot, across: int, down: int, frame: Frame) -> bool:
    """Whether one of the nearest texts moved by so many pixels too, or there were none."""
    around = _nearest(wanted)
    return not around or any(_is_at(wanted, line, across, down, frame) for line in around)


def neighbours_read_the_same(wanted: ElementSnapshot, scene: Scene) -> bool:
    """Whether one of the nearest texts is still read somewhere, or there were none."""
    around = _nearest(wanted)
    return not around or any(same(a.text, b.text) for a in around for b in scene.lines)


def _nearest(wanted: ElementSnapshot) -> list[Line]:
    others = (line for line in wanted.scene.lines if line is not wanted.label)
    return nearest(others, wanted.around)[:_NEAREST]


def _row_of(scene: Scene, box: Box, itself: Line | None) -> list[Line]:
    """The texts of a scene in the row of a box, without one of them, from left to right."""
    reach = Box.around(box.center, _REACH)
    lines = [line for line in scene.lines if line is not itself and line.box.same_row(box)]
    near = [line for line in lines if not line.box.gap_across(reach)]
    return sorted(near, key=lambda line: line.box.left)


def _ends(texts: list[Line], line: Line | None) -> tuple[list[Line], list[Line]]:
    """The texts on the left of a line, and those on its right."""
    left = [text for text in texts if line is not None and text.box.left < line.box.left]
    return left, texts[len(left) :]


def _is_at(wanted: ElementSnapshot, line: Line, across: int, down: int, frame: Frame) -> bool:
    return is_equal(wanted.frame, line.box, frame, line.box.shift(across, down))
