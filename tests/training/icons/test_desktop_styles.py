"""Drawings are made to look as desktop themes have them: lit, with an emblem, and letters of many faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from tools.see.icons.concepts import concepts
from training.icons.emblems import SMALL, TWIN, pairs, with_emblem
from training.icons.letters import SHOWN, lettered
from training.icons.relief import lit, on_plate, recoloured, shadowed
from training.icons.render import SIDE
from training.icons.shelf import FONTS, OTHER, Shelf
from training.icons.train import Batches

if TYPE_CHECKING:
    from pathlib import Path

    from training.icons.paint import Layer

RED, BLUE = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)


def disc(colour: tuple[float, float, float] = RED) -> Layer:
    """A disc that fills a square."""
    layer = np.zeros((SIDE, SIDE, 4), np.float32)
    cv2.circle(layer, (SIDE // 2, SIDE // 2), SIDE // 2 - 1, (*colour, 1.0), -1)
    return layer


def chance(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_an_emblem_lies_over_a_corner_and_the_icon_is_still_there() -> None:
    for seed in range(20):
        made = with_emblem(disc(), disc(BLUE), SMALL, chance(seed))
        seen = made[:, :, 3] > 0.5
        blue, red = (seen & (made[:, :, at] > 0.5) for at in (2, 0))
        assert 0.08 < blue.sum() / seen.sum() < 0.5 < red.sum() / seen.sum() + 0.08
        down, across = (np.abs(at.mean() - SIDE / 2) for at in np.nonzero(blue))
        assert min(down, across) > SIDE / 8


def test_two_that_are_equal_are_almost_as_large_as_one() -> None:
    made = with_emblem(disc(), disc(BLUE), TWIN, chance())
    assert (made[:, :, 2] * made[:, :, 3] > 0.5).sum() > 0.4 * (disc()[:, :, 3] > 0.5).sum()


def test_emblems_are_of_concepts() -> None:
    named = {one for made in pairs().values() for two in made for one in two}
    assert named | set(pairs()) <= set(concepts())


def test_what_is_lit_has_an_edge_that_is_darker_than_its_body() -> None:
    alpha = disc()[:, :, 3]
    edges = [lit(alpha, chance(seed))[:, :, :3].mean(axis=2) for seed in range(10)]
    assert sum(one[SIDE // 2, 2] < one[SIDE // 2, SIDE // 2] for one in edges) == len(edges)


def test_a_plate_and_a_shadow_leave_the_drawing_in_place() -> None:
    for seed in range(10):
        plate, shade = on_plate(disc(), chance(seed)), shadowed(disc(), chance(seed))
        assert plate[SIDE // 2, SIDE // 2] @ (1, -1, -1, 0) > 0.9
        assert np.abs(plate[SIDE // 2, 6] - plate[SIDE // 2, SIDE // 2]).max() > 0.2
        assert np.allclose(shade[SIDE // 2, SIDE // 2], (*RED, 1), atol=1e-3)
        assert shade[:, :, 3].sum() > disc()[:, :, 3].sum()


def test_other_colours_keep_the_shape() -> None:
    made = recoloured(disc(), chance(1))
    assert np.array_equal(made[:, :, 3], disc()[:, :, 3])
    assert not np.allclose(made[:, :, :3], disc()[:, :, :3])


def test_letters_are_drawn_of_the_fonts_that_are_there(tmp_path: Path) -> None:
    assert not list(lettered(tmp_path))
    found = list(lettered(FONTS))
    assert {concept for concept, _ in found} == set(SHOWN)
    for concept, picture in found:
        assert picture.shape == (SIDE, SIDE, 4)
        if concept == "underline":
            rows = np.nonzero(picture[:, :, 3].max(axis=1) > 127)[0]
            across = picture[rows[-1] - 1, :, 3] > 127
            assert across.sum() >= 0.8 * (picture[:, :, 3].max(axis=0) > 127).sum()


def test_a_tile_is_shown_several_times() -> None:
    pictures = np.stack([(disc() * 255).astype(np.uint8)] * 2)
    batches = Batches(Shelf(pictures, ("stop", OTHER), ("a", "a")), chance(), kept=32)
    tiles = [tile.numpy().tobytes() for _ in range(4) for tile in batches.next(16)[0]]
    assert len(set(tiles)) < len(tiles) - 8
    once = Batches(Shelf(pictures, ("stop", OTHER), ("a", "a")), chance())
    assert len({tile.numpy().tobytes() for tile in once.next(16)[0]}) == 16
