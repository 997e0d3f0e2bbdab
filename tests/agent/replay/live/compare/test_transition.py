"""What two transitions are compared with the help of."""

from __future__ import annotations

from agent.replay.live.compare.transition import Context, Transition
from tests.tools.scenes import FakeParser, line, painted
from tools.action import Key
from tools.geometry import Box

FIRST = painted(line("Full name", 20, 100))
OPENED = painted(line("Full name", 20, 100), line("Norway", 130, 140))
CONTEXT = Context(FakeParser(FIRST, OPENED), earlier=[FIRST.frame, OPENED.frame])


def test_the_texts_that_came_up_and_went_away() -> None:
    texts = Transition(Key(keys=("down",)), FIRST, OPENED).texts
    assert ([one.text for one in texts.came], texts.went) == (["Norway"], ())


def test_the_texts_of_earlier_screens_and_those_that_the_recording_brought_up() -> None:
    assert [one.text for one in CONTEXT.known] == ["Full name", "Full name", "Norway"]
    assert [one.text for one in CONTEXT.opened] == ["Norway"]


def test_at_the_start_nothing_is_known() -> None:
    start = Context(FakeParser())
    assert (start.known, start.opened) == ([], [])


def test_texts_in_ignored_areas_do_not_count() -> None:
    ignoring = Context(FakeParser(), ignored=[Box(100, 130, 200, 40)])
    assert [one.text for one in ignoring.counted(OPENED.lines)] == ["Full name"]
