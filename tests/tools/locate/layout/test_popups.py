"""Menus and dialogs that came up between two screens, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tools.locate.layout.screens import screen
from tests.tools.scenes import line, widget
from tools.geometry import Box
from tools.locate.layout import popups
from tools.locate.layout.popups import is_painted, new_popups, still_open
from tools.see.scene import Popup

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene, Widget

LIST = [line("Invoice 7", 40, 100), line("Invoice 8", 40, 124), line("Invoice 9", 40, 148)]
BAR: list[Line | Widget] = [widget("button", 20, 20, 100), line("Remove", 40, 24)]
MENU = Box(150, 110, 100, 80)
ENTRIES = [line("Show", 160, 116), line("Remove", 160, 140), line("Copy", 160, 164)]
PAGE = screen(*BAR, *LIST)


def test_a_menu_with_an_outline() -> None:
    (popup,) = new_popups(PAGE, screen(*BAR, *LIST, *ENTRIES, panels=(MENU,)))
    assert [one.text for one in popup.lines] == ["Show", "Remove", "Copy"]
    assert popup.is_sure
    assert not popup.is_own, "that can't be told from two screens"
    assert all(abs(one - other) <= 2 for one, other in zip(popup.box, MENU, strict=True))


def test_a_menu_whose_first_entry_has_an_outline_of_its_own() -> None:
    lit = Box(MENU.left + 1, MENU.top + 1, MENU.width - 2, 25)
    (popup,) = new_popups(PAGE, screen(*BAR, *LIST, *ENTRIES, panels=(MENU, lit)))
    assert [one.text for one in popup.lines] == ["Show", "Remove", "Copy"]
    assert popup.is_sure


def test_a_menu_whose_row_is_lit_up_as_well() -> None:
    lit = (Box(30, 120, 400, 24), 150)
    (popup,) = new_popups(PAGE, screen(*BAR, *LIST, *ENTRIES, panels=(MENU,), bands=(lit,)))
    assert popup.is_sure
    assert popup.box.width < 120


def test_what_it_covers_is_known() -> None:
    over = Box(100, 105, 150, 70)
    entries = [line("Yes, all", 130, 116), line("No", 130, 146)]
    before = screen(*BAR, *LIST, line("Remove", 140, 124))
    (popup,) = new_popups(before, screen(*BAR, *LIST, *entries, panels=(over,)))
    assert [one.text for one in popup.covers] == ["Remove"]


def test_a_dialog_over_a_card_is_no_closed_tip() -> None:
    """A card has an outline and a line or two, as a tip has; a dialog reaches beyond it."""
    card = [line("Note 1", 160, 118), line("Note 2", 160, 138)]
    before = screen(*BAR, *LIST, *card, panels=(Box(150, 110, 120, 50),))
    asked = [line("Delete all?", 165, 116), line("Yes", 165, 146), line("No", 215, 146)]
    (popup,) = new_popups(before, screen(*BAR, *LIST, *asked, panels=(Box(140, 100, 180, 80),)))
    assert [one.text for one in popup.lines] == ["Delete all?", "Yes", "No"]


@pytest.mark.parametrize("text", ["Remove", "Removes all"])
def test_a_tip_with_one_text_is_not_sure(text: str) -> None:
    tip = line(text, 60, 60)
    (popup,) = new_popups(PAGE, screen(*BAR, *LIST, tip, panels=(Box(52, 54, 120, 28),)))
    assert not popup.is_sure


def test_new_texts_in_a_column_without_an_outline_are_not_sure() -> None:
    (popup,) = new_popups(PAGE, screen(*BAR, *LIST, *ENTRIES))
    assert not popup.is_sure
    assert len(popup.lines) == 3


def test_a_new_card_below_others_like_it_is_not_sure() -> None:
    def card(number: int, top: int) -> list[Line | Widget]:
        texts = [line(f"Item {number}", 50, top + 8), line("Remove", 56, top + 40)]
        return [*texts, widget("button", 50, top + 36, 80)]

    def cards(*numbers: int) -> Scene:
        parts = [part for number in numbers for part in card(number, 200 + 90 * number)]
        return screen(*BAR, *parts, panels=tuple(Box(40, 200 + 90 * number, 300, 80) for number in numbers))

    (popup,) = new_popups(cards(0, 1), cards(0, 1, 2))
    assert [one.text for one in popup.lines] == ["Item 2", "Remove"]
    assert not popup.is_sure


def test_a_list_over_a_form_is_sure_though_the_chosen_entry_stands_in_its_field_as_well() -> None:
    form: list[Line | Widget] = [line("Austria", 46, 304), widget("dropdown", 40, 300, 200)]
    entries = [line(text, 46, 332 + 20 * row) for row, text in enumerate(("Austria", "Belgium", "Cuba"))]
    (popup,) = new_popups(screen(*BAR, *form), screen(*BAR, *form, *entries, panels=(Box(40, 326, 200, 70),)))
    assert popup.is_sure


def test_one_new_text_is_none() -> None:
    assert new_popups(PAGE, screen(*BAR, *LIST, line("7", 300, 300))) == ()


def test_what_moves_the_rest_of_a_page_is_none() -> None:
    moved = [replace(one, box=one.box.shift(0, 90)) for one in LIST]
    assert new_popups(PAGE, screen(*BAR, *moved, *ENTRIES, panels=(MENU,))) == ()


def test_a_row_that_is_lit_up_is_none() -> None:
    assert new_popups(PAGE, screen(*BAR, *LIST, bands=((Box(30, 120, 400, 24), 150),))) == ()


def test_lines_typed_into_a_field_are_none() -> None:
    notes = widget("field", 300, 200, 300, 120)
    typed = [line("Remove", 310, 210), line("this", 310, 234)]
    assert new_popups(screen(*BAR, *LIST, notes), screen(*BAR, *LIST, notes, *typed)) == ()


@pytest.mark.parametrize(("wide", "texts", "ring"), [(0, 2, True), (4, 1, True), (4, 2, False)])
def test_the_ring_of_a_field_with_the_focus_is_none(wide: int, texts: int, *, ring: bool) -> None:
    """But a list that opens over it, as much larger, is one."""
    notes = widget("field", 300, 200, 300, 120)
    typed = [line("Remove", 310, 210), line("this", 310, 234)]
    lit = screen(*BAR, *LIST, notes, *typed[:texts], panels=(notes.box.grow(wide),), border=20)
    assert (new_popups(screen(*BAR, *LIST, notes), lit) == ()) is ring


def test_a_tool_bar_whose_texts_change_as_one_types_is_none() -> None:
    bar = (Box(20, 250, 500, 24), 160)
    cells = [line("Valve", 40, 300), line("Gasket", 40, 330)]
    before = screen(*BAR, line("A1", 30, 254), *cells, bands=(bar,))
    typed = screen(
        *BAR, line("A1", 30, 254), line("Accept", 200, 254), line("Ada", 300, 254), *cells, bands=(bar,)
    )
    assert not any(popup.is_sure for popup in new_popups(before, typed))


def test_a_table_with_its_first_new_row_is_none() -> None:
    table = Box(20, 250, 400, 120)
    cells: list[Line | Widget] = [line("Name", 40, 260), line("City", 240, 260)]
    old = [*cells, line("Babbage", 40, 284), line("London", 240, 284)]
    added = [*old, line("Ada", 40, 308), line("Berlin", 240, 308)]
    popups = new_popups(screen(*BAR, *old), screen(*BAR, *added, panels=(table,)))
    assert not any(popup.is_sure for popup in popups)


def test_a_pop_up_is_open_as_long_as_its_texts_stay() -> None:
    now = screen(*BAR, *LIST, *ENTRIES, panels=(MENU,))
    (popup,) = new_popups(PAGE, now)
    assert still_open(popup, screen(*BAR, *LIST, *ENTRIES[:2]))
    assert not still_open(popup, PAGE)
    assert still_open(popup, screen(*BAR, *LIST, line("Next page", 160, 130), panels=(MENU,)))
    assert is_painted(popup, now.frame, now.frame)
    assert not is_painted(popup, now.frame, PAGE.frame)


def test_what_was_seen_through_a_pop_up_that_faded_in_does_not_keep_it_open() -> None:
    """MUI's list, whose entries were read with the texts below it."""
    under = (line("Last name", 160, 128), line("Town", 160, 152))
    popup = Popup(MENU, (*ENTRIES[:2], *under), covers=under)
    page = screen(*BAR, *LIST, *under)
    assert not still_open(popup, page)
    assert still_open(popup, screen(*BAR, *LIST, *ENTRIES[:2]))
    assert still_open(replace(popup, lines=under), page), "where nothing else tells"


def test_a_new_text_that_begins_above_the_band_it_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lit entry of a list may look like a title bar, lower than the box of its text."""
    entry = line("Wednesday", 120, 99)
    monkeypatch.setattr(
        popups, "title_bar_around", lambda _, text: Box(40, 101, 260, 15) if text == entry else None
    )
    assert new_popups(screen(*LIST), screen(*LIST, entry))
