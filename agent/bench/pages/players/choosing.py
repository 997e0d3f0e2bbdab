"""Players by name: `--model null`, one of the set's own, or a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.pages.orders.steps import NotRead, steps_of, written_rules
from agent.bench.pages.players.player import GivesUp, NullPlayer
from agent.errors import BadInput
from agent.model import Described, Follower
from agent.models import load_grounded
from agent.protocol.system import system_text
from agent.task import TaskStep

if TYPE_CHECKING:
    from pydantic import JsonValue

    from agent.bench.sets import Asked
    from agent.model import Model
    from agent.task import Task


class Players:
    """Who plays.

    Args:
        asked: of the command line.
        own: players of the set that are no models, by name.

    Raises:
        BadInput: there is no such model.
    """

    def __init__(self, asked: Asked, *own: Model) -> None:
        self._model = _model(asked, {one.name: one for one in (NullPlayer(), *own)})

    @property
    def name(self) -> str:
        """The player's name."""
        return self._model.name

    @property
    def profile(self) -> dict[str, JsonValue] | None:
        """The settings that its replies hang on, if there are any."""
        return self._model.described() if isinstance(self._model, Described) else None

    @property
    def words(self) -> str:
        """The fixed words that it goes by: every prompt's, and the rules where it is told steps."""
        return system_text() + (written_rules() if isinstance(self._model, Follower) else "")

    def prepare(self) -> None:
        """Load the model. Raises ModelFault."""
        self._model.prepare()

    def plays(self, task: Task) -> tuple[Task, Model]:
        """Who plays a task, and the task, with steps where the player follows steps and the task has none.

        One that follows steps and for which none can be told gives up at once.
        """
        if task.steps or not isinstance(self._model, Follower):
            return task, self._model
        try:
            steps = tuple(TaskStep(text=text, line=1) for text in steps_of(task.instruction))
            planned = task.model_copy(update={"steps": steps})
            self._model.check(planned)
        except (NotRead, BadInput) as why:
            return task, GivesUp(self.name, str(why))
        return planned, self._model


_SCRIPTED = "oracle"
"""What a set's own player is called that knows how each task is done."""


def _model(asked: Asked, own: dict[str, Model]) -> Model:
    if asked.model == _SCRIPTED and _SCRIPTED not in own:
        raise BadInput(f"--model {_SCRIPTED}: {asked.name} has no such player; it has {', '.join(own)}")
    if asked.model not in own:
        return load_grounded(asked.model, asked.ground, asked.grounder)
    if asked.ground or asked.grounder:
        raise BadInput(f"--model {asked.model}: points at nothing; leave --ground and --grounder out")
    return own[asked.model]
