"""Judgements of a recording: where they were due, and what today's eye makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import ReplayDiffers
from agent.expect.expectation import Readable, Shows
from agent.judged import Judged
from agent.loop import Episode
from agent.model import Completion
from agent.recording.reading import Recording, load_recording
from agent.recording.recorder import Recorder
from agent.recording.trajectory import trajectory_of
from agent.replay.judged import due, values_read, wanted_by
from agent.replay.offline import replay
from agent.replay.rejudging import Rejudging
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, click, make_task
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from pathlib import Path

TASK = make_task(
    steps=[
        {"text": text, "line": at}
        for at, text in enumerate(
            ('Click "Save"', 'Read "Number" as number', 'Expect "Total" shows "${number}" within 3 s'), 1
        )
    ]
)


def judged(
    step: int, *, kind: str = "expect", passed: bool = True, name: str = "", value: str = ""
) -> Judged:
    fields = {"kind": kind, "step": step, "line": step, "what": "x", "passed": passed, "expected": "e"}
    return Judged.model_validate({**fields, "actual": "a", "name": name, "value": value})


READ = judged(2, kind="read", name="number", value="17")


def test_a_sentence_asks_with_the_values_that_were_read_before() -> None:
    assert wanted_by(READ, TASK, {}) == (Readable(Locator("Number")), 10)
    assert wanted_by(judged(3), TASK, {"number": "17"}) == (Shows(Locator("Total"), "17"), 3)


def test_what_is_seen_otherwise_today_is_a_difference() -> None:
    fields = [(widget("field", 100, top, 200), line("17", 110, top + 4)) for top in (40, 100)]
    labels = [line("Number", 20, 44), line("Total", 20, 104)]
    scene = painted(*labels, *(part for pair in fields for part in pair))
    today = Rejudging(TASK, FakeParser(scene))
    assert today.difference(READ, scene.frame) is None
    assert today.difference(judged(3), scene.frame) is None
    assert today.difference(judged(3, passed=False), scene.frame) == (
        "it does not hold: a",
        'it holds: it shows "17"',
    )
    assert today.difference(READ.model_copy(update={"value": "71"}), scene.frame) is not None


class Judging(FakeModel):
    """Judges with its second reply."""

    def complete(self, prompt: object) -> Completion:
        reply = super().complete(prompt)  # type: ignore[arg-type]  # a prompt
        return Completion(reply.text, judged=(READ, judged(3)) if len(self.prompts) == 2 else ())


def recorded(folder: Path) -> Recording:
    with Recorder(folder, model="reader", display="virtual") as recorder:
        Episode(
            TASK,
            FakeDesktop(),
            Judging([click(), click(), DONE]),
            judge=lambda _seen: (),
            watcher=recorder,
            approve=lambda _action, _seen: True,
        ).run()
    return load_recording(folder)


def test_each_was_due_after_so_many_actions(tmp_path: Path) -> None:
    recording = recorded(tmp_path / "rec")
    assert due(recording, trajectory_of(recording)) == [(1, READ), (1, judged(3))]
    assert values_read(recording) == {"number": "17"}


def test_an_offline_replay_looks_again(tmp_path: Path) -> None:
    with pytest.raises(ReplayDiffers, match="step 2: another judgement of x"):
        replay(recorded(tmp_path / "rec"))
