"""Gap: a step that a demonstration could not name, and that a person has yet to write. Pure."""

from __future__ import annotations

_MARK = "TO DO: "


def gap(what: str) -> str:
    """The step that stands for what could not be said; a task that holds it can't be run."""
    return f"{_MARK}{what}"


def missing(step: str) -> str | None:
    """What a gap stands for; None: the step is none."""
    return step.removeprefix(_MARK) if step.startswith(_MARK) else None
