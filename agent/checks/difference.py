"""Differences of what is long: the first one, in words, so that it is not in the part that is cut off. Pure.

Lines and values are cut here: what is not to be shown has to be taken out before.
"""

from __future__ import annotations

import json
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 200
"""Characters from which on a text is told with its first difference."""
_BEFORE, _BEHIND = 20, 60
"""Characters of a line that are told before its first difference, and from there on."""


def told(whole: str, difference: str) -> str:
    """What was found, with what is different in front of it where it is long."""
    return whole if len(whole) <= LONG else f"{difference}; in all {whole}"


def other_text(expected: str, actual: str) -> str:
    """The first line of a text that is another one."""
    pairs = zip_longest(expected.split("\n"), actual.split("\n"))
    for number, (wanted, found) in enumerate(pairs, start=1):
        if wanted is None:
            return f"line {number} is too many: {_near(found or '', 0)}"
        if found is None:
            return f"line {number} is missing: {_near(wanted, 0)}"
        if wanted != found:
            at = _parting(wanted, found)
            return f"line {number} is {_near(found, at)}, not {_near(wanted, at)}"
    return "no line is another one"


def other_value(
    expected: Any,
    actual: Any,
    same: Callable[[Any, Any], bool],
    hide: Callable[[str], str],
    path: str = "it",
) -> str:
    """The first value of a structure as JSON has them that is another one, with the way to it.

    Args:
        expected: what is wanted.
        actual: what is there.
        same: whether two values are the same.
        hide: takes secrets out of a text.
        path: the way to them.
    """
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in [*expected, *(key for key in actual if key not in expected)]:
            inner = f"{path}.{key}"
            if key not in actual:
                return f"{inner} is missing"
            if key not in expected:
                return f"{inner} is too many"
            if not same(expected[key], actual[key]):
                return other_value(expected[key], actual[key], same, hide, inner)
    if isinstance(expected, list) and isinstance(actual, list):
        for number, (wanted, found) in enumerate(zip(expected, actual, strict=False)):
            if not same(wanted, found):
                return other_value(wanted, found, same, hide, f"{path}[{number}]")
        return f"{path} has {len(actual)} items, not {len(expected)}"
    wanted, found = (hide(json.dumps(value, ensure_ascii=False)) for value in (expected, actual))
    at = _parting(wanted, found)
    return f"{path} is {_cut(found, at)}, not {_cut(wanted, at)}"


def _parting(one: str, other: str) -> int:
    """Where two texts part."""
    same = (number for number, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours)
    return next(same, min(len(one), len(other)))


def _near(line: str, at: int) -> str:
    return _cut(json.dumps(line, ensure_ascii=False), at + 1)


def _cut(spelled: str, at: int) -> str:
    """A text around a place."""
    start = at - _BEFORE if at > _BEFORE + _BEHIND else 0
    end = max(at, start) + _BEHIND
    return ("…" if start else "") + spelled[start:end] + ("…" if end < len(spelled) else "")
