"""What tips say decides which icon is meant, and when no more of them need be read."""

from __future__ import annotations

import pytest

from agent.models.reader.routines.hovering import WITHOUT, Tips
from tools.geometry import Box
from tools.locate.errors import Ambiguous
from tools.locate.locator import Locator
from tools.see.icons.icon import Icon
from tools.see.scene import Line

SAVE = Locator("Save")
LEFT, RIGHT = Box(20, 20, 16, 16), Box(60, 20, 16, 16)
LIKELY, UNKNOWN = Icon(LEFT, {"save": 0.5}), Icon(RIGHT)


def tips(*said: tuple[Icon, str], target: Locator = SAVE) -> Tips:
    made = Tips(target)
    for icon, text in said:
        made.add(icon, (Line(text, icon.box.shift(0, 30)),) if text else ())
    return made


def test_once_one_is_named_only_those_that_may_be_meant_too_are_looked_at() -> None:
    read = tips((LIKELY, "Save"))
    assert read.suffice(UNKNOWN)
    assert not read.suffice(LIKELY)
    assert not tips((LIKELY, "Open")).suffice(UNKNOWN)


def test_a_sentence_is_enough_where_the_icon_looks_like_it_too() -> None:
    assert tips((LIKELY, "Save the document")).suffice(UNKNOWN)
    assert not tips((UNKNOWN, "Save the document")).suffice(UNKNOWN)


def test_which_of_several_is_meant_is_told_by_all_of_them() -> None:
    assert not tips((LIKELY, "Save"), target=Locator("Save", 2)).suffice(UNKNOWN)


def test_where_many_in_a_row_show_no_tip_there_are_none() -> None:
    none = (UNKNOWN, "")
    assert not tips(*[none] * (WITHOUT - 1)).suffice(UNKNOWN)
    assert tips(*[none] * WITHOUT).suffice(UNKNOWN)
    assert not tips(*[none] * (WITHOUT - 1), (LIKELY, "Open"), none).suffice(UNKNOWN)


def test_a_name_goes_before_a_sentence_and_two_of_a_kind_are_refused() -> None:
    assert tips((LIKELY, "Save the document"), (UNKNOWN, "Save")).found() == UNKNOWN
    assert tips((LIKELY, "Save all"), (UNKNOWN, "Open")).found() is None
    with pytest.raises(Ambiguous):
        tips((LIKELY, "Save the document"), (UNKNOWN, "Save the image")).found()


def test_what_they_said_is_told_but_not_all_of_it() -> None:
    assert tips((LIKELY, "")).said == "they show no tips"
    assert tips((LIKELY, "Open (Ctrl+O)"), (UNKNOWN, "Print")).said == "their tips say 'Open', 'Print'"
    assert tips(*[(UNKNOWN, "Print")] * 14).said.endswith("'Print' and 2 more")
