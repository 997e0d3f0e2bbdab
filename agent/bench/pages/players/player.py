"""Players that do nothing: one that says that it is done, one that gives up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.model import Completion
from agent.protocol.write import Reply, finish, give_up

if TYPE_CHECKING:
    from agent.model import Prompt
    from agent.task import Task


class NullPlayer:
    """Does nothing, and says that it is done."""

    name = "null"
    sees = False

    def check(self, task: Task) -> None:
        """It can do nothing in any task."""

    def start(self, task: Task) -> None:
        """Nothing to begin."""

    def prepare(self) -> None:
        """Nothing to load."""

    def complete(self, prompt: Prompt) -> Completion:
        """The end."""
        return written(finish("Nothing was done."), prompt)


class GivesUp(NullPlayer):
    """Gives up at once, in a model's place, for a reason.

    Args:
        name: the model's.
        reason: why it can do nothing.
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self._reason = reason

    def complete(self, prompt: Prompt) -> Completion:
        """The end."""
        return written(give_up(self._reason), prompt)


def written(reply: Reply, prompt: Prompt) -> Completion:
    """A reply, as the model of a prompt gives it."""
    return Completion(reply.render(prompt.frame.size), planned=True)
