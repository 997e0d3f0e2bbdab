"""Secrets drawn on screens at random: type, size, place, and what was covered when they were typed."""

from __future__ import annotations

import random
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.observation import Frame
from tools.ocrtext.alike import folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tools.see.scene import Line

READABLE = 4
"""Signs of a secret in a row that must not be read anywhere."""
_FONTS = (
    "DejaVuSans.ttf",
    "DejaVuSans-Bold.ttf",
    "DejaVuSansMono.ttf",
    "DejaVuSansMono-Bold.ttf",
    "DejaVuSerif.ttf",
    "DejaVuSerif-Bold.ttf",
)
_INKED = 128
"""Of 255: more is the middle of a stroke."""
_POINTS = range(10, 41)
_INKS = (
    ("black", "white"),
    ("black", "#dcdcdc"),
    ("#eeeeec", "#242424"),
    ("#204a87", "#eeeeec"),
    ("white", "#3465a4"),
)
_LABELS = ("Log in", "Your name", "Save", "Hello", "Quit")
_SIZE = (1180, 520)
_MARKS = "-_.:+#%!"
_WORDS = ("maple", "orbit", "kestrel", "quartz", "violet", "hammer", "tundra", "zephyr", "walnut", "ginger")


@dataclass(frozen=True)
class Drawn:
    """A screen that shows a secret."""

    secret: str
    frame: Frame
    masks: tuple[Box, ...]
    """Where it was when it was typed: painted over for as long as the run lasts."""
    labels: tuple[str, ...]
    """What else stands there."""
    ink: NDArray[np.bool_]
    """The pixels of its signs."""


