"""Icons of tool bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from training.screens.icons import SIZES, draw_icons
from training.screens.words import ICONS

if TYPE_CHECKING:
    from pathlib import Path


def test_every_icon_is_drawn_in_every_tone_and_size_and_no_two_are_alike(tmp_path: Path) -> None:
    folder = draw_icons(tmp_path)
    for tone in ("dark", "light", "colour"):
        for size in SIZES:
            pictures = [Image.open(folder / tone / str(size) / f"{name}.png") for name in ICONS]
            assert {picture.size for picture in pictures} == {(size, size)}
            assert len({picture.tobytes() for picture in pictures}) == len(ICONS)
