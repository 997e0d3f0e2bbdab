"""The eye of the embedded model: a frame in, lines of text and widgets out. The only OCR import.

Where text stands is found by shape (`tools.vision`), in a few hundredths of a second for a whole frame;
only reading it is slow, about 10 ms a line. So each picture of a line is read once and remembered: after a
change only lines that look new are read, wherever they are, and the answer is what a first look would give.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.scene import Line, Scene
from tools.vision.regions import find_regions
from tools.vision.text import find_text
from tools.widgets import find_widgets

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame

REMEMBERED = 4096
"""Pictures of lines whose text is kept."""
LEAST_SCORE = 0.5
"""Below this the recogniser guesses: an icon, a pattern."""


class Reader:
    """Reads frames, the same picture never twice. Loads its models (about a second) on first use."""

    def __init__(self) -> None:
        self._known: OrderedDict[bytes, tuple[str, float]] = OrderedDict()
        self._last: Scene | None = None
        self._ocr: Any = None

    def read(self, frame: Frame) -> Scene:
        """All lines and widgets of the frame, in its pixels, top to bottom."""
        last = self._last
        if last is not None and np.array_equal(last.frame.words, frame.words):
            self._last = Scene(frame, last.lines, last.widgets)
            return self._last
        regions = find_regions(frame)
        widgets = find_widgets(frame, regions)
        lines = [self.read_box(frame, box) for box in find_text(frame, regions, widgets)]
        read = tuple(line for line in lines if line.text and line.score >= LEAST_SCORE)
        self._last = Scene(frame, read, widgets)
        return self._last

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The one line of text in the box; its text is empty if there is none."""
        crop = np.ascontiguousarray(frame.bgrx[box.clip(frame.size).slices][:, :, :3])
        key = blake2b(crop.tobytes() + b"%dx%d" % crop.shape[:2], digest_size=16).digest()
        if key not in self._known:
            self._known[key] = self._recognise(crop)
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        text, score = self._known[key]
        return Line(text, box, score)

    def _recognise(self, bgr: np.ndarray[Any, np.dtype[np.uint8]]) -> tuple[str, float]:
        if not bgr.size:
            return "", 0.0
        if self._ocr is None:
            self._ocr = _load()
        result = self._ocr(bgr, use_det=False, use_cls=False, use_rec=True)
        return " ".join(str(result.txts[0]).split()), float(result.scores[0])


def _load() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415  (heavy: loaded on use)

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.use_det": False,
            "EngineConfig.onnxruntime.intra_op_num_threads": os.cpu_count() or 1,
            # The recogniser pads a line to this width at least: most labels are shorter than its 320.
            "Rec.rec_img_shape": [3, 48, 96],
        }
    )
