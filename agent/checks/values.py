"""Values of databases and tables: whether one is what a task file means, and how it is told. Pure."""

from __future__ import annotations

import json
import re
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from agent.checks.files import same_json
from agent.checks.numbers import number, same_number

_DURATION = re.compile(r"(-?)([0-9]{1,6}):([0-5][0-9])(?::([0-5][0-9](?:\.[0-9]{1,6})?))?", re.ASCII)


def same_value(expected: Any, actual: Any) -> bool:  # noqa: PLR0911  (one line a kind)
    """Whether a database's value is the one a task file means.

    A variable's value is always text, and SQLite stores any type in any column: a number and a text that
    writes the same number agree. Expected text may write it in any way (`"2500.00"`, `2500`); text in the
    database must be how one writes the number (`007` is not 7). Dates and times are written as in ISO 8601.
    """
    match actual:
        case bytes() | bytearray() | memoryview():
            return same_value(expected, as_text(bytes(actual)))
        case bool():
            return _same_truth(expected, is_true=actual)
        case int() | float() | Decimal():
            wanted = number(expected) if isinstance(expected, str) else expected
            return wanted is not None and same_number(wanted, actual)
        case str() if isinstance(expected, int | float):
            return actual == json.dumps(expected)
        case timedelta():
            return isinstance(expected, str) and _duration(expected) == actual
        case date() | time() | UUID():
            return isinstance(expected, str) and _parsed(expected, type(actual)) == actual
        case dict() | list() | tuple():
            return isinstance(expected, str) and _same_structure(expected, actual)
        case str() | None:
            return type(expected) is type(actual) and bool(expected == actual)
    return bool(expected == str(actual))


def spell(value: Any) -> str:
    """A value as a task file would have it: text in quotes, numbers with all their digits, dates bare."""
    match value:
        case None | bool() | int() | float() | str():
            return json.dumps(value, ensure_ascii=False)
        case bytes() | bytearray() | memoryview():
            return spell(as_text(bytes(value)))
        case dict():
            return f"{{{', '.join(f'{spell(key)}: {spell(item)}' for key, item in value.items())}}}"
        case list() | tuple():
            return f"[{', '.join(map(spell, value))}]"
        case timedelta():
            minutes, seconds = divmod(abs(value).total_seconds(), 60)
            sign = "-" if value < timedelta() else ""
            return f"{sign}{minutes // 60:02.0f}:{minutes % 60:02.0f}:{seconds:0>2.12g}"
    return str(value)


def as_text(content: bytes) -> str:
    r"""Bytes as text: as UTF-8 if they are, else in hexadecimal, as PostgreSQL has them: `\xff00`."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return f"\\x{content.hex()}"


def _same_truth(expected: Any, *, is_true: bool) -> bool:
    """True is true, the number 1, or the text of either: where a column has no booleans it holds numbers."""
    if isinstance(expected, str):
        return expected.lower() in (("true", "1") if is_true else ("false", "0"))
    return expected is not None and bool(expected == is_true)


def _parsed(written: str, kind: type) -> Any:
    """The date, time or UUID of that kind which a text writes; None: none."""
    try:
        return UUID(written) if kind is UUID else kind.fromisoformat(written)  # type: ignore[attr-defined]
    except ValueError:
        return None


def _duration(written: str) -> timedelta | None:
    """The hours, minutes and seconds that a text writes, as in `30:15` or `-08:30:00.5`; None: none."""
    found = _DURATION.fullmatch(written)
    if found is None:
        return None
    length = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=float(found[4] or 0))
    return -length if found[1] else length


def _same_structure(expected: str, actual: Any) -> bool:
    try:
        return same_json(json.loads(expected), json.loads(json.dumps(actual, default=str)))
    except (ValueError, RecursionError):
        return False
