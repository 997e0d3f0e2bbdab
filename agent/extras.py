"""Extras: optional packages, checked before anything is loaded of them."""

from __future__ import annotations

from importlib.util import find_spec

from agent.errors import BadInput, install


def check_extra(*modules: str, extra: str = "bench", needs: str = "agent bench") -> None:
    """Make sure that modules of an extra are there.

    Args:
        modules: by the names under which they are imported.
        extra: of deskhand, which brings them.
        needs: what needs them, for people.

    Raises:
        BadInput: one is missing, with the command that installs it.
    """
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        raise BadInput(f"{needs} needs {' and '.join(missing)}: {install(f'deskhand[{extra}]')}")
