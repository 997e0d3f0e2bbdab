"""Boxes side by side under one label: which of them is the field isn't told where one may be a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.locate.errors import Ambiguous
from tools.locate.layout.input_groups import not_in_group
from tools.locate.locator import Locator
from tools.see.shapes.sliders import Slider

if TYPE_CHECKING:
    from tools.see.scene import Line, Widget

LABEL, NAME = line("Folder", 20, 20), Locator("Folder")
BROWSE = (widget("field", 20, 44, 72, 32), line("Browse", 32, 52))
PATH = (widget("field", 92, 44, 200, 32), line("/home/ada", 104, 52))


def test_a_box_with_a_centred_text_before_a_field_without_a_name_is_ambiguous() -> None:
    page = scene(LABEL, *BROWSE, *PATH)
    with pytest.raises(Ambiguous, match='"Folder" may name either of two boxes side by side'):
        not_in_group(page, BROWSE[0], NAME)
    with pytest.raises(Ambiguous):  # it may be empty
        not_in_group(scene(LABEL, *BROWSE, PATH[0]), BROWSE[0], NAME)


@pytest.mark.parametrize(
    "beside",
    [
        (),
        (widget("button", 92, 44, 200, 32), line("/home/ada", 104, 52)),
        (widget("field", 92, 44, 96, 32), line("/home/ada", 104, 52)),  # its text is in its middle, too
        (widget("field", 92, 44, 200, 24), line("/home/ada", 104, 48)),
        (widget("field", 130, 44, 200, 32), line("/home/ada", 142, 52)),
        (*PATH, line("File", 94, 20)),
    ],
)
def test_it_is_the_field_where_what_is_beside_it_is_another_thing(beside: tuple[Line | Widget, ...]) -> None:
    assert not_in_group(scene(LABEL, *BROWSE, *beside), BROWSE[0], NAME) == BROWSE[0]


@pytest.mark.parametrize(
    "own",
    [
        (widget("field", 20, 44, 72, 32),),
        (widget("field", 20, 44, 72, 32), line("7", 32, 52)),
        (widget("field", 20, 44, 52, 32), line("Browse", 22, 52)),  # full
        (widget("field", 20, 44, 72, 32), line("Bro", 32, 48), line("wse", 40, 60)),
    ],
)
def test_it_is_the_field_where_its_text_is_not_a_buttons(own: tuple[Widget | Line, ...]) -> None:
    page = scene(LABEL, *own, widget("field", own[0].box.right, 44, 200, 32))
    assert not_in_group(page, own[0], NAME) == own[0]


def test_a_number_in_the_middle_of_a_narrow_field_is_no_buttons_caption() -> None:
    number = (BROWSE[0], line("+49", 44, 52))
    assert not_in_group(scene(LABEL, *number, *PATH), BROWSE[0], NAME) == BROWSE[0]


def test_a_box_that_is_named_by_what_it_holds_is_that_one() -> None:
    assert not_in_group(scene(LABEL, *BROWSE, *PATH), BROWSE[0], Locator("Browse")) == BROWSE[0]


def test_a_cell_that_is_named_by_its_row_has_no_such_neighbour() -> None:
    cell = Locator("Folder", qualifiers=(("in row", Locator("Ben")),))
    assert not_in_group(scene(LABEL, *BROWSE, *PATH), BROWSE[0], cell) == BROWSE[0]


@pytest.mark.parametrize(
    ("button", "label"),
    [
        (widget("field", 20, 44, 72, 32), LABEL),  # no button
        (widget("button", 20, 44, 40, 32), LABEL),  # far from the field
        (widget("button", 20, 44, 72, 24), LABEL),  # lower
        (widget("button", 56, 44, 36, 32), line("Folder", 56, 20)),  # an icon
        (widget("button", 20, 44, 72, 32), line("Folder", 92, 20)),  # above the field itself
    ],
)
def test_a_field_behind_a_button_that_its_label_stands_above_is_ambiguous(
    button: Widget, label: Line
) -> None:
    narrow, field = widget("button", 20, 44, 40, 32), widget("field", 60, 44, 200, 32)
    first = line("Folder", 20, 20)
    with pytest.raises(Ambiguous):
        not_in_group(scene(first, narrow, field), field, NAME)
    assert not_in_group(scene(label, button, PATH[0]), PATH[0], NAME) == PATH[0]


def test_a_slider_is_what_it_is() -> None:
    slider = Slider(Box(20, 44, 200, 20), Box(40, 44, 10, 20))
    assert not_in_group(scene(LABEL, *BROWSE, *PATH), slider, NAME) is slider
