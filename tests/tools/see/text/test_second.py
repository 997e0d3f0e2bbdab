"""The second way to find text: when it is asked, and what becomes of what both ways read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box, Size
from tools.observation import Frame
from tools.see.ocr import ScreenReader
from tools.see.scene import Line
from tools.see.text.second import apart_at, area_inside, both, clear_of, is_doubtful

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"


def line(text: str, left: int, width: int, score: float) -> Line:
    return Line(text, Box(left, 10, width, 20), score)


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_a_line_in_doubt_is_taken_apart() -> None:
    joined = line("PritnFinishSend", 0, 200, 0.8)
    parts = [line("Print", 2, 40, 0.99), line("Finish", 70, 50, 0.99), line("Send", 150, 45, 0.98)]
    found = both([joined], parts)
    assert texts(found.lines) == ["Print", "Finish", "Send"]
    assert found.refused == [joined]


def test_one_that_was_read_for_sure_stays() -> None:
    sure = line("Terms of use", 0, 120, 0.97)
    assert both([sure], [line("Terms", 0, 50, 0.99), line("of use", 60, 60, 0.99)]).lines == [sure]
    assert both([sure], [line("Torms of use", 0, 120, 0.99)]).lines == [sure]


def test_of_a_part_the_whole_is_read() -> None:
    part = line("Refres", 0, 67, 0.99)
    assert texts(both([part], [line("Refresh", 0, 80, 0.99)]).lines) == ["Refresh"]
    assert texts(both([part], [line("Refresh", 0, 80, 0.9)]).lines) == ["Refres"]


def test_captions_that_were_read_for_sure_are_not_joined() -> None:
    captions = [line("Save", 0, 40, 0.99), line("Cancel", 60, 50, 0.99)]
    assert both(captions, [line("Save Cancel", 0, 112, 0.99)]).lines == captions


def test_a_line_that_the_second_runs_together_with_half_of_another_stays() -> None:
    """An entry of a list that lies over the end of a button's caption."""
    first = [line("Abbreche", 0, 64, 0.97), line("Hoch", 69, 38, 0.99)]
    assert texts(both(first, [line("AbbrechHoch", 0, 107, 0.99)]).lines) == ["Abbreche", "Hoch"]


def test_captions_far_apart_that_one_way_runs_together_are_those_of_the_other_way() -> None:
    captions = [line("Save", 0, 40, 0.99), line("Cancel", 70, 50, 0.99)]
    joined = line("SaveCancel", 0, 120, 0.99)
    assert both(captions, [joined]).lines == captions
    assert both([joined], captions).lines == captions
    near = [captions[0], line("Cancel", 46, 50, 0.99)]  # as the parts of a word that was cut
    assert texts(both(near, [line("SaveCancel", 0, 96, 0.99)]).lines) == ["SaveCancel"]


def test_an_icon_behind_a_caption_that_is_read_as_an_ideograph_is_none_of_its_word() -> None:
    caption = line("Save", 0, 40, 0.99)
    assert texts(both([caption], [line("Save\u4f01", 0, 60, 0.99)]).lines) == ["Save"]
    assert texts(both([caption], [line("Saved", 0, 48, 0.99)]).lines) == ["Saved"]
    assert texts(both([line(".89", 40, 30, 0.99)], [line("3400.89", 0, 70, 0.99)]).lines) == ["3400.89"]


def test_where_both_read_a_whole_line_otherwise_neither_is_believed() -> None:
    doubtful = line("Sond mail", 0, 90, 0.8)
    found = both([doubtful], [line("Send mail", 0, 92, 0.99)])
    assert found.lines == []
    assert found.refused == [doubtful]


def test_where_both_agree_the_first_stays() -> None:
    doubtful = line("Send mail", 0, 90, 0.8)
    assert both([doubtful], [line("Sendmail", 0, 92, 0.99)]).lines == [doubtful]


def test_a_sign_before_a_caption_which_the_second_leaves_out_is_an_icon_perhaps_and_the_line_stays() -> None:
    doubtful = line("O Save", 0, 90, 0.88)
    assert both([doubtful], [line("Save", 14, 76, 0.99)]).lines == [doubtful]
    other = both([doubtful], [line("Safe", 14, 76, 0.99)])
    assert other.refused == [doubtful]


def test_an_ideograph_by_itself_behind_a_caption_is_an_icon_perhaps_but_no_letter_is() -> None:
    doubtful = line("Spara \u4f01", 0, 90, 0.88)
    assert both([doubtful], [line("Spara", 0, 60, 0.99)]).lines == [doubtful]
    assert both([doubtful], [line("Sparas", 0, 60, 0.99)]).refused == [doubtful]
    other = line("Level 1", 0, 90, 0.88)
    assert both([other], [line("Level", 0, 60, 0.99)]).refused == [other]


