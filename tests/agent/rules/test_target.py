"""What a click would land on, and whether a rule's words are about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.rules.target import target_at
from tests.tools.scenes import line, scene, widget
from tools.geometry import Box, Point
from tools.see.icons.icon import Icon

if TYPE_CHECKING:
    from tools.see.scene import Line, Widget

TRASH, SAVE, ODD = {"delete": 0.97}, {"save": 0.98}, {"map": 0.2}


def fits(parts: list[Line | Widget], point: Point, icons: tuple[Icon, ...] = ()) -> str:
    return target_at(scene(*parts), point, lambda _scene: icons).fits("Delete")


BUTTON = widget("button", 100, 100, 120)


@pytest.mark.parametrize(
    ("parts", "point", "found"),
    [
        ([BUTTON, line("Delete", 110, 104)], Point(215, 110), "yes"),
        ([BUTTON, line("Save", 110, 104)], Point(215, 110), "no"),
        ([BUTTON], Point(150, 110), "maybe"),  # a button whose caption can't be read
        ([line("Delete", 100, 100)], Point(110, 108), "yes"),
        ([line("Delete", 100, 100)], Point(165, 108), "maybe"),  # beside it: a flat button has no edge
        ([line("Delete", 100, 100)], Point(300, 108), "no"),  # bare ground
        ([line("Delete", 100, 100), line("Rename", 100, 130)], Point(110, 138), "no"),
        ([widget("checkbox", 100, 100, 16, 16), line("Delete all", 124, 100)], Point(108, 108), "yes"),
        ([widget("field", 160, 100, 200), line("Delete", 100, 104)], Point(200, 110), "yes"),
        ([widget("field", 160, 100, 200), line("Name", 100, 104)], Point(200, 110), "no"),
        ([line("Delete", 100, 100, score=0.3)], Point(110, 108), "yes"),
        ([line("Dxxxte", 100, 100, score=0.3)], Point(110, 108), "maybe"),
    ],
)
def test_words(parts: list[Line | Widget], point: Point, found: str) -> None:
    assert fits(parts, point) == found


def test_a_caption_over_several_lines_is_one() -> None:
    parts = [widget("button", 100, 100, 120, 60), line("Delete", 110, 104), line("customer", 110, 124)]
    assert target_at(scene(*parts), Point(215, 150), lambda _: ()).fits("Delete customer") == "yes"


@pytest.mark.parametrize(
    ("likely", "found"),
    [(TRASH, "yes"), (SAVE, "no"), (ODD, "maybe"), ({"delete": 0.2, "save": 0.7}, "maybe")],
)
def test_an_icon_is_what_it_shows(likely: dict[str, float], found: str) -> None:
    icon = Icon(Box(100, 100, 16, 16), likely)
    assert fits([line("Customers", 300, 20)], Point(108, 108), (icon,)) == found
    assert fits([line("Customers", 300, 20)], Point(140, 108), (icon,)) == "no"


@pytest.mark.parametrize("caption", [line("Delete", 120, 100), line("Delete", 90, 120)])
def test_a_text_beside_or_under_an_icon_may_be_its_name(caption: Line) -> None:
    assert fits([caption], Point(108, 108), (Icon(Box(100, 100, 16, 16), SAVE),)) == "maybe"


def test_what_looks_like_a_text_and_can_not_be_read_may_be_anything() -> None:
    unread = replace(scene(), unread=(line("??", 100, 100),))
    assert target_at(unread, Point(105, 108), lambda _: ()).fits("Delete") == "maybe"
    known = Icon(Box(98, 98, 20, 20), SAVE)
    assert target_at(unread, Point(105, 108), lambda _: (known,)).fits("Delete") == "no"


def test_it_tells_its_name_and_all_that_was_looked_at() -> None:
    target = target_at(scene(BUTTON, line("Delete", 110, 104)), Point(215, 110), lambda _: ())
    assert target.name == '"Delete"'
    assert set(target.boxes) == {BUTTON.box, line("Delete", 110, 104).box}


def test_an_icon_that_was_read_as_a_letter_is_an_icon() -> None:
    waste_bin = Icon(Box(98, 98, 20, 20), TRASH)
    assert fits([line("三", 100, 100, score=0.8)], Point(105, 108), (waste_bin,)) == "yes"
    assert fits([line("三", 100, 100, score=0.8)], Point(105, 108), (Icon(waste_bin.box, SAVE),)) == "no"
    assert fits([line("三", 100, 100, score=0.8)], Point(105, 108)) == "maybe"
    assert fits([line("7", 100, 100)], Point(105, 108)) == "no"
