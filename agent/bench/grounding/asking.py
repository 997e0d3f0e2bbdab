"""Requests for a place: one prompt to a model that sees, one step for the embedded model."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.model import Completion
from agent.protocol.prompt import build_prompt, pointing_prompt
from agent.protocol.system import pointing_text, system_text
from agent.protocol.toolcall import PointerCall, TerminateCall, parse_tool_call
from agent.protocol.write import give_up
from agent.task import Limits, Task, TaskStep
from agent.task.variables import quoted
from tools.observation import Observation, Settled

if TYPE_CHECKING:
    from agent.model import Model
    from tools.observation import Frame

_LOOKS = 6
"""Looks that the embedded model may take: it waits for what is not there, and takes the pointer away."""
_SHORTEST = 0.001
"""Seconds that it waits: a picture does not change."""
_STEP = 'Click "{}"'


def prompts_digest(model: Model) -> str:
    """SHA-256 of the words that all requests to it have in common."""
    words = pointing_text() if model.sees else f"{system_text()}\n{_STEP}"
    return hashlib.sha256(words.encode()).hexdigest()


def begin(model: Model) -> None:
    """Begin with a model that sees."""
    if model.sees:
        model.start(_task("Click what you are told to."))


def ask(model: Model, instruction: str, frame: Frame) -> Completion:
    """The model's reply to an instruction on a picture.

    The embedded model takes the instruction, as it is, for the text of what it has to click.

    Raises:
        ModelFault: it can't be asked.
    """
    if model.sees:
        return model.complete(pointing_prompt(instruction, frame))
    task = _task(instruction, _STEP.format(quoted(instruction)))
    try:
        model.check(task)
    except BadInput as fault:
        return Completion(give_up(f"I can't look for that: {fault}").render(frame.size))
    model.start(task)
    return _looked(model, task, frame)


def _looked(model: Model, task: Task, frame: Frame) -> Completion:
    """The first reply that clicks, or ends; every look is at the same picture."""
    seen = Observation(frame, settled=Settled(quiet=True, changed=False, seconds=0))
    for _ in range(_LOOKS):
        completion = model.complete(build_prompt(task, (), seen))
        call = parse_tool_call(completion.text)
        if isinstance(call, TerminateCall) or (isinstance(call, PointerCall) and "click" in call.action):
            return completion
    return completion


def _task(instruction: str, *steps: str) -> Task:
    written = tuple(TaskStep(text=step, line=1) for step in steps)
    limits = Limits(wait=_SHORTEST)
    return Task(
        id="grounding", instruction=instruction, steps=written, limits=limits, source=Path(), digest=""
    )
