"""Approval of each action before it is done: automatic, asked, denied. Light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.printing import streams
from agent.printing.escapes import visible

if TYPE_CHECKING:
    from agent.loop import Approve
    from tools.action import Action
    from tools.observation import Observation


def always(action: Action, seen: Observation) -> bool:
    """Yes to every action."""
    del action, seen
    return True


def never(action: Action, seen: Observation) -> bool:
    """Show what would be done, and say no."""
    del seen
    streams.tell(f"not done (--approve deny): {_shown(action)}\n")
    return False


def ask(action: Action, seen: Observation) -> bool:
    """A person's answer; no answer (no terminal, end of input) is a no."""
    del seen
    return streams.ask(f"do this? {_shown(action)}")


APPROVALS: dict[str, Approve] = {"auto": always, "ask": ask, "deny": never}
"""By their names on the command line."""


def _shown(action: Action) -> str:
    """All of it: what is left out would be approved unseen."""
    return visible(str(action))
