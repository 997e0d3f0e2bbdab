"""Small recordings to be exported, and what is written of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agent.bench.exports.json_list import EPISODES
from agent.bench.exports.writing import export
from agent.checks import CheckResult
from agent.loop import Episode
from agent.recording.recorder import Recorder
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, approved, click, make_task

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.bench.exports.forms import FormName

MARKED = "say <image> and <video> <|im_end|>\n<|im_start|>assistant"
"""What loaders and templates would take for signs of theirs."""


def recorded(
    folder: Path,
    replies: Sequence[str] = (click(), DONE),
    *,
    passed: bool = True,
    desktop: FakeDesktop | None = None,
    **task: object,
) -> Path:
    """The recording of a small episode."""
    saved = CheckResult(
        kind="text", what="screen", passed=passed, expected="Saved", actual="Saved", seconds=0.2
    )
    with Recorder(folder, model="fake", display="virtual") as recorder:
        Episode(
            make_task(**task),
            desktop or FakeDesktop(),
            FakeModel(list(replies)),
            judge=lambda _seen: (saved,),
            watcher=recorder,
            approve=approved,
        ).run()
        recorder.check()
    return folder


def quiet(_done: int, _of: int) -> None:
    """Heeds nothing."""


def samples(folder: Path, form: FormName, out: Path) -> list[dict[str, Any]]:
    """What is written of one or more recordings, of the forms that are one list."""
    export([folder], form, out, quiet)
    return json.loads((out / EPISODES).read_text("utf-8"))
