"""Tally of a run: its steps, times, tokens and cost, added up while it goes on, and what it ended with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.episode import Watcher
from agent.protocol.toolcall import TerminateCall, action_line, thought_line
from tools.action import Wait

if TYPE_CHECKING:
    from agent.episode import Ending, Step
    from agent.usage import Usage


@dataclass
class Tally(Watcher):
    """A watcher that adds up what a result tells: steps, tokens, cost, time by part."""

    steps: int = 0
    tokens: int = 0
    cost: float = 0.0
    timing: dict[str, float] = field(default_factory=dict)
    """Seconds by part."""
    at: str = ""
    """The last step that did something, in the model's words: `step 3: Click "Save".`"""
    values: dict[str, str] = field(default_factory=dict)
    """What steps have read, by the names of the variables."""
    interruptions: list[str] = field(default_factory=list)
    """The dialogs that came by themselves and were answered, in order."""
    said: str = ""
    """What the model said when it ended the task as done."""

    def stepped(self, step: Step) -> None:
        """Add the step."""
        self.steps = step.index
        if step.action and not isinstance(step.action, Wait):
            self.at = f"step {step.index}: {action_line(step.completion.text)}"
        self._add(step.completion.usage)
        self.values |= {one.name: one.value for one in step.completion.judged if one.name and one.passed}
        came = (one.what for one in step.completion.judged if one.kind == "interruption")
        self.interruptions += came
        for name, seconds in step.timing:
            self.timing[name] = self.timing.get(name, 0.0) + seconds
        if isinstance(step.call, TerminateCall) and step.call.status == "success":
            self.said = thought_line(step.completion.text)

    def ended(self, ending: Ending) -> None:
        """Add what was used outside any step."""
        self._add(ending.usage)

    def _add(self, usage: Usage) -> None:
        self.tokens += usage.total
        self.cost += usage.cost
