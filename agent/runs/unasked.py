"""Models that run unasked in a test session: the embedded one, and no other that nobody has named there."""

from __future__ import annotations

from agent.errors import BadInput
from agent.redact.keys import without_login

_EMBEDDED = ("reader", "scripted")
"""In the package, or a file's replies: they ask nobody and cost nothing."""


def check_model(written: str, named: str | None, how: str) -> None:
    """Do nothing if a model was named for the session, or the task's is an embedded one.

    Args:
        written: the task's.
        named: for the session.
        how: how one is named for it, such as `--agent-model`.

    Raises:
        BadInput: it would ask somebody else, or load a checkpoint, unasked.
    """
    if named is None and written.partition(":")[0] not in _EMBEDDED:
        model = without_login(written)
        raise BadInput(
            f"the task names the model {model}, and none but the embedded one is used unasked; allow it with "
            f"{how}={model}, or name another"
        )
