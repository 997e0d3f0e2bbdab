"""`ForkModel`: replays the first steps of a recording, then hands over to another model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import Halted
from agent.model import Follower
from agent.protocol.prompt import without_steps
from agent.protocol.toolcall import WaitCall, parse_tool_call

if TYPE_CHECKING:
    from agent.model import Completion, Model, Prompt
    from agent.replay.live.player import ReplayPlayer
    from agent.task import Task
    from tools.observation import Frame


class ForkModel:
    """Replays, then hands over for good.

    Args:
        player: does the first steps.
        model: goes on; it is shown the steps before as its own, without the player's waits.
        lost: whether the model also takes over where the player halts, instead of the run being stopped.
    """

    def __init__(self, player: ReplayPlayer, model: Model, *, lost: bool = False) -> None:
        self.name, self.sees = model.name, model.sees
        self._player, self._model, self._lost = player, model, lost
        self._handed = False
        self._waits: set[int] = set()
        """Indices of the episode's steps in which the player waited."""

    def check(self, task: Task) -> None:
        """Make sure that the model that goes on can do the task.

        Raises:
            BadInput: it can't.
        """
        self._model.check(task)

    def start(self, task: Task) -> None:
        """Begin both."""
        self._player.start(task)
        self._model.start(task)
        self._handed = False
        self._waits.clear()

    def prepare(self) -> None:
        """Load the model that goes on."""
        self._model.prepare()

    def known(self, frame: Frame) -> bool:
        """As `ReplayPlayer.known`, until the model has taken over."""
        return not self._handed and self._player.known(frame)

    def complete(self, prompt: Prompt) -> Completion:
        """The player's reply until it has arrived, then the model's."""
        if not self._handed:
            completion = self._replayed(prompt)
            if completion is not None:
                return completion
            self._handed = True
        # The player waits for a screen that is late. To a model that would be a step of its own that had come
        # to nothing, and it would do the one before again.
        return self._model.complete(without_steps(prompt, self._waits))

    def _replayed(self, prompt: Prompt) -> Completion | None:
        """The next recorded step; None when it is the model's turn."""
        try:
            completion = self._player.complete(prompt)
        except Halted:
            if not self._lost:
                raise
            return None
        if self._player.arrived:
            return None
        if isinstance(parse_tool_call(completion.text), WaitCall):
            self._waits.add(len(prompt.turns) // 2)
        if isinstance(self._model, Follower) and not self._player.waiting:
            self._model.follow(prompt)
        return completion
