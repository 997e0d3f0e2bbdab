"""What a click is in words, with what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.demonstrate.steps.clicked import clicked
from agent.demonstrate.steps.scenes import DemoScenes
from tests.agent.recordings import recorded
from tests.tools.icons import with_crosses
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.action import Click, Key, Move, Scroll, Type
from tools.geometry import Box, Point
from tools.see.scene import Scene

if TYPE_CHECKING:
    from tools.action import Action

ENTRY, CHOICE = widget("field", 120, 96, 300), widget("dropdown", 120, 146, 300)
LABELS = (line("Name", 20, 100), line("Country", 20, 150))
TERMS, PRIVATE = widget("checkbox", 20, 250, 14, 14, checked=False), widget("radio", 20, 280, 14, 14)
CAPTIONS = (line("Terms", 42, 249), line("Private", 42, 279))
SAVE, BUTTON = line("Save", 40, 306), widget("button", 20, 300, 80)


def form(name: str = "", country: str = "", **state: bool) -> Scene:
    """A form with one of each."""
    texts = [line(text, 130, top) for text, top in ((name, 100), (country, 150)) if text]
    terms = widget("checkbox", 20, 250, 14, 14, checked=state.get("ticked", False))
    return painted(*LABELS, *CAPTIONS, SAVE, ENTRY, CHOICE, terms, PRIVATE, BUTTON, *texts)


def listed(*options: str) -> Scene:
    """The drop-down's list is open."""
    rows = [line(text, 130, 180 + 20 * row) for row, text in enumerate(options)]
    shown = form()
    return painted(*shown.lines, *shown.widgets, *rows, marks=(Box(122, 172, 296, 4),))


def said(*turns: tuple[Scene, Action], last: Scene | None = None) -> tuple[int, list[str]]:
    """How many actions the first click takes up, and what they come to; notes are in parentheses."""
    scenes = [scene for scene, _ in turns] + [last or form()]
    actions = recorded([scene.frame for scene in scenes], *(action for _, action in turns))
    count, steps = clicked(actions, DemoScenes(FakeParser(*scenes)))
    return count, [one.sentence or f"({one.note})" for one in steps]


def at(x: int, y: int, **how: object) -> Click:
    return Click(point=Point(x, y), **how)


@pytest.mark.parametrize(
    ("click", "sentence"),
    [
        (at(60, 312), 'Click "Save"'),
        (at(60, 312, count=2), 'Double-click "Save"'),
        (at(60, 312, count=3), 'Triple-click "Save"'),
        (at(60, 312, button="right"), 'Right-click "Save"'),
        (at(60, 312, button="middle"), 'Middle-click "Save"'),
        (at(26, 257), 'Tick "Terms"'),
        (at(60, 257), 'Tick "Terms"'),
        (at(26, 287), 'Choose "Private"'),
        (at(500, 500), "(a click at (500, 500); what is there has no name)"),
        (at(200, 108), '(click into the field "Name", which no step does by itself)'),
        (at(200, 108, button="right"), '(right-click into the field "Name", which no step does by itself)'),
    ],
)
def test_a_click_alone(click: Click, sentence: str) -> None:
    assert said((form(), click)) == (1, [sentence])


def test_what_has_no_name_is_shown_by_a_picture_where_it_is_like_nothing_else() -> None:
    icons = with_crosses(Point(60, 60), brush=Point(300, 200))
    actions = recorded([icons, with_crosses()], at(60, 60, count=2))
    _, [step] = clicked(actions, DemoScenes(FakeParser(Scene(icons, (), ()))))
    assert (step.sentence, step.verb) == ("", "Double-click")
    assert step.picture is not None
    assert said((form(), at(500, 500)))[1] == ["(a click at (500, 500); what is there has no name)"]


def test_a_ticked_box_is_unticked() -> None:
    assert said((form(ticked=True), at(26, 257))) == (1, ['Untick "Terms"'])


def test_typing_belongs_to_the_click_into_its_field() -> None:
    turns = ((form(), at(200, 108)), (form(), Type(text="Ada")), (form("Ada"), at(60, 312)))
    assert said(*turns) == (2, ['Type "Ada" into "Name"'])


def test_and_so_do_the_chords_between_them() -> None:
    chord = Key(keys=("ctrl", "a"))
    turns = ((form("Bob"), at(200, 108)), (form("Bob"), chord), (form("Bob"), Type(text="Ada")))
    assert said(*turns, last=form("Ada")) == (3, ['Type "Ada" into "Name"'])


def test_a_key_that_no_typing_follows_is_a_step_of_its_own() -> None:
    turns = ((form(), at(200, 108)), (form(), Key(keys=("tab",))), (form(), at(60, 312)))
    assert said(*turns)[0] == 1


def test_a_list_that_is_opened_and_an_entry_are_one_choice() -> None:
    turns = ((form(), at(400, 158)), (listed("France", "Japan"), at(150, 208)))
    assert said(*turns, last=form(country="Japan")) == (2, ['Select "Japan" in "Country"'])


def test_scrolling_the_list_belongs_to_it() -> None:
    opened, further = listed("France", "Japan"), listed("Kenya", "Laos")
    turns = (
        (form(), at(400, 158)), (opened, Move(point=Point(150, 200))),
        (opened, Scroll(point=Point(150, 200), vertical=-3)), (further, at(150, 188)),
    )  # fmt: skip
    assert said(*turns, last=form(country="Kenya")) == (4, ['Select "Kenya" in "Country"'])


def test_a_list_that_shows_something_else_afterwards_was_not_chosen_from() -> None:
    turns = ((form(), at(400, 158)), (listed("France", "Japan"), at(150, 208)))
    assert said(*turns, last=form(country="France"))[0] == 1


def test_a_menu_and_its_entry_are_one_choice() -> None:
    bar = (line("File", 20, 20), line("Edit", 80, 20))
    menu = Box(16, 40, 160, 80)
    opened = painted(*bar, line("Save as", 24, 70), marks=(Box(16, 40, 160, 2), Box(16, 118, 160, 2)))
    rgb = opened.frame.rgb.copy()
    rgb[menu.slices][::3] = 120  # the menu is painted all over
    shown = type(opened)(type(opened.frame).from_rgb(rgb), opened.lines, opened.widgets)
    turns = ((painted(*bar), at(36, 28)), (shown, at(50, 78)))
    assert said(*turns) == (2, ['Choose "File > Save as"'])


def test_a_click_elsewhere_after_a_menu_is_another_step() -> None:
    bar = (line("File", 20, 20), line("Edit", 80, 20), line("Help", 500, 400))
    turns = ((painted(*bar), at(36, 28)), (painted(*bar, line("Save as", 24, 70)), at(510, 408)))
    assert said(*turns) == (1, ['Click "File"'])
