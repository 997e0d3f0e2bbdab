"""Screens of one run up to the present one, to tell a text that is gone from one that is only covered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from agent.replay.live.compare.frame_diff import differences, touches
from agent.replay.live.compare.screens.gone import GoneTexts
from agent.replay.live.compare.screens.remnants import is_remnant
from tools.geometry import Box
from tools.observation import differing
from tools.ocrtext.alike import folded
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene

_GROUND = 5
"""Part (a fifth) of a text's box that is ground, above and below it."""
_DRAWN_ALIKE = 0.8
"""Correlation of two pictures that show the same text, at least: a window dims when a dialog comes up."""
_LIT_UP = 24
"""Levels by which a text may be drawn lighter or darker: a chosen row lights up under the pointer."""
_CUT = 1
"""Signs at each end of a text covered in part that may be cut, and so be read as others."""


@dataclass(frozen=True)
class Screens:
    """Screens of one run, recorded or present. Boxes are pixels of its frames."""

    earlier: Sequence[Frame]
    """Those before the present one, the first one first."""
    present: Scene
    parser: ScreenParser

    def whole(self, line: Line) -> str:
        """The text of a line; of one that is partly covered now, all of it.

        One whose pixels are those of an earlier screen is what was read there: a row that is lit up can
        make the recogniser cut the row beside it.
        """
        known = self._wholes.get((line.box, line.text))
        if known is None:
            known = self._wholes[line.box, line.text] = self._whole(line)
        return known

    @cached_property
    def _wholes(self) -> dict[tuple[Box, str], str]:
        """What is known already: each line is asked for once for every line of the other run."""
        return {}

    def _whole(self, line: Line) -> str:
        rests = (
            one.line.text
            for one in self._gone
            if self._is_rest(line, one.line, one.last) and self._gone.is_covered(one)
        )
        rest = next(rests, None)
        return rest or next(self._read_before(line), line.text)

    def _is_rest(self, line: Line, old: Line, at: int) -> bool:
        """Whether a line is what can be seen of one of an earlier screen, in its place.

        Its letters are still drawn there: the same in every pixel, or in other colours and read as a part of
        its text. One at each end may be cut.
        """
        if line.box.width >= old.box.width or old.box.gap(line.box):
            return False
        if old.box.grow(old.box.height // 4).overlap(line.box) != line.box:
            return False
        box = _inner(line.box)
        uncut = box._replace(left=box.left + line.box.height, width=box.width - 2 * line.box.height)
        was, now = (frame.gray[uncut.slices] for frame in (self.earlier[at], self.present.frame))
        if uncut.width > 0 and np.ptp(was) and np.array_equal(was, now):
            return True
        text, whole = folded(line.text), folded(old.text)
        is_part = len(text) < len(whole) and text[_CUT:-_CUT] in whole
        return is_part and _is_drawn_alike(was, now)

    def is_left(self, line: Line) -> bool:
        """Whether a line is what can be seen of a wider one of an earlier screen, the same since then.

        What that one said was compared with the recording then.
        """
        edge = line.box.height // _GROUND
        box = _inner(line.box)._replace(left=line.box.left + edge, width=line.box.width - 2 * edge)
        return box.width > 0 and any(
            one.line.box.width > line.box.width
            and one.line.box.grow(edge).overlap(line.box) == line.box
            and self._is_same_since(box, one.last)
            and self._gone.is_covered(one)
            for one in self._gone
        )

    def _is_same_since(self, box: Box, at: int) -> bool:
        """Whether a box shows what it showed on all screens from an earlier one on."""
        now = self.present.frame
        return all(
            frame.size == now.size and not differing(frame, now, box).any() for frame in self.earlier[at:]
        )

    def is_remnant(self, line: Line, text: str) -> bool:
        """Whether a line is what can be seen of a typed text that was seen whole in its place."""
        return is_remnant(line, text, self.earlier, self.present.frame, self.parser)

    def _read_before(self, line: Line) -> Iterator[str]:
        """What the same pixels in a line's place were read as, the first time first.

        In a row that lights up otherwise now, the same letters, of which a part is read.
        """
        now = self.present.frame
        here = [
            (at, old) for old, ats in self._seen.items() if old.box.contains(line.box.center) for at in ats
        ]
        for at, old in sorted(here, key=itemgetter(0)):
            is_part = line.box.width < old.box.width and folded(line.text) in folded(old.text)
            is_same = not differing(self.earlier[at], now, _inner(old.box)).any()
            if is_same or (is_part and self._is_still_drawn(self.earlier[at], old.box)):
                yield old.text

    @cached_property
    def _seen(self) -> dict[Line, list[int]]:
        """The lines of earlier screens as large as this, and the indices of those that show each."""
        seen: defaultdict[Line, list[int]] = defaultdict(list)
        for at, frame in enumerate(self.earlier):
            if frame.size == self.present.frame.size:
                for line in self.parser.read(frame).lines:
                    seen[line].append(at)
        return seen

    def still_draws(self, text: str) -> bool:
        """Whether a text of an earlier screen is still drawn in its place, and only not read there."""
        read = [line.box for line in self.present.lines if same(text, line.text)]
        return any(
            same(text, old.text) and not touches(old.box, read) and self._is_still_drawn(frame, old.box)
            for frame in self.earlier
            for old in self.parser.read(frame).lines
        )

    def _is_still_drawn(self, frame: Frame, box: Box) -> bool:
        """Whether the letters in a box are those of an earlier screen, on another ground maybe."""
        now = self.present.frame
        if frame.size != now.size:
            return False
        was, is_now = (one.gray[box.clip(one.size).slices].astype(np.int16) for one in (frame, now))
        return bool(np.ptp(was)) and int(np.abs(was - is_now).max()) <= _LIT_UP

    def covers(self, text: str) -> bool:
        """Whether a text was on an earlier screen, and something that came up since lies over it.

        Where its place shows again what it showed before the text came up, what it stood in was closed.
        """
        return any(
            same(text, one.line.text)
            and not self.was_so(one.line.box, one.first)
            and self._gone.is_covered(one)
            for one in self._gone
        )

    @cached_property
    def _gone(self) -> GoneTexts:
        return GoneTexts([self.parser.read(frame) for frame in self.earlier], self.present)

    def was_so(self, box: Box, upto: int) -> bool:
        """Whether a box showed what it shows now on one of the first so many screens."""
        now = self.present.frame
        return any(
            frame.size == now.size and not touches(box, differences(frame, now))
            for frame in self.earlier[:upto]
        )


def _inner(box: Box) -> Box:
    """A text's box without the ground above and below it, on which the next row may begin."""
    edge = box.height // _GROUND
    return Box(box.left, box.top + edge, box.width, box.height - 2 * edge)


def _is_drawn_alike(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> bool:
    """Whether two grey pictures show the same, whatever their brightness and contrast."""
    flat = [not picture.size or not np.ptp(picture) for picture in (one, other)]
    if any(flat):
        return all(flat)
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1]) >= _DRAWN_ALIKE
