"""Fields and indicators of scenes made by hand."""

from __future__ import annotations

import pytest

from agent.replay.live.compare.widgets import field_at, is_ticked
from tests.tools.scenes import line, scene, widget
from tools.geometry import Point
from tools.locate.describe import NamedElement
from tools.locate.locator import Locator

FIELD, LIST = widget("field", 120, 96, 300), widget("dropdown", 120, 140, 300)
FORM = scene(FIELD, LIST, widget("button", 120, 200, 80), line("Save", 140, 204))
TERMS = NamedElement(Locator("I accept"), "indicator")


@pytest.mark.parametrize(("y", "found"), [(108, FIELD), (152, LIST), (212, None), (400, None)])
def test_a_click_goes_into_a_field_or_a_drop_down(y: int, found: object) -> None:
    assert field_at(FORM, Point(150, y)) == found


def test_without_a_click_there_is_no_field() -> None:
    assert field_at(FORM, None) is None


@pytest.mark.parametrize("checked", [True, False])
def test_whether_a_box_is_ticked(*, checked: bool) -> None:
    ticked = scene(widget("checkbox", 20, 200, 16, 16, checked=checked), line("I accept", 44, 200))
    assert is_ticked(ticked, TERMS) is checked


def test_a_box_that_is_not_there_is_neither() -> None:
    assert is_ticked(FORM, TERMS) is None
