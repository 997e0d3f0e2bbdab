"""Errors above the desktop, and the exit status that each leads to.

    AgentError
    |-- BadInput             task, option or recording is wrong; exit 2; nothing was started
    |   `-- BadRecording     a recording is damaged, altered or too new
    |-- MalformedCall        a reply holds no usable tool call; recorded, told to the model, asked again
    |-- Denied               a rule of the task or a person says no to an action; verdict stopped, exit 4
    |-- Halted               a model must not go on (a live replay that lost its way); verdict stopped, exit 4
    |-- ReplayDiffers        today's deskhand does something else than what was recorded; exit 1
    `-- ModelFault           the model can't be loaded or reached; verdict model_error, exit 3

The desktop's own errors are in `tools.errors`.
"""

from __future__ import annotations

import difflib
import shlex
import sys
from typing import TYPE_CHECKING, TypeVar

from tools.errors import ToolsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from agent.usage import Usage

    Given = TypeVar("Given")
    Made = TypeVar("Made")


_LISTED, _COMPARED = 40, 500
"""Names that a message lists; characters of a name, and names, that are compared."""
_LONGEST = 500
"""Characters of an error that nobody foresaw."""
_LONGEST_LINE = 4000
"""Characters of a line of one that somebody did."""


class AgentError(Exception):
    """Base of all errors of this package; the message says what, where and what to do."""


class BadInput(AgentError):
    """A task, option or file from the user is wrong.

    Args:
        message: what, where and what to do; several faults are told one a line.
        advice: what helps with all of them, told once behind them.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(f"{message}\n{advice}" if advice else message)
        self.message, self.advice = message, advice

    @staticmethod
    def together(faults: Sequence[BadInput], most: int | None = None) -> BadInput:
        """Several as one, nothing told twice; the first `most` of them, and how many more there are."""
        messages, advices = (
            list(dict.fromkeys(filter(None, told)))
            for told in ([fault.message for fault in faults], [fault.advice for fault in faults])
        )
        more = [f"and {len(messages) - most} more"] if most and len(messages) > most else []
        return BadInput("\n".join([*messages[:most], *more]), "\n".join(advices))


class BadRecording(BadInput):
    """A recording is damaged, was altered, or is of a newer format."""


class MalformedCall(AgentError):
    """A reply from which no tool call can be read."""


class ModelFault(AgentError):
    """The model can't be loaded or reached, or ended in the middle.

    Args:
        message: what, where and what to do.
        usage: what its failed attempts used all the same, as far as it is known.
    """

    def __init__(self, message: str, usage: Usage | None = None) -> None:
        super().__init__(message)
        self.usage = usage


class Denied(AgentError):
    """An action must not be done: a rule of the task says so, or the person asked; nothing was done."""


class Halted(AgentError):
    """What the screen shows is not what the model knows how to go on from; nothing was done about it."""


class ReplayDiffers(AgentError):
    """Today's deskhand does something else than what was recorded."""


def of_each(does: Callable[[Given], Made], given: Iterable[Given]) -> list[Made]:
    """What comes of each of them, or all that is wrong with them in one BadInput."""
    made, faults = [], []
    for one in given:
        try:
            made.append(does(one))
        except BadInput as fault:
            faults.append(fault)
    if faults:
        raise BadInput.together(faults)
    return made


def in_words(error: BaseException) -> str:
    """An error in words for a person; of one that nobody foresaw one line that names it."""
    if isinstance(error, AgentError | ToolsError):
        return "\n".join(map(_bounded, str(error).splitlines()))
    said = " ".join(str(error).split())[:_LONGEST]
    return f"unexpected {type(error).__name__}: {said} (--debug shows where)"


def _bounded(line: str) -> str:
    """A line of a message, which may quote what has no end."""
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}… ({len(line):,} characters)"


def install(*packages: str) -> str:
    """The command line that installs packages for the very interpreter that runs."""
    return shlex.join([sys.executable, "-m", "pip", "install", *packages])


def nearest(name: str, known: Iterable[str], otherwise: str = "there are none") -> str:
    """What to say after an unknown name: the most similar known one, and all that there are.

    Args:
        name: the unknown one.
        known: those that there are.
        otherwise: what to say, or to do, where there are none.
    """
    names = sorted(known)
    if not names:
        return otherwise
    close = difflib.get_close_matches(name[:_COMPARED], names[:_COMPARED], n=1, cutoff=0.5)
    hint = f'did you mean "{close[0]}"? ' if close else ""
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"{hint}known: {', '.join(names[:_LISTED])}{more}"
