"""Knobs of Java's trees: a disc with a handle; a disc alone is none."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.see.shapes.knobs import find_knobs


@pytest.mark.parametrize("opens", [True, False])
def test_the_handle_tells_whether_a_knob_is_open(*, opens: bool) -> None:
    ink = np.zeros((24, 24), np.uint8)
    ink[5:14, 5:14] = 1
    ink[[5, 5, 13, 13], [5, 13, 5, 13]] = 0
    handle = np.s_[14:19, 8:11] if opens else np.s_[8:11, 14:19]
    ink[handle] = 1
    ((disc, fold),) = find_knobs(ink)
    assert Box(5, 5, 9, 9).contains(disc.center)
    assert fold == ("open" if opens else "closed")


def test_a_disc_alone_is_none() -> None:
    ink = np.zeros((24, 24), np.uint8)
    ink[5:14, 5:14] = 1
    assert list(find_knobs(ink)) == []
