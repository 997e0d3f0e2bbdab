"""An element that looks different now, in another theme, font or size: found by its text alone.

The text must read the same, must have been the only such text when it was recorded and be the only one now.
It must also look somewhat alike in its present size, be of the same kind, and not be greyed out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box, Point
from tools.locate.dimmed import Recorded, is_dim
from tools.relocate.neighbours import has_own_row, neighbours_read_the_same, row_reads_the_same
from tools.relocate.peaks import Peak, likeness
from tools.relocate.result import NotLocated, near, several
from tools.relocate.snapshot import lines_like
from tools.relocate.texture import is_empty

if TYPE_CHECKING:
    from tools.relocate.snapshot import ElementSnapshot
    from tools.see.scene import Line, Scene

_LEAST = 0.45
"""Least likeness (-1 to 1) of the same text in another font or theme; the same word as a title has less."""
_SPOT, _AWRY = 0.8, 12
"""Least likeness of the same icon beside its name, and pixels by which the two may have moved apart."""
_SCALES = (0.5, 2.2)
"""Factors between which the height of a text may have changed (100 to 200 % DPI, and back)."""


def find_alike(wanted: ElementSnapshot, scene: Scene) -> tuple[Box, Peak] | NotLocated:
    """The label's recorded box, and its place and scale on the new frame."""
    label = wanted.label
    if label is None:
        at = f"({wanted.point.x}, {wanted.point.y})"
        return NotLocated("absent", f"what was at {at} bears no text and is not on the screen as it was")
    same = lines_like(label, scene)
    if wanted.namesakes and has_own_row(wanted):
        same = [line for line in same if row_reads_the_same(wanted, line, scene)]
        if not same:
            return NotLocated("absent", f'no "{label.text}" in a row that reads as its row did')
    elif wanted.namesakes and same:
        return several([line.box for line in same], f'was one of several "{label.text}"')
    if len(same) > 1:
        return several([line.box for line in same], f'was the only "{label.text}" of its kind')
    return _proved(wanted, label, same[0], scene) if same else _missing(label, scene)


def _proved(wanted: ElementSnapshot, label: Line, line: Line, scene: Scene) -> tuple[Box, Peak] | NotLocated:
    """The only text that reads the same, if everything else about it fits."""
    scale = line.box.height / label.box.height
    score = likeness(wanted.frame, label.box, scene.frame, line.box)
    at = f"({line.box.center.x}, {line.box.center.y})"
    if not _SCALES[0] <= scale <= _SCALES[1] or score < _LEAST or not _is_same_kind(wanted, line, scene):
        return NotLocated("absent", f'"{label.text}" stands at {at}, but is not what it was')
    if not _has_its_spot(wanted, label, line, scene):
        return NotLocated(
            "absent", f'"{label.text}" stands at {at}, but what it was the name of is not there'
        )
    if not neighbours_read_the_same(wanted, scene):
        return NotLocated(
            "absent", f'"{label.text}" stands at {at}, but nothing that was near it is on the screen'
        )
    if is_dim(scene, line.box, Recorded(wanted.scene, label.box)):
        return NotLocated("disabled", f'"{label.text}" at {at} is greyed out')
    return label.box, Peak(line.box, score, 1.0 if line.box.height == label.box.height else scale)


def _has_its_spot(wanted: ElementSnapshot, label: Line, line: Line, scene: Scene) -> bool:
    """Whether the same icon, or empty ground, is still where the label says."""
    was, frame = wanted.spot, scene.frame
    if was is None:
        return True
    left, top = label.box.carry(Point(was.left, was.top), line.box)
    now = Box(left, top, was.width, was.height).clip(frame.size)
    if is_empty(wanted.frame, was):
        return is_empty(frame, now)
    return now.area == was.area and likeness(wanted.frame, was, frame, now, _AWRY) >= _SPOT


def _is_same_kind(wanted: ElementSnapshot, line: Line, scene: Scene) -> bool:
    """Whether the text stands in a button now exactly if it did so when it was recorded."""
    kinds = {w.kind for w in scene.widgets if w.box.contains(line.box.center) and w.kind == "button"}
    return bool(kinds) == (wanted.element.kind == "button")


def _missing(label: Line, scene: Scene) -> NotLocated:
    there = next((line for line in scene.lines if line.box.overlap(label.box).area), None)
    if there is not None and near(there.box, label.box):
        at = there.box.center
        return NotLocated("another text", f'no "{label.text}": at ({at.x}, {at.y}) stands "{there.text}"')
    return NotLocated("absent", f'no "{label.text}" on the screen')
