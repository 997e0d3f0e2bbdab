"""Recogniser: a picture of a line in, its text and confidence out.

The model comes with rapidocr, and a picture is prepared for it as rapidocr does, but it is run here. That
library passes no session options on, so its threads spin while they wait: on a busy machine they keep each
other from the cores, and a line takes up to five times longer. It is also two thirds of the time to load.
"""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import numpy as np

from tools.see.session import open_session
from tools.see.text.ctc import BLANK, log_chance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

MODEL = "PP-OCRv6_rec_small.onnx"
"""The file in rapidocr's folder of models."""
INPUT_HEIGHT = 48
"""Pixels to which a line is scaled."""
INPUT_WIDTH = 96
"""Pixels that a scaled line is padded to, at least."""
SHORTEST, LONGEST = 30, 2000
"""Pixels that the sides of a picture may have; one with others is scaled first."""
STEP = 32
"""Pixels; the sides of a picture that is scaled first are multiples of it."""
AT_ONCE = 6
"""Lines that are read side by side, each for itself: what one says can't depend on the others.

More than the cores of a small machine: where other programs keep these busy, a line that waits for its turn
holds up no other. Lines put into one pass of the model took as long as one by one."""
_LEAST = 1e-12
"""Chance of a sign that counts as none."""


class Recogniser:
    """Reads pictures of lines. Loads its model, which takes a fraction of a second."""

    def __init__(self) -> None:
        self.session = open_session(files("rapidocr") / "models" / MODEL)
        (self._input,) = [one.name for one in self.session.get_inputs()]
        listed = self.session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._signs = ["", *listed, " "]
        self._numbers = {sign: number for number, sign in enumerate(self._signs)}
        self._pool = ThreadPoolExecutor(AT_ONCE)

    @property
    def known(self) -> frozenset[str]:
        """The signs that it can read."""
        return frozenset(self._numbers)

    def read(self, pictures: Sequence[NDArray[np.uint8]]) -> list[tuple[str, float]]:
        """The text of each picture (BGR) and how sure that is, 0 to 1; of an empty picture "" and 0."""
        return list(self._pool.map(self._read_line, pictures))

    def weigh(self, pictures: Sequence[NDArray[np.uint8]], text: str) -> list[float]:
        """How likely each picture shows the text, next to what is read in it; as `Evidence.weigh`.

        Pictures are left out in which a sign is read once that the text has twice in a row: this kind of
        recogniser merges such signs where they touch, so that it can't tell "address" from "addres".
        """
        weights = self._pool.map(lambda bgr: self._weigh_line(bgr, text), pictures)
        return [weight for weight in weights if weight is not None]

    def odds(self, bgr: NDArray[np.uint8], text: str, others: Sequence[tuple[int, str]]) -> list[float]:
        """How likely other signs stand in a picture, next to those that are read: natural logarithms.

        Args:
            bgr: The picture.
            text: What it is to say, without spaces.
            others: Places in the text, and other signs for them.

        Returns:
            Nothing where as many signs can't be read.
        """
        if not bgr.size:
            return []
        chances = self._chances(bgr)
        spans = [span for span in _spans(chances) if self._signs[int(chances[span[0]].argmax())].strip()]
        if len(spans) != len(text):
            return []
        return [self._odds(chances, *spans[place], sign) for place, sign in others]

    def _odds(self, chances: NDArray[np.float32], start: int, end: int, sign: str) -> float:
        """Of a sign, from one place before those where another was read to one behind them."""
        other = chances[max(0, start - 1) : end + 1, self._numbers[sign]].max()
        return math.log(max(float(other), _LEAST) / float(chances[start:end].max()))

    def _read_line(self, bgr: NDArray[np.uint8]) -> tuple[str, float]:
        return self._decode(self._chances(bgr)) if bgr.size else ("", 0.0)

    def _weigh_line(self, bgr: NDArray[np.uint8], text: str) -> float | None:
        if not bgr.size or not text or any(sign not in self._numbers for sign in text):
            return -math.inf
        chances = self._chances(bgr)
        read, _ = self._decode(chances)
        if len(read) < len(text) and _merged(read) == _merged(text):
            return None
        chance, best = (log_chance(chances, [self._numbers[sign] for sign in one]) for one in (text, read))
        return min(0.0, chance - best)

    def _chances(self, bgr: NDArray[np.uint8]) -> NDArray[np.float32]:
        (found,) = self.session.run(None, {self._input: prepare(bgr)[np.newaxis]})
        return np.asarray(found[0], np.float32)

    def _decode(self, chances: NDArray[np.float32]) -> tuple[str, float]:
        """The most likely sign at each place; one that goes on over several places is written once."""
        best = chances.argmax(axis=1)
        written = best != BLANK
        written[1:] &= best[1:] != best[:-1]
        if not written.any():
            return "", 0.0
        sure = chances.max(axis=1)[written].astype(np.float64)
        return "".join(self._signs[sign] for sign in best[written]), round(float(sure.mean()), 5)


def _spans(chances: NDArray[np.float32]) -> list[tuple[int, int]]:
    """From where to where each sign is the most likely one."""
    best = chances.argmax(axis=1)
    edges = [0, *(np.flatnonzero(np.diff(best)) + 1).tolist(), len(best)]
    return [(start, end) for start, end in pairwise(edges) if best[start] != BLANK]


def _merged(text: str) -> str:
    """The text with one sign for several in a row that are the same."""
    return "".join(sign for sign, _ in groupby(text))


def prepare(bgr: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The model's input for a line: channels of -1 to 1, 48 pixels high, padded with 0 on the right."""
    picture = _within_bounds(bgr)
    height, width = picture.shape[:2]
    room = int(INPUT_HEIGHT * max(INPUT_WIDTH / INPUT_HEIGHT, width / height))
    picture = _scaled(picture, min(room, math.ceil(INPUT_HEIGHT * width / height)), INPUT_HEIGHT)
    padded = np.zeros((3, INPUT_HEIGHT, room), np.float32)
    padded[:, :, : picture.shape[1]] = (picture.astype(np.float32).transpose(2, 0, 1) / 255 - 0.5) / 0.5
    return padded


def _within_bounds(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if max(bgr.shape[:2]) > LONGEST:
        bgr = _in_steps(bgr, LONGEST / max(bgr.shape[:2]))
    if min(bgr.shape[:2]) < SHORTEST:
        bgr = _in_steps(bgr, SHORTEST / min(bgr.shape[:2]))
    return bgr


def _in_steps(bgr: NDArray[np.uint8], ratio: float) -> NDArray[np.uint8]:
    height, width = (max(STEP, round(int(side * ratio) / STEP) * STEP) for side in bgr.shape[:2])
    return _scaled(bgr, width, height)


def _scaled(bgr: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    return np.asarray(cv2.resize(bgr, (width, height)), np.uint8)
