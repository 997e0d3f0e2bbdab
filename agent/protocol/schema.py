"""JSON schema of a tool call, for models and servers that can be constrained to one. Pure.

One variant an action, each with exactly its own arguments: what `toolcall` accepts, less the slips that it
mends. All arguments are required but the place of a scroll, which the protocol leaves open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.protocol.computer_use import ARGUMENTS, GRID, TOOL_NAME
from tools.keys import NAMES

if TYPE_CHECKING:
    from collections.abc import Collection

    from agent.model import Wanted

_POINTING = ("left_click",)
"""The actions of a reply that only names a place."""
_CHARACTERS = [chr(code) for code in range(0x21, 0x7F) if not chr(code).isupper()]
_INTEGER = {"type": "integer", "minimum": 0, "maximum": GRID}
_VALUES: dict[str, dict[str, Any]] = {
    # One spelling a key, as `tools.keys` has it: a model that may write any name writes some that no key has.
    "keys": {
        "type": "array",
        "items": {"enum": [*sorted(NAMES), *_CHARACTERS]},
        "minItems": 1,
        "maxItems": 4,
    },
    # Without a longest length: xgrammar (0.2.8) then allows no escapes in it, and takes seconds a token.
    "text": {"type": "string"},
    "coordinate": {
        "type": "array",
        "prefixItems": [_INTEGER, _INTEGER],
        "items": False,
        "minItems": 2,
        "maxItems": 2,
    },
    "pixels": {"type": "integer", "minimum": -10_000, "maximum": 10_000},
    "time": {"type": "integer", "minimum": 0, "maximum": 60},
    "status": {"enum": ["success", "failure"]},
}


def call_schema(wanted: Wanted = "call") -> dict[str, Any]:
    """The schema of the object between `<tool_call>` and `</tool_call>`.

    Args:
        wanted: `call` for every action, `point` for a click alone.
    """
    chosen = _POINTING if wanted == "point" else tuple(ARGUMENTS)
    return {"anyOf": [_variant(action) for action in chosen]}


def _variant(action: str) -> dict[str, Any]:
    names = ARGUMENTS[action]
    optional = {"coordinate"} if "pixels" in names else set()
    values = {"action": {"const": action}} | {name: _VALUES[name] for name in names}
    return _object({"name": {"const": TOOL_NAME}, "arguments": _object(values, optional)})


def _object(properties: dict[str, Any], optional: Collection[str] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }
