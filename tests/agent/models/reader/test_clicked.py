"""The field that was clicked last, also where only a second look sees it."""

from __future__ import annotations

from dataclasses import replace

from agent.models.reader.clicked import Clicked
from tests.tools.locate.layout.screens import screen
from tests.tools.locate.pages import Looking
from tests.tools.scenes import line, widget
from tools.geometry import Point

LABEL, FIELD, BUTTON = line("Due", 170, 24), widget("field", 220, 20, 140), widget("button", 400, 20, 80)


def test_a_field_is_known_as_it_stood() -> None:
    assert Clicked(screen(LABEL, FIELD), Point(250, 30)).field == FIELD
    assert Clicked(screen(LABEL, FIELD), Point(20, 300)).field is None


def test_a_faint_field_is_seen_at_a_second_look() -> None:
    page = replace(screen(LABEL, BUTTON), second_look=Looking(FIELD))
    assert Clicked(page, Point(250, 30)).field == FIELD
    assert Clicked(page, Point(420, 30)).field is None, "a button"
    assert Clicked(page, Point(20, 300)).field is None
