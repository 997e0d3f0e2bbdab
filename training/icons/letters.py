"""Letters: what tool bars say of text by a letter in many typefaces: bold, italic, underlined, raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from training.icons.render import LARGE, squared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.random import Generator

    from training.icons.render import Pixels

SHOWN = {
    "bold": ("B", "b", "A", "a", "F", "G", "N"),
    "italic": ("I", "i", "A", "a", "K", "C", "k"),
    "underline": ("U", "u", "A", "a", "S"),
    "strikethrough": ("S", "s", "A", "a", "ab"),
    "subscript": ("x", "X", "A", "a"),
    "superscript": ("x", "X", "A", "a"),
    "font": ("A", "a", "Aa", "T", "Ab", "abc", "F"),
}
"""The letters that stand for each concept; Germans' and Italians' words for bold begin with F and G."""
MANY = 60
"""Pictures of each concept."""
_SIZE, _SMALL = 64, 38
"""Pixels of a letter's body, and of one that is raised or lowered."""


def lettered(fonts: Path) -> Iterator[tuple[str, Pixels]]:
    """Concepts with pictures, from the fonts in a folder and below; none where there are none."""
    rng = np.random.default_rng(0)
    files = {slope: _faces(fonts, slope) for slope in ("", "bold", "italic")}
    for concept, letters in SHOWN.items():
        for _ in range(MANY):
            slope = concept if concept in files else str(rng.choice(["", "", "bold"]))
            if not files[slope]:
                continue
            face = str(rng.choice(files[slope]))
            picture = _drawn(concept, str(rng.choice(letters)), face, rng)
            if picture is not None:
                yield concept, picture


def _faces(fonts: Path, slope: str) -> list[str]:
    """Files of plain, bold or slanted faces of Latin families."""
    found = []
    for file in sorted(fonts.rglob("*.[to]tf")):
        family, _, style = file.stem.lower().partition("-")
        slanted, heavy = "italic" in style or "oblique" in style, "bold" in style or "black" in style
        wanted = {"": not slanted and not heavy, "bold": heavy and not slanted, "italic": slanted}[slope]
        if wanted and family in _FAMILIES:
            found.append(str(file))
    return found


_FAMILIES = frozenset(
    ("dejavusans", "dejavuserif", "liberationsans", "liberationserif", "notosans", "notoserif", "opensans")
) | frozenset(("cantarell", "roboto", "notosansdisplay", "notoserifdisplay"))


def _drawn(concept: str, letters: str, face: str, rng: Generator) -> Pixels | None:
    """RGBA pixels of some letters with what a concept adds to them."""
    picture = Image.new("L", (3 * LARGE, 2 * LARGE), 0)
    draw = ImageDraw.Draw(picture)
    draw.text((LARGE, LARGE), letters, 255, ImageFont.truetype(face, _SIZE), anchor="ls")
    left, top, right, bottom = picture.getbbox() or (0, 0, 1, 1)
    width, over = int(rng.integers(4, 9)), int(rng.integers(0, 8))
    if concept == "underline":
        down = bottom + int(rng.integers(3, 9))
        draw.rectangle((left - over, down, right + over, down + width), 255)
    elif concept == "strikethrough":
        middle = (top + bottom - width) // 2
        draw.rectangle((left - over, middle, right + over, middle + width), 255)
    elif concept in ("subscript", "superscript"):
        high = bottom + _SMALL // 3 if concept == "subscript" else top + _SMALL // 3
        sign = str(rng.choice(["2", "a", "b", "B", letters]))
        draw.text((right + 3, high), sign, 255, ImageFont.truetype(face, _SMALL), anchor="ls")
    alpha = np.asarray(picture, np.uint8)
    return squared(np.dstack([np.zeros((*alpha.shape, 3), np.uint8), alpha]))
