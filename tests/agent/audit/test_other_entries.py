"""Other entries: those that stand in the list, the nearest first, and nothing beside it."""

from __future__ import annotations

from agent.audit.other_entries import entries_beside, radios_beside, rows_beside
from tests.tools.scenes import line, scene, widget
from tools.locate.locator import Locator

LIST = scene(
    line("Country", 20, 300),
    line("France", 100, 200),
    line("Germany", 100, 224),
    line("Ireland", 100, 248),
    line("Italy", 100, 272),
    line("Save", 100, 400),
)


def test_the_nearest_entries_of_the_list() -> None:
    germany = LIST.lines[2].box.center
    assert entries_beside(LIST, germany) == ("Ireland", "France", "Italy")


def test_what_is_far_below_is_no_entry() -> None:
    assert "Save" not in entries_beside(LIST, LIST.lines[4].box.center)


def test_an_equal_text_is_no_other_entry() -> None:
    twice = scene(line("Oslo", 100, 200), line("Oslo", 100, 224), line("Riga", 100, 248))
    assert entries_beside(twice, twice.lines[0].box.center) == ("Riga",)


def test_where_nothing_is_written_there_is_no_list() -> None:
    assert entries_beside(LIST, LIST.lines[0].box.center._replace(x=700)) == ()


def test_the_other_rows_of_a_table() -> None:
    assert rows_beside(LIST, "Germany") == ("Ireland", "France", "Italy")
    assert rows_beside(LIST, "Norway") == ()


def test_the_other_radio_buttons_of_the_group() -> None:
    form = scene(
        widget("radio", 100, 102, 14, 14, checked=True),
        line("Private", 120, 100),
        widget("radio", 220, 102, 14, 14, checked=False),
        line("Business", 240, 100),
        widget("radio", 340, 102, 14, 14, checked=False),
        line("Public body", 360, 100),
        widget("radio", 500, 302, 14, 14, checked=True),
        line("By letter", 520, 300),
    )
    assert radios_beside(form, Locator("Business")) == ("Private", "Public body")


def test_a_tab_and_a_check_box_are_no_radio_buttons() -> None:
    form = scene(
        line("Addresses", 100, 40),
        widget("checkbox", 100, 102, 14, 14, checked=False),
        line("Terms", 120, 100),
    )
    assert radios_beside(form, Locator("Addresses")) is None
    assert radios_beside(form, Locator("Terms")) is None


def test_beside_a_text_only_what_has_the_same_in_its_row_is_another_row() -> None:
    orders = [line(text, 100, 200 + 30 * at) for at, text in enumerate(("75.50", "20.00", "21.00", "Total"))]
    buttons = [line("Pay", 300, 200 + 30 * at) for at in range(3)]
    assert rows_beside(scene(*orders, *buttons), "20.00", "Pay") == ("21.00", "75.50")
