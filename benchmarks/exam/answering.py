"""Answers of the embedded model to steps on one frame: its first act, or its reason not to act."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from agent.errors import BadInput
from agent.model import Prompt, Turn
from agent.models.reader.model import ReaderModel
from agent.protocol.grounding import ground
from agent.protocol.toolcall import TerminateCall, parse_tool_call, thought_line
from agent.task import Limits, Task, TaskStep
from tools.action import Click, Drag, Move, Scroll, Wait

if TYPE_CHECKING:
    from agent.model import Feedback
    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.parser import ScreenParser

_MOST = 20
"""Replies to one step; a still never changes, so the model waits, and then gives up."""
_PATIENCE = 1.0
"""Seconds by the clock that the model is given; nobody waits for them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came first: an act, the step called done without one, or a stop."""

    ended: Literal["act", "done", "stop"]
    said: str
    """The thought of the last reply."""
    point: Point | None = None
    """Where the act was; None also where keys were pressed."""


def answer(step: str, frame: Frame, parser: ScreenParser) -> Answer:
    """The answer of the model `reader` to a step, asked as in a run; a wait or a look closer is no act."""
    seconds = 0.0
    model = ReaderModel(parser, lambda: seconds)
    try:
        model.start(_task(step))
    except BadInput as refused:
        return Answer("stop", refused.message)
    feedback: Feedback = "none"
    for _ in range(_MOST):
        reply = model.complete(Prompt("", (Turn("user", (frame,)),), feedback)).text
        call, said, feedback = parse_tool_call(reply), thought_line(reply), "done"
        if isinstance(call, TerminateCall):
            return Answer("done" if call.status == "success" else "stop", said)
        act = ground(call, frame.size)
        if isinstance(act, Wait):
            seconds += act.seconds
        elif not isinstance(act, Move):
            return Answer("act", said, act.point if isinstance(act, Click | Drag | Scroll) else None)
    return Answer("stop", f"still waiting: {said}")


def _task(step: str) -> Task:
    """A task of that one step."""
    return Task(
        id="exam",
        instruction=step,
        steps=(TaskStep(text=step, line=1),),
        limits=Limits(wait=_PATIENCE),
        source=Path("exam.yaml"),
        digest="0" * 64,
    )
