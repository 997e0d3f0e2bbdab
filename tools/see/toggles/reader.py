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
        if not boxes:
            return []
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
