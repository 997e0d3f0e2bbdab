"""Second way to find text: a detector that has learnt it, where the shape rules fail.

It is asked on busy ground with something written on it, and where a line of several signs was read in doubt.
It adds lines, takes apart one that was in doubt, and reads the whole of one of which a part was read. What
else was sure stays. Where it reads a whole line otherwise than the first way, which was in doubt, neither is
believed.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tools.geometry import Box
from tools.ocrtext.same import runs_on
from tools.see.text.busy import written_on
from tools.see.text.closer import cut_out
from tools.see.text.detector import TextDetector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tools.geometry import Size
    from tools.observation import Frame
    from tools.see.scene import Line, Widget

    Look = Callable[[Frame, Sequence[Box]], Sequence[Line]]

_REMEMBERED = 256
"""Areas whose boxes are kept."""
_DOUBTFUL, _SURE = 0.9, 0.95
"""Scores: of a line that may have been cut or joined, below; of one that the second way reads, at least."""
_WIDE = 3
"""Times as wide as high is a line of several signs, at least; what is narrower may be an icon."""
_FEWEST = 2
"""Letters and digits of a line that the second way adds, at least."""
_EDGE = 2
"""Pixels from the edge of an area within which a line may go on."""
_FAR = 1.0
"""Heights of a line between two captions that are not one, at least; no space within a caption is so wide."""
_IDEOGRAPHS = "\u2e80"
"""The first of the signs that are no letters."""
_PART = 0.33
"""Heights of a line that a part of it is wide, at least, which is cut at a field's side."""
_SAME_PLACE = 0.5
"""Share of the smaller of two boxes from which they hold the same text."""


class Readings(NamedTuple):
    """What both ways come to."""

    lines: list[Line]
    refused: list[Line]
    """Those of the first that the second reads otherwise."""


class SecondWay:
    """Looks at areas of frames, the same picture never twice. Loads its model on first use.

    Args:
        look: Reads boxes of a frame.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._detector = TextDetector()
        self._known: OrderedDict[bytes, list[Box]] = OrderedDict()

    def read(self, frame: Frame, first: Sequence[Line], widgets: Sequence[Widget] = ()) -> Readings:
        """The lines of a frame, given those that the first way read.

        Args:
            frame: what to look at.
            first: the lines of the first way.
            widgets: of the mark of a box or radio button no letter is; and no line crosses a field's side.
        """
        indicators = [widget.box for widget in widgets if widget.is_indicator]
        fields = [widget.box for widget in widgets if widget.is_field]
        areas = [
            *written_on(frame, [line.box for line in first if line.score >= _DOUBTFUL]),
            *(line.box.grow(line.box.height).clip(frame.size) for line in first if is_doubtful(line)),
        ]
        lines = {clear_of(indicators, box) for area in areas for box in self._boxes(frame, area)}
        boxes = {part for line in lines for part in apart_at(fields, line)}
        found = self._look(frame, sorted(boxes, key=lambda box: (box.top, box.left))) if boxes else []
        return both(first, found)

    def _boxes(self, frame: Frame, area: Box) -> list[Box]:
        """The boxes of lines in an area, in frame pixels; one that its edge may cut off is left out."""
        pixels = cut_out(frame, area)
        key = blake2b(pixels.tobytes() + b"%d %d" % pixels.shape[:2], digest_size=16).digest()
        if key not in self._known:
            self._known[key] = self._detector.boxes(pixels)
        self._known.move_to_end(key)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        inner = area_inside(area, frame.size)
        boxes = (box.shift(area.left, area.top) for box in self._known[key])
        return [box for box in boxes if box.overlap(inner) == box]


def area_inside(area: Box, size: Size) -> Box:
    """The part of an area in which lines are whole: without its edges, save those of the frame."""
    left, top = (side + (_EDGE if side else 0) for side in area[:2])
    right = area.right - (_EDGE if area.right < size.width else 0)
    bottom = area.bottom - (_EDGE if area.bottom < size.height else 0)
    return Box(left, top, max(0, right - left), max(0, bottom - top))


def clear_of(indicators: Sequence[Box], line: Box) -> Box:
    """The line without the indicators at either end of it."""
    for box in indicators:
        if line.contains(box.center):
            left = box.right if box.center.x < line.center.x else line.left
            right = line.right if left == box.right else box.left
            line = Box(left, line.top, right - left, line.height)
    return line


def apart_at(fields: Sequence[Box], line: Box) -> Iterator[Box]:
    """The parts of a line on either side of the sides of fields: a label, and what its field holds."""
    ends = {
        side
        for field in fields
        if field.top <= line.center.y < field.bottom
        for side in (field.left, field.right)
        if line.left < side < line.right
    }
    for left, right in pairwise(sorted({line.left, *ends, line.right})):
        if right - left >= _PART * line.height:  # else it is a letter's end on a border
            yield line._replace(left=left, width=right - left)


def is_doubtful(line: Line) -> bool:
    """Whether a line of several signs was read with so little confidence that it may be cut, or two."""
    return line.score < _DOUBTFUL and line.box.width >= _WIDE * line.box.height


def both(first: Sequence[Line], second: Sequence[Line]) -> Readings:
    """The lines of both ways, top to bottom.

    Args:
        first: As the shapes and the recogniser have them.
        second: What the recogniser read where the detector found a line.
    """
    told = [line for line in second if line.score >= _SURE and _says_something(line)]
    sure = _apart([line for line in told if not _runs_together(line, first)])
    found = [(line, [other for other in sure if _is_at(line, other)]) for line in first]
    refused = [line for line, others in found if others and _is_outdone(line, others)]
    kept = [line for line in first if line not in refused]  # of those there are few
    new = [line for line in sure if not any(_is_at(line, other) for other in kept)]
    new = [line for line in new if not _contradicts(line, [one for one in refused if _is_at(line, one)])]
    # What outdid it may run together with another line, and is left out itself: no text is lost for that.
    back = [line for line in refused if line.score >= _DOUBTFUL and not any(_is_at(line, one) for one in new)]
    refused = [line for line in refused if line not in back]
    return Readings(sorted([*kept, *back, *new], key=lambda line: (line.box.top, line.box.left)), refused)


def _runs_together(line: Line, others: Sequence[Line]) -> bool:
    """Whether a line is several that the other way read for certain, far apart on a row, and says no more.

    An icon between two of them may be read as a sign.
    """
    parts = [one for one in others if _is_at(line, one) and one.box.same_row(line.box)]
    parts.sort(key=lambda one: one.box.left)
    own = "".join(one.text for one in parts)
    is_latin = not any(map(_is_ideograph, own))
    says_all = _letters(own) == _letters(line.text, latin=is_latin)
    is_sure = len(parts) > 1 and all(one.score >= _DOUBTFUL for one in parts)
    return (
        says_all
        and is_sure
        and any(two.box.left - one.box.right >= _FAR * one.box.height for one, two in pairwise(parts))
    )


def _is_ideograph(sign: str) -> bool:
    return sign >= _IDEOGRAPHS and sign.isalnum()


def _letters(text: str, *, latin: bool = False) -> str:
    """A text's letters and digits, without signs as which icons are read: in latin ones, ideographs too."""
    return "".join(sign for sign in text if sign.isalnum() and not (latin and _is_ideograph(sign)))


