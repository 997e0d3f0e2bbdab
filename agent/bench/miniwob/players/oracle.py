"""`Oracle`: the scripted player: reads the page's elements over the DevTools pipe, acts with mouse and keys.

It proves that a task can be solved by what a person can do. It is no model, and its results are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.miniwob.players.elements import Elements
from agent.bench.miniwob.players.solvers import SOLVERS
from agent.bench.pages.players.player import written
from agent.errors import ModelFault
from agent.protocol.write import do, finish, give_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.bench.pages.stage import Stage
    from agent.model import Completion, Prompt
    from agent.task import Task
    from tools.action import Action


_NOT_DONE = frozenset({"dropped", "refused"})


class Oracle:
    """Plays what its solvers know, and gives up else.

    Args:
        stage: shows the page.
    """

    name = "oracle"
    sees = False

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._actions: Iterator[Action] | None = None
        self._action: Action | None = None
        """The last one, which is done again where the screen had changed before it was done."""

    def check(self, task: Task) -> None:
        """Any task will do."""

    def prepare(self) -> None:
        """Nothing to load."""

    def start(self, task: Task) -> None:
        """Begin a task that a stage shows."""
        solve = SOLVERS.get(task.vars["task"])
        elements = Elements(self._stage.page, self._stage.scale)
        self._actions = solve(elements, task.instruction) if solve else None

    def complete(self, prompt: Prompt) -> Completion:
        """The next action of the solver."""
        if self._actions is None:
            return written(give_up("The scripted player has no solver for this task."), prompt)
        if prompt.feedback not in _NOT_DONE:
            self._action = self._next(self._actions)
        if self._action is None:
            return written(finish("The solver has come to its end."), prompt)
        return written(do(self._action, "As the solver says."), prompt)

    def _next(self, actions: Iterator[Action]) -> Action | None:
        try:
            return next(actions, None)
        except LookupError as missing:
            raise ModelFault(f"oracle: {missing}") from missing
