"""Where a slider's thumb goes next, and which number beside it shows its value."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from agent.models.reader.scale import Readout, Scale
from tests.tools.scenes import line, scene
from tools.geometry import Box
from tools.see.shapes.sliders import Slider

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.locate.look import Look
    from tools.see.scene import Line, Scene


class Seen:
    """A look that shows these texts."""

    def __init__(self, *lines: Line) -> None:
        self.scene: Scene = scene(*lines)

    def read(self, box: Box) -> str:
        """What is read in a box alone, whatever it was read with."""
        return "-8 pt" if box.contains(Box(330, 100, 16, 16).center) else ""


def look(*lines: Line) -> Look:
    """That as a look."""
    return cast("Look", Seen(*lines))


def at(place: float) -> Slider:
    """A slider 216 pixels long with its thumb there."""
    return Slider(Box(100, 100, 216, 16), Box(100 + round(200 * place), 100, 16, 16))


def moved_to(value: Callable[[float], float], wanted: float, start: float = 0.5) -> list[float]:
    """The values that a slider shows, drag by drag."""
    scale, shown = Scale(at(start), wanted), []
    while not shown or shown[-1] != wanted:
        column = scale.next_place(None)
        if column is None:
            break
        place = min(1.0, max(0.0, (column - 108) / 200))
        shown.append(value(place))
        scale.add(at(place), shown[-1])
    return shown


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [(0, 100, 70), (0, 255, 70), (-50, 50, -13), (1, 10, 7), (0, 20, 20), (16, 30, 18)],
)
def test_a_value_is_reached_in_a_few_drags_whatever_the_ends_are(low: int, high: int, wanted: int) -> None:
    shown = moved_to(lambda place: round(low + place * (high - low)), wanted)
    assert shown[-1] == wanted
    assert len(shown) <= 5


def test_a_value_between_two_pixels_ends_the_drags() -> None:
    shown = moved_to(lambda place: round(place * 200) * 50, 4975)
    assert 4975 not in shown


def test_a_thumb_that_seems_to_be_there_already_is_moved_to_see_what_changes() -> None:
    column = Scale(at(0.7), 70).next_place(None)
    assert column is not None
    assert abs(column - at(0.7).thumb.center.x) > 20


def test_a_number_that_never_changes_is_not_the_value() -> None:
    readout = Readout(look(line("70", 330, 100)), at(0.2))
    assert readout.value(look(line("70", 330, 100)), at(0.7)) is None


def test_the_number_that_changes_is_the_value_also_where_it_moves_along() -> None:
    readout = Readout(look(line("100", 330, 100), line("20", 140, 80)), at(0.2))
    assert readout.value(look(line("100", 330, 100), line("70", 240, 80)), at(0.7)) == 70
    assert readout.value(look(line("100", 330, 100), line("20", 140, 80)), at(0.2)) == 20


def test_a_slider_stands_right_only_where_number_and_thumb_say_so() -> None:
    shown = look(line("70", 330, 100))
    assert Readout(shown, at(0.7)).is_at(at(0.7), 70)
    assert not Readout(shown, at(0.2)).is_at(at(0.2), 70)
    assert not Readout(look(), at(0.7)).is_at(at(0.7), 70)


def test_numbers_at_both_ends_are_the_ends() -> None:
    readout = Readout(look(line("16", 70, 100), line("30", 330, 100)), at(0.5))
    assert readout.ends == (16, 30)
    assert Scale(at(0.5), 23).next_place(readout.ends) is not None


def test_numbers_below_both_ends_are_the_ends_too() -> None:
    readout = Readout(look(line("0", 104, 118), line("200", 300, 118), line("100", 330, 100)), at(0.5))
    assert readout.ends == (0, 200)
    assert readout.is_at(at(0.5), 100)
    assert not readout.is_at(at(0.5), 50)


def test_the_numbers_of_a_scale_tell_no_value() -> None:
    ticks = [line(str(50 * one), 104 + 50 * one, 118) for one in range(5)]
    assert not Readout(look(*ticks), at(0.5)).is_at(at(0.5), 50)
    assert not Readout(look(*ticks), at(0.5)).is_at(at(0.5), 100)
    assert not Readout(look(*ticks[:2]), at(0.5)).is_at(at(0.5), 50)


@pytest.mark.parametrize(("unit", "is_at"), [("c", True), ("", True), ("f", False)])
def test_a_number_in_another_unit_does_not_show_the_value(unit: str, *, is_at: bool) -> None:
    shown, then = look(line("68 \N{DEGREE SIGN}C", 330, 100)), look(line("70 \N{DEGREE SIGN}C", 330, 100))
    assert Readout(shown, at(0.68), unit).is_at(at(0.68), 68) == is_at
    assert Readout(shown, at(0.68), unit).value(then, at(0.7)) == (70 if is_at else None)
    assert Readout(look(line("68", 330, 100)), at(0.68), unit).is_at(at(0.68), 68)


def test_a_value_that_is_read_with_something_else_is_read_in_its_place() -> None:
    readout = Readout(look(line("0 pt", 330, 100)), at(0.2))
    assert readout.value(look(line("Volume-8 pt", 20, 100)), at(0.2)) is None
    assert readout.value(look(line("7 pt", 330, 100)), at(0.3)) == 7
    assert readout.value(look(line("Volume-8 pt", 20, 100)), at(0.2)) == -8
