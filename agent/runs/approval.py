"""Approval of actions before they are done: automatic, asked, denied. Light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.printing import pictures, streams

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.runs.question import Question

    Answer = Callable[[Question], bool]


@dataclass(frozen=True, slots=True)
class Approval:
    """Which actions a person is asked about, and how."""

    every: bool
    """Whether about every one; else about those that a rule of the task asks about."""
    answer: Answer


def ask(question: Question) -> bool:
    """A person's answer; no answer (no terminal, end of input) is a no."""
    _show(question)
    return streams.ask(f"do this? {question}")


def ask_if_there(question: Question) -> bool:
    """The answer of a person at a terminal; where nobody sits there it is a no."""
    if streams.can_ask():
        return ask(question)
    streams.tell(f"not done, nobody is there to be asked: {question}\n")
    return False


def never(question: Question) -> bool:
    """Show what would be done, and say no."""
    streams.tell(f"not done (--approve deny): {question}\n")
    return False


APPROVALS = {
    "auto": Approval(every=False, answer=ask_if_there),
    "ask": Approval(every=True, answer=ask),
    "deny": Approval(every=True, answer=never),
}
"""By their names on the command line."""


def approval_by(answer: Answer, name: str) -> Approval:
    """An approval of that name, where somebody else than the person at the terminal answers.

    Args:
        answer: what is asked.
        name: as on the command line.
    """
    return Approval(every=name != "auto", answer=(lambda _question: False) if name == "deny" else answer)


def _show(question: Question) -> None:
    """The picture where the terminal can, and where it lies."""
    if question.picture is not None:
        pictures.show(question.picture)
        streams.tell(f"picture: {question.picture}\n")
