"""Steps of an episode, and rules, to judge by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.episode import Step
from agent.model import Completion, Prompt
from agent.task.rules import Rule
from tests.agent.fakes import make_frame
from tools.observation import Observation

if TYPE_CHECKING:
    from agent.episode import Outcome
    from tools.action import Action


def stepped(action: Action, outcome: Outcome = "done", index: int = 1) -> Step:
    """A step that came to this action."""
    return Step(index, Observation(make_frame()), Prompt("", ()), Completion(""), outcome, action=action)


def rule(line: int = 1, **keys: object) -> Rule:
    """A rule as in a file."""
    return Rule.model_validate({"line": line, **keys})
