"""Pictures between captions, as the icons of a tool bar: a line of text ends at one, and begins behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

_BEFORE, _BEHIND, _OWN = 0.7, 0.25, 1.4
"""Heights of a letter between a picture and the letters before it, and behind it, at least; and times as far
it is from the first as from the second, its own caption: in a sentence it stands between two spaces."""
_LARGE = 0.9
"""Heights of a letter that a picture is high and wide, at least."""
_BLOCK = 3
"""Pixels of one colour that a picture is filled in, both ways: the coloured edges of letters are thin."""
_EVEN, _OTHER = 24, 60
"""Levels of a channel by which the pixels of such a block differ, at most; and that tell its colour from its
ground's and from that of letters, at least."""


def parted_at_pictures(frame: Frame, run: Sequence[Box], letter: float) -> Iterator[list[Box]]:
    """The parts of a run of glyphs between pictures, which are parts of their own.

    Args:
        frame: What they are on.
        run: Glyphs of one line, from left to right.
        letter: Pixels that a letter of the screen is high.
    """
    start = 0
    for at in range(1, len(run) - 1):
        if _is_apart(run, at, letter) and _is_picture(frame, run[at], (run[at - 1], run[at + 1])):
            yield from ([*part] for part in (run[start:at], run[at : at + 1]) if part)
            start = at + 1
    yield [*run[start:]]


def _is_apart(run: Sequence[Box], at: int, letter: float) -> bool:
    """Whether a glyph is as large as a picture, with room on both sides, and nearer to what is behind it."""
    before, glyph, behind = run[at - 1 : at + 2]
    ahead, back = behind.left - glyph.right, glyph.left - before.right
    is_apart = back >= max(_BEFORE * letter, _OWN * ahead) and ahead >= _BEHIND * letter
    return is_apart and min(glyph.width, glyph.height) >= _LARGE * letter


def _is_picture(frame: Frame, glyph: Box, letters: Sequence[Box]) -> bool:
    """Whether a glyph is filled in a colour that no letter beside it has."""
    inks = [_ink(frame, one) for one in letters]
    filled = _filled(frame, glyph)
    return any(all(np.abs(color - other).max() >= _OTHER for other in inks) for color in filled)


def _filled(frame: Frame, glyph: Box) -> NDArray[np.int16]:
    """The colours of even blocks in a glyph, other than its ground; shape (blocks, 3): blue, green, red."""
    pixels = frame.bgrx[glyph.slices][:, :, :3].astype(np.int16)
    if min(pixels.shape[:2]) < _BLOCK:
        return np.empty((0, 3), np.int16)
    blocks = np.lib.stride_tricks.sliding_window_view(pixels, (_BLOCK, _BLOCK), axis=(0, 1))
    even = (np.ptp(blocks, axis=(3, 4)) <= _EVEN).all(axis=2)
    colors = np.unique(blocks[:, :, :, _BLOCK // 2, _BLOCK // 2][even], axis=0)
    return np.asarray(colors[np.abs(colors - _ground(frame, glyph)).max(axis=1, initial=0) >= _OTHER])


def _ink(frame: Frame, glyph: Box) -> NDArray[np.int16]:
    """The colour of a letter: what differs most from its ground."""
    pixels = frame.bgrx[glyph.slices][:, :, :3].reshape(-1, 3).astype(np.int16)
    return np.asarray(pixels[np.abs(pixels - _ground(frame, glyph)).max(axis=1).argmax()])


def _ground(frame: Frame, glyph: Box) -> NDArray[np.int16]:
    """The colour left of a glyph, where its line has nothing."""
    return np.asarray(frame.bgrx[glyph.center.y, max(0, glyph.left - 2), :3].astype(np.int16))