def _is_outdone(line: Line, others: Sequence[Line]) -> bool:
    """Whether what the second way reads at the place of a line is more of it, or the line was in doubt."""
    if len(others) == 1 and (runs_on(line.text, others[0].text) or _is_with_sign(line, others[0])):
        return False
    is_two = _runs_together(line, others)
    return is_two or line.score < _DOUBTFUL or any(_is_cut(line, other) for other in others)


def _is_with_sign(line: Line, other: Line) -> bool:
    """Whether a line is another with a sign by itself, as which an icon is read: before it, or no letter."""
    words, others = line.text.split(), other.text.split()
    is_before = len(words[0]) == 1 and words[1:] == others
    return is_before or (len(words[-1]) == 1 and words[-1] >= _IDEOGRAPHS and words[:-1] == others)


def _is_cut(line: Line, whole: Line) -> bool:
    """Whether a line is a part of another that begins or ends within a word: whole words may be a caption."""
    before, part, behind = whole.text.casefold().partition(line.text.casefold())
    return bool(part) and (_goes_on(part[0], before[-1:]) or _goes_on(part[-1], behind[:1]))


def _goes_on(end: str, beyond: str) -> bool:
    """Whether a word goes on beyond its end: an icon behind a caption is read as an ideograph."""
    return beyond.isalnum() and (end >= _IDEOGRAPHS) == (beyond >= _IDEOGRAPHS)


def _contradicts(line: Line, refused: Sequence[Line]) -> bool:
    """Whether the first way reads all of a line otherwise: neither is a part of the other."""
    return any(2 * line.box.width > one.box.width and not _is_cut(one, line) for one in refused)


def _apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, of those at one place the surest."""
    kept: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.score):
        if not any(_is_at(line, other) for other in kept):
            kept.append(line)
    return kept


def _is_at(one: Line, other: Line) -> bool:
    """Whether two lines are of one place."""
    return one.box.overlap(other.box).area > _SAME_PLACE * min(one.box.area, other.box.area)


def _says_something(line: Line) -> bool:
    return sum(sign.isalnum() for sign in line.text) >= _FEWEST
