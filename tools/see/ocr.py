"""`ScreenReader`: a frame in, lines of text and widgets out; used by models, checks and live replay.

Where text stands is found by shape (`tools.see`), in a few hundredths of a second for a whole frame;
only reading it is slow, about 10 ms a line. So each picture of a line is read once and remembered: after a
change only lines that look new are read, wherever they are, and the answer is what a first look would give.
So is what was made out on a whole screen: a program shows the same one again, and so does each of its runs.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.geometry import Box
from tools.ocrtext.table import OPERATORS
from tools.see.elements.second_look import LearnedLook
from tools.see.pixels.noise import without_noise
from tools.see.pixels.regions import find_regions
from tools.see.scene import Line, Scene
from tools.see.shapes.widgets import find_widgets
from tools.see.text.busy import without_grain
from tools.see.text.caret import without_caret
from tools.see.text.closer import CloserLook, cut_out, enlarged, tidied
from tools.see.text.lines import LOWEST, find_text
from tools.see.text.marks import with_blank
from tools.see.text.numbered import with_numbered_buttons
from tools.see.text.recogniser import Recogniser
from tools.see.text.rings import with_told_rings
from tools.see.text.second import SecondWay
from tools.see.text.slashes import with_told_slash
from tools.see.text.weighing import Weighing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.see.scene import Widget

REMEMBERED = 4096
"""Pictures of lines whose text is kept."""
SCREENS = 256
"""Whole screens whose lines and widgets are kept, by their pixels' digest, without the pixels."""
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


class _MadeOut(NamedTuple):
    """What stands on a screen, its lines not yet open to a closer look: that has the frame's pixels."""

    lines: tuple[Line, ...]
    unread: tuple[Line, ...]
    widgets: tuple[Widget, ...]


