"""Redaction of secrets in errors: a traceback quotes whatever went wrong."""

from __future__ import annotations

import pickle
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

from agent.errors import AgentError
from agent.redact import keys
from agent.redact.texts import hide
from tools.errors import EnvironmentFault, ToolsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def hidden_in_errors(secrets: Mapping[str, str]) -> Iterator[None]:
    """A context from which no error brings a secret, neither in its message nor in those that led to it.

    Raises:
        Exception: as from within, the very same where it holds no secret; else of its kind if it was
            foreseen, or a RuntimeError that quotes the whole traceback.
    """
    try:
        yield
    except Exception as error:
        whole = "".join(traceback.format_exception(error))
        told = hide(whole, secrets)
        if told == whole:
            raise
        if isinstance(error, AgentError | ToolsError):
            raise type(error)(hide(str(error), secrets)) from None
        raise RuntimeError(f"this error held a secret, which is hidden here:\n{told}") from None


def portable(error: Exception) -> Exception:
    """The error with where it came from, for `--debug`; told by another where it can't be sent."""
    error.add_note(keys.hidden("".join(traceback.format_exception(error))))
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  (our own)
    except Exception:  # noqa: BLE001  (whatever a class of somebody else's does)
        return EnvironmentFault(f"unexpected {type(error).__name__}: {error}")
    return error
