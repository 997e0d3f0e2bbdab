"""Repairs of a tool call's JSON that leave no doubt about what was meant. Pure.

Each one answers a form seen in real replies of Qwen3-VL: code fences, text after the object, trailing
commas, arguments that are a string, numbers that are strings, a box in place of a point, key names with
brackets and quotes inside. A repair never adds anything that the reply does not say.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

from agent.errors import MalformedCall

_DECODER = json.JSONDecoder(parse_constant=lambda name: math.nan if name == "NaN" else math.inf)
_STRING = r'"(?:[^"\\]|\\.)*"'
_TRAILING_COMMA = re.compile(rf"({_STRING})|,(?=\s*[}}\]])", re.DOTALL)
_KEY_NOISE = "[](){}\"'`<> \t\n,"
_BOX = 4


def load_object(text: str) -> dict[str, Any]:
    """The JSON object that the text begins with (after white space or a code fence).

    Raises:
        MalformedCall: there is none.
    """
    body = re.sub(r"\A\s*(?:```(?:json)?)?\s*", "", text)
    for candidate in (body, _TRAILING_COMMA.sub(lambda match: match.group(1) or "", body)):
        try:
            found, _ = _DECODER.raw_decode(candidate)
        except (ValueError, RecursionError) as error:
            reason = (
                error.msg
                if isinstance(error, json.JSONDecodeError)
                else "it is nested too deeply or a number is too long"
            )
            continue
        if isinstance(found, dict):
            return found
        reason = f"it is a {type(found).__name__}, not an object"
    raise MalformedCall(f"The tool call is not valid JSON: {reason}.")


def repair_arguments(arguments: dict[str, Any]) -> dict[str, Any]:
    """A copy of the arguments with every unambiguous slip mended; the rest is left for validation."""
    mended = {name: value for name, value in arguments.items() if value is not None}
    if isinstance(mended.get("action"), str):
        mended["action"] = mended["action"].strip().lower()
    if "coordinate" in mended:
        mended["coordinate"] = _point(mended["coordinate"])
    for name in ("pixels", "time"):
        if name in mended:
            mended[name] = _number(mended[name])
    if mended.get("action") == "key":
        mended["keys"] = _keys(mended.get("keys", mended.pop("text", None)))
    return mended


def _number(value: Any) -> Any:
    """A number written as a string becomes one; everything else stays."""
    if isinstance(value, str) and re.fullmatch(r"\s*-?\d{1,6}(?:\.\d{1,6})?\s*", value):
        return float(value)
    return math.nan if isinstance(value, bool) else value


def _point(value: Any) -> Any:
    """`"[512, 300]"`, `"512,300"`, `[[512, 300]]`, `{"x":..., "y":...}` and a box become a point."""
    if isinstance(value, str):
        value = re.findall(r"-?\d+(?:\.\d+)?", value) if re.fullmatch(r"[\s\d.,;()\[\]-]+", value) else value
    if isinstance(value, dict) and set(value) == {"x", "y"}:
        value = [value["x"], value["y"]]
    if not isinstance(value, list | tuple):
        return value
    if len(value) == 1 and isinstance(value[0], list):
        value = value[0]
    numbers = [_number(part) for part in value]
    if len(numbers) == _BOX and all(isinstance(part, int | float) for part in numbers):
        left, top, right, bottom = numbers
        if left <= right and top <= bottom:
            return [(left + right) / 2, (top + bottom) / 2]
    return numbers


def _keys(value: Any) -> Any:
    """`"ctrl+c"`, `["ctrl+c"]`, `["keys=[ctrl", "c]"]` become `["ctrl", "c"]`."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list | tuple) or not all(isinstance(name, str) for name in value):
        return value
    names = [_key_name(name) for name in value]
    return [part for name in names for part in _split_chord(name)]


def _key_name(name: str) -> str:
    if len(name) == 1:
        return name
    bare = re.sub(r"\Akeys?\s*=", "", name.strip(_KEY_NOISE))
    return bare.strip(_KEY_NOISE) or name.strip()


def _split_chord(name: str) -> list[str]:
    """`ctrl++` is ctrl and plus; a lone `+` is itself."""
    parts = re.split(r"(?<=[^+])\+", name)
    return [part for part in parts if part] or [name]
