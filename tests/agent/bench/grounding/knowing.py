"""A model that knows where everything in the small folders is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.model import Completion
from agent.protocol.prompt import request_text
from agent.usage import Usage
from tests.agent.bench.grounding.folders import WORDS, grid
from tests.agent.fakes import FakeModel, click

if TYPE_CHECKING:
    from agent.model import Prompt

MIDDLE = {words: grid(left + 60, top + 18) for words, (left, top) in WORDS.items()}


class Knowing(FakeModel):
    """Clicks where what it is asked for is, or replies as it is told to for those words."""

    def __init__(self, told: dict[str, str] | None = None) -> None:
        super().__init__([""])
        self._told = told or {}

    def complete(self, prompt: Prompt) -> Completion:
        self.prompts.append(prompt)
        words = request_text(prompt)
        known = next((place for name, place in MIDDLE.items() if name in words), (1, 1))
        return Completion(self._told.get(words, click(*known)), Usage(prompt=7, reply=3))
