"""The nearest place of a picture on a screen that is full of others."""

from __future__ import annotations

import numpy as np
import pytest

from agent.checks.pictures.compared import area_of
from agent.checks.pictures.needle import Needle
from agent.checks.pictures.search import crop, differing, nearest_alike, nearest_tolerant

SCREEN = np.random.default_rng(7).integers(0, 255, (120, 160, 3)).astype(np.uint8)
COUNTED = np.ones((16, 24), np.bool_)


def needle(left: int, top: int, counted: np.ndarray = COUNTED) -> Needle:
    return Needle(SCREEN[top : top + 16, left : left + 24].copy(), counted)


@pytest.mark.parametrize("place", [(0, 0), (136, 104), (71, 33)])
def test_the_place_is_found_to_the_pixel(place: tuple[int, int]) -> None:
    for found in (nearest_alike(SCREEN, needle(*place)), nearest_tolerant(SCREEN, needle(*place), 0.0)):
        assert (found.same, found.place) == (True, place)
        assert found.likeness == pytest.approx(1.0, abs=1e-4)


def test_what_is_ignored_may_hide_most_of_it() -> None:
    counted = COUNTED.copy()
    counted[:, 10:] = False
    one = needle(71, 33, counted)
    one.rgb[:, 10:] = 0
    assert nearest_alike(SCREEN, one).place == (71, 33)
    assert nearest_tolerant(SCREEN, one, 0.0) == (True, 1.0, (71, 33))
    assert not nearest_alike(SCREEN, Needle(one.rgb, COUNTED)).same


def test_the_share_of_other_pixels_is_exact() -> None:
    one = needle(71, 33)
    one.rgb[2:6, 3:8] ^= 128
    found = nearest_tolerant(SCREEN, one, 20 / (16 * 24))
    assert (found.same, found.place, found.likeness) == (True, (71, 33), 1 - 20 / (16 * 24))
    assert not nearest_tolerant(SCREEN, one, 19 / (16 * 24)).same
    differs = differing(SCREEN, one, (71, 33))
    assert area_of(differs) == [3, 2, 5, 4]
    assert (crop(SCREEN, one, (71, 33))[~differs] == one.rgb[~differs]).all()


def test_nothing_is_like_a_flat_screen() -> None:
    assert nearest_alike(np.full((120, 160, 3), 200, np.uint8), needle(0, 0)) == (False, 0.0, None)
