"""What is covered, and what was closed, on scenes made by hand."""

from __future__ import annotations

from dataclasses import replace

from tests.agent.replay.live.compare.texts.screens import said, screens, window
from tests.tools.scenes import line, painted
from tools.geometry import Box
from tools.observation import Frame

NOTE = line("You are using the root account", 300, 200)
WITH_NOTE = window(NOTE)
MENU = [line(text, 300, 190 + 24 * row) for row, text in enumerate(("Save as", "Save all", "Close", "Quit"))]
AROUND = Box(290, 180, 330, 110)


def over(*lines: object, area: Box = AROUND, under: tuple[object, ...] = ()) -> object:
    """A menu that lies over the window."""
    return painted(*window().lines, *under, *lines, marks=(area,))  # type: ignore[arg-type]


def test_a_text_under_a_menu_is_not_missing() -> None:
    opened = over(*MENU)
    beside = painted(*window().lines, NOTE, *MENU)
    assert said(screens(WITH_NOTE, beside), screens(WITH_NOTE, opened)).reason is None  # type: ignore[arg-type]
    assert said(screens(WITH_NOTE, opened), screens(WITH_NOTE, beside)).reason is None  # type: ignore[arg-type]


def test_what_is_left_of_a_text_under_a_menu_is_that_text() -> None:
    rest = line("root account", 700, 200)
    wide = line("You are using the root account", 556, 200)
    before = window(wide)
    opened = painted(*window().lines, *MENU, rest, marks=(Box(290, 180, 400, 110),))
    shown = painted(*window().lines, *MENU, wide)
    assert said(screens(before, shown), screens(before, opened)).reason is None


def test_another_text_beside_a_menu_is_no_rest_whose_first_letter_is_cut() -> None:
    """The "ot" of "root account" is the one of "Not account", save for a letter."""
    wide, other = line("You are using the root account", 556, 200), line("Not account", 700, 200)
    before, cover = window(wide), Box(290, 180, 400, 110)
    opened = painted(*window().lines, *MENU, other, marks=(cover, Box(740, 204, 6, 8)))
    shown = painted(*window().lines, *MENU, wide)
    assert said(screens(before, shown), screens(before, opened)).reason is not None


def test_a_text_that_is_gone_is_missing_where_nothing_lies_over_it() -> None:
    said_of = said(screens(WITH_NOTE, WITH_NOTE), screens(WITH_NOTE, window()))
    assert said_of.reason == '"You are using the root account" is not on the screen'


def test_rows_that_move_up_cover_nothing() -> None:
    """One row was to be removed, and another one went with it."""

    def rows(*names: str) -> object:
        return window(*(line(name, 300, 190 + 24 * row) for row, name in enumerate(names)))

    before, then = rows("Moss", "Oslo", "Riga", "Ulm", "Visby"), rows("Moss", "Riga", "Ulm", "Visby")
    now = rows("Moss", "Ulm", "Visby")
    assert said(screens(before, then), screens(before, then)).reason is None  # type: ignore[arg-type]
    told = said(screens(before, then), screens(before, now)).reason  # type: ignore[arg-type]
    assert told == '"Riga" is not on the screen'


def test_what_was_closed_has_to_be_gone() -> None:
    """The place of the question shows again what it showed before: it was not covered."""
    asked = over(*MENU)
    then = screens(window(), asked, window())  # type: ignore[arg-type]
    now = screens(window(), asked, asked)  # type: ignore[arg-type]
    assert 'does not know: "Save as"' in str(said(then, now).reason)


def test_the_same_pixels_say_what_they_were_first_read_as() -> None:
    """A row beside one that is lit up now is cut by the recogniser."""
    whole = window(line("Bull", 300, 200))
    lines = (*whole.lines[:-1], replace(whole.lines[-1], text="Bul"))
    bgrx = whole.frame.bgrx.copy()
    bgrx[198:202, 290:340] = 0  # the other row's ground reaches into this one's
    cut = replace(whole, frame=Frame(bgrx), lines=lines)
    assert said(screens(whole, cut), screens(whole, whole)).reason is None
    assert said(screens(window(), cut), screens(window(), whole)).reason is not None
