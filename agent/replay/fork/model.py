"""A recording's first steps done again, and a model that goes on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import Halted
from agent.models.reader.model import ReaderModel

if TYPE_CHECKING:
    from agent.model import Completion, Model, Prompt
    from agent.replay.live.player import ReplayPlayer
    from agent.task import Task
    from tools.observation import Frame


class ForkModel:
    """Retraces, then hands over for good.

    Args:
        retrace: does the first steps.
        model: goes on; it is shown the steps before as its own.
        lost: whether it goes on as well where the way is lost, instead of the run being stopped.
    """

    def __init__(self, retrace: ReplayPlayer, model: Model, *, lost: bool = False) -> None:
        self.name, self.answers = model.name, model.answers
        self._retrace, self._model, self._lost = retrace, model, lost
        self._handed = False

    def start(self, task: Task) -> None:
        """Begin both."""
        self._retrace.start(task)
        self._model.start(task)
        self._handed = False

    def prepare(self) -> None:
        """Load the model that goes on."""
        self._model.prepare()

    def known(self, frame: Frame) -> bool:
        """As `ReplayPlayer.known`, until the other model has taken over."""
        return not self._handed and self._retrace.known(frame)

    def complete(self, prompt: Prompt) -> Completion:
        """The retracer's reply until it has arrived, then the model's."""
        if not self._handed:
            completion = self._retraced(prompt)
            if completion is not None:
                return completion
            self._handed = True
        return self._model.complete(prompt)

    def _retraced(self, prompt: Prompt) -> Completion | None:
        """The next recorded step; None when it is the model's turn."""
        try:
            completion = self._retrace.complete(prompt)
        except Halted:
            if not self._lost:
                raise
            return None
        if self._retrace.arrived:
            return None
        if isinstance(self._model, ReaderModel) and not self._retrace.waiting:
            self._model.complete(prompt)  # it keeps its own place in the task's steps, and follows
        return completion
