"""A point is two numbers, however it is written; what is not two clear numbers stays as it is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.errors import MalformedCall
from agent.protocol.parse.numbers import grid_point, number


@pytest.mark.parametrize(
    ("value", "meant"),
    [(" 12 ", 12), ("-1.5", -1.5), (7, 7), ("twelve", "twelve"), ("1e3", "1e3"), (None, None)],
)
def test_a_number_may_be_written_as_a_text(value: object, meant: object) -> None:
    assert number(value) == meant


def test_a_truth_value_is_no_number() -> None:
    assert math.isnan(number(True))  # noqa: FBT003  (a value that a model writes)


@pytest.mark.parametrize(
    "value",
    [
        [500, 300],
        "500, 300",
        "<box>500 300</box>",
        "<|box_start|>(500,300)<|box_end|>",
        {"x": "500", "y": 300},
    ],
)
def test_a_point_is_two_numbers(value: object) -> None:
    assert grid_point(value, boxes=True) == [500, 300]


def test_of_a_box_the_middle_is_meant_where_it_can_be_a_box() -> None:
    assert grid_point([490, 290, 510, 310], boxes=True) == [500, 300]
    assert grid_point([490, 290, 510, 310], boxes=False) == [490, 290, 510, 310]
    assert grid_point([510, 310, 490, 290], boxes=True) == [510, 310, 490, 290]


@pytest.mark.parametrize("value", ["left top", [5], [1, 2, 3], {"x": 1}, None, ["a", "b"]])
def test_what_is_no_point_stays_for_the_validation(value: object) -> None:
    assert grid_point(value, boxes=True) == value


@pytest.mark.parametrize("value", [[0.5, 0.25], "0.5, 1", [0.1, 0.1, 0.3, 0.3]])
def test_fractions_of_the_screen_are_malformed(value: object) -> None:
    with pytest.raises(MalformedCall, match="fractions of the screen"):
        grid_point(value, boxes=True)


@given(st.tuples(st.integers(0, 1000), st.integers(0, 1000)))
def test_whole_numbers_on_the_grid_stay_as_they_are(point: tuple[int, int]) -> None:
    assert grid_point(list(point), boxes=True) == list(point)
