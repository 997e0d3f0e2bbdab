"""Hand-written stand-ins for the two seams, and small tasks and frames to go with them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from agent.episode import Watcher
from agent.model import Completion, Prompt
from agent.task import Task
from agent.usage import Usage
from tools.guard import Guard
from tools.observation import Frame, Observation, Settled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.episode import Ending, Step
    from tools.action import Action


def make_task(**changes: object) -> Task:
    """A task without programs and checks."""
    fields = {"id": "demo", "instruction": "Do it.", "source": Path("demo.yaml"), "digest": "0" * 64}
    return Task.model_validate({**fields, **changes})


def make_frame(shade: int = 0, width: int = 200, height: int = 100) -> Frame:
    """A frame of one colour but for one pixel, different for each shade."""
    rgb = np.full((height, width, 3), 200, np.uint8)
    rgb[0, 0] = (shade % 256, shade // 256, 7)
    return Frame.from_rgb(rgb)


def call(action: str, **arguments: object) -> str:
    """A reply as Qwen3-VL writes it."""
    body = {"name": "computer_use", "arguments": {"action": action, **arguments}}
    return f"Thought: So.\nAction: {action}.\n<tool_call>\n{json.dumps(body)}\n</tool_call>"


def click(x: float = 500, y: float = 500) -> str:
    """A reply that clicks a grid point."""
    return call("left_click", coordinate=[x, y])


DONE = call("terminate", status="success")
FAILED = call("terminate", status="failure")


def approved(_action: Action, _seen: Observation) -> bool:
    """Yes to every action."""
    return True


class FakeDesktop:
    """Shows a new frame at every look; an action may be told to raise."""

    def __init__(self, faults: dict[int, Exception] | None = None, *, changing: bool = True) -> None:
        self.faults = faults or {}
        self.changing = changing
        self.looks = 0
        self.actions: list[Action] = []
        self.guard = Guard()

    def observe(self) -> Observation:
        self.looks += 1
        shade = self.looks if self.changing else 1
        settled = Settled(quiet=True, changed=self.changing, seconds=0.01)
        return Observation(make_frame(shade), settled=settled)

    def execute(self, action: Action, seen: Observation) -> None:
        self.guard.check(action, seen.frame.size)
        fault = self.faults.get(self.looks)
        if fault:
            raise fault
        self.actions.append(action)


class FakeModel:
    """Gives the replies in order, the last one for ever; remembers the prompts."""

    name = "fake"

    def __init__(
        self,
        replies: Sequence[str | BaseException],
        usage: Usage | None = None,
        *,
        sees: bool = True,
        planned: bool = False,
    ) -> None:
        self.replies = list(replies)
        self.usage = usage or Usage(prompt=10, reply=5)
        self.sees, self.planned = sees, planned
        self.prompts: list[Prompt] = []

    def check(self, task: Task) -> None:
        pass

    def start(self, task: Task) -> None:
        self.prompts.clear()

    def prepare(self) -> None:
        pass

    def complete(self, prompt: Prompt) -> Completion:
        self.prompts.append(prompt)
        reply = self.replies[min(len(self.prompts), len(self.replies)) - 1]
        if isinstance(reply, BaseException):
            raise reply
        return Completion(reply, self.usage, {"reading": 0.001}, planned=self.planned)


@dataclass
class Notebook(Watcher):
    """A watcher that remembers the order of events."""

    events: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    ending: Ending | None = None

    def began(self, task: Task, system: str) -> None:
        self.events.append("began")

    def observed(self, index: int, observation: Observation) -> None:
        self.events.append(f"observed {index}")

    def acting(self) -> None:
        self.events.append("acting")

    def stepped(self, step: Step) -> None:
        self.events.append(f"stepped {step.index}")
        self.steps.append(step)

    def ended(self, ending: Ending) -> None:
        self.events.append("ended")
        self.ending = ending
