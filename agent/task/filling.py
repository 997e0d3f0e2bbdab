"""Filling in of a task file: its keys checked, its variables filled in for one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from agent.errors import BadInput
from agent.task.checks import CHECK_KEYS
from agent.task.faults import explain
from agent.task.readings import usable
from agent.task.sections import Written
from agent.task.variables import WrongReference, quoted, substitute

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from agent.task.document import Document
    from agent.task.reading.nodes import Place


def validated(document: Document, value: dict[str, Any]) -> Written:
    """Check the keys and types of a task; variables are text however their values are written."""
    value = dict(value)
    if isinstance(value.get("vars"), dict):
        value["vars"] = as_text(document, ("vars",), value["vars"])
    if isinstance(value.get("cases"), list):
        value["cases"] = [
            as_text(document, ("cases", number), case) if isinstance(case, dict) else case
            for number, case in enumerate(value["cases"])
        ]
    if isinstance(value.get("steps"), list):
        value["steps"] = with_given(document, value["steps"])
    try:
        return Written.model_validate(value)
    except ValidationError as error:
        raise BadInput(explain(document, error, Written)) from None


def with_given(document: Document, steps: list[Any]) -> list[Any]:
    """The items of `steps:`, the parameters of included files as text."""
    return [
        {**item, "with": as_text(document, ("steps", number, "with"), item["with"])}
        if isinstance(item, dict) and isinstance(item.get("with"), dict)
        else item
        for number, item in enumerate(steps)
    ]


def as_text(document: Document, place: Place, values: dict[str, Any]) -> dict[str, Any]:
    """Numbers, true and false as they were written (`1.50` stays `1.50`); anything else as it is."""
    return {
        name: document.marks[*place, name].text if isinstance(value, int | float) else value
        for name, value in values.items()
    }


_FILLED = (
    "instruction",
    "setup",
    "teardown",
    "launch",
    "precheck",
    "checks",
    "rules",
    "confine",
    "interruptions",
)
"""The keys in which variables are filled in, as in the steps; everything else is taken as it is written."""


def filled_in(
    document: Document, values: Mapping[str, str], secrets: Collection[str], steps: Sequence[str] = ()
) -> dict[str, Any]:
    """The keys and values of a task file with its variables filled in; its steps as they are written.

    Args:
        document: The file.
        values: Its variables.
        secrets: Names that may be referred to.
        steps: Its sentences; what they read is filled in during the run.

    Raises:
        BadInput: references that can't be filled in; all are told at once.
    """
    faults: list[BadInput] = []

    def fill(value: Any, place: Place) -> Any:
        if isinstance(value, dict):
            return {key: fill(item, (*place, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [fill(item, (*place, number)) for number, item in enumerate(value)]
        if not isinstance(value, str):
            return value
        spoken = place[0] in {"instruction", "interruptions"} or _is_address(place)
        quote = quoted if place[0] == "interruptions" and place[2:] != ("when",) else str
        try:
            return substitute(value, values, secrets if spoken else None, quote, usable(place, value, steps))
        except WrongReference as error:
            faults.append(document.error(place, str(error), error.offset))
            return value

    filled = {key: fill(item, (key,)) if key in _FILLED else item for key, item in document.value.items()}
    if faults:
        raise BadInput.together(faults)
    return filled


def _is_address(place: Place) -> bool:
    """Whether it is where a database is: it may need a password."""
    return place[0] in CHECK_KEYS and place[2:] == ("sql", "url")
