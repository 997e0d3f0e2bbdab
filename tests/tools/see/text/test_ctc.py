"""How likely a text is, from the chances of each sign at each place."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tools.see.text.ctc import log_chance

CHANCES = np.array([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3]], np.float32)
"""Two places; the blank and two signs."""


@pytest.mark.parametrize(
    ("signs", "chance"),
    [
        ([], 0.5 * 0.1),
        ([1], 0.3 * 0.1 + 0.5 * 0.6 + 0.3 * 0.6),
        ([2], 0.2 * 0.1 + 0.5 * 0.3 + 0.2 * 0.3),
        ([1, 2], 0.3 * 0.3),
        ([2, 1], 0.2 * 0.6),
    ],
)
def test_all_ways_to_write_it_are_summed(signs: list[int], chance: float) -> None:
    assert log_chance(CHANCES, signs) == pytest.approx(math.log(chance), abs=1e-5)


def test_a_doubled_sign_needs_a_blank_between() -> None:
    assert log_chance(CHANCES, [1, 1]) == -math.inf
