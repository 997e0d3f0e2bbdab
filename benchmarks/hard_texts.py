"""Texts on grounds where the shape rules may fail: how many are read right, missed, and read as another.

`python -m benchmarks hard_texts`. Captions on photographs (Debian's mate-backgrounds), on noise with their
spectrum, on steep gradients and on hatched grounds. Where another text is read than stands there, that is
wrong; where nothing is read, or a few signs, it is missed.
"""

from __future__ import annotations

import time
from collections import Counter
from random import Random
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.row import Row
from benchmarks.screens.words import CAPTIONS
from tools.geometry import Box
from tools.observation import Frame
from tools.ocrtext.same import same
from tools.see.ocr import ScreenReader
from training.screens.grounds import noise, photograph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tools.see.scene import Line

_FONTS = ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSerif")
_FOLDER = "/usr/share/fonts/truetype/dejavu"
_SIZES = (12, 13, 15, 18)
_GROUNDS = ("photo", "noise", "gradient", "hatched")
_SEEDS = range(9000, 9004)
_ROWS, _COLUMNS = 6, 3
_SIZE = (700, 460)
_WRONG = 0.02
"""Share of texts that may be read as another."""


def run() -> list[Row]:
    count: Counter[tuple[str, str]] = Counter()
    seconds = []
    for kind in _GROUNDS:
        for seed in _SEEDS:
            frame, texts = picture(kind, Random(seed))
            reader = ScreenReader()
            reader.read_box(frame, Box(0, 0, 40, 40))  # its models are loaded
            began = time.perf_counter()
            lines = reader.read(frame).lines
            seconds.append(time.perf_counter() - began)
            count.update((kind, verdict(text, box, lines)) for text, box in texts)
    rows = []
    for kind in _GROUNDS:
        right, missed, wrong = (count[kind, one] for one in ("right", "missed", "wrong"))
        every = right + missed + wrong
        told = f"{missed} missed, {wrong} wrong of {every}"
        rows.append(
            Row(f"texts, {kind}", right, "", told, right / every, "2 % wrong", wrong <= _WRONG * every)
        )
    return [*rows, Row("texts, reading", median(seconds) * 1000, "ms", "", None, "", met=True)]


def picture(kind: str, random: Random) -> tuple[Frame, list[tuple[str, Box]]]:
    """A ground with texts on it, and where they stand."""
    behind = Image.fromarray(_ground(kind, random))
    draw, texts = ImageDraw.Draw(behind), random.sample(CAPTIONS, _ROWS * _COLUMNS)
    placed = []
    for index, text in enumerate(texts):
        font = ImageFont.truetype(f"{_FOLDER}/{random.choice(_FONTS)}.ttf", random.choice(_SIZES))
        left = 30 + index % _COLUMNS * 215 + random.randrange(20)
        top = 30 + index // _COLUMNS * 62 + random.randrange(16)
        box = Box(*_span(draw.textbbox((left, top), text, font)))
        ink = _ink(behind, box, random)
        if random.random() < 0.5:  # noqa: PLR2004  (half of them)
            shadow = "#000000" if ink == "#ffffff" else "#ffffff"
            draw.text((left + 1, top + 1), text, shadow, font)
        draw.text((left, top), text, ink, font)
        placed.append((text, box))
    return Frame.from_rgb(np.asarray(behind, np.uint8)), placed


def verdict(text: str, box: Box, lines: tuple[Line, ...]) -> str:
    """What became of a text: `right`, `missed` or `wrong`."""
    near = [line for line in lines if 2 * line.box.overlap(box).area >= min(line.box.area, box.area)]
    if any(same(text, line.text) for line in near):
        return "right"
    return "wrong" if any(len(line.text) > 2 for line in near) else "missed"  # noqa: PLR2004  (an icon is less)


def _ground(kind: str, random: Random) -> NDArray[np.uint8]:
    width, height = _SIZE
    if kind in ("photo", "noise"):
        drawn = (photograph if kind == "photo" else noise)(random.randrange(10**6))
        dimmed = np.clip(drawn * random.uniform(0.45, 1), 0, 255).astype(np.uint8)
        return np.ascontiguousarray(dimmed[:, :, ::-1])
    down = np.mgrid[0:height, 0:width][0]
    one, other = (np.array([random.randrange(256) for _ in range(3)]) for _ in range(2))
    if kind == "gradient":
        share = ((down / random.uniform(12, 40)) % 2)[..., None]
        share = np.minimum(share, 2 - share)
    else:
        share = ((down % random.choice((2, 3, 4)) == 0) * random.uniform(0.1, 0.3))[..., None]
    return np.rint(one + share * (other - one)).astype(np.uint8)


def _ink(behind: Image.Image, box: Box, random: Random) -> str:
    """A colour that can be seen there."""
    part = np.asarray(behind.crop((box.left, box.top, box.right, box.bottom)).convert("L"))
    light = float(part.mean())
    return "#ffffff" if light < 110 + random.randrange(30) else "#000000"


def _span(bounds: tuple[float, float, float, float]) -> Iterator[int]:
    left, top, right, bottom = bounds
    yield from (int(left), int(top), int(right - left) + 1, int(bottom - top) + 1)
