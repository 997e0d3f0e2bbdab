"""A toggle in front of a caption, by what is said of all places near by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tools.geometry import Box, Size
from tools.see.toggles.patch import patch
from tools.see.toggles.reader import Reading
from tools.see.toggles.scan import ROWS, _columns, _places, _sides, find_before, looked_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.see.toggles.patch import State

CAPTION, BOX = Box(100, 50, 80, 16), Box(76, 50, 14, 14)
NOTHING = Reading(None, None, 0.99)


def around(box: Box, state: State, likelihood: float) -> Callable[[Sequence[Box]], list[Reading]]:
    """Says that there is a check box wherever it is asked within two pixels of the middle of one."""

    def read(asked: Sequence[Box]) -> list[Reading]:
        near = [max(abs(one.center.x - box.center.x), abs(one.center.y - box.center.y)) <= 2 for one in asked]
        return [Reading("checkbox", state, likelihood) if is_near else NOTHING for is_near in near]

    return read


def test_what_many_places_agree_on_is_found_and_stands_in_their_middle() -> None:
    found = find_before(CAPTION, around(BOX, "on", 0.99))
    assert found is not None
    assert found[:2] == ("checkbox", "on")
    assert abs(found.box.center.x - BOX.center.x) <= 1
    assert abs(found.box.center.y - BOX.center.y) <= 2


def test_what_is_not_likely_enough_is_not_found() -> None:
    assert find_before(CAPTION, around(BOX, "on", 0.95)) is None
    assert find_before(CAPTION, around(BOX, "on", 0.8)) is None


def test_where_nothing_is_few_places_are_looked_at_and_where_something_is_all_around_it() -> None:
    asked: list[list[Box]] = []

    def counting(boxes: Sequence[Box]) -> list[Reading]:
        asked.append(list(boxes))
        return seen(boxes)

    seen = around(BOX.shift(0, 40), "on", 0.99)
    assert find_before(CAPTION, counting) is None
    few, none = asked
    assert none == []
    seen = around(BOX, "on", 0.99)
    assert find_before(CAPTION, counting) is not None
    every = _places(CAPTION, _columns(CAPTION), ROWS, _sides(CAPTION.height))
    assert 10 * len(few) < len(every)
    near = [box for box, one in zip(every, seen(every), strict=True) if one.kind]
    assert set(near) <= set(asked[-1])


def test_what_is_far_off_is_not_looked_for() -> None:
    assert find_before(CAPTION, around(BOX.shift(-80, 0), "on", 0.99)) is None
    assert find_before(CAPTION, around(BOX.shift(0, 30), "on", 0.99)) is None
    assert find_before(CAPTION, around(BOX.shift(90, 0), "on", 0.99)) is None


def test_where_places_contradict_each_other_nothing_is_found() -> None:
    on = around(BOX, "on", 0.99)

    def torn(asked: Sequence[Box]) -> list[Reading]:
        said = on(asked)
        return [
            one._replace(state="off") if one.kind and box.center.x > BOX.center.x else one
            for box, one in zip(asked, said, strict=True)
        ]

    assert find_before(CAPTION, torn) is None


@pytest.mark.parametrize("caption", [CAPTION, Box(40, 30, 90, 9), Box(3, 2, 50, 31)])
def test_what_lies_further_off_is_not_looked_at(caption: Box) -> None:
    """So equal pixels there are an equal answer; at the frame's edge, too."""
    chance = np.random.default_rng(3)
    one, other = (chance.integers(0, 255, (300, 400, 4), np.uint8) for _ in range(2))
    seen = looked_at(caption).clip(Size(400, 300)).slices
    other[seen] = one[seen]
    places = _places(caption, _columns(caption), ROWS, _sides(caption.height))
    assert all(np.array_equal(patch(one, box), patch(other, box)) for box in places)
