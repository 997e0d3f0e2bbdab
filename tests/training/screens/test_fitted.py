"""Boxes fitted to what is drawn in a room."""

from __future__ import annotations

import numpy as np

from tools.geometry import Box
from training.screens.fitted import fitted


def test_a_box_is_drawn_close_around_the_ink_in_its_room() -> None:
    words = np.full((40, 40), 0xFFD9D9D9, np.uint32)
    words[12:20, 8:15] = 0x00000000
    told = fitted({"elements": [{"kind": "checkbox", "box": [4, 8, 20, 20], "fit": True}]}, words)
    assert told["elements"] == [{"kind": "checkbox", "box": Box(8, 12, 7, 8)}]


def test_a_room_without_ink_stays_as_it_is() -> None:
    told = fitted(
        {"elements": [{"kind": "radio", "box": [4, 8, 9, 9], "fit": True}]}, np.zeros((40, 40), np.uint32)
    )
    assert told["elements"][0]["box"] == Box(4, 8, 9, 9)
