"""What the guard refuses."""

from __future__ import annotations

import pytest

from tools.action import Action, Click, Drag, Key, Move, Scroll, Type, Wait
from tools.errors import Refused
from tools.geometry import Box, Point, Size
from tools.guard import Guard

SIZE = Size(640, 480)


@pytest.mark.parametrize(
    "action",
    [
        Click(point=Point(0, 0)), Move(point=Point(639, 479)), Scroll(vertical=1), Type(text="x"),
        Wait(seconds=60), Key(keys=("ctrl", "s")), Key(keys=("alt", "f4")), Key(keys=("delete",)),
    ],
)  # fmt: skip
def test_ordinary_actions_pass(action: Action) -> None:
    Guard().check(action, SIZE)


@pytest.mark.parametrize("kind", [Click, Move, Drag, Scroll])
@pytest.mark.parametrize("point", [(640, 0), (0, 480), (-1, 5), (5, -1), (10**9, 0)])
def test_points_off_the_screen_are_refused_not_clamped(kind: type[Click], point: tuple[int, int]) -> None:
    with pytest.raises(Refused, match="off the screen, which is 640x480"):
        Guard().check(kind(point=Point(*point)), SIZE)


def test_forbidden_regions() -> None:
    guard = Guard(forbidden=(Box(100, 100, 50, 50),))
    guard.check(Click(point=Point(150, 150)), SIZE)
    with pytest.raises(Refused, match="forbidden region"):
        guard.check(Click(point=Point(149, 149)), SIZE)


def test_no_drag_leads_through_a_forbidden_region() -> None:
    guard = Guard(forbidden=(Box(100, 100, 50, 50),))
    guard.check(Drag(point=Point(400, 120)), SIZE, Point(160, 120))
    guard.check(Drag(point=Point(400, 99)), SIZE, Point(20, 99))
    guard.check(Drag(point=Point(90, 200)), SIZE, Point(90, 10))
    for begin, end in (((20, 120), (400, 120)), ((120, 400), (120, 20)), ((20, 20), (400, 400))):
        with pytest.raises(Refused, match="leads through a forbidden region"):
            guard.check(Drag(point=Point(*end)), SIZE, Point(*begin))


@pytest.mark.parametrize(
    "keys",
    [
        ("ctrl", "alt", "backspace"), ("Control", "Alt", "BackSpace"), ("alt_l", "ctrl_r", "del"),
        ("ctrl", "shift", "alt", "f1"), ("ctrl", "altgr", "F12"), ("ctrl", "alt", "a", "delete"),
    ],
)  # fmt: skip
def test_chords_that_end_the_session_are_refused_however_they_are_spelt(keys: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match="forbidden chord"):
        Guard().check(Key(keys=keys), SIZE)


def test_chords_can_be_chosen() -> None:
    guard = Guard(chords=frozenset({frozenset({"alt", "f4"})}))
    guard.check(Key(keys=("ctrl", "alt", "delete")), SIZE)
    with pytest.raises(Refused):
        guard.check(Key(keys=("alt", "f4")), SIZE)


def test_unknown_keys_are_refused_with_the_nearest_name() -> None:
    with pytest.raises(Refused, match="no key is called 'entr'"):
        Guard().check(Key(keys=("entr",)), SIZE)


def test_long_waits_are_refused() -> None:
    with pytest.raises(Refused, match="wait 5 s at most"):
        Guard(longest_wait=5).check(Wait(seconds=6), SIZE)


def test_a_confinement_is_the_inverse_of_a_forbidden_region() -> None:
    guard = Guard(within=Box(50, 50, 100, 100))
    for action in (Click(point=Point(60, 60)), Move(point=Point(0, 0)), Key(keys=("x",)), Wait(seconds=1)):
        guard.check(action, SIZE, Point(0, 0))
    for action in (Click(point=Point(10, 60)), Scroll(vertical=1), Drag(point=Point(60, 60))):
        with pytest.raises(Refused, match=r"outside the region that this run is confined to, \(50, 50\) to"):
            guard.check(action, SIZE, Point(0, 0))
