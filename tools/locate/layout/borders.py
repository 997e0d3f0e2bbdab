"""Borders between windows: a text left of one names no field right of it, save where rows of labels do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.ink import ground_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Scene

_FAR = 3
"""Heights of a text above and below it in which the grounds on either side of a border differ: what is joined
to a field, on a ground of its own, is not that high."""
BESIDE = 3
"""Pixels beside a text, and beside a field, where their grounds are."""
OTHER = 8
"""Levels of a channel that tell two grounds."""
_MOST = 0.8
"""Share of the rows that show a ground, at least; letters stand in others."""
_ASTRAY = 3
"""Pixels by which what stands in one column, or at one height of its row, may be off."""
_PAST = 2
"""Heights of a text that a line between it and a field runs past both of them, above and below."""
_NEXT = 2
"""Texts of the label's column that are next to it: in a list behind a window most have no field beside."""


def is_across_border(scene: Scene, label: Box, field: Box) -> bool:
    """Whether an upright border between two windows runs past a text and a field right of it.

    Labels in a column with a ground of its own are parted so from their fields as well, but in row after row.
    """
    return _has_border(scene.frame, label, field) and not _is_in_rows(scene, label, field)


def is_across_line(scene: Scene, text: Box, field: Box) -> bool:
    """Whether an upright line, a card's or a menu's edge, runs past a text and a field right of it.

    It also does between labels and fields in a ruled table, of one row too: it does not tell that the text
    names no field, but that its claim is none beside another label's.
    """
    return _has_line(scene.frame, text, field) and not _is_in_rows(scene, text, field)


def _has_border(frame: Frame, label: Box, field: Box) -> bool:
    """Whether the text and the field have grounds of their own, which are higher than what is joined."""
    beside = (label.left - BESIDE, field.left - BESIDE)  # right of the text the border may be close
    far = _FAR * label.height
    rows = slice(max(0, label.center.y - far), label.center.y + far)
    if beside[0] < 0 or field.left <= label.right or rows.stop > frame.size.height:
        return False
    own = ground_behind(frame, label)
    ground = frame.bgrx[field.center.y, beside[1], :3].astype(np.float64)
    if np.abs(own - ground).max() <= OTHER:
        return False
    sides = zip(beside, (own, ground), strict=True)
    if all(_shows(frame.bgrx[rows, x, :3], shade) for x, shade in sides):
        return True
    return _begins_at_once(frame.bgrx[rows, max(0, label.right - 2 * BESIDE) : field.left, :3], ground)


def _has_line(frame: Frame, label: Box, field: Box) -> bool:
    """Whether an upright line is drawn between a text and a field that runs far past both.

    What runs beside the field alone is its own edge.
    """
    past = _PAST * label.height
    top, bottom = min(label.top, field.top), max(label.bottom, field.bottom)
    if top < past or bottom + past > frame.size.height:
        return False
    between = frame.bgrx[top - past : bottom + past, label.right : field.left, :3].astype(np.int16)
    beside = np.abs(np.diff(between, axis=1)).max(axis=2) > OTHER
    for wide in range(1, BESIDE + 1):
        is_drawn = beside[:, :-wide] & beside[:, wide:]  # it differs from what is on either side
        parts = (is_drawn, is_drawn[:past], is_drawn[-past:])
        if np.logical_and.reduce([part.mean(axis=0) >= _MOST for part in parts]).any():
            return True
    return False


def _begins_at_once(between: NDArray[np.uint8], ground: NDArray[np.float64]) -> bool:
    """Whether a field's ground begins in most rows at one place, and what is before it is another.

    The windows on both sides may hold other things there, right where the text and the field begin.
    """
    shares = (np.abs(between - ground).max(axis=2) <= OTHER).mean(axis=0)
    before, behind = shares[:-BESIDE] <= 1 - _MOST, shares[BESIDE:] >= _MOST
    return bool((before & behind).any())


def _is_in_rows(scene: Scene, label: Box, field: Box) -> bool:
    """Whether the next rows have a text and a widget where this one has them: rows of two windows differ.

    A note under a field may have it stand higher beside its label than others do: then two are level. Where
    a window cuts them off, all texts of the one behind it end at one place.
    """
    others = (line.box for line in scene.lines if line.box != label)
    is_cut = _is_cut(scene.frame, label)
    texts = [one for one in others if _begins(one, label) or (not is_cut and _ends(one, label))]
    texts.sort(key=lambda text: abs(text.center.y - label.center.y))
    drop = field.center.y - label.center.y
    level = [one for one in (drop, *_drops(scene, texts[: 2 * _NEXT], field)) if abs(one) <= _ASTRAY]
    return len(level) > 1 or any(abs(one - drop) <= _ASTRAY for one in _drops(scene, texts[:_NEXT], field))


def _drops(scene: Scene, texts: Sequence[Box], field: Box) -> list[int]:
    """How much lower than some texts on their rows the widgets are that begin where a field does."""
    column = [one.box for one in scene.widgets if abs(one.box.left - field.left) <= _ASTRAY]
    return [
        one.center.y - text.center.y
        for one in column
        for text in texts
        if text.right < one.left and text.same_row(one) and one.overlap(field).area == 0
    ]


def _begins(text: Box, label: Box) -> bool:
    return abs(text.left - label.left) <= _ASTRAY


def _ends(text: Box, label: Box) -> bool:
    return abs(text.right - label.right) <= _ASTRAY


def _is_cut(frame: Frame, text: Box) -> bool:
    """Whether another ground than a text's begins right at its end."""
    text = text.clip(frame.size)
    if not text.area:
        return False
    column = frame.bgrx[text.slices[0], min(text.right + BESIDE, frame.size.width - 1), :3]
    return not _shows(column, ground_behind(frame, text)) and _shows(column, np.median(column, axis=0))


def _shows(column: NDArray[np.uint8], ground: NDArray[np.float64]) -> bool:
    """Whether most of a column is of a colour."""
    return float((np.abs(column - ground).max(axis=1) <= OTHER).mean()) >= _MOST
