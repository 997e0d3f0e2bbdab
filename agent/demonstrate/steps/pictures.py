"""Pictures of what has no name, beside the task file whose steps click it."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from agent.runs.last_look import write_picture
from agent.task.variables import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.demonstrate.steps.written import WrittenStep


def with_pictures(steps: Sequence[WrittenStep], task: Path) -> list[WrittenStep]:
    """The steps, each picture in a file beside the task's, and a sentence that names it."""
    return [one if one.picture is None else _kept(one, task) for one in steps]


def _kept(step: WrittenStep, task: Path) -> WrittenStep:
    assert step.picture is not None
    names = (f"{task.stem}-{number}.png" for number in count(1))
    name = next(name for name in names if not (task.parent / name).exists())
    write_picture(step.picture, task.parent / name)
    return replace(step, sentence=f'{step.verb} image "{quoted(name).replace("$", "$$")}"')
