"""Whether a screen agrees with the recorded one where another row was chosen, on scenes made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.replay.live.agreement import Agreement
from agent.replay.live.options import PlayerOptions
from agent.replay.live.played import Done, Played
from agent.replay.live.target import TargetPoint
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.recordings import recorded
from tests.tools.scenes import FakeParser, line, painted
from tools.action import Click
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene

NAMES = ("Miller", "Meier", "Nowak", "Smith", "Adams")
MEIER, SMITH = line(NAMES[1], 120, 124).box.center, line(NAMES[3], 120, 172).box.center
VALUES = Substitutions(pairs=(("Meier", "Smith"),), values=(("Meier", "Smith"),))


def orders(*more: Line, names: tuple[str, ...] = NAMES) -> Scene:
    """A table of five orders, with more on the screen."""
    rows = (
        (
            line(f"A-10{row}", 20, 100 + 24 * row),
            line(name, 120, 100 + 24 * row),
            line(f"{row}50.00", 240, 100 + 24 * row),
        )
        for row, name in enumerate(names)
    )
    return painted(line("Orders of May", 20, 20), *(cell for row in rows for cell in row), *more)


def asked(no: str, name: str, amount: str) -> Scene:
    """The screen of this run, or of the recorded one, with what is asked of the chosen row."""
    return orders(line(f"Book order {no} of {name} for {amount}?", 300, 300), line("Yes, book it", 300, 340))


THEN = asked("A-101", "Meier", "150.00")


def said(now: Scene) -> str | None:
    """What is said of a screen after a click on Smith, where one on Meier was recorded."""
    before = orders()
    trajectory = recorded([before.frame, THEN.frame], Click(point=MEIER))
    click = TargetPoint(SMITH, "by its name", chosen=("Meier", "Smith"), stands=True)
    played = Played(trajectory, [Done(Click(point=SMITH), before.frame, SMITH, click)])
    scenes = SceneCache(FakeParser(before, THEN, now))
    agreement = Agreement(played, PlayerOptions(VALUES), scenes)
    reason = agreement.reason(now.frame)
    assert bool(agreement.told) == (reason is None)
    return reason


def test_the_cells_of_the_chosen_row_come_up_in_the_question() -> None:
    assert said(asked("A-103", "Smith", "350.00")) is None


@pytest.mark.parametrize(
    "question",
    [
        ("A-101", "Meier", "150.00"),
        ("A-101", "Smith", "350.00"),
        ("A-103", "Smith", "150.00"),
        ("A-104", "Smith", "350.00"),
        ("A-103", "Adams", "350.00"),
        ("A-103b", "Smith", "350.00"),
        ("A-103", "Smith", "1350.00"),
    ],
)
def test_nothing_else_may_come_up_there(question: tuple[str, str, str]) -> None:
    assert said(asked(*question)) is not None


@pytest.mark.parametrize(
    ("old", "new"), [("Smith", "Smith (locked)"), ("Meier", "Meier 2"), ("Adams", "Evans")]
)
def test_no_text_of_the_rows_may_change(old: str, new: str) -> None:
    names = tuple(new if name == old else name for name in NAMES)
    shown = asked("A-103", "Smith", "350.00").lines[-2:]
    assert said(orders(*shown, names=names)) is not None
