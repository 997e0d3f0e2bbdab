"""`ScriptReader`: a reader of screens that also reads texts in scripts that the recogniser does not know.

A line is read by Tesseract where what is asked for may stand in it, or where the recogniser was in doubt and
Tesseract is not. It looks several times; where most looks don't agree, or the recogniser read another number,
the line is left as it was: unread, and no guess.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from tools.ocrtext.may_be import may_be, part_may_be
from tools.ocrtext.scripts import has_letters_of, language_of
from tools.see.text.caret import without_caret
from tools.see.text.closer import cropped, cut_out
from tools.see.text.installed import is_read
from tools.see.text.tesseract import Tesseract

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene

_REMEMBERED = 4096
"""Lines whose text is kept."""
_AGREED = 2
"""Looks that agree, at least."""
_DOUBTFUL, _SURE = 0.9, 0.9
"""Scores: of a line that the recogniser may have guessed, below; and of one that Tesseract read, at least."""
_FEWEST = 2
"""Signs of a line that is read though nobody asked for it: an icon is read as one."""


def with_scripts(parser: ScreenParser, texts: Iterable[str]) -> ScreenParser:
    """A parser that also reads those of some texts that need it; the very parser where none does."""
    foreign = sorted({text for text in texts if is_read(text)})
    return ScriptReader(parser, foreign) if foreign else parser


class ScriptReader:
    """A `ScreenParser`.

    Args:
        parser: Reads all else.
        texts: What is asked for; each can be read here (`is_read`).
    """

    def __init__(self, parser: ScreenParser, texts: Sequence[str]) -> None:
        self._parser = parser
        self._texts = {
            language: [text for text in texts if language_of(text) == language]
            for language in sorted(set(map(language_of, texts)))
        }
        self._known: OrderedDict[bytes, tuple[str, float]] = OrderedDict()

    def read(self, frame: Frame) -> Scene:
        """All lines and widgets of the frame, and what was asked for among them."""
        scene = self._parser.read(frame)
        still = without_caret(frame)
        lines = [self._read(still, line) for line in scene.lines]
        unread = [(line, self._read(still, line)) for line in scene.unread]
        lines += [now for line, now in unread if now is not line]
        lines.sort(key=lambda line: (line.box.top, line.box.left))
        return replace(scene, lines=tuple(lines), unread=tuple(line for line, now in unread if now is line))

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The one line of text in the box."""
        return self._read(without_caret(frame), self._parser.read_box(frame, box))

    def _read(self, frame: Frame, line: Line) -> Line:
        """The line as it is in a script that is asked for; the very line where it is in none."""
        for language, texts in self._texts.items():
            text, score = self._look(frame, line.box, language)
            if not has_letters_of(text, language) or not _numbers(text) <= _numbers(line.text):
                continue
            is_asked = any(may_be(wanted, text) or part_may_be(wanted, text) for wanted in texts)
            is_plain = line.score < _DOUBTFUL and score >= _SURE and len(text) >= _FEWEST
            if is_asked or is_plain:
                return replace(line, text=text, score=score)
        return line

    def _look(self, frame: Frame, box: Box, language: str) -> tuple[str, float]:
        """What most looks read, and how sure they are; "" and 0 where they don't agree. Remembered."""
        pixels = cut_out(frame, box)
        asked = b"%d %d %s" % (*pixels.shape[:2], language.encode())
        key = blake2b(pixels.tobytes() + asked, digest_size=16).digest()
        if key not in self._known:
            self._known[key] = agreed(_opened(language).looks(cropped(frame, box)))
        self._known.move_to_end(key)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return self._known[key]


def agreed(looks: Sequence[tuple[str, float]]) -> tuple[str, float]:
    """The text that most looks read, and their mean score; "" and 0 where they don't agree."""
    counts = Counter(text for text, _ in looks if text)
    text, count = counts.most_common(1)[0] if counts else ("", 0)
    if count < _AGREED:
        return "", 0.0
    scores = [score for one, score in looks if one == text]
    return text, sum(scores) / len(scores)


@cache
def _opened(language: str) -> Tesseract:
    return Tesseract(language)


def _numbers(text: str) -> Counter[str]:
    """The words of a text that are nothing but digits."""
    words = "".join(sign if sign.isalnum() else " " for sign in text).split()
    return Counter(word for word in words if word.isdecimal())
