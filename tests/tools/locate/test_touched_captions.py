"""Captions of real forms whose letters, lines or rows something else touches or stands close to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from tools.geometry import Point
from tools.locate.errors import NotFound
from tools.locate.find import find
from tools.locate.indicators import find_indicator
from tools.locate.locator import Locator
from tools.locate.sliders import find_slider
from tools.observation import Frame
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from tools.see.scene import Scene


def seen(name: str) -> Scene:
    """A part of a window, as it is read."""
    picture = Image.open(Path(__file__).parent / "forms" / f"{name}.png").convert("RGB")
    return shared_reader().read(Frame.from_rgb(np.asarray(picture)))


@pytest.mark.parametrize(
    ("picture", "caption", "checked", "place"),
    [
        ("mantine_border_at_letter", "A3", False, Point(459, 183)),  # a border through it, read as "3"
        ("mantine_border_at_letter", "A5", True, Point(459, 288)),
        ("mui_ripple_at_letter", "Urgent", False, Point(28, 33)),  # its U touches the disc around the box
    ],
)
def test_what_stands_at_the_first_letter_of_a_caption_hides_no_indicator(
    picture: str, caption: str, place: Point, *, checked: bool
) -> None:
    found = find_indicator(seen(picture), Locator(caption))
    assert found.checked is checked
    assert found.box.contains(place)


def test_another_letter_before_a_line_is_not_taken_for_its_own() -> None:
    page = seen("mantine_border_at_letter")
    for text in ("B3", "23", "3A", "AA3"):
        with pytest.raises(NotFound):
            find(page, Locator(text))


def test_the_lines_of_a_tree_are_no_part_of_its_entries() -> None:
    assert find(seen("qt5_tree_lines"), Locator("Opciones")).box.contains(Point(70, 26))


@pytest.mark.parametrize(
    ("picture", "label", "place"),
    [
        ("bootstrap_broken_before_slider", "Anv\u00e4ndare", Point(200, 63)),  # level with its second line
        ("gtk3_window_behind", "Calle", Point(202, 102)),  # right of a text of the window behind
    ],
)
def test_a_slider_is_named_by_the_label_that_a_person_sees(picture: str, label: str, place: Point) -> None:
    assert find_slider(seen(picture), Locator(label)).thumb.contains(place)
