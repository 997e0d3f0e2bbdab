"""The extra `deskhand[bench]`: what statistics need, loaded on use."""

from __future__ import annotations

from importlib.util import find_spec

from agent.errors import BadInput, install

EXTRA = "deskhand[bench]"


def check_extra(*modules: str) -> None:
    """Make sure that modules of the extra are there.

    Raises:
        BadInput: one is missing, with the command that installs it.
    """
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        raise BadInput(f"agent bench needs {' and '.join(missing)}: {install(EXTRA)}")
