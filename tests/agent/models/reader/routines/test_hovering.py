"""What tips say decides which icon is meant, and when no more of them need be read."""

from __future__ import annotations

import pytest

from agent.models.reader.routines.hovering import Tips
from tools.geometry import Box
from tools.locate.errors import Ambiguous
from tools.locate.locator import Locator
from tools.see.icons.icon import Icon
from tools.see.scene import Line

SAVE = Locator("Save")
LEFT, RIGHT = Box(20, 20, 16, 16), Box(60, 20, 16, 16)
LIKELY, UNKNOWN = Icon(LEFT, {"save": 0.5}), Icon(RIGHT, {"print": 0.1})


def tips(*said: tuple[Icon, str], target: Locator = SAVE) -> Tips:
    made = Tips(target)
    for icon, text in said:
        made.add(icon, (Line(text, icon.box.shift(0, 30)),) if text else ())
    return made


def test_once_one_is_named_only_those_that_may_be_meant_too_are_looked_at() -> None:
    read = tips((LIKELY, "Save"))
    assert read.passes_over(UNKNOWN)
    assert not read.passes_over(LIKELY)
    assert not tips((LIKELY, "Open")).passes_over(UNKNOWN)


def test_a_sentence_is_enough_where_the_icon_looks_like_it_too() -> None:
    assert tips((LIKELY, "Save the document")).passes_over(UNKNOWN)
    assert not tips((UNKNOWN, "Save the document")).passes_over(UNKNOWN)


def test_which_of_several_is_meant_is_told_by_all_of_them() -> None:
    assert not tips((LIKELY, "Save"), target=Locator("Save", 2)).passes_over(UNKNOWN)


def test_what_looks_as_the_one_that_is_named_may_have_the_same_name() -> None:
    bin_, other = Icon(LEFT, {"delete": 0.2}), Icon(RIGHT, {"delete": 0.2})
    read = tips((bin_, "Save"))
    assert not read.passes_over(other)
    assert read.passes_over(Icon(RIGHT, {"delete": 0.19}))


def test_a_name_goes_before_a_sentence_and_two_of_a_kind_are_refused() -> None:
    assert tips((LIKELY, "Save the document"), (UNKNOWN, "Save")).found() == UNKNOWN
    assert tips((LIKELY, "Save all"), (UNKNOWN, "Open")).found() is None
    with pytest.raises(Ambiguous):
        tips((LIKELY, "Save the document"), (UNKNOWN, "Save the image")).found()


def test_one_whose_tip_only_begins_like_it_is_told_from_it_by_what_it_shows() -> None:
    recent = (UNKNOWN, "Save a selected part")
    assert tips((LIKELY, "Save the document"), recent).found() == LIKELY
    with pytest.raises(Ambiguous):
        tips((Icon(LEFT), "Save the document"), recent).found()
    assert tips(recent).found() is None


def test_what_they_said_is_told_but_not_all_of_it() -> None:
    assert tips((LIKELY, "")).said == "they show no tips"
    assert tips((LIKELY, "Open (Ctrl+O)"), (UNKNOWN, "Print")).said == "their tips say 'Open', 'Print'"
    assert tips(*[(UNKNOWN, "Print")] * 14).said.endswith("'Print' and 2 more")
