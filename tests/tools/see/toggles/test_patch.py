"""What the net of toggles is shown."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.see.toggles.patch import HEIGHT, TALL, WIDTH, patch


@pytest.mark.parametrize("side", [10, 20, 50])
def test_a_box_of_any_size_is_as_high_in_the_middle_of_its_patch(side: int) -> None:
    pixels = np.zeros((200, 300, 3), np.uint8)
    pixels[60 : 60 + side, 80 : 80 + side] = 255
    shown = patch(pixels, Box(80, 60, side, side))
    assert shown.shape == (HEIGHT, WIDTH, 3)
    rows, columns = np.nonzero(shown[:, :, 0] > 127)
    expected = (HEIGHT - TALL) / 2, (HEIGHT + TALL) / 2 - 1, (WIDTH - TALL) / 2, (WIDTH + TALL) / 2 - 1
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == pytest.approx(expected, abs=2)


def test_what_lies_beyond_the_screen_is_shown_as_its_edge() -> None:
    pixels = np.full((40, 40, 3), 7, np.uint8)
    pixels[39, 39] = 9
    assert set(np.unique(patch(pixels, Box(-30, 10, 20, 20)))) == {7}
