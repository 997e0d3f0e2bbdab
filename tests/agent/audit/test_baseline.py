"""The baseline: which steps acted, and on which screens something was chosen."""

from __future__ import annotations

from agent.audit.baseline import Baseline
from agent.episode import Step
from agent.model import Completion, Prompt
from tests.agent.fakes import make_frame
from tools.action import Action, Click, Move, Type, Wait
from tools.geometry import Point
from tools.observation import Frame, Observation, Settled

SETTLED = Settled(quiet=True, changed=False, seconds=0.0)


def step(index: int, follows: int | None, action: Action | None, frame: Frame, outcome: str = "done") -> Step:
    completion = Completion("so", follows=follows)
    seen = Observation(frame, settled=SETTLED)
    return Step(index, seen, Prompt("", ()), completion, outcome, None, action)  # type: ignore[arg-type]


def test_a_step_that_only_looked_or_moved_has_not_acted() -> None:
    baseline, frame = Baseline(), make_frame()
    baseline.stepped(step(1, 0, Type(text="x"), frame))
    baseline.stepped(step(2, 1, Wait(seconds=1), frame))
    baseline.stepped(step(3, 2, Move(point=Point(1, 1)), frame))
    baseline.stepped(step(4, 3, Click(point=Point(1, 1)), frame, "dropped"))
    baseline.stepped(step(5, 4, None, frame, "ended"))
    baseline.stepped(step(6, None, Type(text="y"), frame))
    assert baseline.acted == {0}


def test_the_first_screen_and_the_last_click_of_a_choice_are_kept_and_no_others() -> None:
    baseline, frames = Baseline(frozenset({1})), [make_frame(shade) for shade in range(4)]
    baseline.stepped(step(1, 0, Click(point=Point(1, 1)), frames[0]))
    baseline.stepped(step(2, 1, Click(point=Point(2, 2)), frames[1]))
    baseline.stepped(step(3, 1, Click(point=Point(3, 3)), frames[2]))
    assert baseline.first == {1: frames[1]}
    assert baseline.clicked == {1: (frames[2], Point(3, 3))}
