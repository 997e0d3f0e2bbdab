"""The mapping that explains the clicks with the least is taken."""

from __future__ import annotations

import numpy as np
import pytest

from agent.clicktest.fitting import Fit, fit
from agent.clicktest.mapping import Shots
from tools.geometry import Size

SIZE = Size(1920, 1080)
COUNT = 30


def fitted(noise: float, factor: float = 1.0, shift: float = 0.0, wild: int = 0) -> Fit:
    """The fit of clicks that are off by these; the first `wild` anywhere."""
    chance = np.random.default_rng(3)
    true = chance.uniform(0.05, 0.95, (COUNT, 2)) * SIZE
    seen = true * factor + shift + chance.normal(0, noise, (COUNT, 2))
    seen[:wild] = chance.uniform(0, 1, (wild, 2)) * SIZE
    return fit(Shots(true, seen, np.tile(np.array(SIZE, np.float64), (COUNT, 1)), (SIZE,) * COUNT))


@pytest.mark.parametrize("noise", [0.5, 4.0, 20.0])
def test_scattered_clicks_need_no_correction(noise: float) -> None:
    found = fitted(noise)
    assert found.mapping.right
    assert found.noise == pytest.approx(max(1, noise), rel=0.25)


def test_one_factor_is_preferred_to_two_and_to_a_shift_as_well() -> None:
    found = fitted(2, factor=0.5)
    assert found.mapping.correction == "factor"
    assert found.mapping.fitted == pytest.approx([0.5], abs=0.005)


def test_a_shift_within_the_noise_is_none() -> None:
    assert fitted(20, shift=5).mapping.right
    assert fitted(2, shift=30).mapping.correction == "shift"


def test_outliers_lower_the_share_and_not_the_noise() -> None:
    clean, disturbed = fitted(2), fitted(2, wild=9)
    assert clean.share == 1
    assert disturbed.share == pytest.approx(0.7, abs=0.04)
    assert disturbed.noise == pytest.approx(clean.noise, rel=0.3)
    assert disturbed.mapping.right


def test_the_divisor_is_told_by_many_clicks_and_hidden_by_much_noise() -> None:
    assert fitted(1).divisor > 5 > fitted(10).divisor
