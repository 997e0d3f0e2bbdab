"""Reader of toggles: what a box of a frame is, and how likely. Its net is trained by `training/toggles`."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.see.session import Model
from tools.see.toggles.patch import ANSWERS, patch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.toggles.patch import State, ToggleKind

MODEL = "toggles.onnx"
"""The file in this package."""
_AT_ONCE = 8
"""Patches that the net takes at a time: what becomes of so few on the way stays in the processor's cache."""


class Reading(NamedTuple):
    """What a box shows, most likely."""

    kind: ToggleKind | None
    """None: it shows no toggle."""
    state: State | None
    likelihood: float
    """Of kind and state together, 0 to 1."""


class ToggleReader:
    """Says what boxes of frames show. Loads its model on first use."""

    def __init__(self) -> None:
        self._model = Model(files(__package__) / MODEL, answers=told_answers())

    def read(self, frame: Frame, boxes: Sequence[Box]) -> list[Reading]:
        """What each box shows; boxes in frame pixels, close around a toggle's square, circle or track."""
        parts = (boxes[at : at + _AT_ONCE] for at in range(0, len(boxes), _AT_ONCE))
        return [one for part in parts for one in self._read(frame, part)]

    def _read(self, frame: Frame, boxes: Sequence[Box]) -> list[Reading]:
        patches = np.stack([patch(frame.bgrx, box) for box in boxes])
        (likelihoods,) = self._model.run(patches)
        return [_reading(of_one) for of_one in np.asarray(likelihoods, np.float64)]


def told_answers() -> str:
    """The answers as the model's file names them."""
    return " ".join("none" if one is None else ":".join(one) for one in ANSWERS)


def _reading(likelihoods: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Reading:
    at = int(likelihoods.argmax())
    kind, state = ANSWERS[at] or (None, None)
    return Reading(kind, state, float(likelihoods[at]))
