"""Written step: a sentence, or a comment where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.observation import Frame


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """One line of a task's steps: a sentence or a note."""

    sentence: str
    """Sentence that the embedded model understands; "" where there is none."""
    note: str = ""
    """Comment for a person on what no sentence expresses."""
    picture: Frame | None = None
    """What was clicked, where it has no name."""
    verb: str = ""
    """How it was clicked: `Click`, `Double-click`."""


def step(sentence: str) -> WrittenStep:
    """A line with a sentence."""
    return WrittenStep(sentence)


def note(text: str) -> WrittenStep:
    """A line with a note."""
    return WrittenStep("", text)
