"""Turn of a client: what it wants done, act by act, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from agent.mcp.results import Acted
from agent.mcp.seat.picture import picture_size, to_picture
from tools.action import point_of

if TYPE_CHECKING:
    from agent.episode import Step
    from agent.mcp.results import Effect, Status
    from agent.mcp.seat.frames import Shown
    from agent.model import Completion
    from tools.observation import Observation


class Unfit(Exception):
    """A request that can't be carried out as it is; nothing was done. One sentence, with what to do."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The next act: decided on an observation."""

    observation: Observation
    completion: Completion


@dataclass(frozen=True, slots=True)
class Told:
    """What came of what a client wanted, before it is written down for it."""

    status: Status
    effect: Effect | None = None
    why: str = ""
    at: tuple[int, int] | None = None
    appeared: tuple[str, ...] = ()
    gone: tuple[str, ...] = field(default=())

    def acted(self, shown: Shown) -> Acted:
        """The same as a client gets it, with the picture after it."""
        return Acted(
            status=self.status,
            effect=self.effect,
            why=self.why,
            at=self.at,
            appeared=list(self.appeared),
            gone=list(self.gone),
            settle_seconds=round(shown.observation.settled.seconds, 3),
            frame=shown.name,
            size=picture_size(shown.observation.frame.size),
        )


class Doing(Protocol):
    """Something that a client wants done, in one act or several."""

    def turn(self, last: Step | None) -> Turn | Told:
        """The next act, or what came of all of it.

        Args:
            last: the step that the turn before became; None at the first.
        """
        ...


def undone(step: Step) -> Told | None:
    """What is told of a step that was not carried out as it was decided; None: it was."""
    note = step.note.removeprefix("Not done: ")
    match step.outcome:
        case "denied":
            return Told("denied", None, note or "the person said no", at=place_of(step))
        case "dropped" if step.partly:
            return Told("failed", "unverifiable", note, at=place_of(step))
        case "dropped" | "refused" | "malformed":
            return Told("refused", None, note, at=place_of(step))
    return None


def place_of(step: Step) -> tuple[int, int] | None:
    """Where a step acted, in pixels of its picture."""
    point = point_of(step.action) if step.action else None
    return None if point is None else to_picture(point, step.observation.frame.size)
