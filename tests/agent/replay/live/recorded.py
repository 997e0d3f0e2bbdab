"""Recorded actions made by hand, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.protocol.toolcall import parse_tool_call
from agent.recording.trajectory import RecordedAction
from tests.agent.fakes import click

if TYPE_CHECKING:
    from tools.action import Action
    from tools.observation import Frame

CALL = parse_tool_call(click())


def recorded(frames: list[Frame], *actions: Action, sentence: str = "") -> tuple[RecordedAction, ...]:
    """Actions that led from each frame to the next; their steps are 2, 4, 6... (1, 3, 5 were waits)."""
    return tuple(
        RecordedAction(2 * number, CALL, action, sentence, before, after, None)
        for number, (action, before, after) in enumerate(
            zip(actions, frames, frames[1:], strict=False), start=1
        )
    )
