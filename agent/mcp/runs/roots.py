"""Roots: the folders whose tasks a client may run, since a task starts whatever programs it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.printing.escapes import visible

if TYPE_CHECKING:
    from collections.abc import Sequence


def allowed(path: str, roots: Sequence[Path]) -> Path:
    """The path of a task or a recording that a client may run.

    Args:
        path: as the client has it; relative to the folder that the server was started in.
        roots: folders, or recordings, beside that one.

    Raises:
        BadInput: it lies elsewhere, links followed.
    """
    try:
        found = Path(path).resolve()
    except (OSError, ValueError, RuntimeError):
        raise BadInput(f'"{visible(path)}" is no path') from None
    if any(found.is_relative_to(root.resolve()) for root in (Path(), *roots)):
        return found
    raise BadInput(
        f"{visible(path)}: lies outside the folder of this server ({Path.cwd()}), and a task starts "
        "programs; nothing was started. Start `agent mcp` in a folder that holds it"
    )
