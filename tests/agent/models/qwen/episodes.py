"""Episodes on paper: frames, prompts and replies without a desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from agent.episode import Step
from agent.model import Completion
from agent.protocol.prompt import build_prompt
from tests.agent.fakes import make_task
from tools.observation import Frame, Observation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agent.model import Prompt

FRAMES = 256, 320


def noise(seed: int, height: int = FRAMES[0], width: int = FRAMES[1]) -> Frame:
    """A frame that no other looks like."""
    random = np.random.default_rng(seed)
    return Frame.from_rgb(random.integers(0, 255, (height, width, 3), dtype=np.uint8))


def episode(
    steps: int, reply: Callable[[Prompt], str], *, first: int = 0, notes: dict[int, str] | None = None
) -> Iterator[Prompt]:
    """The prompts of an episode in which every reply is taken as it comes."""
    done: list[Step] = []
    task = make_task(instruction=f"Do it, {first}.")
    for index in range(1, steps + 1):
        seen = Observation(noise(first + index))
        prompt = build_prompt(task, done, seen)
        yield prompt
        text = reply(prompt)
        note = (notes or {}).get(index, "")
        done.append(Step(index, seen, prompt, Completion(text), "malformed" if note else "done", note=note))
