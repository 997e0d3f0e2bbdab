"""What is covered, and what was closed, on scenes made by hand."""

from __future__ import annotations

from dataclasses import replace

from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.compare.texts.typed_texts import TypedTexts
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.replay.live.compare.screens.screens import said, screens, window
from tests.tools.scenes import line, painted, widget
from tools.geometry import Box
from tools.observation import Frame
from tools.see.scene import Line, Scene

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


def test_a_typed_text_whose_caret_was_read_along_is_not_missing_under_a_menu() -> None:
    """The caret had gone when the menu was opened, and the menu lies over the text in this run only."""
    field = widget("field", 296, 196, 120, 24)
    typed, read, other = (
        painted(*window().lines, field, line(text, 300, 200))
        for text in ("Call back", "Call back|", "Call bank|")
    )
    beside, opened = painted(*typed.lines, field, *MENU), over(*MENU)
    assert said(screens(typed, beside), screens(read, opened)).reason is None  # type: ignore[arg-type]
    assert said(screens(typed, beside), screens(other, opened)).reason is not None  # type: ignore[arg-type]


def test_what_is_left_of_a_text_under_a_menu_is_that_text() -> None:
    rest = line("root account", 700, 200)
    wide = line("You are using the root account", 556, 200)
    before = window(wide)
    opened = painted(*window().lines, *MENU, rest, marks=(Box(290, 180, 400, 110),))
    shown = painted(*window().lines, *MENU, wide)
    assert said(screens(before, shown), screens(before, opened)).reason is None


def test_what_is_left_of_a_typed_text_under_a_menu_is_that_text() -> None:
    """The recorded one was short enough to be seen whole beside the menu."""
    cover = Box(290, 180, 400, 110)
    was, wide = line("Ada", 240, 200), line("Lise Meitner", 240, 200)
    then = painted(*window().lines, was, *MENU, marks=(cover,))
    now, other = (
        painted(*window().lines, *MENU, Line(text, Box(240, 200, 46, 16)), marks=(cover,))
        for text in ("Lise M", "Lisa M")
    )
    typed = Wording(typed=TypedTexts((("Ada", "Lise Meitner"), ("1", "2"))))
    assert said(screens(window(was), then), screens(window(wide), now), typed).reason is None
    assert said(screens(window(was), then), screens(window(wide), other), typed).reason is not None


def test_another_text_beside_a_menu_is_no_rest_whose_first_letter_is_cut() -> None:
    """The "ot" of "root account" is the one of "Not account", save for a letter."""
    wide, other = line("You are using the root account", 556, 200), line("Not account", 700, 200)
    before, cover = window(wide), Box(290, 180, 400, 110)
    opened = painted(*window().lines, *MENU, other, marks=(cover, Box(740, 204, 6, 8)))
    shown = painted(*window().lines, *MENU, wide)
    assert said(screens(before, shown), screens(before, opened)).reason is not None


def test_what_is_left_of_a_text_is_that_text_however_it_is_read() -> None:
    """A dialog cuts a letter in two; the rest is drawn as it was. It covers all of this run's value."""
    wide, short = line("Public authority", 556, 200), line("Company", 556, 200)
    letter = Box(650, 204, 4, 8)
    before, other = painted(*window().lines, wide, marks=(letter,)), window(short)
    area = Box(290, 180, 340, 110)

    def over(scene: Scene, *rest: Line) -> Scene:
        bgrx = scene.frame.bgrx.copy()
        bgrx[area.slices] = 0
        asked = (line("Do you want to add this client now?", 310, 200), line("Yes", 400, 250))
        lines = (*scene.lines[:-1], *asked, *rest)
        return Scene(Frame(bgrx), lines, ())

    cut, hidden = over(before, Line("utherits", Box(630, 200, 54, 16))), over(other)
    values = Wording(Substitutions(pairs=(("Public authority", "Company"),)))
    assert said(screens(before, cut), screens(other, hidden), values).reason is None
    assert said(screens(before, cut), screens(window(), hidden), values).reason is not None


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


def test_a_window_covers_what_its_outline_lies_over_where_a_text_beside_it_is_cut() -> None:
    """The cut text is a new one, too; and between both is one that is as it was."""
    cover, below = Box(290, 180, 400, 110), line("Grace", 240, 226)
    wide, cut = line("Lise Meitner", 240, 200), Line("Lise M", Box(240, 200, 46, 16))
    before = window(wide, below)
    opened = painted(*window().lines, below, *MENU, cut, marks=(cover,))
    shown = painted(*window().lines, wide, below, *MENU)
    assert said(screens(before, shown), screens(before, opened)).reason is None


def test_a_text_that_is_drawn_as_it_was_and_not_read_is_still_there() -> None:
    unread, other = (
        replace(window(), frame=WITH_NOTE.frame),
        window(line("You are no member here at all", 300, 200)),
    )
    unread = replace(unread, frame=Frame(unread.frame.bgrx.copy()))
    assert screens(WITH_NOTE, unread).still_draws(NOTE.text)
    assert not screens(WITH_NOTE, replace(other, lines=unread.lines)).still_draws(NOTE.text), "other letters"
    assert not screens(WITH_NOTE, window()).still_draws(NOTE.text), "nothing"
    assert not screens(WITH_NOTE, WITH_NOTE).still_draws(NOTE.text), (
        "it is read: another of that name is sought"
    )


def test_a_row_that_is_lit_otherwise_and_read_in_part_is_what_it_was() -> None:
    row = line("Riga on the Duna", 300, 200)
    before, part = window(row), Line("on the Duna", Box(340, 200, 88, 16))
    bright = Frame.from_rgb(before.frame.bgrx[:, :, 2::-1] - 10)
    after = Scene(bright, (*window().lines, part), ())
    assert screens(before, after).whole(part) == row.text
    other = window(line("Basel on the Duna", 300, 200))
    assert screens(before, replace(other, lines=after.lines)).whole(part) == part.text


def test_what_is_left_of_a_text_that_was_compared_before_its_middle_was_covered_is_not_new() -> None:
    """The recorded number was narrower, so that the list covers all of it."""
    cover, wide = Box(290, 180, 80, 110), line("Letters in the note: 21", 200, 200)

    def under(scene: Scene, *rest: Line) -> Scene:
        bgrx = scene.frame.bgrx.copy()
        bgrx[cover.slices] = over(*MENU).frame.bgrx[cover.slices]  # type: ignore[attr-defined]
        return Scene(Frame(bgrx), (*scene.lines, *MENU, *rest), ())

    before, was = window(wide), window(line("Letters in the note: 9", 200, 200))
    rest = Line("21", Box(370, 200, 14, 16))
    hidden = under(window())
    left = under(Scene(before.frame, window().lines, ()), rest)
    assert said(screens(was, hidden), screens(before, left)).reason is None
    assert said(screens(was, hidden, hidden), screens(before, left, left)).reason is None, "and a step later"
    assert said(screens(was, hidden, hidden), screens(before, hidden, left)).reason is not None
    other = under(window(line("18", 369, 200)))
    assert said(screens(was, hidden), screens(before, other)).reason is not None
