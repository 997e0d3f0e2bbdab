"""Idle model: says that all is done, and has done nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.model import Completion
from agent.protocol.write import finish

if TYPE_CHECKING:
    from agent.model import Prompt
    from agent.task import Task


class IdleModel:
    """Ends every task at its first look."""

    name = "idle"
    sees = False

    def check(self, task: Task) -> None:
        """It can leave any task undone."""

    def start(self, task: Task) -> None:
        """Nothing to forget."""

    def prepare(self) -> None:
        """Nothing to load."""

    def complete(self, prompt: Prompt) -> Completion:
        """The end."""
        return Completion(finish("Nothing was done.").render(prompt.frame.size), planned=True)
