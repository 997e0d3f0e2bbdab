"""Lines in scripts that the recogniser does not know, drawn and read by Tesseract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.observation import Frame
from tools.ocrtext.same import same
from tools.see.ocr import ScreenReader
from tools.see.scripts import agreed, with_scripts

if TYPE_CHECKING:
    from collections.abc import Sequence

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
READER = ScreenReader()


def shown(texts: Sequence[str], *, dark: bool = False) -> Frame:
    """Texts one below the other."""
    ground, ink = ("#26282c", "#e8e8e8") if dark else ("#e6e6e6", "#101010")
    picture = Image.new("RGB", (500, 40 + 40 * len(texts)), ground)
    for row, text in enumerate(texts):
        ImageDraw.Draw(picture).text((30, 20 + 40 * row), text, ink, ImageFont.truetype(FONT, 14))
    return Frame.from_rgb(np.array(picture))


def read(frame: Frame, *texts: str) -> list[str]:
    return [line.text for line in with_scripts(READER, texts).read(frame).lines]


@pytest.mark.parametrize("dark", [False, True])
def test_asked_for_among_others(*, dark: bool) -> None:
    frame = shown(["Сохранить", "Cancel", "Save as", "Новый клиент"], dark=dark)
    lines = read(frame, "Новый клиент", "Сохранить", "Save")
    assert lines[0] == "Сохранить"
    assert lines[1] == "Cancel"
    assert lines[3] == "Новый клиент"


@pytest.mark.parametrize("text", ["Αποθήκευση", "Όνομα:", "Электронная почта", "Ещё раз", "Да", "Счёт 1041"])
def test_other_texts(text: str) -> None:
    found, save = read(shown([text, "Save"]), text)
    assert save == "Save"
    assert same(text, found)


def test_a_text_that_is_not_asked_for_in_its_script_is_read_as_ever() -> None:
    frame = shown(["Cancel", "Save", "Total 15"])
    assert read(frame, "Сохранить") == ["Cancel", "Save", "Total 15"]


def test_nothing_asked_for_is_the_very_reader() -> None:
    assert with_scripts(READER, ["Save", "保存", "सहेजें"]) is READER


def test_another_number_is_another_text() -> None:
    frame = shown(["Счёт 1041", "Счёт 1047"])
    lines = read(frame, "Счёт 1041")
    assert sum("1041" in line for line in lines) == 1


def test_looks_vote() -> None:
    assert agreed([("Файл", 0.9), ("Фаил", 0.6), ("Файл", 0.7)]) == ("Файл", pytest.approx(0.8))
    assert agreed([("Файл", 0.9), ("Фаил", 0.6), ("Файн", 0.7)]) == ("", 0.0)
    assert agreed([("", 0.0), ("Имя", 0.9), ("", 0.0)]) == ("", 0.0)
    assert agreed([]) == ("", 0.0)
