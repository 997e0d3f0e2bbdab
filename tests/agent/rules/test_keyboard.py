"""Keys that may press what a rule names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.rules.keyboard import fits_anywhere, fits_focused, may_press
from tests.tools.scenes import line, scene, widget
from tools.action import Key, Type
from tools.geometry import Point

if TYPE_CHECKING:
    from tools.see.scene import Line, Widget


@pytest.mark.parametrize(
    ("action", "in_field", "otherwise"),
    [
        (Key(keys=("Return",)), True, True),
        (Key(keys=("space",)), False, True),
        (Key(keys=("d",)), False, True),  # an entry of an open menu
        (Key(keys=("alt", "d")), True, True),
        (Key(keys=("ctrl", "s")), False, False),
        (Key(keys=("down",)), False, False),
        (Key(keys=("F2",)), False, False),
        (Key(keys=("nonsense",)), False, False),
        (Type(text="Ada"), False, True),
        (Type(text="Ada\n"), True, True),
    ],
)
def test_what_may_press(action: Key | Type, in_field: object, otherwise: object) -> None:
    assert may_press(action, in_field=True) == in_field
    assert may_press(action, in_field=False) == otherwise


@pytest.mark.parametrize(
    ("parts", "fits"),
    [
        ([widget("button", 100, 100, 120), line("Delete", 110, 104)], "maybe"),
        ([line("Delete customer", 110, 104)], "maybe"),  # a flat button or an entry
        ([line("Do you want to delete all of them?", 110, 104)], "no"),  # a sentence
        ([widget("button", 100, 100, 120), line("Save", 110, 104)], "no"),
    ],
)
def test_anything_on_the_screen_may_have_the_keyboard(parts: list[Line | Widget], fits: str) -> None:
    assert fits_anywhere(scene(*parts), "Delete") == fits


def test_a_field_is_known_by_its_label() -> None:
    form = scene(widget("field", 160, 100, 200), line("Password", 80, 104))
    fits, boxes = fits_focused(form, Point(200, 110), "Password")
    assert (fits, len(boxes)) == ("yes", 2)
    assert fits_focused(form, Point(200, 110), "Name")[0] == "no"