class _Sheet:
    """A picture to draw on, with one type and one ink."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.ink, ground = chance.choice(_INKS)
        self.picture, self.signs = Image.new("RGB", _SIZE, ground), Image.new("L", _SIZE)
        self.draw = ImageDraw.Draw(self.picture)
        self.pixels = round(chance.choice(_POINTS) * 96 / 72)
        self.font = ImageFont.truetype(chance.choice(_FONTS), self.pixels)

    def write(self, left: float, top: float, text: str, secret: str = "") -> Box:
        """Draw a text; the secret part of it is all, if none is named."""
        self.draw.text((left, top), text, self.ink, self.font)
        part = secret or text
        begin = left + self.draw.textlength(text[: text.index(part)], self.font)
        ImageDraw.Draw(self.signs).text((begin, top), part, 255, self.font)
        return self.box(left, top, text)

    def box(self, left: float, top: float, text: str) -> Box:
        begin, up, end, down = map(round, self.draw.textbbox((left, top), text, self.font))
        return Box(begin, up, end - begin, down - up)

    def place(self, text: str, lines: int = 1) -> tuple[int, int]:
        """Somewhere below the labels with room for it."""
        wide = round(self.draw.textlength(text, self.font))
        lowest = _SIZE[1] - (lines + 1) * round(1.3 * self.pixels)
        return self.chance.randint(60, max(60, _SIZE[0] - wide - 60)), self.chance.randint(
            90, max(91, lowest)
        )


def any_secret(chance: random.Random) -> str:
    """A token, a pass phrase, a key or a number, of 8 to 20 signs."""
    kind = chance.randrange(4)
    length = chance.randint(8, 20)
    if kind == 0:
        return "".join(chance.choices(string.ascii_letters + string.digits, k=length))
    if kind == 1:
        return "".join(chance.choices(string.ascii_letters + string.digits + _MARKS, k=length))
    if kind == 2:
        return "".join(chance.choices("0123456789abcdef", k=length))
    return f"{chance.choice(_WORDS)}-{chance.choice(_WORDS)}{chance.randint(10, 9999)}"


def _sentence(sheet: _Sheet, secret: str) -> tuple[Box, ...]:
    text = sheet.chance.choice(("{}", "Token: {}", "It is {}.", '"{}"', "{} was sent"))
    left, top = sheet.place(text.format(secret))
    sheet.write(left, top, text.format(secret), secret)
    return ()


def _wrapped(sheet: _Sheet, secret: str) -> tuple[Box, ...]:
    cut = sheet.chance.randint(2, len(secret) - 2)
    left, top = sheet.place(secret, 2)
    first = sheet.chance.choice(("", "Key: ")) + secret[:cut]
    sheet.write(left, top, first, secret[:cut])
    sheet.write(left, top + round(1.3 * sheet.pixels), secret[cut:])
    return ()


def _cells(sheet: _Sheet, secret: str) -> tuple[Box, ...]:
    step = min(round(sheet.pixels * sheet.chance.uniform(1.1, 3)), (_SIZE[0] - 80) // len(secret))
    top = sheet.place("")[1]
    bottom = top + round(1.3 * sheet.pixels)
    framed = sheet.chance.random() < 0.5
    for place, sign in enumerate(secret):
        left = 40 + step * place
        sheet.write(left + (step - sheet.draw.textlength(sign, sheet.font)) / 2, top, sign)
        if framed:
            sheet.draw.rectangle((left, top - 4, left + step, bottom), outline=sheet.ink)
    return ()


def _moved(sheet: _Sheet, secret: str) -> tuple[Box, ...]:
    """The form was laid out anew: the text stands half beside what was painted over."""
    left, top = sheet.place(secret)
    box = sheet.write(left, top, secret)
    across = round(box.width * sheet.chance.uniform(-0.8, 0.8))
    down = sheet.chance.choice((0, 0, round(box.height * sheet.chance.uniform(-0.9, 0.9))))
    return (box.shift(across, down).grow(2),)


def _cut(sheet: _Sheet, secret: str) -> tuple[Box, ...]:
    """A field shows the text from another sign on, and what was painted over covers some of it."""
    gone = sheet.chance.randint(1, len(secret) - READABLE - 1)
    rest = secret[gone:] if sheet.chance.random() < 0.5 else secret[:-gone]
    left, top = sheet.place(secret)
    whole = sheet.write(left, top, rest)
    across = round(whole.width * sheet.chance.uniform(0.1, 0.9)) * sheet.chance.choice((-1, 1))
    return (whole.shift(across, 0).grow(3),)


def _beside(sheet: _Sheet, secret: str) -> tuple[Box, ...]:
    """The end of it was scrolled out of the field: what is left stands right beside the paint."""
    kept = secret[: sheet.chance.randint(READABLE, len(secret) - 2)]
    left, top = sheet.place(secret)
    box = sheet.write(left, top, kept)
    gap = sheet.chance.randint(0, round(box.height / 2))
    wide = sheet.chance.randint(20, 300)
    behind = Box(box.right + gap, box.top, wide, box.height)
    before = Box(box.left - gap - wide, box.top, wide, box.height)
    return (sheet.chance.choice((behind, before)),)


WAYS: dict[str, Callable[[_Sheet, str], tuple[Box, ...]]] = {
    "sentence": _sentence,
    "wrapped": _wrapped,
    "cells": _cells,
    "moved": _moved,
    "cut": _cut,
    "beside": _beside,
}


def drawn(way: str, seed: int) -> Drawn:
    """The screen of that number."""
    chance = random.Random(f"{way} {seed}")
    sheet = _Sheet(chance)
    labels = tuple(chance.sample(_LABELS, 3))
    small = ImageFont.truetype(_FONTS[0], 15)
    for place, label in enumerate(labels):
        sheet.draw.text((60 + 300 * place, 25), label, sheet.ink, small)
    secret = any_secret(chance)
    while any(piece in folded(label) for label in labels for piece in _pieces(secret)):
        secret = any_secret(chance)
    masks = WAYS[way](sheet, secret)
    ink = np.asarray(sheet.signs) > _INKED
    return Drawn(secret, Frame.from_rgb(np.asarray(sheet.picture)), masks, labels, ink)


def visible(screen: Drawn, shown: Frame) -> float:
    """Share of the secret's own pixels that can be seen."""
    same = (shown.rgb == screen.frame.rgb).all(axis=2)
    return float((screen.ink & same).sum() / screen.ink.sum())


def _pieces(secret: str) -> set[str]:
    value = folded(secret)
    return {value[begin : begin + READABLE] for begin in range(len(value) - READABLE + 1)}


def readable(lines: tuple[Line, ...], secret: str) -> list[str]:
    """What can be read of a secret: lines that hold some of its signs in a row."""
    pieces = _pieces(secret)
    rows = sorted(lines, key=lambda line: (round(line.box.center.y / 12), line.box.left))
    single = "".join(line.text for line in rows if len(line.text) <= 2)
    texts = [*(line.text for line in lines), single]
    return [text for text in texts if any(piece in folded(text) for piece in pieces)]
