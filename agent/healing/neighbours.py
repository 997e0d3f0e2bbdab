"""The embedded model's way to heal: the thing that stands to its neighbours as the old one stood to them."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from agent.healing.thing import things
from tools.matching.text import difference

if TYPE_CHECKING:
    from agent.healing.thing import Thing
    from tools.geometry import Box
    from tools.scene import Line, Scene

_ANCHORS = 6
"""So many of the nearest texts are compared, where there are so many."""
_FEWEST = 2
_AGREEING = 0.8
"""Part of the anchors that must agree."""
_SLACK, _SHARE = 20, 0.3
"""Pixels, and part of the distance, by which a thing may stand otherwise to an anchor."""


def stands_alike(old: Scene, target: Thing, new: Scene) -> list[Thing]:
    """The things of the target's kind that stand to their neighbours as it stood, up to the texts' size."""
    anchors = _anchors(old, target, new)
    if len(anchors) < _FEWEST:
        return []
    scale = statistics.median(after.box.height / before.box.height for before, after in anchors)
    return [
        thing
        for thing in things(new, target.kind)
        if _agreement(target.box, thing.box, anchors, scale) >= _AGREEING
    ]


def _anchors(old: Scene, target: Thing, new: Scene) -> list[tuple[Line, Line]]:
    """The nearest texts that stand on both screens just once."""
    pairs = []
    for line in old.lines:
        if target.box.overlap(line.box).area:
            continue
        here = [other for other in old.lines if difference(line.text, other.text) is not None]
        there = [other for other in new.lines if difference(line.text, other.text) is not None]
        if len(here) == len(there) == 1:
            pairs.append((line, there[0]))
    return sorted(pairs, key=lambda pair: _far(pair[0].box, target.box))[:_ANCHORS]


def _agreement(was: Box, box: Box, anchors: list[tuple[Line, Line]], scale: float) -> float:
    """The part of the anchors to which a box stands as the old one did."""
    agreeing = 0
    for before, after in anchors:
        wanted = [scale * (a - b) for a, b in zip(was.center, before.box.center, strict=True)]
        found = [a - b for a, b in zip(box.center, after.box.center, strict=True)]
        slack = _SLACK + _SHARE * max(abs(part) for part in wanted)
        agreeing += all(abs(a - b) <= slack for a, b in zip(wanted, found, strict=True))
    return agreeing / len(anchors)


def _far(one: Box, other: Box) -> float:
    return abs(one.center.x - other.center.x) + abs(one.center.y - other.center.y)
