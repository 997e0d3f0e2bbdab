"""Leading captions: where a row begins with a text and ends with an indicator, each stands before its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.see.scene import Line, Scene, Widget

_APART = 2.5
"""Heights of a caption between it and an indicator of its row, at most."""
_AS_NEAR = 2
"""Pixels by which a caption may be nearer to the indicator before it than to its own one behind it."""
_PAIRS = 2
"""Captions with their indicators, at least: of one alone nothing else claims the indicator."""


def stands_before(scene: Scene, caption: Line, indicator: Widget) -> bool:
    """Whether a caption between two indicators belongs to the one behind it.

    Captions mostly stand behind. But where a row begins with a text, as near to the first indicator as all
    are to theirs, and nothing at all is drawn behind the last, they can only stand before.

    Args:
        scene: What is on the screen.
        caption: On the indicator's row.
        indicator: Right of it.
    """
    run = _run_around(scene, caption.box)
    texts, marks = run[::2], run[1::2]
    if len(texts) != len(marks) or len(texts) < _PAIRS or (caption.box, indicator.box) not in _pairs(run):
        return False
    boxes = {one.box for one in scene.widgets if one.is_indicator}
    if any(text in boxes for text in texts) or any(mark not in boxes for mark in marks):
        return False
    before = [own.left - text.right for text, own in _pairs(run)]
    behind = [text.left - mark.right for mark, text in zip(marks, texts[1:], strict=False)]
    if any(own > other + _AS_NEAR for own, other in zip(before[1:], behind, strict=True)):
        return False
    is_first_alike = before[0] <= max(before[1:]) + _AS_NEAR
    return is_first_alike and not _is_drawn_behind(scene, run[-1], round(_APART * caption.box.height))


def _pairs(run: Sequence[Box]) -> list[tuple[Box, Box]]:
    return list(zip(run[::2], run[1::2], strict=True))


def _run_around(scene: Scene, caption: Box) -> Sequence[Box]:
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


def _is_drawn_behind(scene: Scene, indicator: Box, reach: int) -> bool:
    """Whether anything is drawn behind an indicator, as a caption that was not read."""
    edge = max(2, indicator.width // 8)
    area = Box(indicator.right + edge, indicator.top, reach, indicator.height).clip(scene.frame.size)
    return bool((relief(scene.frame, area) > INK).any())
