"""Icons are found by their shape, texts are not taken for them, and the net names plain ones."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tools.geometry import Box
from tools.observation import Frame
from tools.see.icons.concepts import concepts, words_of
from tools.see.icons.finder import icon_boxes
from tools.see.icons.icon import Icon
from tools.see.icons.namer import IconNamer, apart
from tools.see.scene import Line, Scene, Widget

CROSS, LINES, WORD = Box(20, 20, 14, 14), Box(60, 20, 16, 13), Box(100, 20, 60, 12)


def drawn(ink: str = "black", paper: str = "#eeeeee") -> Frame:
    """A cross, three lines, and a word."""
    picture = Image.new("RGB", (240, 60), paper)
    draw = ImageDraw.Draw(picture)
    draw.line((21, 21, 32, 32), ink, 3)
    draw.line((21, 32, 32, 21), ink, 3)
    for y in (20, 25, 30):
        draw.rectangle((60, y, 75, y + 2), ink)
    draw.text((100, 18), "Reports", ink, font_size=14)
    return Frame.from_rgb(np.array(picture))


def scene(*lines: Line, widgets: tuple[Widget, ...] = (), frame: Frame | None = None) -> Scene:
    return Scene(frame or drawn(), (Line("Reports", WORD), *lines), widgets)


def near(box: Box, other: Box) -> bool:
    return max(abs(one - same) for one, same in zip(box, other, strict=True)) <= 3


def test_compact_shapes_are_found_and_words_are_not() -> None:
    boxes = icon_boxes(scene())
    assert [any(near(box, one) for box in boxes) for one in (CROSS, LINES)] == [True, True]
    assert not any(box.meets(WORD) for box in boxes)


def test_what_was_read_as_one_letter_or_in_doubt_may_be_an_icon() -> None:
    letter, doubt = Line("X", CROSS), Line("三三三", LINES, 0.6)
    assert len(icon_boxes(scene(letter, doubt))) == 2
    assert len(icon_boxes(scene(Line("Extra", CROSS)))) == 1


def test_a_few_signs_read_in_some_doubt_may_be_a_row_of_icons() -> None:
    row = Box(20, 18, 60, 18)
    assert len(icon_boxes(scene(Line("<>>", row, 0.88)))) == 2
    assert len(icon_boxes(scene(Line("abc", row, 0.95)))) == 0
    assert len(icon_boxes(scene(Line("Save all", row, 0.88)))) == 0


def test_a_number_among_texts_is_none() -> None:
    assert len(icon_boxes(scene(Line("12", LINES)))) == 1
    high = Box(LINES.left, LINES.top - 3, LINES.width, 20)
    assert len(icon_boxes(scene(Line("12", high)))) == 2


def test_one_digit_read_in_some_doubt_may_be_an_icon() -> None:
    assert len(icon_boxes(scene(Line("8", LINES, 0.96)))) == 2
    assert len(icon_boxes(scene(Line("8", LINES, 1.0)))) == 1


def test_a_thin_line_beside_an_icon_is_no_part_of_it() -> None:
    picture = Image.fromarray(drawn().rgb.copy())
    ImageDraw.Draw(picture).rectangle((37, 12, 38, 45), "#888888")
    boxes = icon_boxes(scene(frame=Frame.from_rgb(np.array(picture))))
    assert any(near(box, CROSS) for box in boxes)


def test_what_reaches_the_rim_of_a_round_button_is_found_whole() -> None:
    """A magnifying glass on each of two discs that touch: its handle all but ends in the rim."""
    picture = Image.new("RGB", (240, 60), "#3c3c3c")
    draw = ImageDraw.Draw(picture)
    for left in (20, 60):
        draw.ellipse((left, 10, left + 40, 50), "#6b6b6b", "white", 2)
        draw.ellipse((left + 9, 17, left + 25, 33), None, "white", 3)
        draw.line((left + 23, 31, left + 32, 42), "white", 3)
    boxes = icon_boxes(scene(frame=Frame.from_rgb(np.array(picture))))
    for left in (20, 60):
        assert any(near(box, Box(left + 9, 17, 25, 26)) for box in boxes), boxes


def test_icons_that_were_read_as_high_letters_do_not_make_texts_higher() -> None:
    high = [Line("Q", Box(200, 2 + 10 * at, 30, 48), 0.7) for at in range(3)]
    boxes = icon_boxes(scene(*high))
    assert any(near(box, CROSS) for box in boxes)


def test_a_check_box_with_its_caption_is_none() -> None:
    box = Widget("checkbox", CROSS, checked=True)
    assert len(icon_boxes(scene(widgets=(box,)))) == 2
    assert len(icon_boxes(scene(Line("Express", Box(38, 20, 15, 14)), widgets=(box,)))) == 1


@pytest.mark.parametrize(
    ("ink", "paper"), [("black", "#eeeeee"), ("white", "#303030"), ("#204a87", "#ffffff")]
)
def test_the_net_names_plain_ones_on_any_ground(ink: str, paper: str) -> None:
    icons = IconNamer().name(scene(frame=drawn(ink, paper)))
    cross, lines = (next(icon for icon in icons if near(icon.box, box)) for box in (CROSS, LINES))
    assert cross.best[0] == "close"
    assert lines.best[0] in ("menu", "justify")
    assert cross.score("Cancel") == cross.score("close") > 0.5 > cross.score("Settings")


def test_a_word_of_several_concepts_counts_for_all() -> None:
    icon = Icon(CROSS, {"settings": 0.5, "sliders": 0.25, "wrench": 0.125, "folder": 0.1})
    assert icon.score("Settings") == 0.875
    assert icon.score("Gear…") == 0.5
    assert icon.score("Submarine") == 0
    assert icon.best == ("settings", 0.5)


def test_what_a_word_means_first_counts_alone_where_it_is_a_concept_of_that_name() -> None:
    icon = Icon(CROSS, {"document": 0.9, "new": 0.05, "sliders": 0.03})
    assert icon.score("New") == pytest.approx(0.95)
    assert icon.sureness("New") == 0.05
    assert icon.sureness("Page") == 0.9
    assert icon.sureness("Preferences") == 0.03


def test_of_two_in_one_place_the_likelier_stays() -> None:
    frame, inner = Icon(Box(10, 10, 30, 30), {"stop": 0.2}), Icon(CROSS, {"close": 0.9})
    assert apart([frame, inner]) == (inner,)


def test_no_concept_has_a_word_twice() -> None:
    assert len(concepts()) > 200
    for words in words_of().values():
        assert len(set(words)) == len(words)
