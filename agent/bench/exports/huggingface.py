"""Data set folder as the `datasets` library reads it (`load_dataset(OUT)`): a row a step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agent.bench.exports.pictures import Pictures
from agent.protocol.harmless import whole_characters
from agent.protocol.toolcall import action_line
from agent.protocol.write import write_call
from tools.action import point_of

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.exports.episode import RecordedEpisode
    from agent.episode import Step

TRAIN = "train"
"""The only split, as a folder: the library reads its `metadata.jsonl`."""
_CARD = """\
---
configs:
- config_name: default
  data_files:
  - split: train
    path: train/**
task_categories:
- image-text-to-text
tags:
- gui
- computer-use
---

# Steps of an agent on a desktop

{rows} steps of {episodes} episodes, recorded by deskhand. A row is one step: the screenshot that the model
was shown (`image`), what it replied, and what came of that.

| column | holds |
|---|---|
| `image` | the screenshot before the step |
| `episode`, `step` | which episode, and which of its steps, counted from 1 |
| `task`, `instruction` | the task's name, and what it asks for |
| `model` | who replied |
| `reply` | the raw reply |
| `action` | what was done, as JSON, points in pixels of the screenshot; null where nothing was |
| `point` | where, from 0 to 1000 on both axes, as in the reply; null where the call names no place |
| `pixel` | the same in pixels of the screenshot |
| `outcome` | `done`, `ended` (the episode), `dropped`, `refused`, `denied`, `malformed` |
| `history` | the steps before it in words |
| `passed` | whether the episode passed its checks |

Secrets that were typed are `${{secret.NAME}}`, and painted over in the screenshots.
"""


class HuggingFace:
    """`README.md`, `train/metadata.jsonl` and `train/images/`.

    Args:
        out: an empty folder.
    """

    def __init__(self, out: Path) -> None:
        self.pictures = Pictures(out / TRAIN)
        self.count = 0
        """Rows that were written."""
        self._out, self._episodes = out, 0
        self._rows = out / TRAIN / "metadata.jsonl"

    def add(self, episode: RecordedEpisode) -> None:
        """Write a row for each step of an episode."""
        history: list[str] = []
        with self._rows.open("a", encoding="utf-8") as file:
            for step in episode.steps:
                row = self._row(episode, step, history)
                file.write(f"{json.dumps(row, ensure_ascii=False)}\n")
                history.append(_in_words(step))
        self.count += len(episode.steps)
        self._episodes += 1

    def close(self) -> None:
        """Write the card."""
        card = _CARD.format(rows=self.count, episodes=self._episodes)
        (self._out / "README.md").write_text(card, "utf-8")

    def _row(self, episode: RecordedEpisode, step: Step, history: list[str]) -> dict[str, Any]:
        header = episode.recording.header
        point = None if step.action is None else point_of(step.action)
        return {
            "file_name": self.pictures.path(step.observation.frame),
            "episode": episode.name,
            "step": step.index,
            "task": header.task.id,
            "instruction": header.task.instruction,
            "model": header.model,
            "reply": whole_characters(step.completion.text),
            "action": None if step.action is None else step.action.model_dump_json(),
            "point": _grid(step),
            "pixel": None if point is None else list(point),
            "outcome": step.outcome,
            "history": list(history),
            "passed": episode.passed,
        }


def _grid(step: Step) -> list[float] | None:
    coordinate = getattr(step.call, "coordinate", None)
    return None if coordinate is None else [float(part) for part in coordinate]


def _in_words(step: Step) -> str:
    """Its sentence, else its call; and what became of it if it was not carried out."""
    told = action_line(step.completion.text) or (write_call(step.call) if step.call else "(no call)")
    did = "" if step.outcome in {"done", "ended"} else f" ({step.outcome})"
    return whole_characters(told) + did
