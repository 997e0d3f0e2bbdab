"""Recordings of small episodes, made with fakes, and recorded actions made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.checks import CheckResult
from agent.loop import Episode
from agent.protocol.toolcall import parse_tool_call
from agent.recording.recorder import Recorder
from agent.recording.trajectory import RecordedAction
from tests.agent.fakes import FakeDesktop, FakeModel, click, make_task

if TYPE_CHECKING:
    from pathlib import Path

    from agent.episode import Ending
    from tools.action import Action
    from tools.observation import Frame

CALL = parse_tool_call(click())


def record(
    folder: Path,
    replies: list[str | BaseException],
    desktop: FakeDesktop | None = None,
    ended: list[Ending] | None = None,
) -> Ending:
    """Run a small episode and record it; its ending, which is also added to `ended`."""
    saved = CheckResult(
        kind="text", what="screen", passed=True, expected="Saved", actual="Saved", seconds=0.2
    )
    with Recorder(folder, model="fake", display="virtual") as recorder:
        ending = Episode(
            make_task(),
            desktop or FakeDesktop(),
            FakeModel(replies),
            judge=lambda seen: (saved,),
            watcher=recorder,
            approve=lambda action, seen: True,
        ).run()
        if ended is not None:
            ended.append(ending)
        recorder.check()
    return ending


def recorded(frames: list[Frame], *actions: Action, sentence: str = "") -> tuple[RecordedAction, ...]:
    """Actions that led from each frame to the next; their steps are 2, 4, 6... (1, 3, 5 were waits)."""
    return tuple(
        RecordedAction(2 * number, CALL, action, sentence, before, after, None, "")
        for number, (action, before, after) in enumerate(
            zip(actions, frames, frames[1:], strict=False), start=1
        )
    )
