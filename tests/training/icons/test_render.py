"""An icon is cut to what is drawn; its tile is the same in any colour, size and ground."""

from __future__ import annotations

import numpy as np

from tools.geometry import Box
from tools.see.icons.tile import tile
from training.icons.augment import sample
from training.icons.render import SIDE, rendered

CROSS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{}</svg>'
DRAWN = CROSS.format('<path d="M6 6l8 8m0-8l-8 8" stroke="#000" stroke-width="2"/>')


def test_it_fills_its_square_wherever_it_was_drawn() -> None:
    picture = rendered(DRAWN)
    assert picture is not None
    alpha = picture[:, :, 3] > 127
    assert alpha[:3].any()
    assert alpha[-3:].any()
    assert picture.shape == (SIDE, SIDE, 4)


def test_nothing_is_no_icon() -> None:
    assert rendered(CROSS.format("")) is None
    assert rendered("no picture") is None


def test_a_sample_is_a_tile_of_levels() -> None:
    picture = rendered(DRAWN)
    assert picture is not None
    made = sample(picture, np.random.default_rng(0))
    assert made.shape == (2, 32, 32)
    assert 0 <= made[0].min() < made[0].max() <= 1
    assert np.abs(made[1]).max() <= 1


def test_a_tile_does_not_tell_a_faint_icon_from_a_strong_one() -> None:
    strong = np.full((30, 30, 3), 255, np.uint8)
    strong[10:20, 14:17] = strong[14:17, 10:20] = 0
    faint = np.where(strong == 0, 195, strong).astype(np.uint8)
    box = Box(10, 10, 10, 10)
    assert np.allclose(tile(strong, box), tile(faint, box), atol=0.01)
