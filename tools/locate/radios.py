"""Radio buttons of one group, of which only one is on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tools.observation import COLOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.see.scene import Scene, Widget

_ASTRAY = 2
"""Pixels by which the distances in a column of radio buttons differ, at most."""
_NEAR = 3
"""Heights of a text that it begins right of a column of them, at most, where it may part it."""


def one_of_group(scene: Scene, found: Widget) -> Widget:
    """The indicator; of a radio button the state that those beside it leave open.

    It is unknown where the next one of its row seems to be on as well, and where no shape shows that it is on
    and another of its group is, or looks as it does. Where it can't be told by its look, it is off if one of
    its column is on, and all others look as it does: two of a group are never on. A group is what stands at
    equal distances with nothing but captions between.
    """
    if found.kind != "radio":
        return found
    if found.checked and _is_contradicted(scene, found):
        found = replace(found, checked=None)
    if found.checked is None and not found.is_mixed and _is_one_of_several_off(scene, found):
        return replace(found, checked=False)
    return found


def _is_contradicted(scene: Scene, found: Widget) -> bool:
    """Whether the next one of its row is on, too; where no shape shows it on, any is, or one looks alike."""
    row = _beside(scene, found)
    if any(one.checked and scene.judged(one).kind == "radio" for one in row):
        return True
    if any(one.checked for one in scene.widgets if one.box == found.box):
        return False
    column = [one for one in _column(scene, found) if one.box != found.box]
    return any(one.checked or _look_alike(scene, one, found) for one in (*column, *row))


def _is_one_of_several_off(scene: Scene, found: Widget) -> bool:
    others = [one for one in _column(scene, found) if one.box != found.box]
    alike = [one for one in others if one.checked is None and _look_alike(scene, one, found)]
    rest = [one for one in others if one not in alike]
    is_one_on = len(rest) == 1 and scene.judged(rest[0]).checked is True
    return bool(alike) and is_one_on and _is_one_group(scene, [found, *others])


def _is_one_group(scene: Scene, column: Sequence[Widget]) -> bool:
    """Whether no row of a column has another radio button, and no text stands between two rows."""
    boxes = [one.box for one in column]
    first, last = (end(boxes, key=lambda box: box.top) for end in (min, max))

    def is_beside(other: Box) -> bool:
        return any(other.same_row(box) for box in boxes)

    radios = (one.box for one in scene.widgets if one.kind == "radio" and one.box not in boxes)
    texts = (line.box for line in scene.lines if first.top < line.box.center.y < last.bottom)
    heads = (text for text in texts if not is_beside(text) and text.left - first.right <= _NEAR * text.height)
    return not any(map(is_beside, radios)) and next(heads, None) is None


def _look_alike(scene: Scene, one: Widget, other: Widget) -> bool:
    first, second = (scene.frame.words[each.box.slices] & COLOR for each in (one, other))
    return np.array_equal(first, second)


def _column(scene: Scene, found: Widget) -> list[Widget]:
    """The radio buttons above and below one, itself included, as far as they are at equal distances."""
    same = [one for one in scene.widgets if one.kind == "radio" and _is_in_column(one.box, found.box)]
    column = sorted(same, key=lambda one: one.box.top)
    steps = [lower.box.top - upper.box.top for upper, lower in pairwise(column)]
    at = next((index for index, one in enumerate(column) if one.box == found.box), None)
    if at is None or not steps:
        return []
    step = min(steps[max(0, at - 1) : at + 1])
    first, last = at, at
    while first > 0 and abs(steps[first - 1] - step) <= _ASTRAY:
        first -= 1
    while last < len(steps) and abs(steps[last] - step) <= _ASTRAY:
        last += 1
    return column[first : last + 1]


def _is_in_column(one: Box, other: Box) -> bool:
    return one == other._replace(top=one.top)


def _beside(scene: Scene, found: Widget) -> list[Widget]:
    """The other radio buttons next to one on its row."""
    row = [one for one in scene.widgets if one.kind == "radio" and one.box.same_row(found.box)]
    return [one for one in row if one.box != found.box and _count_between(scene, one.box, found.box) <= 1]


def _count_between(scene: Scene, one: Box, other: Box) -> int:
    """How many texts and widgets of their row stand between two radio buttons: of neighbours a caption."""
    low, high = sorted((one.center.x, other.center.x))
    boxes = [line.box for line in scene.lines] + [widget.box for widget in scene.widgets]
    return sum(box.same_row(one) and low < box.center.x < high for box in boxes)
