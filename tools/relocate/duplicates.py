"""Duplicates: whether the frame has more places that could be the element than the recorded frame had.

If so, nothing tells which of them is meant. To believe a place, its text must read the same; to doubt it, a
text that may be the same is enough (of two equal texts one was once read with an accent). Texts are compared
and pixels too, as the recogniser may misread a copy or miss it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.ocrtext.may_be import may_be
from tools.relocate.crops import core_of
from tools.relocate.peaks import equal_places, peaks_in
from tools.relocate.result import NotLocated, several
from tools.relocate.snapshot import lines_like

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.relocate.snapshot import ElementSnapshot
    from tools.see.scene import Line, Scene

_GROUND = 3
"""Pixels of ground around a label that are compared as well: around a whole copy of it they are equal, around
a part of a longer text, as a digit of a number, they are not."""
_WHOLE = 0.6
"""Share of a place that a line covers, at least, if its text and not only a sign of it was read there."""
_LIKE = 0.7
"""Correlation from which a place may be a copy on another ground: a text over another part of a photograph
correlates with .85 to .93 (measured on 12)."""


def duplicate(wanted: ElementSnapshot, crop: Box, label: Box, scene: Scene) -> NotLocated | None:
    """Why the place that was found may not be the only one; None when it is.

    Args:
        wanted: the recorded element.
        crop: the part of the recorded frame that it was found by.
        label: its label's box on the new frame; not used for an element without a label.
        scene: the new frame, read.
    """
    if wanted.namesakes:  # rows come and go; which is meant was told by what else is in them
        return None
    if wanted.label is None:
        texts = (_read_again(line, wanted, scene) for line in wanted.texts_in(crop))
        return next(filter(None, texts), None) or _like_another(wanted, core_of(wanted) or crop, scene.frame)
    return _read_again(wanted.label, wanted, scene) or _copied(wanted, wanted.label, label, scene)


def _read_again(line: Line, wanted: ElementSnapshot, scene: Scene) -> NotLocated | None:
    """A stop if more lines than before read like a text, or may be it.

    Both are counted: where a similar text has gone and a second equal one has come, as many lines as before
    may be it, but more of them read like it.
    """
    for alike in (lines_like, _may_be):
        now = alike(line, scene)
        if len(now) > len(alike(line, wanted.scene)):
            return several([one.box for one in now], f'was known by "{line.text}", which is there again')
    return None


def _may_be(line: Line, scene: Scene) -> list[Line]:
    return [other for other in scene.lines if may_be(line.text, other.text)]


def _copied(wanted: ElementSnapshot, was: Line, label: Box, scene: Scene) -> NotLocated | None:
    """A stop if more places than before look like the label."""
    for copies in (_equal_to, _unread_like):
        now = copies(label, scene)
        if len(now) > max(1, len(copies(was.box, wanted.scene))):
            return several(now, f'was the only "{was.text}"')
    return None


def _equal_to(label: Box, scene: Scene) -> list[Box]:
    return equal_places(scene.frame, label.grow(_GROUND).clip(scene.frame.size), scene.frame)


def _unread_like(label: Box, scene: Scene) -> list[Box]:
    """The label, and places that look like it where no other text is read, as on a photograph."""
    like = [peak.box for peak in peaks_in(scene.frame.gray[label.slices], scene.frame, _LIKE)]
    return [box for box in like if box == label or not _is_read(box, scene)]


def _is_read(box: Box, scene: Scene) -> bool:
    return any(line.box.overlap(box).area >= _WHOLE * box.area for line in scene.lines)


def _like_another(wanted: ElementSnapshot, crop: Box, frame: Frame) -> NotLocated | None:
    """A stop if more places than before look like an element without a readable text."""
    gray = wanted.frame.gray[crop.slices]
    now, was = (peaks_in(gray, one, _LIKE) for one in (frame, wanted.frame))
    if len(now) <= len(was):
        return None
    return several([peak.box for peak in now], "bears no text to tell it from what looks like it")
