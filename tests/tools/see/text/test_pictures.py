"""Lines of text end at a picture between two captions, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.observation import Frame
from tools.see.text.pictures import parted_at_pictures

LETTER = 10.0
BEFORE, ICON, BEHIND = Box(16, 20, 40, 10), Box(68, 18, 16, 14), Box(92, 20, 36, 10)
INK, BLUE, ORANGE = (20, 20, 20), (40, 100, 180), (200, 125, 10)


def frame(icon: Box = ICON, fill: tuple[int, int, int] = ORANGE, edge: tuple[int, int, int] = BLUE) -> Frame:
    """Two captions in black with something between them, an edge around what fills it."""
    rgb = np.full((60, 200, 3), 217, np.uint8)
    for box in (BEFORE, BEHIND):
        rgb[box.slices][:, ::4] = INK
    rgb[icon.slices] = edge
    rgb[icon.grow(-1).slices] = fill
    return Frame.from_rgb(rgb)


def parts(shown: Frame, *run: Box) -> list[list[Box]]:
    return [list(part) for part in parted_at_pictures(shown, run, LETTER)]


def test_a_coloured_picture_between_captions_parts_them() -> None:
    assert parts(frame(), BEFORE, ICON, BEHIND) == [[BEFORE], [ICON], [BEHIND]]


def test_two_pictures_part_three_captions() -> None:
    second, third = Box(140, 18, 16, 14), Box(164, 20, 20, 10)
    rgb = frame().rgb.copy()
    rgb[second.slices], rgb[third.slices] = ORANGE, INK
    run = (BEFORE, ICON, BEHIND, second, third)
    assert parts(Frame.from_rgb(rgb), *run) == [[one] for one in run]


@pytest.mark.parametrize(
    ("shown", "icon"),
    [
        (frame(fill=INK, edge=INK), ICON),  # in the letters' colour
        (frame(fill=(217, 217, 217)), ICON),  # an outline alone
        (frame(Box(61, 18, 16, 14)), Box(61, 18, 16, 14)),  # as close as a word
        (frame(Box(67, 18, 14, 14)), Box(67, 18, 14, 14)),  # between two spaces, as in a sentence
        (frame(Box(68, 18, 23, 14)), Box(68, 18, 23, 14)),  # it touches what is behind it
        (frame(Box(72, 22, 8, 8)), Box(72, 22, 8, 8)),  # small
        (frame(Box(68, 18, 3, 14)), Box(68, 18, 3, 14)),  # a stroke
    ],
)
def test_what_may_be_a_letter_parts_nothing(shown: Frame, icon: Box) -> None:
    assert parts(shown, BEFORE, icon, BEHIND) == [[BEFORE, icon, BEHIND]]


def test_coloured_edges_of_letters_are_no_filling() -> None:
    rgb = frame(fill=(217, 217, 217), edge=(217, 217, 217)).rgb.copy()
    rgb[ICON.slices][:, ::5] = ORANGE
    rgb[ICON.slices][:, 1::5] = BLUE
    assert parts(Frame.from_rgb(rgb), BEFORE, ICON, BEHIND) == [[BEFORE, ICON, BEHIND]]


def test_a_picture_at_an_end_is_left_to_others() -> None:
    assert parts(frame(), ICON, BEHIND) == [[ICON, BEHIND]]
    assert parts(frame(), BEFORE, ICON) == [[BEFORE, ICON]]
