"""Recordings of small episodes, made with fakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.checks import CheckResult
from agent.loop import Episode
from agent.recording.recorder import Recorder
from tests.agent.fakes import FakeDesktop, FakeModel, make_task

if TYPE_CHECKING:
    from pathlib import Path

    from agent.episode import Ending


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
