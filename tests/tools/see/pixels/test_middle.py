"""The median of a few levels."""

from __future__ import annotations

import numpy as np
import pytest

from tools.see.pixels.middle import middle_of


@pytest.mark.parametrize("size", [1, 2, 3, 4, 17, 60])
@pytest.mark.parametrize("kind", [np.uint8, np.int16, np.int64])
def test_it_is_that_of_numpy(size: int, kind: type[np.integer]) -> None:
    draw = np.random.default_rng(size)
    for most in (2, 9, 256):
        levels = draw.integers(0, most, (size, 3)).astype(kind)
        assert middle_of(levels) == float(np.median(levels))
        assert middle_of(levels[:, 0]) == float(np.median(levels[:, 0]))
