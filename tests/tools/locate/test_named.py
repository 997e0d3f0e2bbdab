"""What a name leads to, field or indicator: at a second look, and among several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.locate.pages import Looking
from tests.tools.scenes import line, scene, widget
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.indicators import find_indicator
from tools.locate.locator import Locator
from tools.locate.named import chosen


def test_where_no_shape_is_a_field_one_that_a_second_look_shows_is() -> None:
    seen = scene(
        line("Name", 20, 54), widget("field", 160, 50, 200), line("Phone", 20, 154), line("News", 44, 200)
    )
    again = Looking(widget("field", 160, 150, 200), widget("checkbox", 20, 200, 16, 16, checked=True))
    page = replace(seen, second_look=again)
    assert find_field(page, Locator("Name")).box.top == 50
    assert again.looks == 0
    assert find_field(page, Locator("Phone")).box.top == 150
    assert find_indicator(page, Locator("News")).checked
    with pytest.raises(NotFound, match="no box to tick"):
        find_indicator(page, Locator("Phone"))
    with pytest.raises(NotFound, match="on the screen; nearest"):
        find_field(page, Locator("Street"))
    assert again.looks == 3


def test_a_button_that_a_second_look_supposes_around_the_label_itself_leaves_the_label_one() -> None:
    label, field = line("Language", 20, 54), widget("dropdown", 160, 50, 200)
    around, between = widget("button", 10, 50, 80), widget("button", 100, 50, 40)
    page = scene(label)
    assert find_field(replace(page, second_look=Looking(field, around)), Locator("Language")) == field
    with pytest.raises(NotFound):
        find_field(replace(page, second_look=Looking(field, between)), Locator("Language"))
    drawn = scene(label, around)
    with pytest.raises(NotFound):
        find_field(replace(drawn, second_look=Looking(field)), Locator("Language"))


def test_of_several_the_ordinal_says_which() -> None:
    fields = [widget("field", 160, top, 200) for top in (50, 90)]
    page = scene(*fields)
    assert chosen(page, Locator("City", 2), fields) == fields[1]
    with pytest.raises(NotFound):
        chosen(page, Locator("City"), fields)
