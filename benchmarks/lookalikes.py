"""Confusions of the recogniser: the evidence for `tools.ocrtext.table`.

`python -m benchmarks.lookalikes` draws words, names and numbers in many fonts and sizes, whole and with rows
of pixels cut off, as by the edge of a field or a list; it reads them, and counts what was read wrong.
The fonts are those of Debian's fonts-dejavu and fonts-urw-base35.
"""

from __future__ import annotations

import difflib
import random
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.screens.words import CAPTIONS, NAMES
from tools.observation import Frame
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Reading = tuple[str, str]
    """What was drawn, and what was read of it."""

FONTS = (
    "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSerif.ttf",
    "DejaVuSansMono.ttf", "NimbusSans-Regular.otf", "NimbusSansNarrow-Regular.otf", "NimbusRoman-Regular.otf",
)  # fmt: skip
WAYS = {
    "whole": ((11, 13, 16), 0, 0),
    "2 rows cut off above": ((13,), 2, 0),
    "all but 1 row cut off below the line": ((13,), 0, 1),
}
"""Sizes in pixels; rows cut off from the capitals' tops downwards; rows left of what hangs down, 0 all."""
_INK, _GROUND = (20, 20, 20), (240, 240, 240)
_COLUMNS, _WIDTH = 4, 320
_PAGE = 80
"""Texts on one frame."""
_SHOWN = 40
"""Confusions that are printed."""
_LONE = ("O", "0", "I", "l", "1", "S", "5", "B", "8", "Z", "2")
_MIXED = (
    "H2O", "v1.2", "v1.10", "B2B", "MP3", "x86", "A5", "B2", "S8", "Z5", "UTF-8", "Level 1", "Level I",
    "Phase II", "Phase 11", "Room 5", "Room S", "Zone O", "Zone 0", "Mail", "Mall", "yet", "vet", "jot",
    "injury", "Join", "Vyvyan", "Łódź", "Zoë Łukasiewicz", "Müller", "Tromsø", "Århus", "İstanbul", "Černý",
    "Győr", "5 x 8", "12:30",
)  # fmt: skip


def texts() -> list[str]:
    """What is drawn: captions, names, signs alone, mixed texts, and numbers made by a seed."""
    draw = random.Random(5)
    numbers = [str(draw.randrange(10**digits)) for digits in range(1, 6) for _ in range(8)]
    amounts = [
        f"{draw.randrange(1, 99)},{draw.randrange(100, 999)}.{draw.randrange(10, 99)}" for _ in range(10)
    ]
    decimals = [f"{draw.randrange(1, 99)}{mark}{draw.randrange(10, 99)}" for mark in ".," for _ in range(10)]
    return [*CAPTIONS, *NAMES, *_LONE, *_MIXED, *numbers, *amounts, *decimals]


def readings(reader: ScreenReader, sizes: Sequence[int], cut: tuple[int, int]) -> Iterator[Reading]:
    """Every text in every font and size."""
    drawn = texts()
    pages = [drawn[start : start + _PAGE] for start in range(0, len(drawn), _PAGE)]
    for font, size, page in product(FONTS, sizes, pages):
        yield from _read(page, ImageFont.truetype(font, size), cut, reader)


def _read(
    page: list[str], font: ImageFont.FreeTypeFont, cut: tuple[int, int], reader: ScreenReader
) -> Iterator[Reading]:
    step = 2 * int(font.size) + 12
    places = [(8 + _WIDTH * (at % _COLUMNS), 8 + step * (at // _COLUMNS)) for at in range(len(page))]
    picture = Image.new("RGB", (_COLUMNS * _WIDTH, places[-1][1] + 2 * step), _GROUND)
    draw = ImageDraw.Draw(picture)
    for text, (left, top) in zip(page, places, strict=True):
        draw.text((left, top), text, _INK, font)
        for first, last in _cut_off(font, cut):
            draw.rectangle((left - 4, top + first, left + _WIDTH - 20, top + last), _GROUND)
    lines = reader.read(Frame.from_rgb(np.asarray(picture))).lines
    for text, (left, top) in zip(page, places, strict=True):
        here = [line for line in lines if 0 <= line.box.center.y - top < step]
        mine = [line for line in here if left - 4 <= line.box.left < left + _WIDTH - 20]
        yield text, " ".join(line.text for line in sorted(mine, key=lambda line: line.box.left))


def _cut_off(font: ImageFont.FreeTypeFont, cut: tuple[int, int]) -> Iterator[tuple[float, float]]:
    """The first and last rows that are painted over, from the top of the text on."""
    above, kept = cut
    if above:
        yield 0, font.getbbox("M")[1] + above - 1
    if kept:
        yield font.getmetrics()[0] + kept, font.getbbox("y")[3] + 2


def confusions(wanted: str, seen: str) -> Iterator[tuple[str, str]]:
    """The signs that were read for others; spaces and case do not count."""
    one, other = ("".join(text.split()).casefold() for text in (wanted, seen))
    for tag, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield one[a:b], other[c:d]


def main() -> None:
    """Print how many texts were read, and what was read wrong, most often first."""
    for name, (sizes, *cut) in WAYS.items():
        pairs = list(readings(ScreenReader(), sizes, (cut[0], cut[1])))
        count = Counter(confusion for pair in pairs for confusion in confusions(*pair))
        wrong = sum(any(confusions(*pair)) for pair in pairs)
        print(f"\n{name}: {len(pairs)} texts, {wrong} of them read wrong")
        for (drawn, read), number in count.most_common(_SHOWN):
            print(f"{number:5}  {drawn!r} as {read!r}")


if __name__ == "__main__":
    main()
