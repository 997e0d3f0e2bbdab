"""A line of a task's steps: a sentence, or a note in the place of one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """One line."""

    sentence: str
    """As the embedded model understands it; "" where there is none."""
    note: str = ""
    """For a person: what was done that no sentence says."""


def step(sentence: str) -> Written:
    """A sentence."""
    return Written(sentence)


def note(text: str) -> Written:
    """A note."""
    return Written("", text)
