"""Of equal captions: first what the task has opened, and no answer where something came up by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.locate.candidates.front import check_keys, in_front, in_own_popup, open_dialog
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.find import find
from tools.locate.locator import Locator
from tools.see.scene import Popup, Scene

FORM_OK, DIALOG_OK = line("OK", 110, 304), line("OK", 310, 404)
DIALOG = Box(280, 340, 300, 100)
PAGE = scene(
    widget("button", 100, 300, 60), FORM_OK,
    line("Erase all drafts?", 300, 360), widget("button", 300, 400, 60), DIALOG_OK,
)  # fmt: skip


def with_dialog(page: Scene = PAGE, **state: object) -> Scene:
    """The page, on which the dialog is a pop-up."""
    popup = Popup(DIALOG, page.lines_in(DIALOG), **state)  # type: ignore[arg-type]  # tests pass what fits
    return replace(page, popups=(popup,))


def test_what_the_task_has_opened_comes_first() -> None:
    assert find(with_dialog(is_own=True), Locator("OK")).line == DIALOG_OK


def test_an_entry_of_a_menu_wins_over_a_button() -> None:
    entry = line("Remove", 300, 380)
    page = scene(widget("button", 20, 20, 80), line("Remove", 30, 24), line("Show", 300, 356), entry)
    assert find(page, Locator("Remove")).widget is not None
    assert find(with_dialog(page, is_own=True), Locator("Remove")).line == entry


@pytest.mark.parametrize("state", [{}, {"is_sure": False}, {"is_sure": False, "is_own": True}])
def test_anything_else_that_came_up_is_a_doubt(state: dict[str, bool]) -> None:
    with pytest.raises(
        NotFound, match=r'"OK" is in \'Erase all drafts\? OK\', which .*, and elsewhere: say which'
    ):
        find(with_dialog(**state), Locator("OK"))


def test_a_qualifier_says_which() -> None:
    question = Locator("OK", qualifiers=(("below", Locator("Erase all drafts?")),))
    assert find(with_dialog(), question).line == DIALOG_OK


def test_without_a_pop_up_all_are_equal() -> None:
    assert in_front(PAGE, Locator("OK"), [FORM_OK.box, DIALOG_OK.box]) == [0, 1]


def test_the_newest_comes_first() -> None:
    page = with_dialog(is_own=True)
    menu = Popup(Box(90, 290, 100, 60), (FORM_OK,), is_own=True)
    assert find(replace(page, popups=(*page.popups, menu)), Locator("OK")).line == FORM_OK


def test_what_came_up_over_the_target_does_not_stand_for_it() -> None:
    page = scene(line("Erase all drafts?", 300, 360), widget("button", 300, 400, 60), DIALOG_OK)
    with pytest.raises(NotFound, match='came up over "OK"'):
        find(with_dialog(page, covers=(line("OK", 300, 400),)), Locator("OK"))
    assert find(with_dialog(page), Locator("OK")).line == DIALOG_OK, "nothing of that name was there before"


def test_which_of_several_is_counted_over_the_whole_screen_or_not_at_all() -> None:
    assert find(with_dialog(is_own=True), Locator("OK", 1)).line == FORM_OK
    with pytest.raises(NotFound, match="came up by itself"):
        find(with_dialog(), Locator("OK", 2))


def test_the_field_of_an_open_dialog_comes_first() -> None:
    page = scene(
        line("Name", 20, 104),
        widget("field", 90, 100, 150),
        line("Name", 290, 364),
        widget("field", 350, 360, 150),
    )
    assert find_field(with_dialog(page, is_own=True), Locator("Name")).box.top == 360
    with pytest.raises(NotFound, match="came up by itself"):
        find_field(with_dialog(page), Locator("Name"))


def test_keys_are_not_given_to_a_dialog_that_came_by_itself() -> None:
    with pytest.raises(NotFound, match=r"Erase all drafts\? OK' came up by itself, and would take the keys"):
        check_keys(with_dialog())


@pytest.mark.parametrize("state", [{"is_own": True}, {"is_sure": False}])
def test_keys_go_to_what_the_task_has_opened(state: dict[str, bool]) -> None:
    check_keys(with_dialog(**state))


def test_a_list_of_proposals_takes_keys() -> None:
    check_keys(with_dialog(scene(line("Berlin", 300, 360), line("Bern", 300, 380))))


def test_a_label_in_an_open_dialog_does_not_stand_for_a_field_elsewhere() -> None:
    labels = [line("Name", 20, 104), line("Name", 290, 364)]
    page = with_dialog(scene(*labels, widget("field", 90, 100, 150)), is_own=True)
    with pytest.raises(NotFound, match='"Name" is on the screen, but no field'):
        find_field(page, Locator("Name"))
    assert in_own_popup(page, Locator("Name"), [one.box for one in labels]) == [1]
    assert in_own_popup(page, Locator("Name", 1), [one.box for one in labels]) == [0, 1]


def test_what_is_not_in_the_dialog_is_behind_it() -> None:
    for state in ({}, {"is_own": True}):
        assert open_dialog(with_dialog(**state), FORM_OK.box) == "'Erase all drafts? OK'"
        assert open_dialog(with_dialog(**state), DIALOG_OK.box) is None
    assert open_dialog(with_dialog(is_sure=False), FORM_OK.box) is None
    assert open_dialog(PAGE, FORM_OK.box) is None


def test_nothing_is_behind_a_notice() -> None:
    notice = scene(line("Archived", 300, 364), line("Undo", 400, 364), widget("button", 390, 360, 60))
    assert open_dialog(with_dialog(notice), FORM_OK.box) is None


@pytest.mark.parametrize(
    ("first", "is_open"), [(("-", "□", "X"), True), (("-", "All"), False), (("X",), False)]
)
def test_a_dialog_without_a_title_is_known_by_its_windows_buttons(
    first: tuple[str, ...], *, is_open: bool
) -> None:
    """The button in it is not made out, as one of GTK's that has a dotted ring."""
    signs = [line(text, 400 + 60 * at, 346) for at, text in enumerate(first)]
    page = scene(line("Store", 100, 304), *signs, line("Only numbers", 300, 380), line("OK", 310, 404))
    assert (open_dialog(with_dialog(page), Box(100, 304, 40, 16)) is not None) is is_open
