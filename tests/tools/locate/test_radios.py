"""Two radio buttons side by side that both seem to be on are believed of neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools.scenes import line, scene, widget
from tools.locate.radios import one_of_group

if TYPE_CHECKING:
    from tools.see.scene import Line, Widget

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
