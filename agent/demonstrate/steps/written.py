"""Written step: a sentence, or a comment where there is none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """One line."""

    sentence: str
    """As the embedded model understands it; "" where there is none."""
    note: str = ""
    """For a person: what was done that no sentence says."""


def step(sentence: str) -> WrittenStep:
    """A sentence."""
    return WrittenStep(sentence)


def note(text: str) -> WrittenStep:
    """A note."""
    return WrittenStep("", text)
