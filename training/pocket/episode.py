"""Episode: what was played on a form, as it is kept in a set and learned from."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from tools.geometry import Box, Point


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on the screen, in frame pixels."""

    text: str
    left: int
    top: int
    bottom: int
    edges: tuple[int, ...]
    """Where each of its characters ends, from `left`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that can be clicked."""

    kind: str
    label: str
    group: str
    at: Point
    """Where it is clicked, in frame pixels."""
    box: Box
    value: str
    """What it holds; "" where it holds nothing."""
    lines: tuple[Line, ...]
    """Of its label."""


@dataclass(frozen=True, slots=True)
class Look:
    """What stands where on one frame."""

    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    """That belong to nothing to click."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A reply on one frame."""

    look: Look
    reply: str
    learned: bool = True
    """Not where it is a slip, which stands in the history to be mended."""
    target: Box | None = None
    """The widget that is to be clicked, in frame pixels."""


@dataclass(frozen=True, slots=True)
class Episode:
    """Turns in order; their frames are kept beside it, numbered alike."""

    seed: int
    customer: bool
    """Whether it is the customer form."""
    layout: int
    """The seed of its layout."""
    instruction: str
    plan: tuple[str, ...]
    """The task's steps."""
    turns: tuple[Turn, ...]

    def told(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)

    @classmethod
    def of(cls, told: dict[str, Any]) -> Episode:
        """From what `told` said."""
        turns = tuple(_turn(one) for one in told["turns"])
        return cls(**{**told, "plan": tuple(told["plan"]), "turns": turns})


def _turn(told: dict[str, Any]) -> Turn:
    look = told["look"]
    marks = tuple(
        Mark(**{**one, "at": Point(*one["at"]), "box": Box(*one["box"]), "lines": _lines(one["lines"])})
        for one in look["marks"]
    )
    target = Box(*told["target"]) if told["target"] else None
    return Turn(**{**told, "look": Look(marks, _lines(look["lines"])), "target": target})


def _lines(told: list[dict[str, Any]]) -> tuple[Line, ...]:
    return tuple(Line(**{**one, "edges": tuple(one["edges"])}) for one in told)
