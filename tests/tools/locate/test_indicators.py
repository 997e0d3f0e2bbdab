"""The check box, radio button or switch that a step names, and what its state is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tools.locate.pages import Looking
from tests.tools.scenes import line, scene, widget
from tools.locate.errors import NotFound
from tools.locate.indicators import find_indicator
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from tools.see.scene import Line


def test_the_state_of_a_box_is_unknown_where_a_second_look_doubts_it() -> None:
    box = widget("checkbox", 20, 200, 16, 16, checked=True)
    page = scene(box, line("News", 44, 200))
    assert find_indicator(page, Locator("News")).checked
    doubted = replace(page, second_look=Looking(doubts=True))
    assert find_indicator(doubted, Locator("News")) == replace(box, checked=None)


def test_an_indicator_belongs_to_the_caption_behind_it() -> None:
    one, two = (
        widget("radio", 20, 20, 14, 14, checked=False),
        widget("radio", 120, 20, 14, 14, checked=True),
    )
    page = scene(one, line("Private", 40, 20), two, line("Business", 140, 20))
    assert find_indicator(page, Locator("Private")) == one
    assert find_indicator(page, Locator("Business")) == two


def test_an_indicator_that_is_not_made_out_is_not_replaced_by_the_next() -> None:
    page = scene(line("Private", 40, 20), widget("radio", 120, 20, 14, 14), line("Business", 140, 20))
    with pytest.raises(NotFound, match="no box to tick"):
        find_indicator(page, Locator("Private"))


def test_an_indicator_that_no_shape_shows_is_found_before_its_caption_by_another_look() -> None:
    box = widget("checkbox", 20, 60, 14, 14, checked=True)
    page = scene(line("Draft", 40, 60), line("Final", 40, 90))
    page = replace(page, second_look=Looking(unshown={"Draft": box}))
    assert find_indicator(page, Locator("Draft")) == box
    with pytest.raises(NotFound, match="no box to tick"):
        find_indicator(page, Locator("Final"))


def test_one_that_another_look_finds_on_is_doubted_beside_one_that_is_on() -> None:
    on, found = (widget("radio", left, 60, 14, 14, checked=True) for left in (20, 120))
    page = replace(
        scene(on, line("Cash", 40, 60), line("Card", 140, 60)), second_look=Looking(unshown={"Card": found})
    )
    assert find_indicator(page, Locator("Card")) == replace(found, checked=None)


def test_a_caption_may_stand_before_its_box() -> None:
    box = widget("checkbox", 120, 20, 14, 14, checked=False)
    assert find_indicator(scene(line("Subscribe", 30, 20), box), Locator("Subscribe")) == box


def test_a_switch_that_a_second_look_sees_is_named_as_a_field_is() -> None:
    switch = widget("checkbox", 160, 20, 50, 26, checked=True)
    above = widget("checkbox", 20, 84, 50, 26, checked=False)
    box = widget("checkbox", 160, 160, 16, 16, checked=False)
    page = scene(line("Wi-Fi", 20, 24), line("Airplane mode", 20, 64), line("Draft", 20, 160))
    page = replace(page, second_look=Looking(switch, above, box))
    assert find_indicator(page, Locator("Wi-Fi")) == switch
    assert find_indicator(page, Locator("Airplane mode")) == above
    with pytest.raises(NotFound, match="no box to tick beside it"):
        find_indicator(page, Locator("Draft"))


@pytest.mark.parametrize("caption", [line("Echo", 240, 24), line("O     Echo", 176, 24)])
def test_a_switch_with_a_caption_of_its_own_is_not_that_of_the_text_before_it(caption: Line) -> None:
    switch = widget("checkbox", 180, 20, 50, 26, checked=True)
    for left in (60, 120):
        page = replace(scene(line("Delta", left, 24), caption), second_look=Looking(switch))
        with pytest.raises(NotFound, match="no box to tick beside it"):
            find_indicator(page, Locator("Delta"))