class ScreenReader:
    """Reads frames, the same picture never twice. Loads its model on first use."""

    def __init__(self) -> None:
        self._known: OrderedDict[bytes, tuple[str, float]] = OrderedDict()
        self._weighing = Weighing(self._opened)
        self._second = SecondWay(self._look)
        self._second_look = LearnedLook(read=self.read_box)
        self._screens: OrderedDict[str, _MadeOut] = OrderedDict()
        self._last: tuple[Frame, _MadeOut] | None = None
        """Known again by its pixels: a digest of them takes five times as long."""
        self._recogniser: Recogniser | None = None

    def read(self, frame: Frame) -> Scene:
        """All lines and widgets of the frame, in its pixels, top to bottom."""
        last = self._last
        if last is None or not np.array_equal(frame.words, last[0].words):
            last = self._last = frame, self._remembered(frame)
        _, known = last
        lines, unread = (
            tuple(self._open_to(frame, line) for line in some) for some in (known.lines, known.unread)
        )
        return Scene(frame, lines, known.widgets, unread=unread, second_look=self._second_look)

    def _remembered(self, frame: Frame) -> _MadeOut:
        known = self._screens.get(frame.digest) or self._made_out(frame)
        self._screens[frame.digest] = known
        self._screens.move_to_end(frame.digest)
        while len(self._screens) > SCREENS:
            self._screens.popitem(last=False)
        return known

    def _made_out(self, frame: Frame) -> _MadeOut:
        still = without_caret(frame)
        clean = without_noise(still)
        regions = find_regions(clean)
        shapes = find_widgets(clean, regions)
        widgets = with_numbered_buttons(still, shapes, regions, self._read_lines)
        found = self._read_lines(still, without_grain(clean, still, find_text(clean, regions, widgets)))
        read = [line for line in found if line.text and line.score >= LEAST_SCORE]
        unread = [line for line in found if not line.text or line.score < LEAST_SCORE]
        read, refused = self._second.read(still, read, widgets)
        return _MadeOut(tuple(read), (*unread, *refused), widgets)

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The one line of text in the box; its text is empty if there is none."""
        (line,) = self._read_lines(without_caret(frame), [box])
        return self._open_to(frame, line)

    def weigh(self, frame: Frame, box: Box, text: str) -> float:
        """How likely the box shows a text, next to what is read in it, over several looks (`Evidence`)."""
        return self._weighing.weigh(frame, box, text)

    def rival(self, frame: Frame, box: Box, text: str, part: range) -> str | None:
        """What the box may as well show as a text, another sign in a part of it (`Evidence`)."""
        return self._weighing.rival(frame, box, text, part)

    def _open_to(self, frame: Frame, line: Line) -> Line:
        """The line, open to a closer look."""
        return replace(line, evidence=CloserLook(frame, line.box, self))

    def _read_lines(self, frame: Frame, boxes: Sequence[Box]) -> list[Line]:
        lines = self._look(frame, boxes)
        doubtful = [line for line in lines if line.score < DOUBTFUL and line.box.width <= 3 * line.box.height]
        closely = self._look_closely(frame, doubtful)
        return [with_blank(frame, closely.get(line.box, line)) for line in lines]

    def _look_closely(self, frame: Frame, doubtful: Sequence[Line]) -> dict[Box, Line]:
        """One or two signs give a recogniser of 18,000 signs little to go by: three more looks, a vote."""
        boxes = [line.box for line in doubtful]
        looks = self._look(frame, [_wider(box, by) for by in CLOSE_LOOKS for box in boxes], sharp=True)
        lines = {
            line.box: elect(line.box, [*looks[index :: len(boxes)], *([line] if len(line.text) > 1 else [])])
            for index, line in enumerate(doubtful)
        }
        low = [line for line in lines.values() if line.score < LEAST_SCORE and line.box.height <= LOWEST]
        taller = self._look(frame, [line.box.grow(TALLER) for line in low], sharp=True)
        for line, again in zip(low, taller, strict=True):
            lines[line.box] = replace(line, score=again.score if again.text == line.text else 0.0)
        return lines

    def _look(self, frame: Frame, boxes: Sequence[Box], *, sharp: bool = False) -> list[Line]:
        """What stands in each box; only pictures that are new are recognised, all of them at once."""
        crops = [cut_out(frame, box) for box in boxes]
        keys = [_digest(crop, sharp=sharp) for crop in crops]
        new = {key: tidied(crop) for key, crop in zip(keys, crops, strict=True) if key not in self._known}
        pictures = [enlarged(crop) if sharp else crop for crop in new.values()]
        self._known.update(zip(new, self._recognise(pictures), strict=True))
        for key in keys:
            self._known.move_to_end(key)
        readings = [self._known[key] for key in keys]
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return [Line(text, box, score) for box, (text, score) in zip(boxes, readings, strict=True)]

    def _recognise(self, pictures: Sequence[NDArray[np.uint8]]) -> list[tuple[str, float]]:
        if not pictures:
            return []
        read = self._opened().read(pictures)
        return [
            (as_written(with_told_slash(picture, with_told_rings(picture, text), score)), score)
            for picture, (text, score) in zip(pictures, read, strict=True)
        ]

    def _opened(self) -> Recogniser:
        if self._recogniser is None:
            self._recogniser = Recogniser()
        return self._recogniser


@cache
def shared_reader() -> ScreenReader:
    """The one reader of this process: what was read for one purpose is known for the next."""
    return ScreenReader()


def elect(box: Box, looks: Sequence[Line]) -> Line:
    """The line in a box by majority: each look at it votes for its text with its score."""
    votes: defaultdict[str, list[float]] = defaultdict(list)
    for look in looks:
        votes[look.text].append(look.score)
    text, scores = max(votes.items(), key=lambda vote: sum(vote[1]))
    return Line(text, box, sum(scores) / len(scores))


def _wider(box: Box, by: int) -> Box:
    lower = 1 if box.height > LOWEST else 0
    return Box(box.left - by, box.top + lower, box.width + 2 * by, box.height - 2 * lower)


def _digest(crop: NDArray[np.uint8], *, sharp: bool) -> bytes:
    return blake2b(crop.tobytes() + b"%d %d %d" % (*crop.shape[:2], sharp), digest_size=16).digest()


def as_written(text: str) -> str:
    """Recognised text with single spaces, ASCII forms of full-width signs, and no lookalikes of operators."""
    text = " ".join(text.translate(HALF_WIDTH).split())
    return OPERATORS.get(text, text)
