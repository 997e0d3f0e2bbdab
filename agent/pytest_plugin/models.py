"""Models that a session may use: the embedded one, and the one that the command line names."""

from __future__ import annotations

from agent.errors import BadInput
from agent.redact.keys import without_login

_EMBEDDED = ("reader", "scripted")
"""In the package, or a file's replies: they ask nobody and cost nothing."""


def check_model(written: str, named: str | None) -> None:
    """Do nothing if the command line names a model, or the task's is an embedded one.

    Args:
        written: the task's, or the test's.
        named: by `--agent-model`.

    Raises:
        BadInput: it would ask somebody else, or load a checkpoint, unasked.
    """
    if named is None and written.partition(":")[0] not in _EMBEDDED:
        model = without_login(written)
        raise BadInput(
            f"the task names the model {model}, and pytest uses none but the embedded one unasked; allow it "
            f"with --agent-model={model}, or name another"
        )
