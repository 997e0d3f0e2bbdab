"""AgentNet's trajectories, as `agentnetbench` of xlang-ai/OpenCUA evaluates them: `single_data/`.

A file an episode; its steps are those that were carried out and that the evaluator has a word for. It knows
no waits, no answers, no middle button and no wheel that turns sideways.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from agent.bench.exports.agentnet_actions import actions_of
from agent.bench.exports.pictures import Pictures
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.exports.episode import RecordedEpisode
    from agent.episode import Step

DATA = "single_data"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 80
"""Characters of a file's name that come from the recording's."""


class AgentNet:
    """`single_data/`, a JSON file an episode, and `single_data/images/`.

    Args:
        out: an empty folder.
    """

    def __init__(self, out: Path) -> None:
        self.pictures = Pictures(out / DATA)
        self.count = 0
        """Files that were written."""
        self._folder, self._parser = out / DATA, SceneCache()

    def add(self, episode: RecordedEpisode) -> None:
        """Write the file of an episode, unless nothing was done in it that the form can say."""
        steps = [step for step in map(self._step, episode.steps) if step]
        if not steps:
            return
        self.count += 1
        name = f"{self.count:05}-{_UNSAFE.sub('-', episode.name)[:_LONGEST]}"
        told = {
            "task_id": name,
            "high_level_task_description": episode.recording.header.task.instruction,
            "steps": steps,
        }
        text = json.dumps(told, ensure_ascii=False, indent=1)
        (self._folder / f"{name}.json").write_text(f"{text}\n", "utf-8")

    def close(self) -> None:
        """Nothing is left to be written."""

    def _step(self, step: Step) -> dict[str, Any] | None:
        actions = actions_of(step, self._parser)
        if not actions:
            return None
        return {"image": self.pictures.file(step.observation.frame), "ground_truth_actions": actions}
