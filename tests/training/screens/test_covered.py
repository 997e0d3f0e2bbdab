"""What is seen of elements under other windows."""

from __future__ import annotations

from tools.geometry import Box, Size
from training.screens.covered import parts, seen

SCREEN = Size(100, 100)


def field(*box: int) -> dict[str, object]:
    return {"kind": "field", "box": list(box), "label_box": None}


def test_what_nothing_covers_is_as_it_was() -> None:
    told = seen({"elements": [field(1, 2, 30, 10)]}, [Box(50, 50, 9, 9)], SCREEN)
    assert told == {"elements": [field(1, 2, 30, 10) | {"box": Box(1, 2, 30, 10)}], "ignore": []}


def test_what_is_cut_straight_has_the_box_of_what_is_left() -> None:
    [one] = seen({"elements": [field(0, 0, 30, 10)]}, [Box(20, 0, 50, 50)], SCREEN)["elements"]
    assert (one["box"], one["clipped"]) == (Box(0, 0, 20, 10), True)


def test_what_a_corner_covers_is_ignored_where_it_is_seen() -> None:
    told = seen({"elements": [field(0, 0, 30, 10)]}, [Box(20, 5, 50, 50)], SCREEN)
    assert told == {"elements": [], "ignore": [[0, 0, 30, 5], [0, 5, 20, 5]]}


def test_what_is_covered_wholly_or_off_the_screen_is_left_out() -> None:
    told = seen({"elements": [field(0, 0, 9, 9), field(100, 0, 9, 9)]}, [Box(0, 0, 50, 50)], SCREEN)
    assert told == {"elements": [], "ignore": []}


def test_a_covered_label_has_no_box() -> None:
    truth = {"elements": [field(40, 0, 9, 9) | {"label_box": [0, 0, 30, 9]}]}
    [one] = seen(truth, [Box(0, 0, 5, 5)], SCREEN)["elements"]  # type: ignore[arg-type]
    assert one["label_box"] is None


def test_parts_make_up_the_box_without_what_covers_it() -> None:
    left = parts(Box(0, 0, 10, 10), [Box(2, 2, 3, 3), Box(4, 4, 3, 3)], SCREEN)
    assert sum(part.area for part in left) == 100 - 9 - 9 + 1
