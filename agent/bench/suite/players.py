"""Players of the suite: a model, the written solution, one that does nothing, two that take a shortcut."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.bench.pages.players.choosing import Players
from agent.bench.pages.players.player import NullPlayer, written
from agent.errors import BadInput
from agent.protocol.system import system_text
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
_HAND = "reader"
"""The model that carries out what the oracle is told."""
_TIMES = 3
"""So often Enter is pressed."""


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


SHORTCUTS = (EnterPlayer, TypistPlayer)
"""Players that, as one that does nothing, must not pass a single task."""


class SuitePlayers:
    """Who plays: a model, which is told the instruction alone, the written solution, or one that can't pass.

    Args:
        asked: of the command line.

    Raises:
        BadInput: there is no such model, or a player is asked to look again.
    """

    def __init__(self, asked: Asked) -> None:
        self._solves = asked.model == ORACLE
        if self._solves and (asked.ground or asked.grounder):
            raise BadInput(f"--model {ORACLE}: follows what is written; leave --ground and --grounder out")
        known = replace(asked, model=_HAND) if self._solves else asked
        self._players = Players(known, *(one() for one in SHORTCUTS))

    @property
    def name(self) -> str:
        """The player's name."""
        return ORACLE if self._solves else self._players.name

    @property
    def profile(self) -> dict[str, JsonValue] | None:
        """The settings that its replies hang on, if there are any."""
        return self._players.profile

    @property
    def words(self) -> str:
        """The fixed words that it goes by."""
        return system_text() if self._solves else self._players.words

    def prepare(self) -> None:
        """Load the model. Raises ModelFault."""
        self._players.prepare()

    def plays(self, task: Task) -> tuple[Task, Model]:
        """Who plays a task, and the task: the written solution is told to the oracle alone."""
        return self._players.plays(task if self._solves else task.model_copy(update={"steps": ()}))