def test_captions_of_a_tool_bar_that_the_second_runs_together_stay_apart() -> None:
    """Swing's, with an icon before each: one is read as a sign, one lies in the box of its caption."""
    first = [line("Format", 0, 48, 0.99), line("Kunden", 54, 72, 0.98), line("Hilfe", 160, 32, 0.99)]
    found = both(first, [line("Format\u2611KundenHilfe", 0, 192, 0.96)])
    assert texts(found.lines) == ["Format", "Kunden", "Hilfe"]
    assert not found.refused


def test_ideographs_that_the_second_adds_to_others_are_no_icons() -> None:
    first = [line("\u6587\u4ef6", 0, 32, 0.99), line("\u5e2e\u52a9", 160, 32, 0.99)]
    found = both(first, [line("\u6587\u4ef6\u7f16\u8f91\u5e2e\u52a9", 0, 192, 0.96)])
    assert any("\u7f16\u8f91" in text for text in texts(found.lines))


def test_what_only_the_second_finds_is_added_where_it_is_sure_and_says_something() -> None:
    second = [line("Trash", 0, 50, 0.99), line("Hom", 80, 40, 0.9), line("- -", 150, 30, 0.99)]
    assert texts(both([], second).lines) == ["Trash"]
    assert texts(both([], [line("Trash", 0, 50, 0.96), line("Trash", 2, 50, 0.99)]).lines) == ["Trash"]


@pytest.mark.parametrize(
    ("width", "score", "doubtful"), [(90, 0.8, True), (90, 0.95, False), (30, 0.6, False)]
)
def test_lines_in_doubt(width: int, score: float, *, doubtful: bool) -> None:
    assert is_doubtful(line("x", 0, width, score)) == doubtful


def test_a_line_at_the_edge_of_an_area_may_go_on_but_not_at_that_of_the_screen() -> None:
    assert area_inside(Box(0, 48, 96, 52), Size(400, 100)) == Box(0, 50, 94, 50)


def noise(seed: int) -> np.ndarray:
    """A picture without even ground."""
    random = np.random.default_rng(seed)
    coarse = Image.fromarray(random.integers(20, 130, (40, 60, 3)).astype(np.uint8))
    smooth = np.asarray(coarse.resize((600, 400), Image.Resampling.BICUBIC), np.int16)
    return np.clip(smooth + random.integers(-20, 20, smooth.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("seed", range(3))
def test_captions_on_a_photograph_are_read(seed: int) -> None:
    picture = Image.fromarray(noise(seed))
    words = ["Trash", "Documents", "Report 2026", "Holiday pictures"]
    for at, word in enumerate(words):
        place = (40 + 130 * at, 60 + 80 * at)
        ImageDraw.Draw(picture).text(place, word, "white", ImageFont.truetype(FONT, 14))
    lines = ScreenReader().read(Frame.from_rgb(np.asarray(picture))).lines
    assert [line.text for line in lines] == words


def test_nothing_is_read_into_a_photograph() -> None:
    assert ScreenReader().read(Frame.from_rgb(noise(7))).lines == ()


def test_the_mark_of_a_box_is_no_letter_of_its_caption() -> None:
    """A hovered row of Tk with a focus ring, ticked by a cross: it was read as "xSend newsletter"."""
    picture = Image.open(Path(__file__).parent / "pictures" / "hovered_box.png").convert("RGB")
    lines = ScreenReader().read(Frame.from_rgb(np.asarray(picture))).lines
    assert "Send newsletter" in [line.text for line in lines]
    assert not any("xSend" in line.text for line in lines)


def test_a_line_ends_where_an_indicator_of_it_begins() -> None:
    whole = Box(100, 10, 200, 20)
    assert clear_of([Box(102, 12, 16, 16)], whole) == Box(118, 10, 182, 20)
    assert clear_of([Box(280, 12, 16, 16)], whole) == Box(100, 10, 180, 20)
    assert clear_of([Box(102, 50, 16, 16)], whole) == whole


def test_a_label_and_what_its_field_holds_are_no_one_line() -> None:
    field = Box(100, 5, 200, 30)
    assert list(apart_at([field], Box(40, 10, 120, 20))) == [Box(40, 10, 60, 20), Box(100, 10, 60, 20)]
    assert list(apart_at([field], Box(250, 10, 90, 20))) == [Box(250, 10, 50, 20), Box(300, 10, 40, 20)]
    assert list(apart_at([field], Box(110, 10, 90, 20))) == [Box(110, 10, 90, 20)]
    assert list(apart_at([field], Box(40, 40, 120, 20))) == [Box(40, 40, 120, 20)]
