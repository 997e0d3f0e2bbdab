"""Greyed-out texts: those with so little contrast that the element they name is disabled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.observation import COLOR
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Scene

_LEFT = 0.72
"""Share of its recorded contrast that is left to a greyed-out text, at most (GTK 0.5, Tk 0.45, Qt 0.5)."""
_VEILED = 0.6
"""The same where the whole frame has lost contrast, as under a dialog's shade; themes differ by less."""
_USUAL = 0.6
"""Share of the frame's usual contrast that a greyed-out text has, at most, where none is recorded (GTK and Qt
0.5, Swing and Tk 0.45, Chromium 0.35); a white caption on a coloured button in use has 0.65 and more."""
_MOST = 0.75
"""Of the frame's texts: so many have the usual contrast or less, white captions and dim hints among them."""
_QUANTILE = 0.99
"""Of the levels inside a box: what stands out most, a few odd pixels aside."""


class Recorded(NamedTuple):
    """A text as it was when it was in use."""

    scene: Scene
    box: Box


def is_dim(scene: Scene, box: Box, recorded: Recorded | None = None) -> bool:
    """Whether the text in a box is greyed out: next to what it was, or else next to the frame's other texts.

    Args:
        scene: What is on the screen.
        box: The text's, in frame pixels.
        recorded: The same text on a recorded frame, where there is one.
    """
    if recorded is None:
        return share_of_usual(scene, box) < _USUAL
    left = _left(scene, box, recorded)
    others = [
        _left(scene, now.box, Recorded(recorded.scene, was.box))
        for was in recorded.scene.lines
        for now in scene.lines
        if was.box != recorded.box and same(was.text, now.text)
    ]
    return left < _VEILED or left < _LEFT * float(np.median(others or [1.0]))


def share_of_usual(scene: Scene, box: Box) -> float:
    """The contrast inside a box as a share of what is usual for the frame's texts; 1 where there are none."""
    usual = float(np.quantile([contrast(scene.frame, line.box) for line in scene.lines] or [0], _MOST))
    return contrast(scene.frame, box) / usual if usual else 1.0


def contrast(frame: Frame, box: Box) -> int:
    """Levels (0-255) between the ground inside a box and what stands out from it most, in any one channel.

    By its luminance a white caption on a green button in use has no more contrast than a greyed-out one.
    """
    part = box.clip(frame.size).slices
    words = frame.words[part] & COLOR
    if not words.size:
        return 0
    # As one number each: rows of three take twenty times as long. The least blue of the commonest colours.
    _, first, counts = np.unique(words.byteswap(), return_index=True, return_counts=True)
    pixels = frame.bgrx[part][:, :, :3].astype(np.int16).reshape(-1, 3)
    levels = np.abs(pixels - pixels[first[counts.argmax()]]).max(axis=1)
    return int(np.quantile(levels, _QUANTILE))


def _left(scene: Scene, box: Box, recorded: Recorded) -> float:
    """The share of a text's recorded contrast that is left to it; 1 where it never had any."""
    before = contrast(recorded.scene.frame, recorded.box)
    return contrast(scene.frame, box) / before if before else 1.0
