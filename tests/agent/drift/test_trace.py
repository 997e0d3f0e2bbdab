"""Whether a run did anything that another did not."""

from __future__ import annotations

import pytest

from agent.drift.trace import PerformedAction, Trace, deviation
from tools.action import Click, Drag, Key, Move, Type
from tools.geometry import Box, Point

SAVE = PerformedAction(Click(point=Point(100, 50)), Point(90, 20))
ELSEWHERE = PerformedAction(Click(point=Point(400, 350)), Point(90, 21))
BESIDE = PerformedAction(Click(point=Point(100, 52)), Point(90, 22))
OTHER = PerformedAction(Click(point=Point(100, 90)), Point(90, 60))
DOUBLE = PerformedAction(Click(point=Point(100, 50), count=2), Point(90, 20))
TYPED = PerformedAction(Type(text="Ada"), None)
ENTER = PerformedAction(Key(keys=("enter",)), None)
MOVED = PerformedAction(Move(point=Point(5, 5)), Point(5, 5))
MOVED_AWAY = PerformedAction(Move(point=Point(95, 95)), Point(95, 95))
DRAGGED = PerformedAction(Drag(point=Point(9, 9)), Point(9, 9))


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ((SAVE, TYPED), (SAVE, TYPED)),
        ((SAVE,), (SAVE, TYPED)),
        ((ELSEWHERE,), (SAVE,)),  # the window is elsewhere; in it the place is the same
        ((SAVE, MOVED, TYPED), (SAVE, TYPED)),
        ((MOVED,), (MOVED_AWAY,)),
    ],
)
def test_what_is_the_same(now: tuple[PerformedAction, ...], then: tuple[PerformedAction, ...]) -> None:
    assert deviation(Trace(now), Trace(then), in_place=True) is None


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        ((OTHER,), (SAVE,), "took hold"),
        ((BESIDE,), (SAVE,), "took hold"),
        ((DOUBLE,), (SAVE,), "action 1 was"),
        ((TYPED, SAVE), (SAVE, TYPED), "action 1 was"),
        ((SAVE, TYPED, ENTER), (SAVE, TYPED), "too many"),
        ((MOVED, DRAGGED), (MOVED_AWAY, DRAGGED), "took hold"),
    ],
)
def test_what_is_another_action(
    now: tuple[PerformedAction, ...], then: tuple[PerformedAction, ...], said: str
) -> None:
    told = deviation(Trace(now), Trace(then), in_place=True)
    assert told is not None
    assert said in told


def test_a_text_that_names_the_folder_of_its_run_is_the_same_in_another() -> None:
    now, then = (
        Trace((PerformedAction(Type(text=f"/runs/{run}/workdir/note.txt"), None),)).in_folder(
            f"/runs/{run}/workdir"
        )
        for run in ("1", "2")
    )
    assert deviation(now, then, in_place=True) is None
    assert deviation(Trace((TYPED,)).in_folder("/runs/1/workdir"), then, in_place=True) is not None


def test_anywhere_in_a_large_field_is_the_same_place() -> None:
    note = PerformedAction(Click(point=Point(300, 300)), Point(290, 270), Box(-200, -100, 400, 200))
    lower, outside = (PerformedAction(note.action, Point(290, 270 + by)) for by in (80, 120))
    assert deviation(Trace((lower,)), Trace((note,)), in_place=True) is None
    assert "took hold" in (deviation(Trace((outside,)), Trace((note,)), in_place=True) or "")


def test_places_count_only_where_nothing_is_drawn_anew() -> None:
    assert deviation(Trace((OTHER,)), Trace((SAVE,)), in_place=False) is None


def test_events_of_the_program_are_compared_without_its_drift() -> None:
    then = Trace((SAVE, TYPED), ("press 1 name", "key a name", "press 1 save"))
    drifted = ("drift theme", "press 1 name", "key a name")
    assert deviation(Trace((SAVE, TYPED), drifted), then, in_place=True) is None
    other = deviation(Trace((SAVE, TYPED), ("press 1 name", "key a email")), then, in_place=True)
    assert other == 'event 2 of the program was "key a email", and is "key a name" without the drift'
    more = Trace((SAVE, TYPED), (*(then.events or ()), "press 1 save"))
    assert "one event too many" in (deviation(more, then, in_place=True) or "")


def test_a_program_that_tells_nothing_is_judged_by_the_actions_alone() -> None:
    assert deviation(Trace((SAVE,)), Trace((SAVE,), ("press",)), in_place=True) is None


def test_a_press_on_what_the_drift_put_up_is_no_action_of_an_undrifted_run() -> None:
    assert "1 presses" in (deviation(Trace((SAVE,), None, 1), Trace((SAVE,)), in_place=True) or "")
