"""The hook between the loop and the desktop is called at each look and action, and the actions are kept."""

from __future__ import annotations

import pytest

from agent.drift.changes.hook import HookedDesktop, NoDrift
from agent.drift.trace import PerformedAction
from tests.agent.fakes import FakeDesktop, make_frame
from tools.action import Click, Key, Wait
from tools.errors import Refused
from tools.geometry import Point
from tools.observation import Frame

FIRST = make_frame(1)


class Hook:
    """A drift that comes about after the first action, and remembers when it was asked."""

    told = "changed"
    pressed = 0

    def __init__(self) -> None:
        self.asked: list[str] = []

    def open(self) -> None:
        self.asked.append("open")

    def look(self, done: int, frame: Frame) -> bool:
        self.asked.append(f"look {done}")
        return done == 1

    def act(self, done: int, frame: Frame) -> None:
        self.asked.append(f"act {done}")


def within(point: Point) -> tuple[str, Point]:
    """Every window's corner is at (10, 10)."""
    return "Form", Point(point.x - 10, point.y - 10)


def hooked() -> tuple[HookedDesktop, Hook, FakeDesktop]:
    desktop, hook = FakeDesktop(), Hook()
    return HookedDesktop(desktop, hook, within), hook, desktop


def test_the_drift_is_asked_once_at_the_start_and_at_every_look_and_act() -> None:
    desktop, hook, _ = hooked()
    for _ in range(2):
        desktop.execute(Key(keys=("tab",)), desktop.observe())
    assert hook.asked == ["open", "look 0", "act 0", "look 1", "act 1"]


def test_what_has_changed_is_looked_at_anew() -> None:
    desktop, _, real = hooked()
    desktop.execute(Key(keys=("tab",)), desktop.observe())
    assert real.looks == 1
    seen = desktop.observe()
    assert real.looks == 3
    assert seen.frame.digest == make_frame(3).digest


def test_each_action_is_noted_with_its_place_in_the_window_and_waits_are_not() -> None:
    desktop, _, _ = hooked()
    click, key = Click(point=Point(50, 40)), Key(keys=("tab",))
    for action in (click, Wait(seconds=1), key):
        desktop.execute(action, desktop.observe())
    assert desktop.performed == [PerformedAction(click, Point(40, 30)), PerformedAction(key, None)]


def test_what_was_refused_was_not_done() -> None:
    desktop, _, _ = hooked()
    with pytest.raises(Refused):
        desktop.execute(Click(point=Point(5000, 5)), desktop.observe())
    assert desktop.performed == []


def test_without_a_drift_nothing_changes_and_nothing_is_told() -> None:
    none = NoDrift(FIRST)
    assert not none.look(0, make_frame(2))
    assert (none.told, none.pressed) == (None, 0)


@pytest.mark.parametrize(
    ("done", "frame", "told"),
    [
        (0, Frame(FIRST.bgrx.copy()), None),
        (0, Frame.from_rgb(255 - FIRST.rgb), "in another font"),
        (0, make_frame(1, 300, 100), "in another font"),
        (1, Frame.from_rgb(255 - FIRST.rgb), None),
    ],
)
def test_the_programs_own_drift_shows_on_its_first_screen_or_never(
    done: int, frame: Frame, told: str | None
) -> None:
    drift = NoDrift(FIRST, "in another font")
    assert not drift.look(done, frame)
    assert drift.told == told


def test_a_late_start_has_come_about_however_the_program_looks() -> None:
    assert NoDrift(FIRST, "started late", certain=True).told == "started late"


def test_a_drift_without_words_changed_nothing() -> None:
    """What nothing carries out must be void, not right."""
    drift = NoDrift(FIRST, "")
    assert not drift.look(0, make_frame(2))
    assert (drift.told, NoDrift(FIRST, "", certain=True).told) == (None, None)
