"""Truth of a picture: moved, cut and covered with it."""

from __future__ import annotations

from typing import Any

import numpy as np

from tools.see.elements.element import FOLDS, KINDS, TOGGLES
from training.detector.truth import UNKNOWN, Truth, read_truth


def element(kind: str, *box: int, state: str | None = None, enabled: bool = True) -> dict[str, Any]:
    return {"kind": kind, "box": list(box), "state": state, "enabled": enabled}


def truth(*elements: dict[str, Any], ignore: tuple[list[int], ...] = ()) -> Truth:
    return read_truth({"elements": list(elements), "ignore": list(ignore)})


def test_each_kind_has_the_states_that_it_can_have() -> None:
    told = truth(
        element("checkbox", 0, 0, 13, 13, state="mixed"),
        element("tab", 0, 20, 60, 20, state="chosen"),
        element("tab", 60, 20, 60, 20, enabled=False),
        element("node", 0, 40, 60, 20, state="closed") | {"chosen": True},
        element("menu-item", 0, 60, 60, 20, state="on"),
        element("field", 0, 80, 60, 20),
    )
    on, mixed = TOGGLES.index("on"), TOGGLES.index("mixed")
    assert told.states.tolist() == [
        [mixed, UNKNOWN, UNKNOWN, 1],
        [UNKNOWN, UNKNOWN, 1, 1],
        [UNKNOWN, UNKNOWN, 0, 0],
        [UNKNOWN, FOLDS.index("closed"), 1, 1],
        [on, UNKNOWN, UNKNOWN, 1],
        [UNKNOWN, UNKNOWN, UNKNOWN, 1],
    ]


def test_a_kind_that_is_not_learned_is_an_area_of_which_nothing_is_known() -> None:
    told = truth(element("curtain", 10, 20, 30, 40), ignore=([1, 2, 3, 4],))
    assert told.kinds.size == 0
    assert told.ignored.tolist() == [[10, 20, 40, 60], [1, 2, 4, 6]]


def test_what_a_window_shows_less_than_half_of_is_ignored_there() -> None:
    told = truth(
        element("field", 80, 0, 40, 20), element("field", 90, 40, 40, 20), element("link", 300, 0, 9, 9)
    )
    seen = told.within(100, 100)
    assert seen.boxes.tolist() == [[80, 0, 100, 20]]
    assert seen.ignored.tolist() == [[90, 40, 100, 60]]


def test_elements_are_moved_and_scaled() -> None:
    told = truth(element("field", 30, 20, 40, 10)).moved(-10, -20, (2, 0.5))
    assert told.boxes.tolist() == [[40, 0, 120, 5]]


def test_under_a_window_there_is_what_it_leaves_in_sight() -> None:
    told = truth(
        element("field", 0, 0, 100, 20),
        element("field", 0, 40, 100, 20),
        element("button", 60, 40, 20, 20),
    ).under((70, 0, 200, 30))
    assert told.boxes.tolist() == [[0, 0, 70, 20], [0, 40, 100, 60], [60, 40, 80, 60]]
    covered = told.under((40, 30, 200, 100))
    assert [KINDS[kind] for kind in covered.kinds] == ["field"]
    assert covered.ignored.tolist() == [[0, 40, 40, 60]]


def test_truths_are_joined() -> None:
    one = truth(element("field", 0, 0, 10, 10)).joined(
        truth(element("tab", 9, 9, 10, 10), ignore=([0, 0, 1, 1],))
    )
    assert [KINDS[kind] for kind in one.kinds] == ["field", "tab"]
    assert len(one.boxes) == len(one.states) == 2
    assert one.ignored.dtype == np.float32
