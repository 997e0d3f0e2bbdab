"""Sessions of the samples under way, found by what Inspect keeps of each sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_ai.util import store

if TYPE_CHECKING:
    from agent.bench.inspect.session import Session

_KEY = "deskhand:sample"
_open: dict[str, Session] = {}


def add(sample: str, session: Session) -> None:
    """Have the current sample, of that identity, use this session."""
    _open[sample] = session
    store().set(_KEY, sample)


def current() -> Session | None:
    """The session of the current sample."""
    return _open.get(str(store().get(_KEY)))


def remove(sample: str) -> Session | None:
    """The session of a sample, which is no longer current."""
    return _open.pop(sample, None)
