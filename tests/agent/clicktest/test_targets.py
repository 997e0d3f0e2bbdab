"""The pictures: always the same, every target unique, seen, and where it is said to be."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from agent.clicktest.targets import SIZES, TARGETS, draw_targets
from tools.geometry import Box, Size

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@each_size
def test_a_picture_is_the_same_each_time(size: Size) -> None:
    one, again, other = draw_targets(size), draw_targets(size), draw_targets(size, seed=1)
    assert one.targets == again.targets
    assert one.frame.digest == again.frame.digest != other.frame.digest
    assert one.frame.size == size


@each_size
def test_targets_are_unique_apart_and_inside(size: Size) -> None:
    targets = draw_targets(size).targets
    assert len({target.instruction for target in targets}) == len(targets) == TARGETS
    assert all(target.box == target.box.clip(size) for target in targets)
    assert all(one.box.grow(8).overlap(two.box.grow(8)).area == 0 for one, two in combinations(targets, 2))
    assert sum("button" in target.instruction for target in targets) == TARGETS // 2


@each_size
def test_targets_reach_into_every_corner(size: Size) -> None:
    places = np.array([target.middle for target in draw_targets(size).targets]) / size
    corners = {(round(x), round(y)) for x, y in places if abs(x - 0.5) > 0.4 and abs(y - 0.5) > 0.4}
    assert corners == {(0, 0), (0, 1), (1, 0), (1, 1)}


@each_size
def test_a_target_is_where_it_is_said_to_be(size: Size) -> None:
    """Its box holds all that differs from its plate, out to the box's edges."""
    scene = draw_targets(size)
    for target in scene.targets:
        near = target.box.grow(5)
        pixels = scene.frame.crop(near).astype(int)
        rows, columns = np.nonzero(np.abs(pixels - pixels[1, 1]).sum(axis=2) > 12)
        drawn = Box(near.left + columns.min(), near.top + rows.min(), np.ptp(columns) + 1, np.ptp(rows) + 1)
        assert np.abs(np.subtract(drawn, target.box)).max() <= 1, target


def test_sizes_and_contrasts_vary() -> None:
    targets = [(scene, target) for scene in map(draw_targets, SIZES) for target in scene.targets]
    heights = {target.box.height for _, target in targets}
    assert min(heights) <= 20
    assert max(heights) >= 50
    contrasts = [np.ptp(scene.frame.crop(target.box).astype(int)) for scene, target in targets]
    assert max(contrasts) > 1.5 * min(contrasts)
    assert min(contrasts) > 50
