"""Values beside their names: the right one, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.expect.value import Value, value_of
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.locate.errors import NotFound
from tools.locate.locator import Locator
from tools.locate.look import Look

if TYPE_CHECKING:
    from tools.see.scene import Scene


def value(scene: Scene, name: str) -> str:
    return value_of(Look(scene.frame, FakeParser(scene)), Locator(name)).text


def test_a_field_of_a_similar_name_is_not_asked() -> None:
    scene = painted(
        line("Order number of the customer", 20, 44),
        widget("field", 300, 40, 200),
        line("77", 310, 44),
        line("Order number", 20, 104),
        widget("field", 300, 100, 200),
        line("A-12", 310, 104),
    )
    assert value(scene, "Order number") == "A-12"


def test_a_text_on_the_row_of_its_name_comes_before_a_field_below() -> None:
    scene = painted(
        line("Total", 20, 44), line("42.00", 120, 44), widget("field", 20, 70, 200), line("7", 30, 74)
    )
    assert value(scene, "Total") == "42.00"


def test_the_next_name_is_no_value() -> None:
    scene = painted(line("Total:", 20, 44), line("Tax:", 120, 44))
    with pytest.raises(NotFound, match="no text on its row"):
        value(scene, "Total")


def test_what_stands_far_off_is_no_value() -> None:
    scene = painted(line("Total", 20, 44), line("42.00", 600, 44))
    with pytest.raises(NotFound):
        value(scene, "Total")


def test_a_buttons_caption_has_no_value() -> None:
    scene = painted(widget("button", 10, 40, 80), line("Total", 20, 44), line("42.00", 120, 44))
    with pytest.raises(NotFound):
        value(scene, "Total")


def test_a_value_that_is_cut_is_not_known_whole() -> None:
    cut = Value(line("1234", 0, 0), cut=True)
    assert cut.is_text("1234") is None
    assert cut.is_text("123456") is None
    assert cut.is_text("99") is False
    assert cut.doubt() is not None
    assert Value(line("1234", 0, 0)).is_text("1234") is True
    assert Value(line("1234", 0, 0, score=0.6)).doubt() is not None
