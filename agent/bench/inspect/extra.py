"""Extra `deskhand[inspect]`: what Inspect needs, checked before it is loaded."""

from __future__ import annotations

from importlib.util import find_spec

from agent.errors import BadInput, install

EXTRA = "deskhand[inspect]"


def need_inspect() -> None:
    """Make sure that it is there.

    Raises:
        BadInput: it is not; with the command that installs it.
    """
    if find_spec("inspect_ai") is None:
        raise BadInput(f"Inspect's tool and task need inspect_ai: {install(EXTRA)}")
