"""Loop guard: stops an episode that gets nowhere: limits, repetition, unusable replies in a row. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from agent.episode import Ending
from agent.printing.counted import counted
from tools.action import Scroll, Wait, point_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.episode import Step, Verdict
    from agent.task import Limits
    from tools.action import Action
    from tools.geometry import Point
    from tools.observation import Observation

UNUSABLE_IN_A_ROW = 3
"""So many malformed or refused decisions one after the other end an episode."""
DROPPED_IN_A_ROW = 10
"""A target whose surroundings never hold still ends it as well."""
REPEATS_TOLD = 3
"""The same action on an unchanged screen so often is told to the model; once more ends the episode."""
LOOP = "the same action again and again without effect"
"""How the ending of such an episode begins."""
NEAR = 8
"""Pixels on either axis: a model that means one place wavers about so much; targets lie further apart."""


class LoopGuard(Protocol):
    """What stops an episode that its model does not end."""

    def too_late(self, seconds: float) -> Ending | None:
        """The time limit's ending, once that many seconds are over."""
        ...

    def warning(self, before: Sequence[Step], action: Action, observation: Observation) -> str:
        """What the model is told after an action that was done on that observation; "": nothing."""
        ...

    def stop(self, steps: Sequence[Step]) -> Ending | None:
        """The ending that these steps lead to, if any."""
        ...


class NoGuard:
    """Never stops an episode: a person who shows a task may do the same again and again, and means it."""

    def too_late(self, seconds: float) -> None:
        """Never."""

    def warning(self, before: Sequence[Step], action: Action, observation: Observation) -> str:
        """Nothing."""
        del before, action, observation
        return ""

    def stop(self, steps: Sequence[Step]) -> None:
        """None."""


class ProgressGuard:
    """Judges by the steps alone, so that a replay stops where the run stopped (but for the time limit).

    Args:
        limits: The task's.
        as_once: Whether what was planned is judged as all else, as it once was: its waits are steps, its
            repetitions a loop.
    """

    def __init__(self, limits: Limits, *, as_once: bool = False) -> None:
        self._limits, self._as_once = limits, as_once

    def too_late(self, seconds: float) -> Ending | None:
        """The time limit's ending, once that many seconds are over."""
        if seconds < self._limits.seconds:
            return None
        return Ending("stopped", f"the time limit of {self._limits.seconds:g} s is used up", outside=True)

    def warning(self, before: Sequence[Step], action: Action, observation: Observation) -> str:
        """What the model is told when it repeats an action that changes nothing; else ""."""
        repeats = _repeats(before, action, observation)
        if repeats < REPEATS_TOLD:
            return ""
        return f"You did the same {repeats} times and nothing changed on the screen. Try something else."

    def stop(self, steps: Sequence[Step]) -> Ending | None:
        """The ending that these steps lead to, if any."""
        last = steps[-1]
        if last.outcome == "denied":
            return Ending("stopped", last.note or "the action was not approved")
        unusable = _in_a_row(steps, {"malformed", "refused"})
        if unusable >= UNUSABLE_IN_A_ROW:
            verdict: Verdict = "model_error" if last.outcome == "malformed" else "stopped"
            return Ending(verdict, f"{unusable} unusable decisions in a row, the last: {last.note}")
        if _in_a_row(steps, {"dropped"}) >= DROPPED_IN_A_ROW:
            return Ending("stopped", f"{DROPPED_IN_A_ROW} decisions in a row were dropped: {last.note}")
        if last.action and self._loops(steps[:-1], last.action, last):
            return Ending("stopped", f"{LOOP}: {_brief(last.action)}")
        return self._used_up(steps)

    def _used_up(self, steps: Sequence[Step]) -> Ending | None:
        if sum(self._counts(step) for step in steps) >= self._limits.steps:
            steps_allowed = counted(self._limits.steps, "step", "steps")
            return Ending("stopped", f"the limit of {steps_allowed} is used up")
        tokens = sum(step.completion.usage.worked for step in steps)
        if tokens > self._limits.tokens:
            return Ending("stopped", f"the limit of {self._limits.tokens} tokens is used up ({tokens})")
        cost = sum(step.completion.usage.cost for step in steps)
        if self._limits.cost is not None and cost > self._limits.cost:
            return Ending(
                "stopped", f"the limit of {self._limits.cost:g} for the cost is used up ({cost:.4g})"
            )
        return None

    def _loops(self, before: Sequence[Step], action: Action, step: Step) -> bool:
        """Whether a model is in a loop; a plan comes to its end."""
        may_loop = self._as_once or not step.completion.planned
        return may_loop and _repeats(before, action, step.observation) > REPEATS_TOLD

    def _counts(self, step: Step) -> bool:
        """Whether it is a step at all; the time limit is there for those that only wait."""
        return self._as_once or not (isinstance(step.action, Wait) and step.completion.planned)


def _in_a_row(steps: Sequence[Step], outcomes: set[str]) -> int:
    count = 0
    for step in reversed(steps):
        if step.outcome not in outcomes:
            break
        count += 1
    return count


def _repeats(before: Sequence[Step], action: Action, observation: Observation) -> int:
    """How often an action like this one was done, this time included, since the screen last changed.

    Other actions in between, and replies that were not understood, do not hide it: clicking in two places by
    turns gets nowhere either.
    """
    count, still = 1, not observation.settled.changed
    for step in reversed(before):
        if not still or step.outcome == "dropped":  # dropped: the screen did change
            break
        count += step.outcome == "done" and step.action is not None and _alike(step.action, action)
        still = not step.observation.settled.changed
    return count


def _alike(one: Action, other: Action) -> bool:
    """Whether two actions do the same, at nearly the same place; scrolls by their way. Waits never do."""
    if isinstance(one, Wait) or type(one) is not type(other) or not _near(point_of(one), point_of(other)):
        return False
    if isinstance(one, Scroll) and isinstance(other, Scroll):
        return _way(one) == _way(other)
    return one.model_dump(exclude={"point"}) == other.model_dump(exclude={"point"})


def _near(one: Point | None, other: Point | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one.x - other.x) <= NEAR and abs(one.y - other.y) <= NEAR


def _way(scroll: Scroll) -> tuple[bool, bool, bool, bool]:
    return scroll.vertical > 0, scroll.vertical < 0, scroll.horizontal > 0, scroll.horizontal < 0


def _brief(action: Action) -> str:
    return ", ".join(f"{name} {value}" for name, value in action.model_dump().items() if value is not None)
