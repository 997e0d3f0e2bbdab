"""Options of a run, as the command line gives them. Light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.runs.approval import APPROVALS

if TYPE_CHECKING:
    from agent.runs.approval import Approval
    from agent.runs.attendance import Attendant
    from agent.task import Task


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What the command line says about every run; None: as the task says."""

    model: str | None = None
    ground: str | None = None
    """How a place is looked for again (`agent.models.grounded.spec`); None: it is not."""
    grounder: str | None = None
    """The model that points in the planner's place; None: none."""
    display: str | None = None
    """`virtual`, `host` or a display's name."""
    max_steps: int | None = None
    timeout: float | None = None
    """Seconds."""
    approve: Approval = APPROVALS["auto"]
    attendant: Attendant | None = None
    """The person at the run; None: nobody."""
    debug: bool = False
    """Whether an error that nobody foresaw ends the command and shows where; else it is the run's verdict."""

    def limited(self, task: Task) -> Task:
        """The task with the limits that are given here."""
        given = {"steps": self.max_steps, "seconds": self.timeout}
        update = {name: value for name, value in given.items() if value is not None}
        return task.model_copy(update={"limits": task.limits.model_copy(update=update)})
