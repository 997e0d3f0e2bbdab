"""Sizes: everything on a screen grows with its letters, so sizes are measured in heights of a letter."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tools.see.pixels.glyphs import DOT, LETTER, is_glyph, is_rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.see.pixels.regions import Outline, Region

LARGEST = 3 * LETTER
"""Pixels that a letter is high at three times the usual size: no larger ones are looked for."""
_ENOUGH = 8
"""Letters, at least, that tell a size."""
_FACE = 0.85
"""Share of its own box that the flat face of a button or field fills, at least."""
_PANEL = 0.6
"""Share of its own box that what letters stand on fills, at least: the patches of a photograph, which may
have more specks in them than a window has letters, are of any shape."""
_SHARE = 3
"""One of so many letters is no higher: most stand on a line without parts above or below it."""


def letter_height(regions: Iterable[Region]) -> float:
    """Pixels that a letter without ascender is high on a screen, as most letters are.

    At least `LETTER`: smaller ones make no widget smaller.
    """
    return _letter_height(tuple(regions))


@lru_cache(maxsize=3)
def _letter_height(regions: tuple[Region, ...]) -> float:
    """Remembered by the very regions: widgets, texts and sliders of one frame each ask for it."""
    heights = _heights(region for region in regions if region.fill >= _PANEL)
    if len(heights) < _ENOUGH:
        heights = _heights(regions)
    return max(LETTER, heights[len(heights) // _SHARE]) if len(heights) >= _ENOUGH else LETTER


def _heights(regions: Iterable[Region]) -> list[int]:
    """How high what may be a letter on some regions is, the lowest first."""
    return sorted(
        outline.box.height
        for region in regions
        for outline in region.outlines
        if is_glyph(outline.box, LARGEST)
        and outline.box.height > DOT
        and not is_rule(outline.box)
        and not _is_box(outline)
    )


def _is_box(outline: Outline) -> bool:
    """Whether an outline is a wide box with a flat face: a field, where few letters are."""
    face = outline.main
    wide = 2 * outline.box.width >= 3 * outline.box.height
    return wide and face is not None and face.fill >= _FACE and 2 * face.box.height >= outline.box.height
