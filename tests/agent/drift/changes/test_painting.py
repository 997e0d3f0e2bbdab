"""Pictures of altered targets, by their pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from agent.drift.changes.fonts import usual_file
from agent.drift.changes.painting import (
    colours,
    dialog,
    emptied,
    free_places,
    greyed,
    ground_around,
    relabelled,
)
from tools.geometry import Box, Size
from tools.observation import Frame
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from agent.drift.changes.painting import Pixels

PANEL, FACE, INK = (0xDC, 0xDA, 0xD5), (0xF4, 0xF4, 0xF0), (0x10, 0x10, 0x40)
BUTTON = Box(60, 40, 150, 34)


@pytest.fixture(scope="module")
def font() -> str:
    return usual_file()


@pytest.fixture
def screen(font: str) -> Frame:
    """A panel with one button."""
    picture = Image.new("RGB", (400, 200), PANEL)
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((BUTTON.left, BUTTON.top, BUTTON.right - 1, BUTTON.bottom - 1), fill=FACE, outline=INK)
    letters = ImageFont.truetype(font, 15)
    drawing.text(BUTTON.center, "Save customer", fill=INK, font=letters, anchor="mm")
    return Frame.from_rgb(np.asarray(picture))


def painted(screen: Frame, box: Box, pixels: Pixels) -> Frame:
    shown = screen.bgrx.copy()
    shown[box.slices] = pixels
    return Frame(shown)


def label_of(frame: Frame) -> tuple[str, Box]:
    [line] = shared_reader().read(frame).lines
    return line.text, line.box


def test_another_label_stands_where_the_old_one_stood(screen: Frame, font: str) -> None:
    text, label = label_of(screen)
    pixels = relabelled(screen, BUTTON, label, (text, "Send customer"), font)
    shown, box = label_of(painted(screen, BUTTON, pixels))
    assert shown == "Send customer"
    assert abs(box.left - label.left) <= 3
    assert abs(box.height - label.height) <= 3


def test_a_long_label_is_made_to_fit(screen: Frame, font: str) -> None:
    text, label = label_of(screen)
    pixels = relabelled(screen, BUTTON, label, (text, "Transfer all customers"), font)
    assert label_of(painted(screen, BUTTON, pixels))[0] == "Transfer all customers"
    assert (pixels[:, -2] == pixels[10, -2]).all(axis=1).sum() > 25  # nothing was cut off at the edge


def test_no_letter_of_a_long_label_is_cut(screen: Frame, font: str) -> None:
    text, label = label_of(screen)
    box = label.grow(2)
    for more in ("II", "(2)", "old", "%", "and more", "mm"):
        pixels = relabelled(screen, box, label, (text, f"{text} {more}"), font)
        edge = pixels[:, -1, :3].astype(int)
        assert np.abs(edge - edge[0]).max() < 16, f"{more} ends at the edge of its picture"


def test_greyed_out_keeps_less_than_half_of_the_contrast(screen: Frame) -> None:
    gray = painted(screen, BUTTON, greyed(screen, BUTTON)).gray[BUTTON.slices].astype(int)
    was = screen.gray[BUTTON.slices].astype(int)
    assert np.ptp(gray) == pytest.approx(0.45 * np.ptp(was), abs=3)


def test_gone_leaves_the_ground(screen: Frame) -> None:
    shown = painted(screen, BUTTON, emptied(screen, BUTTON))
    assert (shown.rgb == PANEL).all()
    assert tuple(ground_around(screen, BUTTON)[:3]) == PANEL[::-1]


def test_colours_of_a_label(screen: Frame) -> None:
    ground, ink = colours(screen, label_of(screen)[1])
    assert (tuple(ground[:3]), tuple(ink[:3])) == (FACE[::-1], INK[::-1])


def test_free_places_hold_nothing(screen: Frame) -> None:
    places = free_places(screen, Size(100, 30), ground_around(screen, BUTTON))
    assert len(places) > 100
    assert not any(place.overlap(BUTTON).area for place in places)
    assert free_places(screen, Size(400, 30), ground_around(screen, BUTTON)) == []


def test_a_dialog_can_be_read(font: str) -> None:
    picture = dialog(("The connection was lost.",), ("Retry", "Cancel"), font)
    texts = {line.text for line in shared_reader().read(Frame(picture)).lines}
    assert texts == {"The connection was lost.", "Retry", "Cancel"}
