"""Secrets drawn on a screen in ways that programs have, read by the real recogniser, and gone afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from agent.redact.frames import censor
from tools.host.redactions import Redactions
from tools.observation import Frame
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SECRET = "Maple-Orbit 5093"
READER = ScreenReader()
Piece = tuple[int, int, str]


def row(step: int) -> Iterable[Piece]:
    return [(40 + step * place, 150, sign) for place, sign in enumerate(SECRET)]


def column() -> Iterable[Piece]:
    return [(200, 20 + 24 * place, sign) for place, sign in enumerate(SECRET)]


def grid() -> Iterable[Piece]:
    return [(200 + 34 * (place % 4), 150 + 30 * (place // 4), sign) for place, sign in enumerate(SECRET)]


WAYS: dict[str, Callable[[], Iterable[Piece]]] = {
    "in a sentence": lambda: [(40, 150, f"Welcome, your word is {SECRET}.")],
    "in capitals": lambda: [(40, 150, SECRET.upper())],
    "wrapped at its space": lambda: [(40, 150, "word: Maple-Orbit"), (40, 172, "5093 (today)")],
    "wrapped within a word": lambda: [(40, 150, "word: Maple-Or"), (40, 172, "bit 5093")],
    "wrapped beside other text": lambda: [
        *((40, 150, "Maple-Orbit"), (40, 172, "5093")),
        *((300, 150, "Name of the user"), (300, 172, "Street and number")),
    ],
    "in pieces": lambda: [(40, 150, "Maple-"), (140, 150, "Orbit"), (260, 150, "5093")],
    "letter by letter": lambda: row(34),
    "spaced out": lambda: row(22),
    "letters below one another": column,
    "letters in rows": grid,
}


def drawn(pieces: Iterable[Piece]) -> Frame:
    picture = Image.new("RGB", (640, 460), (220, 220, 220))
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype("DejaVuSans.ttf", 15)
    for left, top, text in [(500, 20, "Log in"), (500, 60, "Password"), (500, 420, "Enter"), *pieces]:
        draw.text((left, top), text, "black", font)
    return Frame.from_rgb(np.array(picture))


@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_it_is_left_and_all_else_is(way: str) -> None:
    found = censor({"TOKEN": SECRET}, READER)
    frame = drawn(WAYS[way]())
    left = Redactions(found).hide(frame)
    texts = [line.text for line in READER.read(left).lines]
    assert {"Log in", "Password", "Enter"} <= set(texts)
    told = "".join(texts).lower().replace(" ", "")
    assert not any(piece in told for piece in ("maple", "orbit", "5093")), texts
    assert sum(len(text) <= 2 for text in texts) <= 1, texts


def test_what_is_no_secret_stays() -> None:
    frame = drawn(
        [
            (40, 150, "Maple syrup"),
            (40, 172, "Orbit 4711"),
            *((40 + 34 * at, 250, "123+456="[at]) for at in range(8)),
        ]
    )
    assert Redactions(censor({"TOKEN": SECRET}, READER)).hide(frame) is frame
