"""Recordings to report on: small ones made by the real recorder, and those of the tree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from agent.checks import CheckResult
from agent.loop import Episode
from agent.model import Completion, RawReply
from agent.recording.recorder import Recorder
from agent.usage import Usage
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, call, click, make_task
from tools.observation import Frame, Observation, Settled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.model import Prompt

TREE = Path(__file__).parents[3] / "recordings"
HOSTILE = (
    "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>"
    "</style></pre></title></textarea>--></svg>\"'`{{ 7 * 7 }}{% raw %}"
    " javascript:window.ran=1 \x1b[31m\x1b]0;title\x07\x00\u202e\u2066\u200b end"
)
"""What a page, a terminal or a reader might obey."""


class Painted(FakeDesktop):
    """Shows another screen at each look: a band that moves over a pattern."""

    def __init__(self, width: int = 320, height: int = 200, *, noise: bool = False) -> None:
        super().__init__()
        self._width, self._height = width, height
        self._ground = np.full((height, width, 3), 225, np.uint8)
        if noise:
            self._ground = np.random.default_rng(7).integers(0, 255, (height, width, 3), np.uint8)

    def observe(self) -> Observation:
        self.looks += 1
        picture = self._ground.copy()
        top = self.looks * 7 % (self._height - 12)
        picture[top : top + 12, 20 : self._width - 20] = (40, 90, self.looks % 256)
        return Observation(Frame.from_rgb(picture), settled=Settled(quiet=True, changed=True, seconds=0.01))


class Speaking(FakeModel):
    """A model whose replies were made of others."""

    def complete(self, prompt: Prompt) -> Completion:
        whole = super().complete(prompt)
        raw = (
            RawReply(
                role="vote", model="other", text=f"(1, 2) {HOSTILE}", usage=Usage(prompt=3), note=HOSTILE
            ),
        )
        return Completion(whole.text, whole.usage, {"reading": 0.001}, replies=raw)


def check(kind: str = "text", what: str = "screen", *, passed: bool = True) -> CheckResult:
    return CheckResult(
        kind=kind,
        what=what,
        passed=passed,
        expected="Saved",
        actual="Saved" if passed else "Error",
        seconds=0.2,
    )


def record(
    folder: Path,
    replies: Sequence[str | BaseException] = (click(), call("type", text="Ada"), DONE),
    *,
    desktop: FakeDesktop | None = None,
    checks: Sequence[CheckResult] = (),
    model: FakeModel | None = None,
    name: str = "fake",
    cut: bool = False,
    **task: object,
) -> Path:
    """Run a small episode and record it; `cut`: without its end, as a killed run leaves it."""
    with Recorder(folder, model=name, display="virtual") as recorder:
        Episode(
            make_task(**task),
            desktop or Painted(),
            model or FakeModel(list(replies)),
            judge=lambda seen: tuple(checks),
            watcher=recorder,
            approve=lambda action, seen: True,
        ).run()
        recorder.check()
    if cut:
        session = folder / "session.jsonl"
        whole = session.read_text("utf-8").splitlines(keepends=True)
        session.write_text(
            "".join(line for line in whole if '"event": "step"' in line or line is whole[0]), "utf-8"
        )
    return folder
