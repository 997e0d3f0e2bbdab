"""Faults of a task file in plain words: `form.yaml:7:9: limits.stepz: unknown key; did you mean "steps"?`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agent.errors import nearest
from agent.task.checks import BESIDE, CHECK_KEYS, CHECKS, SHORT, keys_of
from agent.task.section import Section

if TYPE_CHECKING:
    from pydantic import ValidationError

    from agent.task.document import Document
    from agent.task.reading.nodes import Place

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "literal_error": "{expected}",
    "tuple_type": "a list",
    "dict_type": "a mapping (key: value)",
    "model_type": "a mapping (key: value)",
    "model_attributes_type": "a mapping (key: value)",
    "string_too_short": "text that is not empty",
    "string_too_long": "no more characters than {max_length}",
    "greater_than_equal": "at least {ge}",
    "greater_than": "more than {gt:g}",
    "less_than_equal": "at most {le}",
    "too_short": "at least {min_length} of them",
    "too_long": "at most {max_length} of them",
}
_SHOWN = 10


def explain(document: Document, error: ValidationError, root: type[Section]) -> str:
    """Every fault on a line of its own: file, line, key, what is expected and what stands there."""
    faults: dict[Place, str] = {}
    for fault in error.errors(include_url=False):
        place = _place(fault["loc"])
        faults.setdefault(place, _fault(fault, place, root))  # the first of a union's complaints tells enough
    lines = [
        str(document.error(place, text))
        for place, text in sorted(faults.items(), key=lambda item: document.position(item[0]))
    ]
    return "\n".join(lines[:_SHOWN] + ([f"and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []))


def _place(location: Place) -> Place:
    """Where it stands in the file: without what pydantic adds for the branches it tried."""
    if location[:1] and location[0] in CHECK_KEYS and location[3:4] and location[3] in BESIDE:
        return (*location[:2], location[3])
    if location[:1] == ("marks",):
        return location[:2]
    if location[:1] == ("steps",):
        return (*location[:2], *location[3:])  # between them is which kind of item it was taken for
    if location[:1] and location[0] in CHECK_KEYS and any(part in SHORT for part in location[2:3]):
        return location[:3]
    kept = [part for part in location if part != "[key]"]
    while kept and isinstance(kept[-1], str) and kept[-1] in {"str", "int", "float", "bool"}:
        kept.pop()
    return tuple(kept)


def _fault(fault: Any, place: Place, root: type[Section]) -> str:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        return f"unknown key; {nearest(str(place[-1]), _known(place[:-1], root))}"
    if kind == "missing":
        return "is missing; add it"
    if kind == "value_error":
        return str(context["error"])
    expected = _EXPECTED.get(kind)
    if expected is None:
        return f"{fault['msg']}, got {_seen(fault['input'])}"
    return f"expected {expected.format(**context)}, got {_seen(fault['input'])}{_hint(kind, fault['input'])}"


def _known(place: Place, root: type[Section]) -> list[str]:
    """The keys of the section at a place."""
    section = root
    for part in place:
        if isinstance(part, int):
            continue
        if part in CHECKS and place[0] in CHECK_KEYS:
            return keys_of(part)
        if part in section.model_fields:
            section = _inner(section.model_fields[part].annotation) or section
    return [field.alias or name for name, field in section.model_fields.items()]


def _inner(annotation: Any) -> type[Section] | None:
    """The section inside `Section`, `tuple[Section, ...]` or `Section | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _inner(part))), None)


def _seen(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    if isinstance(value, str):
        return f"the text {json.dumps(value[:60], ensure_ascii=False)}"
    return json.dumps(value)


def _hint(kind: str, value: Any) -> str:
    if kind == "tuple_type" and isinstance(value, str):
        return '; write each part on its own line, behind "- "'
    if kind != "string_type":
        return ""
    if isinstance(value, dict):
        return '; put text that holds ": " in single quotes'
    return "; put it in quotes" if isinstance(value, int | float) else ""
