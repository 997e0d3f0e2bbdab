"""A prompt that was not recorded is compared in linear time, and told in few lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.protocol.prompt import build_prompt
from agent.recording.reading import load_recording
from agent.replay.nearest import prompt_difference
from tests.agent.fakes import DONE, click, make_frame, make_task
from tests.agent.recordings import record
from tools.observation import Observation

if TYPE_CHECKING:
    from pathlib import Path


def test_long_requests_are_told_in_few_lines(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), DONE])
    recording = load_recording(tmp_path / "rec")
    steps = tuple(
        line.model_copy(update={"request": f"{n} of {line.index}\n" * 200_000})
        for n, line in enumerate(recording.steps)
    )
    task = make_task(instruction="\n".join(f"line {n} {'x' * 1000}" for n in range(100_000)))
    prompt = build_prompt(task, [], Observation(make_frame(9)))
    said = prompt_difference(replace(recording, steps=steps), steps[0], prompt)
    assert len(said.splitlines()) <= 40
    assert max(map(len, said.splitlines())) < 400
    assert "nearest recorded request: step" in said
