"""Areas: where a point is inside, by the sets' own rules."""

from __future__ import annotations

import pytest

from agent.bench.grounding.layouts.sample import Nowhere, Polygon, Rectangle

L_SHAPE = Polygon(((0, 0), (10, 0), (10, 5), (5, 5), (5, 10), (0, 10)))


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [(10, 20, True), (30, 40, True), (10, 40, True), (20, 30, True), (9.999, 30, False), (20, 40.001, False)],
)
def test_the_edges_of_a_rectangle_are_inside(x: float, y: float, *, inside: bool) -> None:
    assert Rectangle(10, 20, 30, 40).contains(x, y) == inside


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [
        (2, 2, True),
        (7, 2, True),
        (2, 7, True),
        (7, 7, False),
        (-1, 5, False),
        (5.1, 4.9, True),
        (11, 2, False),
    ],
)
def test_a_ray_is_cast_through_a_polygon(x: float, y: float, *, inside: bool) -> None:
    assert L_SHAPE.contains(x, y) == inside


@pytest.mark.parametrize(("x", "y", "inside"), [(0, 5, True), (10, 2, False), (2, 0, True), (2, 10, False)])
def test_of_a_polygons_edges_the_left_and_the_upper_ones_are_inside(
    x: float, y: float, *, inside: bool
) -> None:
    """As the set's own ray casting has it."""
    assert L_SHAPE.contains(x, y) == inside


def test_nowhere_has_no_point() -> None:
    assert not Nowhere().contains(0, 0)
    assert Rectangle(1, 2, 3, 4).outline == ((1, 2), (3, 2), (3, 4), (1, 4))
