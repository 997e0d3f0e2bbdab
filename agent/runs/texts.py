"""Texts that a run itself looks for on the screen: those of its checks, and those that a start waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.scripts import check_readable
from agent.task.checks import TextCheck
from agent.task.places import place_of

if TYPE_CHECKING:
    from agent.task import Task


def texts_of(task: Task) -> tuple[str, ...]:
    """The texts that a task has looked for, whatever its model does.

    Raises:
        BadInput: some can't be read on this machine; told with what to do.
    """
    checked = [
        ((*place, "text"), check.text) for place, check in task.placed_checks if isinstance(check, TextCheck)
    ]
    awaited = [
        (("launch", number, "wait_for", "text"), one.wait_for.text)
        for number, one in enumerate(task.launch)
        if one.wait_for
    ]
    faults = []
    for place, text in (*checked, *awaited):
        try:
            check_readable(text)
        except BadInput as fault:
            faults.append(BadInput(f"{place_of(task, place)}: {place[0]}: {fault.message}", fault.advice))
    if faults:
        raise BadInput.together(faults)
    return tuple(text for _, text in (*checked, *awaited))
