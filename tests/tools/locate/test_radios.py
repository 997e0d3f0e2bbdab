"""Radio buttons of one group: two of them are never on, and those that look alike are alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.locate.radios import one_of_group
from tools.observation import Frame
from tools.see.scene import Widget

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene

NAMES = ("Ms", "Mr", "Dr")


def row(*on: str) -> list[Line | Widget]:
    """Three radio buttons with their captions, of which these are on."""
    buttons = [
        widget("radio", 20 + 100 * at, 20, 14, 14, checked=name in on) for at, name in enumerate(NAMES)
    ]
    return [*buttons, *(line(name, 40 + 100 * at, 20) for at, name in enumerate(NAMES))]


def test_neighbours_are_not_both_on() -> None:
    page = scene(*row("Ms", "Mr"))
    assert [one_of_group(page, one).checked for one in page.widgets] == [None, None, False]


def test_one_that_is_on_alone_is_believed_and_so_are_those_of_two_groups() -> None:
    page = scene(*row("Mr"))
    assert [one_of_group(page, one).checked for one in page.widgets] == [False, True, False]
    page = scene(*row("Ms", "Dr"))
    assert [one_of_group(page, one).checked for one in page.widgets] == [True, False, True]
    left, right = (widget("radio", x, 20, 14, 14, checked=True) for x in (20, 160))
    page = scene(left, line("Ms", 40, 20), line("Colour", 90, 20), right)
    assert [one_of_group(page, one).checked for one in page.widgets] == [True, True]


STATES = {"on": True, "off": False, "?": None}


def column(*states: str) -> Scene:
    """Radio buttons one below the other."""
    return scene(*(radio(20, 20 + 24 * at, state) for at, state in enumerate(states)))


def radio(left: int, top: int, state: str) -> Widget:
    return Widget("radio", Box(left, top, 14, 14), checked=STATES[state])


def test_of_those_that_look_alike_beside_one_that_is_on_none_is() -> None:
    page = column("?", "on", "?", "?")
    assert [one_of_group(page, one).checked for one in page.widgets] == [False, True, False, False]


def test_the_unused_byte_of_a_pixel_makes_no_difference() -> None:
    page = column("?", "on", "?")
    pixels = page.frame.bgrx.copy()
    pixels[page.widgets[0].box.slices][..., 3] = 255
    page = replace(page, frame=Frame(pixels))
    assert one_of_group(page, page.widgets[0]).checked is False


def test_whether_one_is_on_stays_open_where_no_other_tells() -> None:
    second_group = column("?", "on", "off", "?", "off")
    for page in (column("?", "on"), column("?", "?", "?"), column("?", "?", "on", "on"), second_group):
        assert one_of_group(page, page.widgets[0]).checked is None
    apart = scene(*column("?", "on").widgets, radio(20, 100, "?"))
    assert one_of_group(apart, apart.widgets[0]).checked is None, "further away than the next one"
    aside = scene(*column("?", "?").widgets, radio(60, 68, "on"))
    assert one_of_group(aside, aside.widgets[0]).checked is None, "in another column"


def test_one_that_looks_otherwise_may_be_on() -> None:
    page = column("?", "on", "?")
    pixels = page.frame.bgrx.copy()
    pixels[page.widgets[0].box.center.y, page.widgets[0].box.center.x] = 0
    page = replace(page, frame=Frame(pixels))
    assert [one_of_group(page, one).checked for one in page.widgets] == [None, True, None]


def test_a_text_between_two_rows_or_a_second_button_in_one_parts_the_group() -> None:
    page = column("?", "on", "?")
    captions = [line("Name", 40, 19 + 24 * at) for at in range(3)]
    whole = scene(*page.widgets, *captions)
    assert one_of_group(whole, page.widgets[0]).checked is False
    for other in (line("Size", 20, 56), radio(120, 44, "?")):
        parted = scene(*page.widgets, *captions, other)
        assert one_of_group(parted, page.widgets[0]).checked is None
