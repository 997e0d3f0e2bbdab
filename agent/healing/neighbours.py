"""How a thing stands to the texts around it, on two frames whose layout, font and size may differ.

Each neighbour that both screens show says where the thing would be now if it stood to it as before; the
neighbours vote. With the embedded model, which has no language, that is all there is to go by.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from agent.healing.thing import things
from agent.models.reader.relations import gap_across, gap_down
from tools.geometry import Point
from tools.matching.text import difference

if TYPE_CHECKING:
    from agent.healing.thing import Thing
    from tools.geometry import Box
    from tools.scene import Line, Scene

_ANCHORS = 8
"""So many of the nearest texts vote, where there are so many."""
_FEWEST, _MAJORITY = 2, 0.6
"""Votes that a place must have, and the part of all votes."""
_SLACK = 8
"""Pixels by which a vote may miss the thing's box."""
_APART = 40
"""Pixels between two anchors from which their distance tells the scale."""
_SURE = 0.8
"""The recogniser's score below which a text is no anchor."""
_ENTRY_GAP, _ASTRAY = 2.2, 3
"""Heights of a text to the next entry of its list at most; pixels by which their left ends may differ."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A text that stands on both screens just once: where its middle was, and is."""

    was: Point
    now: Point
    growth: float
    """Its height now, by its height then."""


def stands_alike(old: Scene, target: Thing, new: Scene) -> list[Thing]:
    """The things of the target's kind that stand to their neighbours as it stood."""
    votes = _votes(old, target.box, new)
    return [thing for thing in things(new, target.kind) if _is_elected(thing.box, votes)]


def stands_so(old: Scene, target: Thing, new: Scene, box: Box) -> bool:
    """Whether what lies in a box of the new screen stands to its neighbours as the target stood."""
    slack = 0 if target.kind == "picture" else _SLACK  # icons stand close together
    return _is_elected(box, _votes(old, target.box, new), slack)


def is_entry(scene: Scene, target: Thing) -> bool:
    """Whether it is one of several texts in a column, as in a menu or list: only its words tell which."""
    height = target.box.height
    column = [line for line in scene.lines if abs(line.box.left - target.box.left) <= _ASTRAY]
    gaps = [abs(line.box.center.y - target.box.center.y) for line in column]
    return target.kind == "text" and any(height / 2 < gap <= _ENTRY_GAP * height for gap in gaps)


def _is_elected(box: Box, votes: list[Point], slack: int = _SLACK) -> bool:
    agreeing = sum(box.grow(slack).contains(vote) for vote in votes)
    return agreeing >= max(_FEWEST, _MAJORITY * len(votes))


def _votes(old: Scene, was: Box, new: Scene) -> list[Point]:
    """Where the middle of the box would be now, by each anchor."""
    anchors = _anchors(old, was, new)
    scales = [_scale(anchors, axis) for axis in (0, 1)]
    return [
        Point(
            *(
                round(now + scale * (at - then))
                for now, scale, at, then in zip(one.now, scales, was.center, one.was, strict=True)
            )
        )
        for one in anchors
    ]


def _anchors(old: Scene, was: Box, new: Scene) -> list[_Anchor]:
    found = []
    near = sorted(old.lines, key=lambda line: gap_across(line.box, was) + gap_down(line.box, was))
    for line in near:
        here, there = _like(line, old), _like(line, new)
        if len(here) == len(there) == 1 and line.score >= _SURE and not line.box.overlap(was).area:
            other = there[0].box
            found.append(_Anchor(line.box.center, other.center, other.height / line.box.height))
    return found[:_ANCHORS]


def _like(line: Line, scene: Scene) -> list[Line]:
    return [other for other in scene.lines if difference(line.text, other.text) is not None]


def _scale(anchors: list[_Anchor], axis: int) -> float:
    """By how much distances along an axis grew: x 0, y 1. Where no two anchors tell, as much as the texts."""
    ratios = [
        (one.now[axis] - other.now[axis]) / (one.was[axis] - other.was[axis])
        for one, other in combinations(anchors, 2)
        if abs(one.was[axis] - other.was[axis]) >= _APART
    ]
    return statistics.median(ratios or [one.growth for one in anchors] or [1.0])
