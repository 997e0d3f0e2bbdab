"""Whether there is more of what a target is known by than was recorded: then nothing tells which is meant.

To be believed, a text must read the same; to doubt it, one that may be the same is enough (of two equal texts
one was once read with an accent). And where a reader slips, pixels don't: both are asked.
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
"""Pixels of ground around a label: a copy of it is equal in these, whatever it was put on; a part of a longer
text, as a digit of a number, is not."""
_WHOLE = 0.6
"""Share of a place that a text covers which is read there, and not only a sign of it."""
_LIKE = 0.7
"""Correlation from which a place may be a copy on another ground: a text over another part of a photograph
correlates with .85 to .93 (measured on 12)."""


def duplicate(wanted: ElementSnapshot, crop: Box, label: Box, scene: Scene) -> NotLocated | None:
    """Why a place that was found is not the only one; None when it is.

    Args:
        wanted: the target.
        crop: what it was found by.
        label: where its label is on the new frame; of no account when it bears none.
        scene: the new frame, read.
    """
    if wanted.namesakes:  # rows come and go; which is meant was told by what else is in them
        return None
    if wanted.label is None:
        texts = (_read_again(line, wanted, scene) for line in wanted.texts_in(crop))
        return next(filter(None, texts), None) or _like_another(wanted, core_of(wanted) or crop, scene.frame)
    return _read_again(wanted.label, wanted, scene) or _copied(wanted, wanted.label, label, scene)


def _read_again(line: Line, wanted: ElementSnapshot, scene: Scene) -> NotLocated | None:
    """A stop if a text stands in more places now, or may stand there, whatever has the focus.

    Both are counted: where a text like it has gone, as many as before may be it, and yet it is there twice.
    """
    for alike in (lines_like, _may_be):
        now = alike(line, scene)
        if len(now) > len(alike(line, wanted.scene)):
            return several([one.box for one in now], f'was known by "{line.text}", which is there again')
    return None


def _may_be(line: Line, scene: Scene) -> list[Line]:
    return [other for other in scene.lines if may_be(line.text, other.text)]


def _copied(wanted: ElementSnapshot, was: Line, label: Box, scene: Scene) -> NotLocated | None:
    """A stop if the label, as it looks now, is on the frame more often than it was."""
    for copies in (_equal_to, _unread_like):
        now = copies(label, scene)
        if len(now) > max(1, len(copies(was.box, wanted.scene))):
            return several(now, f'was the only "{was.text}"')
    return None


def _equal_to(label: Box, scene: Scene) -> list[Box]:
    return equal_places(scene.frame, label.grow(_GROUND).clip(scene.frame.size), scene.frame)


def _unread_like(label: Box, scene: Scene) -> list[Box]:
    """The label, and the places like it where no text is read that says otherwise, as on a photograph."""
    like = [peak.box for peak in peaks_in(scene.frame.gray[label.slices], scene.frame, _LIKE)]
    return [box for box in like if box == label or not _is_read(box, scene)]


def _is_read(box: Box, scene: Scene) -> bool:
    return any(line.box.overlap(box).area >= _WHOLE * box.area for line in scene.lines)


def _like_another(wanted: ElementSnapshot, crop: Box, frame: Frame) -> NotLocated | None:
    """A stop if what bears no text that can be read has gained a likeness."""
    gray = wanted.frame.gray[crop.slices]
    now, was = (peaks_in(gray, one, _LIKE) for one in (frame, wanted.frame))
    if len(now) <= len(was):
        return None
    return several([peak.box for peak in now], "bears no text to tell it from what looks like it")
