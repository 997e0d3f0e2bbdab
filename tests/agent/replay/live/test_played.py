"""The played part of a recording, beside what this run did."""

from __future__ import annotations

from agent.replay.live.played import Done, Played
from agent.replay.live.target import TargetPoint
from tests.agent.fakes import make_frame
from tests.agent.recordings import recorded
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.action import Action, Click, Key, Move, Type
from tools.geometry import Point
from tools.see.cache import SceneCache

FRAMES = [make_frame(number) for number in range(5)]
THERE = TargetPoint(Point(5, 5), "near")
ACTIONS: list[Action] = [
    Click(point=Point(3, 3)),
    Type(text="Ada"),
    Key(keys=("enter",)),
    Move(point=Point(1, 1)),
]


def played(*done: Action, target: TargetPoint = THERE) -> Played:
    """The recording above, with so much done, each on a screen of this run's own."""
    mine = [Done(action, make_frame(10 + at), None, target) for at, action in enumerate(done)]
    return Played(recorded(FRAMES, *ACTIONS), mine)


def test_it_is_between_the_last_action_and_the_next() -> None:
    assert (played().at, played().last) == (0, None)
    one = played(ACTIONS[0])
    assert (one.last, one.next) == (one.trajectory[0], one.trajectory[1])
    assert played(*ACTIONS).next is None


def test_the_screens_of_this_run_go_by_the_recorded_steps() -> None:
    one = played(*ACTIONS[:2])
    assert one.seen == {step.step: done.before for step, done in zip(one.trajectory, one.done, strict=False)}


def test_a_text_that_was_typed_counts_where_it_is_another() -> None:
    assert played(ACTIONS[0], Type(text="Ada")).texts_of(1) is None
    assert played(ACTIONS[0], Type(text="Zoë")).texts_of(1) == ("Ada", "Zoë")
    assert played(ACTIONS[0], Type(text="Zoë")).typed.changed


def test_what_is_typed_ahead_is_chosen_by_the_key_behind_it() -> None:
    assert played(ACTIONS[0], Type(text="Zoë"), ACTIONS[2]).chosen == ("Ada", "Zoë")
    assert played(ACTIONS[0]).chosen is None


def test_the_next_target_knows_the_screens_of_the_last_action_that_may_have_opened_it() -> None:
    one = played(*ACTIONS[:3])
    assert one.wanted is not None
    assert (one.wanted.frame, one.wanted.point) == (FRAMES[3], Point(1, 1))
    assert played(ACTIONS[0]).wanted is None, "what is typed points at nothing"


def test_targets_are_those_to_come_and_the_healed_ones() -> None:
    assert [point for _, point in played().targets] == [Point(3, 3), Point(1, 1)]
    assert [point for _, point in played(ACTIONS[0]).targets] == [Point(1, 1)]
    healed = TargetPoint(Point(5, 5), "an accepted heal", healed=True)
    assert [point for _, point in played(ACTIONS[0], target=healed).targets] == [Point(3, 3), Point(1, 1)]


def test_a_list_that_moved_when_another_entry_was_chosen_shows_other_texts() -> None:
    pane = widget("field", 100, 100, 200, 200)
    at_top, one_on = (
        painted(pane, *(line(f"Town {first + row}", 130, 110 + 24 * row) for row in range(7)))
        for first in (0, 1)
    )
    there = TargetPoint(Point(150, 262), "by its text", chosen=("Town 2", "Town 6"), stands=True)
    click, parser = Click(point=Point(150, 160)), SceneCache(FakeParser(at_top, one_on))
    for before, after, now, scrolled in (
        (at_top, at_top, at_top, []),
        (at_top, at_top, one_on, [pane.box]),
        (at_top, one_on, at_top, [pane.box]),
        (at_top, at_top, None, []),
    ):
        mine = [Done(click, at_top.frame, None, there)]
        one = Played(recorded([before.frame, after.frame], click), mine)
        [entry] = one.entries(parser, now.frame if now else None)
        assert sorted(set(entry.turned)) == scrolled
