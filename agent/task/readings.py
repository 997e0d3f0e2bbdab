"""Readings: sentences that read a value from the screen, and where that value may be used. Pure.

`Read "Order number" as order` makes `${order}` known to later steps and to the checks. What was read is a
text from a screen: it is filled in at run time, as it is, and only where nothing obeys it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from agent.task.reading.nodes import Place

_READS = re.compile(r"\s*read\s", re.IGNORECASE)
_AS = re.compile(
    r"[\"\N{RIGHT DOUBLE QUOTATION MARK}][^\"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]*"
    r"\bas\s+(?P<name>[A-Za-z_]\w*)\s*\.?\s*\Z",
    re.IGNORECASE | re.ASCII,
)
"""Behind the last quote of a sentence."""
REFERENCE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_PLAIN = ("text", "equals", "contains", "rows", "cells", "stdout", "title")
"""Keys of checks that hold texts to compare with."""
_ELSEWHERE = (
    "is read at run time, and has no place here: it may stand in later steps; in text, equals, contains, "
    "rows, cells, stdout and title of checks; in a query between single quotes; and as one whole argument of "
    "a command"
)


def name_read(step: str) -> str | None:
    """The variable that a step reads, `order` of `Read "Order number" as order`; None: it reads none."""
    found = _AS.search(step) if _READS.match(step) else None
    return found["name"] if found else None


def with_values(text: str, values: Mapping[str, str], quote: Callable[[str], str] = str) -> str:
    """The text with each reference to one of the values filled in.

    Args:
        text: from a task.
        values: that were read, by their names.
        quote: how a value is written into this text.
    """
    return REFERENCE.sub(lambda found: quote(values[found[1]]) if found[1] in values else found[0], text)


def usable(place: Place, text: str, steps: Sequence[str]) -> dict[str, str]:
    """The variables that steps read, each with why a text may not refer to it; "": it may.

    Args:
        place: where the text stands in the task file.
        text: the text.
        steps: the task's, as they are written.
    """
    return {
        name: _objection(name, at, place, text) for at, step in enumerate(steps) if (name := name_read(step))
    }


def wrong_names(steps: Sequence[str], variables: Collection[str]) -> list[tuple[int, str]]:
    """What is wrong with the names that steps read into: the index of each such step, and why."""
    faults, known = [], set[str]()
    for at, step in enumerate(steps):
        name = name_read(step)
        if name in {"workdir", "secret"} or name in variables:
            faults.append((at, f'"{name}" has another meaning already; read into another name'))
        elif name in known:
            faults.append((at, f'an earlier step reads "{name}" as well; give this one another name'))
        known |= {name} if name else set()
    return faults


def _objection(name: str, read_by: int, place: Place, text: str) -> str:
    match place:
        case ("steps", int(at), *_):
            return "" if at > read_by else f'"{name}" is read by step {read_by + 1} only, which comes later'
        case ("checks", int(), kind) if kind in _PLAIN:
            return ""
        case ("checks", int(), _, key, *_) if key in _PLAIN:
            return ""
        case ("checks", int(), _, "query"):
            bare = text.replace(f"'${{{name}}}'", "")
            return "" if f"${{{name}}}" not in bare else f'"{name}" {_ELSEWHERE}'
        case ("checks", int(), _, "run", int(argument)) if argument and text == f"${{{name}}}":
            return ""
    return f'"{name}" {_ELSEWHERE}'


def in_sql(value: str) -> str:
    """A value as it stands between the single quotes of a query.

    Raises:
        BadInput: it holds a sign that ends or changes such a text in some database.
    """
    if "\\" in value or not value.isprintable():
        raise BadInput(f'"{value}" has signs that a query may obey, and is not asked for')
    return value.replace("'", "''")
