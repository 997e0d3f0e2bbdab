"""Filling in of a task file: its keys checked, its variables filled in for one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from agent.errors import BadInput
from agent.task.faults import explain
from agent.task.readings import usable
from agent.task.sections import Written
from agent.task.variables import WrongReference, quoted, substitute

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.task.document import Document
    from agent.task.reading.nodes import Place


def validated(document: Document, value: dict[str, Any]) -> Written:
    """Check the keys and types of a task; variables are text however their values are written."""
    value = dict(value)
    if isinstance(value.get("vars"), dict):
        value["vars"] = _as_text(document, ("vars",), value["vars"])
    if isinstance(value.get("cases"), list):
        value["cases"] = [
            _as_text(document, ("cases", number), case) if isinstance(case, dict) else case
            for number, case in enumerate(value["cases"])
        ]
    try:
        return Written.model_validate(value)
    except ValidationError as error:
        raise BadInput(explain(document, error, Written)) from None


def _as_text(document: Document, place: Place, values: dict[str, Any]) -> dict[str, Any]:
    """Numbers, true and false as they were written (`1.50` stays `1.50`); anything else as it is."""
    return {
        name: document.marks[*place, name].text if isinstance(value, int | float) else value
        for name, value in values.items()
    }


_FILLED = ("instruction", "steps", "launch", "checks", "rules", "confine")
"""The keys in which variables are filled in; everything else is taken as it is written."""


def filled_in(document: Document, values: Mapping[str, str], secrets: tuple[str, ...]) -> dict[str, Any]:
    """The keys and values of a task file with its variables filled in.

    Raises:
        BadInput: references that can't be filled in; all are told at once.
    """
    faults: list[BadInput] = []
    steps = [step for step in document.value.get("steps") or () if isinstance(step, str)]

    def fill(value: Any, place: Place) -> Any:
        if isinstance(value, dict):
            return {key: fill(item, (*place, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [fill(item, (*place, number)) for number, item in enumerate(value)]
        if not isinstance(value, str):
            return value
        spoken = place[0] in {"instruction", "steps"} or _is_address(place)
        try:
            return substitute(
                value,
                values,
                secrets if spoken else None,
                quoted if place[0] == "steps" else str,
                usable(place, value, steps),
            )
        except WrongReference as error:
            faults.append(document.error(place, str(error), error.offset))
            return value

    filled = {key: fill(item, (key,)) if key in _FILLED else item for key, item in document.value.items()}
    if faults:
        raise BadInput.together(faults)
    return filled


def _is_address(place: Place) -> bool:
    """Whether it is where a database is: it may need a password."""
    return place[0] == "checks" and place[2:] == ("sql", "url")
