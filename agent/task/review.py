"""Review of a task before it is run: what its keys name must be there, and nothing secret in it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.task.checks import ImageCheck
from agent.task.gaps import missing
from agent.task.readings import wrong_names

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from agent.task.document import Document
    from agent.task.reading.nodes import Place
    from agent.task.section import Region
    from agent.task.sections import Task
    from agent.task.steps.written import WrittenStep

_WRITE_IT = "say what is to be done there, or remove the line if nothing is"
_TELLING = 6
"""Shorter secrets turn up by chance."""


def review(document: Document, task: Task, secrets: Mapping[str, str]) -> None:
    """Make sure that a task can be run.

    Args:
        document: its file.
        task: of one run.
        secrets: names and values.

    Raises:
        BadInput: it holds a secret's value, names a picture that is not there, or an area beyond the display.
    """
    _refuse_values(document, task, secrets)
    _find_pictures(document, task)
    _check_boxes(document, task)


def refuse_gaps(steps: Sequence[WrittenStep]) -> None:
    """Make sure that every step is written.

    Raises:
        BadInput: a person has yet to write some.
    """
    faults = [
        step.error(f"this step is yet to be written: {what}; {_WRITE_IT}")
        for step in steps
        if (what := missing(step.template)) is not None
    ]
    if faults:
        raise BadInput.together(faults)


def refuse_readings(steps: Sequence[WrittenStep], variables: Collection[str]) -> None:
    """Make sure that each value which is read gets a name of its own.

    Raises:
        BadInput: a step reads into a name that means something already.
    """
    found = wrong_names([step.template for step in steps], variables)
    faults = [steps[at].error(why) for at, why in found]
    if faults:
        raise BadInput.together(faults)


def _refuse_values(document: Document, task: Task, secrets: Mapping[str, str]) -> None:
    """A secret's value written out anywhere in the task would end up in the recording."""
    text = task.model_dump_json()
    written = {name: json.dumps(value, ensure_ascii=False)[1:-1] for name, value in secrets.items()}
    for name, value in written.items():
        if len(value) >= _TELLING and value in text:
            message = f"the task holds the value of {name}; write ${{secret.{name}}} instead"
            raise document.error(("secrets",), message)


def _find_pictures(document: Document, task: Task) -> None:
    for place, check in task.placed_checks:
        for name in check.like if isinstance(check, ImageCheck) else ():
            path = document.path.parent / name
            if not os.path.isfile(path):  # noqa: PTH113  (pathlib's raises for names that are too long)
                raise document.error(
                    (*place, "image", "like"), f"there is no picture {path}; its path starts at the task file"
                )


def _check_boxes(document: Document, task: Task) -> None:
    boxes: dict[Place, Region | None] = {
        **{("masks", number, "box"): mask.box for number, mask in enumerate(task.masks)},
        **{("forbid", number, "region"): one.region for number, one in enumerate(task.forbid)},
        **{("rules", number, "region"): one.region for number, one in enumerate(task.rules)},
        ("confine", "region"): task.confine.region if task.confine else None,
        **{
            (*place, "image", "region"): check.region
            for place, check in task.placed_checks
            if isinstance(check, ImageCheck)
        },
    }
    width, height = task.display.size
    given = {place: box for place, box in boxes.items() if box is not None}
    for place, (left, top, *extent) in given.items() if task.display.kind == "virtual" else ():
        if left + extent[0] > width or top + extent[1] > height:
            message = (
                f"reaches beyond the display, which is {width}x{height}; write [left, top, width, height]"
            )
            raise document.error(place, message)
