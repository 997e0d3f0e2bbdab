"""Leading captions: in a row from a text to an indicator each caption may stand before its own one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from tools.geometry import Box
from tools.observation import bounds
from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.see.scene import Line, Scene

    Placing = Literal["behind", "before", "open"]

_APART = 2.5
"""Heights of a caption between it and an indicator of its row, at most."""
_NEARER = 1.5
"""Times as far captions are from the other indicators than from their own, at least, where that tells."""
_ASTRAY = 0.3
"""Part of an indicator's height by which another one, not made out, may be larger or smaller."""
_PAIRS = 2
"""Captions with their indicators, at least: of one alone nothing else claims the indicator."""


def placing(scene: Scene, caption: Line) -> Placing:
    """Where a caption's indicator row has its captions: behind them, as mostly, or before.

    A row that begins with a text and ends with an indicator, made out or not, has a caption before each; or
    the text is the row's own label, and the last caption is not on it. Only distances tell, if anything does.
    """
    boxes = {one.box for one in scene.widgets if one.is_indicator}
    run = _with_unseen(scene, _run_around(scene, caption.box), boxes)
    texts, marks = run[::2], run[1::2]
    if len(texts) != len(marks) or len(texts) < _PAIRS or caption.box not in texts:
        return "behind"
    if not boxes.isdisjoint(texts) or not boxes.issuperset(marks[:-1]):
        return "behind"
    before = [mark.left - text.right for text, mark in zip(texts, marks, strict=True)]
    behind = [text.left - mark.right for mark, text in pairwise(run[1:])][::2]
    if min(behind) >= _NEARER * max(before):
        return "before"
    return "behind" if min(before[1:]) >= _NEARER * max(behind) else "open"


def _run_around(scene: Scene, caption: Box) -> list[Box]:
    """The texts and widgets of a caption's row, from left to right, each close to the next."""
    reach = _APART * caption.height
    row = sorted(_on_row(scene, caption), key=lambda box: box.left)
    runs = [[row[0]]]
    for one, next_ in pairwise(row):
        if next_.left - one.right > reach:
            runs.append([])
        runs[-1].append(next_)
    return next(run for run in runs if caption in run)


def _on_row(scene: Scene, caption: Box) -> Iterator[Box]:
    """What stands on a caption's row, without the texts in widgets: a mark in a box is read as one."""
    known = [caption, *(one.box for one in scene.widgets if one.box.same_row(caption))]
    yield from known
    for line in scene.lines:
        if line.box.same_row(caption) and not any(box.meets(line.box) for box in known):
            yield line.box


def _with_unseen(scene: Scene, run: Sequence[Box], boxes: set[Box]) -> Sequence[Box]:
    """A run with what is drawn behind its last text and is as large as its indicators: one more of them."""
    last, marks = run[-1], [box for box in run if box in boxes]
    if last in boxes or not marks:
        return run
    size = marks[0].height
    area = Box(last.right, marks[0].top - 2, round(_APART * last.height) + size, size + 4).clip(
        scene.frame.size
    )
    drawn = bounds(relief(scene.frame, area) > INK) if area.area else None
    if drawn is None or max(abs(drawn.width - size), abs(drawn.height - size)) > _ASTRAY * size:
        return run
    return [*run, drawn.shift(area.left, area.top)]
