"""The steps of a recording that did something, each with the screen before it and the screen it led to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from agent.errors import BadRecording
from agent.toolcall import action_line
from tools.action import Action, Wait

if TYPE_CHECKING:
    from agent.recording.lines import StepLine
    from agent.recording.reading import Recording
    from agent.toolcall import ToolCall
    from tools.geometry import Point
    from tools.observation import Frame

_ACTION: TypeAdapter[Action] = TypeAdapter(Action)


@dataclass(frozen=True, slots=True)
class Waypoint:
    """One recorded action, in the recorded frames' pixels."""

    step: int
    """Its step's index in the recording."""
    call: ToolCall
    action: Action
    """Secrets in it are `${secret.NAME}` again."""
    sentence: str
    """What the recorded reply said that it does; "" when it said nothing."""
    before: Frame
    """The screen that it was decided on."""
    after: Frame
    """The screen that the next action was decided on: what this one, and any waiting, led to."""
    pointer: Point | None
    """Where the mouse was before it."""


def route_of(recording: Recording) -> tuple[Waypoint, ...]:
    """What was done, without what was only waited for, refused, dropped or malformed.

    Raises:
        BadRecording: the run did not pass (what it did is no example), or nothing was done in it.
    """
    _refuse_failed(recording)
    done = acted(recording)
    looks = [line.frame for line in done] + [recording.steps[-1].frame]
    return tuple(
        _waypoint(recording, line, after) for line, after in zip(done, looks[1:], strict=True) if line.call
    )


def acted(recording: Recording) -> list[StepLine]:
    """The recorded steps whose action was carried out, waits left out.

    Raises:
        BadRecording: there is none.
    """
    done = [line for line in recording.steps if line.outcome == "done" and line.action is not None]
    done = [line for line in done if _action(line) is not None and not isinstance(_action(line), Wait)]
    if not done:
        raise BadRecording(
            f"{recording.folder}: nothing was done in this recording; there is nothing to replay"
        )
    return done


def _refuse_failed(recording: Recording) -> None:
    if recording.end is None:
        raise BadRecording(
            f"{recording.folder}: the run was cut off; finish it first: agent resume {recording.folder}"
        )
    if recording.end.verdict != "passed":
        raise BadRecording(
            f"{recording.folder}: the recorded run did not pass ({recording.end.verdict}: "
            f"{recording.end.message}); only a run that passed can be replayed live"
        )


def _waypoint(recording: Recording, line: StepLine, after: str) -> Waypoint:
    action = _action(line)
    assert line.call is not None
    assert action is not None
    return Waypoint(
        step=line.index,
        call=line.call,
        action=action,
        sentence=action_line(line.reply),
        before=recording.frames[line.frame],
        after=recording.frames[after],
        pointer=line.pointer,
    )


def _action(line: StepLine) -> Action | None:
    """The recorded action; typed text as its call has it, where secrets are references."""
    fields = dict(line.action or {})
    if fields.get("kind") == "type" and line.call is not None:
        fields["text"] = getattr(line.call, "text", "")
    return _ACTION.validate_python(fields) if fields else None
