"""Closer look at a line: larger, in other margins, as a negative; only where a decision hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from tools.see.text.caret import without_caret
from tools.see.text.recogniser import INPUT_HEIGHT
from tools.see.text.selection import without_selection
from tools.see.text.underlines import without_underlines, without_waves

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Line

_MARGINS = ((0, False), (2, False), (4, True))
"""Pixels around the line of the larger looks, and whether light and dark are exchanged."""
WIDEST = 4
"""Pixels around the line that the widest of them takes in."""
_STRETCHES = (1.2, 1.5, 2.0)
"""Times as wide."""


class Eye(Protocol):
    """What looks at a place on a frame, as `Evidence` says."""

    def weigh(self, frame: Frame, box: Box, text: str) -> float:
        """How likely a text stands there."""
        ...

    def rival(self, frame: Frame, box: Box, text: str, part: range) -> str | None:
        """What may as well stand there."""
        ...

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The one line of text there."""
        ...


@dataclass(frozen=True, slots=True)
class CloserLook:
    """An `Evidence`: a line's place on a frame, and what looks at it."""

    frame: Frame
    box: Box
    eye: Eye

    def weigh(self, text: str) -> float:
        """The mean of all looks at it."""
        return self.eye.weigh(self.frame, self.box, text)

    def rival(self, text: str, part: range) -> str | None:
        """What all looks at it find as likely."""
        return self.eye.rival(self.frame, self.box, text, part)

    def read(self, box: Box) -> Line:
        """What stands in a part of it."""
        return self.eye.read_box(self.frame, box)


def looks_at(frame: Frame, box: Box) -> list[NDArray[np.uint8]]:
    """The pictures (BGR) of a line: as it was read, its negative, and larger ones."""
    still = without_caret(frame)
    plain = cropped(still, box)
    larger = [(enlarged(cropped(still, box.grow(margin))), turned) for margin, turned in _MARGINS]
    return [plain, 255 - plain, *(255 - picture if turned else picture for picture, turned in larger)]


def wide_looks_at(frame: Frame, box: Box) -> list[NDArray[np.uint8]]:
    """Pictures (BGR) of a line, stretched: they give the recogniser room to tell two signs from one."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    margin, turned = _MARGINS[-1]
    picture = enlarged(cropped(without_caret(frame), box.grow(margin)))
    wide = [cv2.resize(picture, None, fx=by, fy=1, interpolation=cv2.INTER_LANCZOS4) for by in _STRETCHES]
    return [np.asarray(255 - one if turned else one, np.uint8) for one in wide if one.size]


def cropped(frame: Frame, box: Box) -> NDArray[np.uint8]:
    """The picture (BGR) of the line in a box, tidied."""
    return tidied(cut_out(frame, box))


def cut_out(frame: Frame, box: Box) -> NDArray[np.uint8]:
    """The pixels (BGR) in a box."""
    return np.ascontiguousarray(frame.bgrx[box.clip(frame.size).slices][:, :, :3])


def tidied(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture of a line, without lines under its words, and with none of them selected."""
    return without_underlines(without_waves(without_selection(bgr)))


def enlarged(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Scaled to the recogniser's height with sharp edges: its own linear way blurs small signs."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    if not bgr.size:
        return bgr
    scale = INPUT_HEIGHT / bgr.shape[0]
    return np.asarray(cv2.resize(bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_LANCZOS4), np.uint8)
