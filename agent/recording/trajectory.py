"""Trajectory: the actions of a recording, each with the screens before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from agent.errors import BadRecording
from agent.protocol.toolcall import action_line, thought_line
from tools.action import Action, Click, Wait, point_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.protocol.toolcall import ToolCall
    from agent.recording.lines import StepLine
    from agent.recording.reading import Recording
    from tools.geometry import Point
    from tools.observation import Frame

_ACTION: TypeAdapter[Action] = TypeAdapter(Action)


@dataclass(frozen=True, slots=True)
class RecordedAction:
    """One recorded action, in pixels of the recorded frames."""

    step: int
    """Its step's index in the recording."""
    call: ToolCall
    action: Action
    """Secrets in it are `${secret.NAME}` again."""
    sentence: str
    """The recorded reply's sentence on the action; "" without one."""
    before: Frame
    """The screen that it was decided on."""
    after: Frame
    """The screen that the next action was decided on: what this one, and any waiting, led to."""
    pointer: Point | None
    """Where the mouse was before it."""
    thought: str
    """The recorded reply's sentence on why; "" without one."""


def trajectory_of(recording: Recording, upto: int | None = None) -> tuple[RecordedAction, ...]:
    """Actions that were carried out, without waits.

    The last action before a run was cut off is left out: no screen after it was recorded.

    Args:
        recording: The recording.
        upto: The last recorded step that counts; None: all, and the run must have passed.

    Raises:
        BadRecording: the run did not pass, or nothing was done in it.
    """
    if upto is None:
        _refuse_failed(recording)
    done = _acted(recording)
    after = [line.frame for line in done[1:]] + [_last_look(recording, done[-1])]
    trajectory = [_recorded_action(recording, line, frame) for line, frame in zip(done, after, strict=True)]
    return tuple(one for one in trajectory if one is not None and (upto is None or one.step <= upto))


def last_click(actions: Sequence[RecordedAction]) -> Point | None:
    """Point of the last click among some actions, in pixels of the recorded frame."""
    clicks = (one.action.point for one in reversed(actions) if isinstance(one.action, Click))
    return next(clicks, None)


def _last_look(recording: Recording, last: StepLine) -> str | None:
    """The digest of the last frame after the last action; None when there is none."""
    later = [line.frame for line in recording.steps if line.index > last.index]
    return later[-1] if later else recording.end.frame if recording.end else None


def _acted(recording: Recording) -> list[StepLine]:
    """The recorded steps whose action was carried out, waits and what was done beside the steps left out."""
    done = [line for line in recording.steps if line.outcome == "done" and line.call and not line.aside]
    done = [line for line in done if not isinstance(_action(recording, line), Wait | None)]
    if not done:
        raise BadRecording(
            f"{recording.folder}: nothing was done in this recording; there is nothing to replay"
        )
    return done


def _refuse_failed(recording: Recording) -> None:
    if recording.end is None:
        raise BadRecording(
            f"{recording.folder}: the run was cut off; let a model finish it: agent resume {recording.folder}"
        )
    if recording.end.verdict != "passed":
        raise BadRecording(
            f"{recording.folder}: the recorded run did not pass ({recording.end.verdict}: "
            f"{recording.end.message}); only a run that passed can be replayed live"
        )


def _recorded_action(recording: Recording, line: StepLine, after: str | None) -> RecordedAction | None:
    if after is None:
        return None
    action = _action(recording, line)
    assert line.call is not None
    assert action is not None
    return RecordedAction(
        step=line.index,
        call=line.call,
        action=action,
        sentence=action_line(line.reply),
        thought=thought_line(line.reply),
        before=recording.frames[line.frame],
        after=recording.frames[after],
        pointer=line.pointer,
    )


def _action(recording: Recording, line: StepLine) -> Action | None:
    """The recorded action; typed text as its call has it, where secrets are references.

    Raises:
        BadRecording: it is none, or not on its frame: nobody can have carried it out.
    """
    fields = dict(line.action or {})
    if fields.get("kind") == "type" and line.call is not None:
        fields["text"] = getattr(line.call, "text", "")
    if not fields:
        return None
    where = f"{recording.folder}: step {line.index}"
    try:
        action = _ACTION.validate_python(fields)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise BadRecording(f"{where}: its action is none: {first['msg']}") from None
    point = point_of(action)
    if point is not None and not recording.frames[line.frame].size.contains(point):
        raise BadRecording(f"{where}: its action is off the screen")
    return action
