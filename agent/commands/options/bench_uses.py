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
    "max_steps": ("--max-steps", None),
    "timeout": ("--timeout", None),
    "jobs": ("--jobs", 1),
    "ray": ("--ray", None),
    "out": ("--out", None),
}
"""Name of what was given -> the option, and what it is where it was not."""
_EPISODES = frozenset({"seeds", "max_steps", "timeout"})
_UNUSED = {
    "screenspot": _EPISODES,
    "screenspot-v2": _EPISODES,
    "screenspot-pro": _EPISODES,
    "osworld-g": _EPISODES,
    "miniwob": {"data"},
    "verify": _OPTIONS.keys() - {"data"},
    "rescore": _OPTIONS.keys() - {"data"},
    "compare": _OPTIONS.keys(),
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
