"""The slider that a step names, and the numbers beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import line, scene, widget
from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.locate.errors import NotFound
from tools.locate.locator import Locator
from tools.locate.sliders import find_holder, find_slider, number_in, numbers_at, slider_at, unit_in
from tools.see.shapes.sliders import Slider, find_sliders

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene, Widget


def screen(*parts: Line | Widget) -> Scene:
    """A scene with a slider at (160, 100), 200 pixels long."""
    canvas = Canvas(Size(800, 600))
    canvas.fill(Box(160, 106, 200, 4), 150)
    canvas.circle(Box(220, 100, 17, 17))
    return replace(scene(*parts), frame=canvas.frame)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("70", 70),
        ("70 %", 70),
        ("-13", -13),
        ("$ 2.5", 2.5),
        ("EUR 5", 5),
        ("-$5", -5),
        ("0,7 dB", 0.7),
        ("\N{MINUS SIGN}4", -4),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, number: float) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize("text", ["TX/78523", "A4", "HX-4471", "12.03.2024", "1,000"])
def test_what_only_ends_in_a_number_is_none(text: str) -> None:
    """It is typed into a field, and no slider is asked for."""
    assert number_in(text) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [("70", ""), ("70 %", "%"), ("68 \N{DEGREE SIGN}C", "c"), ("-2,5 dB", "db"), ("$ 3", "$")],
)
def test_a_unit_is_read_without_what_is_easily_misread(text: str, unit: str) -> None:
    assert unit_in(text) == unit


@pytest.mark.parametrize("text", ["", "Ada", "3/9/2009", "1,250", "1 of 2", "12:30", "HX-4471"])
def test_what_may_be_another_number_is_none(text: str) -> None:
    assert number_in(text) is None


@pytest.mark.parametrize(
    "label", [line("Volume", 60, 100), line("Volume:", 160, 76)], ids=["before", "above"]
)
def test_a_slider_is_named_by_its_label(label: Line) -> None:
    assert isinstance(find_holder(screen(label), Locator("Volume"), "70"), Slider)


def test_a_label_that_the_slider_was_taken_for_a_part_of_names_it_and_not_the_next() -> None:
    wide = replace(line("Volume", 100, 100), box=Box(100, 96, 240, 24))
    page = screen(wide, line("Pitch", 100, 130), widget("field", 160, 126, 200))
    assert find_slider(page, Locator("Volume")).box.left == pytest.approx(160, abs=1)
    with pytest.raises(NotFound):
        find_slider(page, Locator("Pitch"))


def test_a_text_whose_letters_stand_like_a_trough_with_a_thumb_is_none() -> None:
    shown = screen(line("Account", 90, 100), replace(line("XH/20926", 160, 99), box=Box(158, 97, 206, 24)))
    with pytest.raises(NotFound, match="no slider"):
        find_slider(shown, Locator("Account"))
    assert find_slider(screen(line("Account", 90, 100)), Locator("Account"))


def test_a_value_drawn_above_the_thumb_is_no_label_and_does_not_part_them() -> None:
    shown = screen(line("Volume", 160, 56), line("35", 222, 80))
    assert find_slider(shown, Locator("Volume")).box.left == pytest.approx(160, abs=1)
    with pytest.raises(NotFound):
        find_slider(shown, Locator("35"))


def test_the_number_of_something_else_is_no_label() -> None:
    shown = screen(line("Volume", 160, 62), line("19%", 80, 101))
    assert find_slider(shown, Locator("Volume")).box.left == pytest.approx(160, abs=1)


def test_a_label_may_stand_in_the_middle_of_a_slider_and_the_value_above_it() -> None:
    beside = replace(line("Volume", 90, 88), box=Box(90, 86, 50, 20))
    value = replace(line("35", 222, 74), box=Box(222, 74, 16, 22))
    assert find_slider(screen(beside, value), Locator("Volume")).box.left == pytest.approx(160, abs=1)
    only = replace(beside, box=Box(90, 76, 50, 20))
    with pytest.raises(NotFound, match="beside a number"):
        find_slider(screen(only, value), Locator("Volume"))


def test_a_number_goes_to_the_slider_before_the_field_behind_it() -> None:
    shown = screen(line("Volume", 100, 100), widget("field", 380, 96, 60))
    assert isinstance(find_holder(shown, Locator("Volume"), "70"), Slider)
    assert find_holder(shown, Locator("Volume"), "loud") == widget("field", 380, 96, 60)


def test_a_field_of_another_label_stays_a_field() -> None:
    shown = screen(line("Volume", 60, 100), line("Copies", 60, 140), widget("field", 160, 136, 60))
    assert find_holder(shown, Locator("Copies"), "70") == widget("field", 160, 136, 60)
    with pytest.raises(NotFound):
        find_slider(shown, Locator("Copies"))


def test_numbers_of_other_rows_and_fields_are_not_the_sliders() -> None:
    parts = (
        line("50", 370, 101),
        line("7", 300, 200),
        line("8 %", 370, 78),
        line("42", 200, 76),
        widget("field", 160, 72, 90),
    )
    shown = screen(*parts)
    (slider,) = find_sliders(shown.frame)
    assert [one.text for one in numbers_at(shown, slider)] == ["50"]


def test_a_thumb_that_is_read_as_a_number_is_no_value() -> None:
    shown = screen(replace(line("0", 222, 100), box=Box(218, 98, 20, 20)), line("50", 370, 101))
    (slider,) = find_sliders(shown.frame)
    assert [one.text for one in numbers_at(shown, slider)] == ["50"]


def test_the_number_in_a_bar_above_a_slider_is_not_its_value_and_that_in_a_balloon_is() -> None:
    bar = screen(line("96%", 240, 76), widget("button", 160, 72, 200))
    balloon = screen(line("96%", 240, 76), widget("button", 232, 72, 40))
    (slider,) = find_sliders(bar.frame)
    assert numbers_at(bar, slider) == []
    assert [one.text for one in numbers_at(balloon, slider)] == ["96%"]


def test_ends_and_values_that_stand_close_above_one_another_are_all_told() -> None:
    """As of several sliders one below the other, each with its scale."""
    shown = screen(line("0", 160, 122), line("200", 330, 122), line("0", 160, 142), line("40", 240, 78))
    (slider,) = find_sliders(shown.frame)
    assert sorted(one.text for one in numbers_at(shown, slider)) == ["0", "200", "40"]


def test_a_slider_that_is_read_as_a_text_leaves_nothing_of_it_before_itself() -> None:
    read = replace(line("HO", 157, 98), box=Box(157, 96, 100, 24))
    assert find_slider(screen(line("Volume", 160, 66), read), Locator("Volume"))


def test_a_slider_is_found_again_in_its_place() -> None:
    shown = screen()
    (slider,) = find_sliders(shown.frame)
    assert slider_at(shown.frame, slider.box) == slider
    assert slider_at(shown.frame, Box(160, 300, 200, 16)) is None
