"""Every way in which clicks may follow from targets is tried and fitted."""

from __future__ import annotations

import numpy as np
import pytest

from agent.clicktest.asking import Shot
from agent.clicktest.mapping import AXES, Mapping, Shots, mappings
from agent.clicktest.spaces import SPACES
from agent.clicktest.targets import Target
from agent.usage import Usage
from tools.geometry import Box, Size

SIZE = Size(1000, 800)
TRUE = [(100.0, 80.0), (900.0, 80.0), (100.0, 700.0), (900.0, 700.0), (500.0, 400.0)]


def shots(seen: list[tuple[float, float]]) -> Shots:
    """Clicks at the true places, as they were seen."""
    return Shots(np.array(TRUE), np.array(seen), np.tile(np.array(SIZE, np.float64), (5, 1)), (SIZE,) * 5)


def the(correction: str, seen: list[tuple[float, float]]) -> Mapping:
    """The mapping with straight axes on the grid that is corrected so."""
    (found,) = (
        one
        for one in mappings(shots(seen))
        if (one.axes, one.space.name, one.correction) == ("straight", "grid", correction)
    )
    return found


def test_the_right_mapping_comes_first_and_leaves_places_where_they_are() -> None:
    first = next(mappings(shots(TRUE)))
    assert first.right
    assert np.array_equal(first.predicted, np.array(TRUE))


def test_only_one_is_right() -> None:
    seen = [(x + 30, y) for x, y in TRUE]
    assert sum(mapping.right for mapping in mappings(shots(seen))) == 1


def test_a_correction_that_moves_nothing_is_not_tried() -> None:
    found = {(one.axes, one.space.name, one.correction) for one in mappings(shots(TRUE))}
    assert {one for one in found if one[:2] == ("straight", "grid")} == {("straight", "grid", "none")}


def test_every_axis_is_tried_in_every_space() -> None:
    found = [one for one in mappings(shots(TRUE)) if one.correction == "none"]
    assert len(found) == len(AXES) * len(SPACES)


@pytest.mark.parametrize(
    ("correction", "seen", "fitted"),
    [
        ("factor", [(x / 2, y / 2) for x, y in TRUE], [0.5]),
        ("factors", [(x / 2, y) for x, y in TRUE], [0.5, 1]),
        ("shift", [(x + 24, y - 16) for x, y in TRUE], [24, -16]),
        ("grid shift", [(x + 50, y - 40) for x, y in TRUE], [0.05, -0.05]),
        ("factors and shifts", [(2 * x + 10, y - 20) for x, y in TRUE], [2, 1, 10, -20]),
    ],
)
def test_a_correction_is_fitted(
    correction: str, seen: list[tuple[float, float]], fitted: list[float]
) -> None:
    mapping = the(correction, seen)
    assert mapping.fitted == pytest.approx(fitted, abs=1e-6)
    assert mapping.predicted == pytest.approx(np.array(seen))


def test_swapped_and_mirrored_axes_are_in_parts_of_the_frame() -> None:
    found = [one for one in mappings(shots(TRUE)) if (one.space.name, one.correction) == ("grid", "none")]
    places = {one.axes: one.predicted[2] for one in found}  # of (100, 700): .1 across, .875 down
    assert places["swapped"] == pytest.approx([875, 80])
    assert places["x mirrored"] == pytest.approx([900, 700])
    assert places["y mirrored"] == pytest.approx([100, 100])
    assert places["both mirrored"] == pytest.approx([900, 100])


def test_shots_without_numbers_are_left_out() -> None:
    target = Target("Click it.", Box(90, 70, 20, 20))
    read = Shot(SIZE, target, "", (110.0, 85.0), usable=True, hit=False, usage=Usage())
    mute = Shot(Size(640, 480), target, "", None, usable=False, hit=False, usage=Usage())
    found = Shots.of([mute, read])
    assert len(found) == 1
    assert found.true.tolist() == [[100, 80]]
    assert found.seen.tolist() == [[110, 85]]
    assert found.known == (SIZE,)
    assert Shots.of([mute]).true.shape == (0, 2)
