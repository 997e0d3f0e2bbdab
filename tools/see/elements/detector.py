"""Detector: a frame in, elements out. Its model is in this package, trained by `training/detector`."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.elements.decode import Maps, decode
from tools.see.elements.element import COARSEST, KINDS
from tools.see.scene import TEXT_HEIGHT
from tools.see.session import Model

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.see.elements.element import Element

MODEL = "elements.onnx"
"""The file in this package."""
LARGE = 1.5
"""Usual heights of a text above which a screen is looked at in a smaller picture."""
AROUND = 96
"""Pixels around a part, at the usual text height, that are looked at with it."""


class Detector:
    """Proposes the elements of frames. Loads its model on first use.

    Args:
        model: The model's file; by default the one of this package.
    """

    def __init__(self, model: Traversable | None = None) -> None:
        self._model = Model(model or files(__package__) / MODEL, kinds=" ".join(KINDS))

    def detect(
        self, frame: Frame, part: Box | None = None, text_height: float = TEXT_HEIGHT
    ) -> tuple[Element, ...]:
        """The elements of a frame, top to bottom.

        Args:
            frame: What to look at.
            part: Only what meets this box is told.
            text_height: Pixels that a line of text is high on the frame, as `Scene.text_height`.
        """
        scale = TEXT_HEIGHT / text_height if text_height > LARGE * TEXT_HEIGHT else 1.0
        whole = Box(0, 0, *frame.size)
        window = whole if part is None else part.grow(round(AROUND / scale)).clip(frame.size)
        if not window.area:
            return ()
        found = decode(Maps(*self._model.run(_picture(frame, window, scale)[np.newaxis])))
        placed = placed_in(window, whole, found, scale)
        return tuple(one for one in placed if part is None or one.box.meets(part))


def placed_in(window: Box, whole: Box, found: tuple[Element, ...], scale: float) -> Iterator[Element]:
    """What was found in the picture of a window of a frame, in the frame's pixels.

    An element that a side of the window cuts is left out, unless that is the frame's own side.
    """
    for one in found:
        edges = (one.box.left, one.box.top, one.box.right, one.box.bottom)
        left, top, right, bottom = (round(edge / scale) for edge in edges)
        box = Box(left, top, right - left, bottom - top).shift(window.left, window.top)
        inside = box.overlap(window)
        if inside.area and not _is_cut(inside, window, whole):
            yield replace(one, box=inside)


def _is_cut(box: Box, window: Box, whole: Box) -> bool:
    """Whether a box reaches a side of the window that is no side of the frame."""
    ends = ((box.left, window.left, whole.left), (box.top, window.top, whole.top))
    others = ((box.right, window.right, whole.right), (box.bottom, window.bottom, whole.bottom))
    return any(own == side != last for own, side, last in (*ends, *others))


def _picture(frame: Frame, window: Box, scale: float) -> NDArray[np.uint8]:
    """The window's pixels in the detector's size, its last ones repeated up to a multiple of the coarsest."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    pixels = frame.bgrx[window.slices]
    if scale != 1:
        size = (max(1, round(window.width * scale)), max(1, round(window.height * scale)))
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    below, beside = (-side % COARSEST for side in pixels.shape[:2])
    return np.pad(pixels, ((0, below), (0, beside), (0, 0)), mode="edge") if below or beside else pixels
