"""The model is run in threads that sleep while they wait, and each line is read for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.see.text.recogniser import Recogniser, prepare

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORDS = ["Full name", "Germany", "0.00", "Save customer", "I accept the terms and conditions", "OK", "Notes"]


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


def drawn(text: str) -> NDArray[np.uint8]:
    font = ImageFont.load_default(14)
    picture = Image.new("RGB", (round(font.getlength(text)) + 6, 24), "white")
    ImageDraw.Draw(picture).text((3, 3), text, "black", font)
    return np.array(picture)


def test_a_line_reads_the_same_alone_and_among_others(recogniser: Recogniser) -> None:
    pictures = [drawn(text) for text in WORDS]
    alone = [recogniser.read([picture])[0] for picture in pictures]
    assert [text for text, _ in alone] == WORDS
    for order in (1, -1):
        together = recogniser.read(pictures[::order])[::order]
        assert [text for text, _ in together] == WORDS
        assert [score for _, score in together] == pytest.approx([score for _, score in alone], abs=1e-4)


def test_an_empty_picture_among_others_has_no_text(recogniser: Recogniser) -> None:
    pictures = [drawn("Notes"), np.zeros((0, 20, 3), np.uint8), drawn("OK")]
    assert [text for text, _ in recogniser.read(pictures)] == ["Notes", "", "OK"]
