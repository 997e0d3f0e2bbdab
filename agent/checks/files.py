"""`file` and `json` checks: the content of a file."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, NoReturn

from agent.checks.context import CheckContext, Found
from agent.checks.difference import other_text, other_value, told
from agent.checks.reading import Unreadable, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.task.checks import FileCheck, JsonCheck

_MOST_LINES, _WIDEST = 1000, 120
"""Lines, and characters of each, that are compared for a message."""


def check_file(check: FileCheck, context: CheckContext) -> Found:
    """Compare a text file; how its lines end, and whether the last one does, makes no difference."""
    wanted = check.contains if check.contains is not None else check.equals or ""
    expected = f"contains {_spell(wanted)}" if check.contains is not None else _spell(wanted)
    try:
        text = read_text(context.workdir / check.path).replace("\r\n", "\n")
    except Unreadable as reason:
        return Found(passed=False, expected=expected, actual=str(reason))
    wanted = wanted.replace("\r\n", "\n")
    if check.contains is not None:
        passed, other = wanted in text, partial(_nearest, wanted, text, context.hide)
    else:
        passed = _unended(wanted) == _unended(text)
        other = partial(_first_other, _unended(wanted), _unended(text), context.hide)
    return Found(passed, expected, _spell(text) if passed else told(_spell(text), other()))


def check_json(check: JsonCheck, context: CheckContext) -> Found:
    """Compare a JSON file; the order of keys makes no difference."""
    expected = _spell(check.equals)
    try:
        value = json.loads(
            read_text(context.workdir / check.path), object_pairs_hook=_object, parse_constant=_no_number
        )
    except Unreadable as reason:
        return Found(passed=False, expected=expected, actual=str(reason))
    except (ValueError, RecursionError) as error:
        return Found(passed=False, expected=expected, actual=f"not JSON: {error}")
    if same_json(check.equals, value):
        return Found(passed=True, expected=expected, actual=_spell(value))
    other = other_value(check.equals, value, same_json, context.hide)
    return Found(passed=False, expected=expected, actual=told(_spell(value), other))


def same_json(expected: Any, actual: Any) -> bool:
    """Equality by JSON's types: true is not 1, but 1 is 1.0.

    Expected text may be a variable's value, so it equals a number that is written so.
    """
    if isinstance(expected, dict) and isinstance(actual, dict):
        return expected.keys() == actual.keys() and all(
            same_json(expected[key], actual[key]) for key in expected
        )
    if isinstance(expected, list) and isinstance(actual, list):
        return len(expected) == len(actual) and all(map(same_json, expected, actual))
    if isinstance(expected, bool) or isinstance(actual, bool):
        return expected is actual
    if isinstance(expected, str) and isinstance(actual, int | float):
        return expected == json.dumps(actual)
    return bool(expected == actual)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; of a key that is there twice one program takes the first value, another the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        [(twice, _)] = Counter(key for key, _ in pairs).most_common(1)
        raise ValueError(f"the key {_spell(twice)} is there twice")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _first_other(wanted: str, text: str, hide: Callable[[str], str]) -> str:
    return other_text(hide(wanted), hide(text))


def _nearest(wanted: str, text: str, hide: Callable[[str], str]) -> str:
    """The line that is most like what is looked for."""
    lines = list(islice(hide(text).split("\n"), _MOST_LINES))
    first = wanted.strip("\n").partition("\n")[0]
    matcher = difflib.SequenceMatcher(b=first[:_WIDEST], autojunk=False)

    def likeness(line: str) -> float:
        matcher.set_seq1(line[:_WIDEST])
        return matcher.ratio()

    number = max(range(len(lines)), key=lambda number: likeness(lines[number]))
    return f"it is not there; nearest is line {number + 1}, {_spell(lines[number][:_WIDEST])}"


def _unended(text: str) -> str:
    return text.removesuffix("\n")


def _spell(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
