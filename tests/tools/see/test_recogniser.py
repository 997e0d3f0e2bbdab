"""The model is run as it should be: in threads that sleep while they wait."""

from __future__ import annotations

import numpy as np
import pytest

from tools.see.recogniser import Recogniser, prepare


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser()


def test_threads_sleep_while_they_wait(recogniser: Recogniser) -> None:
    options = recogniser.session.get_session_options()
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"


@pytest.mark.parametrize(
    ("height", "width", "room"),
    [
        (48, 60, 96),  # padded
        (48, 200, 200),  # as it is
        (22, 101, 192),  # low: first to 32 x 128
        (40, 20, 96),  # narrow: first to 64 x 32
        (200, 2300, 595),  # long: first to 160 x 1984
        (5, 2500, 2976),  # low and long: first to 32 x 1984
    ],
)
def test_a_line_of_any_size_is_48_pixels_high(height: int, width: int, room: int) -> None:
    picture = np.full((height, width, 3), 255, np.uint8)
    assert prepare(picture).shape == (3, 48, room)
