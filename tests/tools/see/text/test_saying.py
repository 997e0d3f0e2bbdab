"""What a line says, read by the real recogniser: exact, or alike on a closer look."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.tools.scenes import Told
from tools.geometry import Box
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.scene import Line
from tools.see.text.closer import CloserLook, looks_at
from tools.see.text.saying import (
    lines_that_say,
    rival_of,
    says_within,
    unlikeness_of,
    visible,
    weighs,
    with_dots_of,
)


@cache
def read(text: str, size: int = 13) -> Line:
    """The line that is read where a text is drawn."""
    font = ImageFont.truetype("DejaVuSans.ttf", size)
    picture = Image.new("RGB", (round(font.getlength(text)) + 60, 3 * size), (240, 240, 240))
    ImageDraw.Draw(picture).text((25, size), text, (20, 20, 20), font)
    (line,) = shared_reader().read(Frame.from_rgb(np.asarray(picture))).lines
    return line


@pytest.mark.parametrize(
    ("name", "box"), [("touching", Box(12, 10, 125, 23)), ("merged", Box(12, 9, 133, 24))]
)
def test_a_doubled_letter_that_was_merged_is_told_by_the_looks_that_did_not_merge_it(
    name: str, box: Box
) -> None:
    """Some of the usual looks do not; or only stretched ones."""
    picture = np.asarray(Image.open(Path(__file__).parent / "pictures" / f"address_{name}.png"))
    line = shared_reader().read_box(Frame.from_rgb(picture), box)
    assert line.text == "Billing addres"
    assert unlikeness_of(line, "Billing address") is not None
    assert unlikeness_of(line, "Billing addresss") is None
    assert unlikeness_of(line, "Billling address") is None


@pytest.mark.parametrize(
    ("wanted", "there"),
    [("Bill", "Bil"), ("Cityy", "City"), ("Off", "Of"), ("Loss", "Los"), ("Anna", "Ana")],
)
def test_a_letter_that_is_not_there_twice_is_not_made_up(wanted: str, there: str) -> None:
    assert unlikeness_of(read(there), wanted) is None


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("Mail", "Mall"),
        ("Tail", "Tall"),
        ("report_1.txt", "report-1.txt"),
        ("report 7", "report_7"),
        ("report_7", "report 7"),
        ("Müller", "Muller"),
        ("Muller", "Müller"),
        ("Phase II", "Phase 11"),
        ("Phase 11", "Phase II"),
        ("v1.2", "v1,2"),
        ("Zoë", "Zoe"),
        ("Lodz", "Łódź"),
        ("Resets", "Reset"),
        ("clear", "dear"),
        ("1", "l"),
        ("0", "O"),
        ("O", "0"),
        ("INV-1001", "INV-1OO1"),
        ("99,00", "€ 99,00"),
    ],
)
def test_a_sign_apart_is_another_text(wanted: str, there: str) -> None:
    line = read(there)
    assert unlikeness_of(line, wanted) is None
    assert not says_within(line, wanted) or wanted in there


@pytest.mark.parametrize(
    ("text", "size"),
    [("Save", 13), ("Müller", 13), ("Łódź", 13), ("O", 13), ("Århus", 11), ("Zoë Łukasiewicz", 13),
     ("III", 13), ("file_name.txt", 16)],
)  # fmt: skip
def test_what_is_there_is_found(text: str, size: int) -> None:
    assert unlikeness_of(read(text, size), text) is not None


def test_a_closer_look_decides_and_what_was_read_is_nearer() -> None:
    line = Line("Σave", Box(0, 0, 40, 14), evidence=Told(["Save", "Σaves"]))
    alike, exact = unlikeness_of(line, "Save"), unlikeness_of(line, "Σave")
    assert alike is not None
    assert exact is not None
    assert exact < alike
    assert unlikeness_of(line, "Slave") is None
    assert unlikeness_of(Line("Σave", line.box), "Save") is None


def test_a_closer_look_at_a_part() -> None:
    line = Line("City: Lodz, not Kiel", Box(0, 0, 99, 14), evidence=Told(["City: Łódź, not Kiel"]))
    assert says_within(line, "Łódź")
    assert not says_within(line, "Kielce")
    assert not says_within(line, "Lódz")


def test_nothing_weighs_nothing() -> None:
    assert not weighs(Line("a", Box(0, 0, 9, 9)), None, -math.inf)


def test_a_line_is_looked_at_in_five_ways() -> None:
    frame = Frame.from_rgb(np.full((40, 80, 3), 200, np.uint8))
    box = Box(10, 10, 50, 16)
    pictures = looks_at(frame, box)
    assert [int(picture.mean()) for picture in pictures] == [200, 55, 200, 200, 55]
    assert pictures[0].shape == (16, 50, 3)
    assert {picture.shape[0] for picture in pictures[2:]} == {48}
    look = CloserLook(frame, box, Widths())
    assert look.weigh("ab") == -52
    assert look.rival("ab", range(1, 2)) == "ab 1"
    assert look.read(box) == Line("here", box)


class Widths:
    """An `Eye` that tells what it is asked."""

    def weigh(self, _: Frame, box: Box, text: str) -> float:
        """By the width of the box and the length of the text."""
        return -float(box.width + len(text))

    def rival(self, _: Frame, __: Box, text: str, part: range) -> str:
        """The question."""
        return f"{text} {part.start}"

    def read_box(self, _: Frame, box: Box) -> Line:
        """Always the same."""
        return Line("here", box)


def test_pieces_and_wrapped_lines_are_read_on() -> None:
    pieces = (Line("Pick a", Box(20, 20, 60, 18)), Line("fruit", Box(90, 20, 50, 18)))
    assert visible("Pick a fruit", pieces)
    assert not visible("fruit", (Line("no", Box(62, 20, 18, 18)), pieces[1]))
    wrapped = (Line("The file", Box(20, 20, 80, 18)), Line("was saved", Box(20, 38, 80, 18)))
    assert visible("file was saved", wrapped)
    apart = (pieces[0], Line("fruit", Box(160, 20, 50, 18)))
    assert not visible("Pick a fruit", apart)


def test_captions_that_are_no_line_are_asked_only_where_no_line_is_exact() -> None:
    line, other = Line("Save", Box(0, 0, 40, 14)), Line("Save as", Box(0, 20, 60, 14))
    assert lines_that_say([line], "Save", iter([other])) == [(line, 0.0)]
    assert lines_that_say([line], "Save as", iter([other])) == [(other, 0.0)]
    assert lines_that_say([line], "Open", iter([other])) == []


class Likely:
    """Evidence of one text alone."""

    def __init__(self, text: str) -> None:
        self._text = text

    def weigh(self, text: str) -> float:
        """Almost certain of that text, and of no other."""
        return -0.2 if text == self._text else -9.0


def test_the_case_that_was_read_may_be_a_part_of_the_slip() -> None:
    line = Line("Save ASs...", Box(0, 0, 69, 16), 0.91, Likely("Save As..."))
    assert unlikeness_of(line, "Save As...") is not None
    assert unlikeness_of(line, "Save Us...") is None


def test_a_lone_letter_may_be_read_as_a_digit_but_no_digit_as_a_letter() -> None:
    assert unlikeness_of(Line("0", Box(0, 0, 9, 14), evidence=Told([])), "O") is None
    told = Line("0", Box(0, 0, 9, 14), evidence=Told(["O"]))
    assert unlikeness_of(told, "O") is not None
    assert unlikeness_of(Line("O", told.box, evidence=Told(["0"])), "0") is None
    assert unlikeness_of(Line("Level 0", told.box, evidence=Told(["Level O"])), "Level O") is None


TITLE = "/home/ada/letter.txt - Mousepad"


@pytest.mark.parametrize(
    ("read_as", "likely", "said"),
    [
        ("/home/ada/letter,txt - Mousepad", TITLE, TITLE),
        ("/home/ada/letter,txt - Mousepad", "", "/home/ada/letter,txt - Mousepad"),
        (TITLE, "", TITLE),
        ("/home/ada/letter;txt - Mousepad", TITLE, "/home/ada/letter;txt - Mousepad"),
        ("costs 1,5 now", "costs 1.5 now", "costs 1,5 now"),
    ],
)
def test_a_comma_in_a_file_name_is_looked_at_again(read_as: str, likely: str, said: str) -> None:
    line = Line(read_as, Box(0, 0, 200, 16), evidence=Told([likely]))
    assert with_dots_of(line, "1.5" if "1" in read_as else "letter.txt") == said


@pytest.mark.parametrize("size", [12, 13, 16])
def test_a_comma_that_is_drawn_is_no_dot(size: int) -> None:
    for text in ("letter,txt", "report-3,txt", "/home/ada/note,txt - Editor"):
        assert with_dots_of(read(text, size), text.split("/")[-1].split()[0].replace(",", ".")) == text


class Doubtful:
    """An `Evidence` that sees a zero for the first o in what it is asked about, and a one for the first l."""

    def weigh(self, _: str) -> float:
        """Of nothing."""
        return -9.0

    def rival(self, text: str, part: range) -> str | None:
        """The first of both."""
        found = [
            (at, {"o": "0", "l": "1"}[sign.lower()]) for at, sign in enumerate(text) if sign.lower() in "ol"
        ]
        return next((text[:at] + sign + text[at + 1 :] for at, sign in found if at in part), None)

    def read(self, box: Box) -> Line:
        """Nothing."""
        return Line("", box)


def test_no_caption_has_a_zero_within_a_word_of_small_letters() -> None:
    word, other, code = (
        Line(text, Box(0, 0, 90, 16), evidence=Doubtful()) for text in ("Export", "Tool", "PO")
    )
    assert lines_that_say([word, other, code], "Export") == [(word, 0.0)]
    assert lines_that_say([word, other, code], "Tool") == [], "its l is in doubt as well"
    assert lines_that_say([word, other, code], "PO") == []
    assert rival_of(word, "Export") == "Exp0rt", "a value may have one"


def test_what_is_surely_a_text_goes_before_what_may_have_a_zero_in_it() -> None:
    sure, unsure = Line("Export", Box(0, 40, 90, 16)), Line("Export", Box(0, 0, 90, 16), evidence=Doubtful())
    assert lines_that_say([unsure], "Export", [sure]) == [(sure, 0.0)]
