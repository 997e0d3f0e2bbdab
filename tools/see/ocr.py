"""The eye of the embedded model: a frame in, lines of text and widgets out.

Where text stands is found by shape (`tools.see`), in a few hundredths of a second for a whole frame;
only reading it is slow, about 10 ms a line. So each picture of a line is read once and remembered: after a
change only lines that look new are read, wherever they are, and the answer is what a first look would give.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.ocrtext.table import OPERATORS
from tools.see.caret import without_caret
from tools.see.lines import LOWEST, find_text
from tools.see.recogniser import INPUT_HEIGHT, Recogniser
from tools.see.regions import find_regions
from tools.see.scene import Line, Scene
from tools.see.widgets import find_widgets

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame

REMEMBERED = 4096
"""Pictures of lines whose text is kept."""
LEAST_SCORE = 0.5
"""Below this the recogniser guesses: an icon, a pattern."""
DOUBTFUL = 0.9
"""Below this a line of one or two glyphs is looked at again."""
CLOSE_LOOKS = (1, 3, 6)
"""Pixels by which the crop is wider at each look."""
TALLER = 6
"""Pixels that a low sign in doubt is given more on each side (a "=" at 150 %: .44, and so .85)."""
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width forms to ASCII (Unicode block FF00)."""


class ScreenReader:
    """Reads frames, the same picture never twice. Loads its models (about a second) on first use."""

    def __init__(self) -> None:
        self._known: OrderedDict[bytes, tuple[str, float]] = OrderedDict()
        self._last: Scene | None = None
        self._recogniser: Recogniser | None = None

    def read(self, frame: Frame) -> Scene:
        """All lines and widgets of the frame, in its pixels, top to bottom."""
        last = self._last
        if last is not None and np.array_equal(last.frame.words, frame.words):
            self._last = Scene(frame, last.lines, last.widgets)
            return self._last
        still = without_caret(frame)
        regions = find_regions(still)
        widgets = find_widgets(still, regions)
        lines = [self._read_line(still, box) for box in find_text(still, regions, widgets)]
        read = tuple(line for line in lines if line.text and line.score >= LEAST_SCORE)
        self._last = Scene(frame, read, widgets)
        return self._last

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The one line of text in the box; its text is empty if there is none."""
        return self._read_line(without_caret(frame), box)

    def _read_line(self, frame: Frame, box: Box) -> Line:
        text, score = self._read_crop(frame, box)
        if score < DOUBTFUL and box.width <= 3 * box.height:
            text, score = self._look_closely(frame, box)
        return Line(text, box, score)

    def _look_closely(self, frame: Frame, box: Box) -> tuple[str, float]:
        """One or two signs give a recogniser of 18,000 signs little to go by: it looks thrice and votes."""
        votes: defaultdict[str, list[float]] = defaultdict(list)
        lower = 1 if box.height > LOWEST else 0
        for wider in CLOSE_LOOKS:
            look = Box(box.left - wider, box.top + lower, box.width + 2 * wider, box.height - 2 * lower)
            text, score = self._read_crop(frame, look, sharp=True)
            votes[text].append(score)
        text, scores = max(votes.items(), key=lambda vote: sum(vote[1]))
        score = sum(scores) / len(scores)
        if score < LEAST_SCORE and lower == 0:
            again, score = self._read_crop(frame, box.grow(TALLER), sharp=True)
            return text, score if again == text else 0.0
        return text, score

    def _read_crop(self, frame: Frame, box: Box, *, sharp: bool = False) -> tuple[str, float]:
        crop = np.ascontiguousarray(frame.bgrx[box.clip(frame.size).slices][:, :, :3])
        key = blake2b(crop.tobytes() + b"%d %d %d" % (*crop.shape[:2], sharp), digest_size=16).digest()
        if key not in self._known:
            self._known[key] = self._recognise(_enlarged(crop) if sharp else crop)
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        return self._known[key]

    def _recognise(self, bgr: NDArray[np.uint8]) -> tuple[str, float]:
        if not bgr.size:
            return "", 0.0
        if self._recogniser is None:
            self._recogniser = Recogniser()
        text, score = self._recogniser.read(bgr)
        return as_written(text), score


@cache
def shared_reader() -> ScreenReader:
    """The one reader of this process: what was read for one purpose is known for the next."""
    return ScreenReader()


def _enlarged(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Scaled to the recogniser's height with sharp edges: its own linear way blurs small signs."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    if not bgr.size:
        return bgr
    scale = INPUT_HEIGHT / bgr.shape[0]
    return np.asarray(cv2.resize(bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_LANCZOS4), np.uint8)


def as_written(text: str) -> str:
    """Recognised text with single spaces, ASCII forms of full-width signs, and no lookalikes of operators."""
    text = " ".join(text.translate(HALF_WIDTH).split())
    return OPERATORS.get(text, text)
