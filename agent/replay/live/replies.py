"""The replies of a live replay, in the form in which a model writes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agent.protocol.computer_use import TOOL_NAME
from agent.protocol.grounding import to_grid
from agent.protocol.toolcall import AnswerCall, TerminateCall
from tools.action import Type, point_of

if TYPE_CHECKING:
    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from agent.replay.live.relocator import TargetPoint
    from agent.replay.live.substitutions import Substitutions
    from tools.geometry import Size

_SUCCESS: dict[str, object] = {"action": "terminate", "status": "success"}


def action_reply(
    recorded_action: RecordedAction, target: TargetPoint, size: Size, substitutions: Substitutions
) -> str:
    """A recorded call, with this run's text and place.

    Args:
        recorded_action: What was recorded.
        target: Where it takes hold now, in frame pixels.
        size: The frame's.
        substitutions: From recorded texts to those of this run.
    """
    arguments: dict[str, object] = recorded_action.call.model_dump(exclude_none=True)
    if isinstance(recorded_action.action, Type):
        arguments["text"] = substitutions.now(recorded_action.action.text)
    at = point_of(recorded_action.action)
    if at is not None and at != target.point:
        arguments["coordinate"] = to_grid(target.point, size)
    thought = f"As in step {recorded_action.step} of the recording: {target.how}."
    return _reply(thought, substitutions.spoken(recorded_action.sentence), arguments)


def end_reply(recording: Recording, count: int) -> str:
    """The recorded end, after so many actions."""
    call = recording.steps[-1].call
    end = call.model_dump() if isinstance(call, AnswerCall | TerminateCall) else _SUCCESS
    return _reply(f"All {count} recorded actions were done again.", "End.", end)


def _reply(thought: str, sentence: str, arguments: dict[str, object]) -> str:
    call = json.dumps({"name": TOOL_NAME, "arguments": arguments}, ensure_ascii=False)
    return f"Thought: {thought}\nAction: {sentence}\n<tool_call>\n{call}\n</tool_call>"
