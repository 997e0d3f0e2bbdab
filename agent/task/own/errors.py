"""Errors of a user's own Python, told with file, line and column and without a traceback."""

from __future__ import annotations

import io
import traceback
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING

from agent.errors import AgentError, BadInput
from agent.printing.escapes import visible
from agent.printing.streams import tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LONGEST = 300
"""Characters of what an error says."""


@contextmanager
def told_with_its_line(path: Path, behind: str = "") -> Iterator[None]:
    """While it lasts the user's file runs; what it prints is told apart from all results.

    Args:
        path: the file.
        behind: what a message ends with.

    Raises:
        BadInput: it raised something, told with the line of the file.
    """
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            yield
    except (AgentError, KeyboardInterrupt):
        raise
    except BaseException as error:  # even sys.exit() ends no command here
        raise BadInput(f"{path}:{_where(path, error)}: {_said(error)}{behind}") from error
    finally:
        if printed.getvalue():
            tell(visible(printed.getvalue(), keep="\n"))


def _where(path: Path, error: BaseException) -> str:
    if isinstance(error, SyntaxError) and error.filename == str(path):
        return f"{error.lineno or 1}:{error.offset or 1}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
    if not frames:
        return "1:1"
    return f"{frames[-1].lineno}:{(frames[-1].colno or 0) + 1}"


def _said(error: BaseException) -> str:
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    told = " ".join(str(text).split())[:_LONGEST]
    return visible(f"{type(error).__name__}: {told}" if told else type(error).__name__)
