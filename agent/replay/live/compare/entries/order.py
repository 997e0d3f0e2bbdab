"""Order of texts: one that stands where another stood says something else, though both are there.

"From Miller to Meier" is not "From Meier to Miller". Only where the look is the same can places be compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.entries.pairs import ASTRAY, is_at, pairs_of
from agent.replay.live.compare.screens.look import looks_the_same
from tools.locate.layout.rows import is_entry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.replay.live.compare.entries.pairs import Pair
    from agent.replay.live.compare.texts.said import Wording
    from tools.geometry import Point
    from tools.see.scene import Scene


def in_anothers_place(then: Scene, now: Scene, wording: Wording, target: Point | None) -> str | None:
    """Which text stands where another one stood.

    Args:
        then: The recorded screen.
        now: The present one, which has the same texts.
        wording: What may read otherwise.
        target: Where the next action takes hold on the recorded screen; None: by the keyboard. In a list
            whose rows have another order it is found by its row.
    """
    if not looks_the_same(then, now):
        return None
    pairs = pairs_of(then, now, wording)
    moved = [pair for pair in pairs if pair.moved and not wording.may_move(pair.line.box)]
    in_place_of = {
        one: other for one in moved for other in moved if other != one and is_at(one.line.box, other.place)
    }
    swapped = [one for one in in_place_of if _is_in_circle(one, in_place_of)]
    if not swapped:
        return None
    is_in_list = target is not None and any(
        one.was.box.top <= target.y < one.was.box.bottom for one in swapped
    )
    if is_in_list and _is_list_in_other_order(pairs, swapped, then, now):
        return None
    one, other = swapped[0], in_place_of[swapped[0]]
    at = one.line.box.center
    return f'"{one.line.text}" stands where "{other.was.text}" stood, at ({at.x}, {at.y})'


def _is_in_circle(one: Pair, in_place_of: Mapping[Pair, Pair]) -> bool:
    """Whether texts changed places among each other: else a row of them was only shifted."""
    at, seen = in_place_of.get(one), {one}
    while at is not None and at not in seen:
        seen.add(at)
        at = in_place_of.get(at)
    return at == one


def _is_list_in_other_order(pairs: Sequence[Pair], moved: Sequence[Pair], then: Scene, now: Scene) -> bool:
    """Whether whole rows of a list changed places, and no text between them stayed."""
    top, bottom = (pick(pair.place.center.y for pair in moved) for pick in (min, max))
    columns = [pair.place for pair in moved]
    stayed = [
        pair
        for pair in pairs
        if not pair.moved
        and top < pair.place.center.y < bottom
        and any(abs(pair.place.left - place.left) <= ASTRAY for place in columns)
    ]
    entries = all(is_entry(then, pair.was.box) and is_entry(now, pair.line.box) for pair in moved)
    rows = all(
        _is_in_row(one, other) for one in moved for other in pairs if other.was.box.same_row(one.was.box)
    )
    return entries and rows and not stayed


def _is_in_row(one: Pair, other: Pair) -> bool:
    return one.line.box.same_row(other.line.box)
