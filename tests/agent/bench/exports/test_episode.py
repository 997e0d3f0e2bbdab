"""An episode is exported with the very prompts that its model was shown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.bench.exports.episode import episode_of
from agent.bench.exports.source import sources_in
from agent.errors import BadInput
from agent.recording.lines import FIRST_SUM, SESSION, TAIL, sum_of
from agent.recording.reading import load_recording
from tests.agent.bench.exports.exported import recorded

if TYPE_CHECKING:
    from pathlib import Path


def prompted_otherwise(folder: Path) -> None:
    """As if another version, with other words, had recorded it: every sum is right."""
    total, lines = FIRST_SUM, []
    for line in (folder / SESSION).read_text("utf-8").splitlines():
        told = json.loads(f"{TAIL.sub('', line)}}}")
        if told.get("index") == 2:
            told["prompt"] = "a" * 64
        body = json.dumps(told, ensure_ascii=False)
        total = sum_of(body, total)
        lines.append(f'{body[:-1]}, "sum": "{total}"}}\n')
    (folder / SESSION).write_text("".join(lines), "utf-8")


def test_it_has_its_steps_and_their_prompts(tmp_path: Path) -> None:
    [source] = sources_in([recorded(tmp_path / "one")])
    episode = episode_of(source)
    assert (episode.name, episode.passed, [step.index for step in episode.steps]) == ("one", True, [1, 2])
    assert episode.steps[1].prompt.turns[1].parts == (episode.steps[0].completion.text,)


def test_one_whose_prompts_would_be_others_today_is_refused(tmp_path: Path) -> None:
    folder = recorded(tmp_path / "one")
    prompted_otherwise(folder)
    assert load_recording(folder).end is not None
    [source] = sources_in([folder])
    with pytest.raises(BadInput, match=f"{folder}: step 2: another prompt"):
        episode_of(source)
