"""Extra `deskhand[cluster]`: Ray, checked before it is loaded."""

from __future__ import annotations

from importlib.util import find_spec

from agent.errors import BadInput, install

EXTRA = "deskhand[cluster]"


def need_ray() -> None:
    """Make sure that it is there.

    Raises:
        BadInput: it is not; with the command that installs it.
    """
    if find_spec("ray") is None:
        raise BadInput(f"--ray needs ray: {install(EXTRA)}")
