"""What a person pointed at, on the frames of a recording."""

from __future__ import annotations

from agent.demonstrate.steps.scenes import DemoScenes
from tests.agent.recordings import recorded
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.action import Click, Key, Move
from tools.geometry import Point

SAVE = Point(60, 308)
PLAIN = painted(line("Save", 40, 300))
LIT = painted(line("5ave", 40, 300))  # lit up, it reads badly
LATER = painted(line("Saved", 40, 300))
MOVE, CLICK = recorded([PLAIN.frame, LIT.frame, LATER.frame], Move(point=SAVE), Click(point=SAVE))


def test_what_is_pointed_at_is_named_as_it_was_before_the_pointer_came() -> None:
    scenes = DemoScenes(FakeParser(PLAIN, LIT, LATER))
    straight, arriving = scenes.name(CLICK), scenes.arriving(MOVE).name(CLICK)
    assert straight is not None
    assert arriving is not None
    assert (straight.locator.text, arriving.locator.text) == ("5ave", "Save")


def test_a_way_to_somewhere_else_does_not_count() -> None:
    (elsewhere,) = recorded([PLAIN.frame, LIT.frame], Move(point=Point(500, 20)))
    scenes = DemoScenes(FakeParser(PLAIN, LIT)).arriving(elsewhere)
    assert scenes.shown(CLICK) is LIT


def test_what_could_not_be_named_before_is_named_as_it_is_now() -> None:
    empty = painted()
    move, click = recorded([empty.frame, LIT.frame, LATER.frame], Move(point=SAVE), Click(point=SAVE))
    name = DemoScenes(FakeParser(empty, LIT)).arriving(move).name(click)
    assert name is not None
    assert name.locator.text == "5ave"


def test_a_key_points_at_nothing() -> None:
    (key,) = recorded([PLAIN.frame, LIT.frame], Key(keys=("enter",)))
    scenes = DemoScenes(FakeParser(PLAIN, LIT))
    assert scenes.name(key) is None
    assert scenes.field(key) is None


def test_the_field_under_a_click_and_around_what_came_up() -> None:
    entry = widget("field", 120, 96, 300)
    form = painted(line("Full name", 20, 100), entry)
    (click,) = recorded([form.frame, form.frame], Click(point=entry.box.center))
    scenes = DemoScenes(FakeParser(form))
    assert scenes.field(click) == entry
    assert scenes.field_around(form.frame, entry.box.grow(-6)) == entry


def test_each_frame_is_read_once() -> None:
    parser = FakeParser(PLAIN, LIT, LATER)
    scenes = DemoScenes(parser)
    for _ in range(3):
        scenes.name(CLICK)
        scenes.arriving(MOVE).name(CLICK)
    assert parser.looks == 2
