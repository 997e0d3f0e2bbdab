"""Least squares that outliers do not pull along."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.clicktest.robust import least_squares, spread
from agent.clicktest.spaces import resized
from tools.geometry import Size


@given(
    slope=st.floats(-3, 3),
    shift=st.floats(-500, 500),
    wild=st.lists(st.floats(-5000, 5000), max_size=8),
    seed=st.integers(0, 1000),
)
def test_a_line_is_found_under_outliers(slope: float, shift: float, wild: list[float], seed: int) -> None:
    true = np.linspace(10, 2500, 30)
    seen = slope * true + shift + np.random.default_rng(seed).normal(0, 1, 30)
    where = np.random.default_rng(seed).choice(30, len(wild), replace=False)
    seen[where] += wild
    found = least_squares(np.stack([true, np.ones(30)], axis=1), seen)
    assert found == pytest.approx([slope, shift], abs=5)
    assert np.abs(np.stack([true, np.ones(30)], axis=1) @ (found - [slope, shift])).max() < 5


def test_spread_is_the_standard_deviation_without_the_outliers() -> None:
    errors = np.random.default_rng(1).normal(0, 3, (4000, 2))
    errors[:400] = 1000
    assert spread(errors) == pytest.approx(3, rel=0.15)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (Size(1920, 1080), Size(1920, 1088)),
        (Size(1366, 768), Size(1376, 768)),
        (Size(2560, 1440), Size(2560, 1440)),
        (Size(3840, 2160), Size(3840, 2176)),
    ],
)
def test_pictures_are_resized_as_the_processor_does(size: Size, shown: Size) -> None:
    """Measured with transformers 5.23."""
    assert resized(size, 32, 16_777_216) == shown
    capped = resized(size, 32, 1_048_576)
    assert capped.width * capped.height <= 1_048_576
    assert capped.width % 32 == capped.height % 32 == 0
