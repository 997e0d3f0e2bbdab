"""Key lists of a chord, in every form that models write. Pure.

`["ctrl", "c"]` is the published form. OSWorld's qwen3vl agent mends `["keys=[ctrl", "c]"]`, brackets and
quotes inside the names, and lists in one string; chords in one string are Anthropic's and UI-TARS's form.
Whether there is such a key is for `tools.keys` to say.
"""

from __future__ import annotations

import json
import re
from typing import Any

from tools.keys import MODIFIERS

_NOISE = "[](){}\"'`<> \t\n,"


def key_names(value: Any) -> Any:
    """The names that a list or a string holds, one by one; anything else as it is."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return value
    return [key for name in names for listed in _listed(name) for key in _chord(_bare(listed))]


def _listed(name: str) -> list[str]:
    """The names in a list that was written as one string."""
    inside = re.fullmatch(r"\s*(?:keys?\s*=\s*)?\[(.+)\]\s*", name, re.DOTALL)
    if inside is None:
        return [name]
    try:
        listed: list[Any] = json.loads(f"[{inside[1]}]")
    except (ValueError, RecursionError):
        listed = inside[1].split(",")
    return listed if all(isinstance(part, str) for part in listed) else [name]


def _bare(name: str) -> str:
    if len(name) == 1:
        return name
    bare = re.sub(r"\Akeys?\s*=", "", name.strip(_NOISE))
    return bare.strip(_NOISE) or name.strip()


def _chord(name: str) -> list[str]:
    """`ctrl++` is ctrl and plus; a lone `+` is itself; `ctrl c` (UI-TARS) is a chord, `page down` a key."""
    words = name.split()
    if len(words) > 1 and words[0].lower() in MODIFIERS:
        return words
    parts = re.split(r"(?<=[^+])\+", name)
    return [part for part in parts if part] or [name]
