"""The JSON schema of a tool call, for models and servers that can be held to one. Pure.

One variant an action, each with exactly its own arguments: what `agent.toolcall` accepts, less the slips that
it mends. All arguments are required but the place of a scroll, which the protocol leaves open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.protocol import GRID, TOOL_NAME

if TYPE_CHECKING:
    from collections.abc import Collection

    from agent.model import Wanted

POINTING = ("left_click",)
"""The actions of a reply that only names a place."""
_POINTER = (
    "mouse_move",
    "left_click",
    "left_click_drag",
    "right_click",
    "middle_click",
    "double_click",
    "triple_click",
)
_INTEGER = {"type": "integer", "minimum": 0, "maximum": GRID}
_POINT = {"type": "array", "prefixItems": [_INTEGER, _INTEGER], "items": False, "minItems": 2, "maxItems": 2}
_PIXELS = {"type": "integer", "minimum": -10_000, "maximum": 10_000}
_KEYS = {
    "type": "array",
    "items": {"type": "string", "minLength": 1, "maxLength": 16},
    "minItems": 1,
    "maxItems": 4,
}


def call_schema(wanted: Wanted = "call", longest_text: int = 20_000) -> dict[str, Any]:
    """The schema of the object between `<tool_call>` and `</tool_call>`.

    Args:
        wanted: `call` for every action, `point` for a click alone.
        longest_text: characters of the text of `type` and `answer`.
    """
    text = {"type": "string", "maxLength": longest_text}
    arguments: dict[str, dict[str, Any]] = {
        "key": {"keys": _KEYS},
        "type": {"text": text},
        **{action: {"coordinate": _POINT} for action in _POINTER},
        "scroll": {"coordinate": _POINT, "pixels": _PIXELS},
        "hscroll": {"coordinate": _POINT, "pixels": _PIXELS},
        "wait": {"time": {"type": "integer", "minimum": 0, "maximum": 60}},
        "terminate": {"status": {"enum": ["success", "failure"]}},
        "answer": {"text": text},
    }
    chosen = POINTING if wanted == "point" else tuple(arguments)
    return {"anyOf": [_variant(action, arguments[action]) for action in chosen]}


def _variant(action: str, properties: dict[str, Any]) -> dict[str, Any]:
    optional = {"coordinate"} if "pixels" in properties else set()
    arguments = _object({"action": {"const": action}} | properties, optional)
    return _object({"name": {"const": TOOL_NAME}, "arguments": arguments})


def _object(properties: dict[str, Any], optional: Collection[str] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }
