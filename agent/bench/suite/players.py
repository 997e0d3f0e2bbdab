"""Players of the suite: a model, the written solution, one that does nothing, two that take a shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.pages.players.player import GivesUp, NullPlayer, written
from agent.errors import BadInput
from agent.model import Described, Follower
from agent.models import load_grounded
from agent.protocol.write import do, finish
from tools.action import Key, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from agent.bench.sets import Asked
    from agent.model import Completion, Model, Prompt
    from agent.task import Task
    from tools.action import Action

ORACLE = "oracle"
_TIMES = 3
"""So often Enter is pressed."""
_NO_PLAN = (
    "follows written steps and makes none: here every model is told the instruction alone; "
    f"`--model {ORACLE}` follows the written solution"
)


class Shortcut(NullPlayer):
    """Does the same few things whatever is on the screen, and says that it is done."""

    def __init__(self) -> None:
        self._left: list[Action] = []

    def actions(self, task: Task) -> Sequence[Action]:
        """What it does."""
        raise NotImplementedError

    def start(self, task: Task) -> None:
        """Begin with the first."""
        self._left = list(self.actions(task))

    def complete(self, prompt: Prompt) -> Completion:
        """The next one, or the end."""
        if self._left:
            return written(do(self._left.pop(0), "This may do."), prompt)
        return written(finish("All of it was done."), prompt)


class EnterPlayer(Shortcut):
    """Confirms whatever the programs propose: Enter is OK in a dialog, and opens what is selected."""

    name = "enter"

    def actions(self, task: Task) -> Sequence[Action]:
        """Enter, a few times."""
        del task
        return [Key(keys=("Enter",))] * _TIMES


class TypistPlayer(Shortcut):
    """Types all that the task is about, wherever the keyboard goes: a judge of screens would believe it."""

    name = "typist"

    def actions(self, task: Task) -> Sequence[Action]:
        """The values of its variables."""
        return [Type(text=" ".join(task.vars.values()))]


PLAYERS: dict[str, type[NullPlayer]] = {
    "null": NullPlayer,
    "enter": EnterPlayer,
    "typist": TypistPlayer,
}
"""Players that must not pass a single task."""


class Players:
    """Who plays: a model, which is told the instruction alone, the written solution, or one of `PLAYERS`.

    Args:
        asked: of the command line.

    Raises:
        BadInput: there is no such model, or a player is asked to look again.
    """

    def __init__(self, asked: Asked) -> None:
        self._solves = asked.model == ORACLE
        self._model = _model(asked)

    @property
    def name(self) -> str:
        """The player's name."""
        return ORACLE if self._solves else self._model.name

    @property
    def profile(self) -> dict[str, JsonValue] | None:
        """The settings that its replies hang on, if there are any."""
        return self._model.described() if isinstance(self._model, Described) else None

    def prepare(self) -> None:
        """Load the model. Raises ModelFault."""
        self._model.prepare()

    def plays(self, task: Task) -> tuple[Task, Model]:
        """Who plays a task, and the task: the written solution is shown to the oracle alone.

        A model that can do nothing without steps gives up at once.
        """
        if self._solves:
            return task, self._model
        told = task.model_copy(update={"steps": ()})
        if isinstance(self._model, Follower):
            return told, GivesUp(self.name, f"{self.name} {_NO_PLAN}")
        return told, self._model


def _model(asked: Asked) -> Model:
    """The model. The oracle is the embedded one, along the steps that a person wrote."""
    if asked.model in (ORACLE, *PLAYERS) and (asked.ground or asked.grounder):
        raise BadInput(f"--model {asked.model}: points at nothing; leave --ground and --grounder out")
    if asked.model in PLAYERS:
        return PLAYERS[asked.model]()
    return load_grounded("reader" if asked.model == ORACLE else asked.model, asked.ground, asked.grounder)
