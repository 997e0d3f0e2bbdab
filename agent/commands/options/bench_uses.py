"""Uses of options: which of `agent bench` mean something with which name. Light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import BadInput

if TYPE_CHECKING:
    from argparse import Namespace

_OPTIONS: dict[str, tuple[str, object]] = {
    "data": ("--data", None),
    "model": ("--model", "reader"),
    "ground": ("--ground", None),
    "grounder": ("--grounder", None),
    "selected": ("-k", None),
    "limit": ("--limit", None),
    "repeat": ("--repeat", 1),
    "seeds": ("--seeds", None),
    "language": ("--language", "en"),
    "max_steps": ("--max-steps", None),
    "timeout": ("--timeout", None),
    "jobs": ("--jobs", 1),
    "ray": ("--ray", None),
    "out": ("--out", None),
    "form": ("--form", None),
    "failed": ("--all", False),
}
"""Name of what was given -> the option, and what it is where it was not."""
_OF_EXPORT = frozenset({"form", "failed"})
_OF_ONE = frozenset({"language"}) | _OF_EXPORT
_NO_EPISODES = frozenset({"seeds", "max_steps", "timeout"}) | _OF_ONE
_UNUSED = {
    "screenspot": _NO_EPISODES,
    "screenspot-v2": _NO_EPISODES,
    "screenspot-pro": _NO_EPISODES - {"language"},
    "osworld-g": _NO_EPISODES,
    "miniwob": {"data"} | _OF_ONE,
    "suite": {"data"} | _OF_ONE,
    "componentbench": {"seeds"} | _OF_ONE,
    "realdrift": _NO_EPISODES | {"ground", "grounder"},
    "verify": _OPTIONS.keys() - {"data"},
    "rescore": _OPTIONS.keys() - {"data"},
    "compare": _OPTIONS.keys(),
    "export": _OPTIONS.keys() - {"out"} - _OF_EXPORT,
    "tables": _OPTIONS.keys() - {"form"},
    "plots": _OPTIONS.keys() - {"out"},
}
"""A set, or what is done with results -> options that would be passed over."""


def refuse_unused(given: Namespace) -> None:
    """Make sure that no option is passed over in silence.

    Raises:
        BadInput: one has no use with what was asked for.
    """
    for name, (option, otherwise) in _OPTIONS.items():
        if name in _UNUSED.get(given.name, ()) and getattr(given, name) != otherwise:
            raise BadInput(f"{option}: has no use with `agent bench {given.name}`; leave it out")
