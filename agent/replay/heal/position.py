"""Position of an element among its neighbours, on two frames whose layout, font and size may differ.

Each text that both screens show says where the element would be now if it stood to that text as before; the
nearest texts vote. The embedded model, which has no language, has nothing else to go by.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from itertools import combinations, islice
from typing import TYPE_CHECKING

from tools.geometry import Point
from tools.locate.element import elements
from tools.locate.layout.labels import is_sure
from tools.locate.layout.relations import nearest
from tools.ocrtext.may_be import may_be

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Box
    from tools.locate.element import Element
    from tools.see.scene import Line, Scene

_ANCHORS = 8
"""Number of nearest texts that vote, at most."""
_FEWEST, _MAJORITY = 2, 0.75
"""Votes that a place needs at least, and the share of the texts that were asked."""
_TALLER = 1.8
"""Factor by which an element may be higher or lower than it was, apart from the scale of everything."""
_SLACK = 8
"""Pixels by which a vote may miss the element's box."""
_APART = 40
"""Pixels between two anchors from which their distance tells the scale."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A text that stands on both screens just once: where its middle was, and is."""

    was: Point
    now: Point
    growth: float
    """Its height now, by its height then."""

    @classmethod
    def of(cls, was: Line, now: Line) -> _Anchor:
        return cls(was.box.center, now.box.center, now.box.height / was.box.height)


def stands_alike(old: Scene, target: Element, new: Scene) -> list[Element]:
    """The elements of the target's kind and about its height that stand to their neighbours as it stood."""
    around = _Surroundings(old, target, new)
    return [one for one in elements(new, target.kind) if around.elect(one.box, _SLACK)]


def stands_so(old: Scene, target: Element, new: Scene, box: Box) -> bool:
    """Whether what lies in a box of the new screen stands to its neighbours as the target stood."""
    slack = 0 if target.kind == "picture" else _SLACK  # icons stand close together
    return _Surroundings(old, target, new).elect(box, slack)


class _Surroundings:
    """The nearest texts around a target of the old screen, and what they say of its place on the new one."""

    def __init__(self, old: Scene, target: Element, new: Scene) -> None:
        pairs = list(islice(_pairs(old, target, new), _ANCHORS))
        self._asked = len(pairs)
        anchors = [_Anchor.of(line, other) for line, other in pairs if other is not None]
        self._scales = [_scale(anchors, axis) for axis in (0, 1)]
        self._height = target.box.height * self._scales[1]
        self._votes = [Point(*(self._place(one, target.box, axis) for axis in (0, 1))) for one in anchors]

    def _place(self, anchor: _Anchor, was: Box, axis: int) -> int:
        return round(anchor.now[axis] + self._scales[axis] * (was.center[axis] - anchor.was[axis]))

    def elect(self, box: Box, slack: int) -> bool:
        """Whether enough of them agree on a box; those that are gone do not."""
        agreeing = sum(box.grow(slack).contains(vote) for vote in self._votes)
        is_as_high = 1 / _TALLER <= box.height / self._height <= _TALLER
        return is_as_high and agreeing >= max(_FEWEST, _MAJORITY * self._asked)


def _pairs(old: Scene, target: Element, new: Scene) -> Iterator[tuple[Line, Line | None]]:
    """The texts around a target, nearest first, each with itself on the new screen; None: it is gone.

    Left out are those that stand on either screen several times, and what the target is called.
    """
    box = target.box
    for line in nearest(old.lines, box):
        if not is_sure(line) or line in target.texts or line.box.overlap(box).area:
            continue
        there = _like(line, new)
        if not there:
            yield line, None
        elif len(there) == len(_like(line, old)) == 1:
            yield line, there[0]


def _like(line: Line, scene: Scene) -> list[Line]:
    return [other for other in scene.lines if may_be(line.text, other.text)]


def _scale(anchors: list[_Anchor], axis: int) -> float:
    """By how much distances along an axis grew: x 0, y 1. Where no two anchors tell, as much as the texts."""
    ratios = [
        (one.now[axis] - other.now[axis]) / (one.was[axis] - other.was[axis])
        for one, other in combinations(anchors, 2)
        if abs(one.was[axis] - other.was[axis]) >= _APART
    ]
    return statistics.median(ratios or [one.growth for one in anchors] or [1.0])
