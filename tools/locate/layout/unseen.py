"""Unseen: what is drawn beside a label and isn't made out. It may be the label's own field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.locate.layout.reaching import without_reaching_in
from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.see.scene import Line, Scene, Widget

_EDGE = 3
"""Pixels around a text or a widget that are its own."""
_OFF = 0.25
"""Heights of a text that the middle of what stands on its row may be above or below its own."""
_THIN = 2
"""Pixels that a line is thick which divides a window, at most."""
_DRAWN = 2.0
"""Heights of a text that something drawn behind it, or below it, is wide, at least."""
_BELOW = 1.5
"""Heights of a text below it in which what it names may begin."""
_FAINT = 16
"""Levels by which an edge differs from its ground, at least: dark themes have edges that hardly show."""
_ACROSS = 0.95
"""Share of a row that a line across the window takes, at least."""
_SPREAD = 1.4
"""Heights of a text that each of its signs is wide, at most: a slider may be read as "-T"."""
_LARGE = 1.5
"""Times as high as most texts of its screen is one whose signs may be wider for that, at most."""
_RULE, _HIGH = 0.2, 0.9
"""Heights of a text that a line drawn across is thick, at most, and that a field is high, at least."""
_SIDE = 0.7
"""Share of a box's side that is drawn, at least: its corners may be round."""
_CLOSE, _ASTRAY = 1.0, 3.0
"""Heights of a text that another stands behind it, at most, as the value in a field behind its label; and
that an arrow stands behind that, at most, or that a field begins elsewhere, at least."""
_HIGHER, _WIDER = 1.4, 1.5
"""Times as high as all other shapes of a text is a box that was read with it; times its height it is wide."""


def passes_unseen(scene: Scene, label: Box, field: Box) -> bool:
    """Whether something that isn't made out lies between a label and a field right of it, or below it.

    Of a field below it what stands behind the label is nearer, also a slider, or a value whose field isn't
    made out; before its number a slider may stand.
    """
    if label.same_row(field):
        return is_drawn_behind(scene, label, field.left, _HIGH)
    return is_drawn_behind(scene, label, field.right, _RULE) or _is_before_value(scene, label, field)


def _is_before_value(scene: Scene, label: Box, field: Box) -> bool:
    """Whether a text and a button stand close behind a label, and the field below begins elsewhere.

    They are a value and its arrow; a text alone may be a unit or a remark, as "required".
    """
    if abs(label.left - field.left) < _ASTRAY * label.height:
        return False
    values = [one.box for one in scene.lines if _is_close_behind(one.box, label, _CLOSE)]
    buttons = [one.box for one in scene.widgets if one.kind == "button"]
    return any(_is_close_behind(one, value, _ASTRAY) for value in values for one in buttons)


def _is_close_behind(box: Box, text: Box, heights: float) -> bool:
    return box.same_row(text) and 0 <= box.left - text.right <= heights * text.height


def is_drawn_behind(scene: Scene, label: Box, until: int, least: float = 0) -> bool:
    """Whether something that isn't made out, such as a slider, is drawn behind a text.

    What reaches from top to bottom is a border, and a line of two pixels may lead on from a heading; what
    comes in from above is the end of another thing, such as a menu.

    Args:
        scene: what is on the screen.
        label: where the text is.
        until: how far to look, in frame pixels.
        least: heights of the text that it is high.
    """
    height = label.height
    left = label.right + height // 2
    row = Box(left, label.top - height // 2, until - left, 2 * height).clip(scene.frame.size)
    if row.width < _DRAWN * height or row.height < height:
        return False
    ink = without_reaching_in(_unknown(scene, row, _FAINT))
    ink &= ink.mean(axis=1, keepdims=True) < _ACROSS  # lines and stripes of a table
    first, last = ink.argmax(axis=0), len(ink) - 1 - ink[::-1].argmax(axis=0)
    is_high = last - first + 1 > max(_THIN, least * height)
    is_on_row = np.abs(first + last + 1 - len(ink)) <= _OFF * 2 * height
    drawn = ink.any(axis=0) & ~ink.all(axis=0) & is_high & is_on_row
    return int(drawn.sum()) >= _DRAWN * height


def is_drawn_below(scene: Scene, label: Box, until: int) -> bool:
    """Whether something that isn't made out, such as a slider, is drawn right below a text.

    Args:
        scene: what is on the screen.
        label: where the text is.
        until: how far to the right to look, in frame pixels.
    """
    height = label.height
    row = Box(label.left, label.bottom + _EDGE, until - label.left, round(_BELOW * height))
    row = row.clip(scene.frame.size)
    if row.width < _DRAWN * height or not row.height:
        return False
    drawn = _unknown(scene, row).sum(axis=0) > _THIN
    return int(drawn.sum()) >= _DRAWN * height


def _is_spread(scene: Scene, line: Line) -> bool:
    """Whether a text is far wider than its signs are, so that something else was read with it."""
    return line.box.width > _SPREAD * min(line.box.height, _LARGE * scene.text_height) * len(line.text)


def is_read_with_box(scene: Scene, label: Line) -> bool:
    """Whether a text was read with what stands before it or behind it, as its own field or slider does."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    if _is_spread(scene, label):
        return True
    ink = (relief(scene.frame, label.box) > INK).astype(np.uint8)
    _, numbers, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    shapes = [Box(*one[:4]) for one in np.asarray(stats, np.int32)[1:].tolist()]
    order = sorted(range(len(shapes)), key=lambda at: shapes[at].left)
    return any(
        shapes[end].height >= _HIGHER * max(shapes[at].height for at in order if at != end)
        and shapes[end].width >= _WIDER * shapes[end].height
        and _is_drawn_around(np.asarray(numbers)[shapes[end].slices] == end + 1)
        for end in (order[:1] + order[-1:] if len(order) > 1 else ())
    )


def _is_drawn_around(shape: NDArray[np.bool_]) -> bool:
    """Whether all four sides of a shape are lines, as of no letters that touch."""
    sides = (shape[0], shape[-1], shape[:, 0], shape[:, -1])
    return all(float(side.mean()) >= _SIDE for side in sides)


def _unknown(scene: Scene, row: Box, least: int = INK) -> NDArray[np.bool_]:
    """What is drawn in a row, so many levels off its ground, and belongs to no text or widget."""
    ink = relief(scene.frame, row) > least
    texts = [line for line in scene.lines if not _is_spread(scene, line)]
    parts: tuple[Line | Widget, ...] = (*texts, *scene.widgets)
    for known in parts:
        part = known.box.grow(_EDGE).overlap(row)
        if part.area:
            ink[part.shift(-row.left, -row.top).slices] = False
    return ink
