"""Scripted model: replies with the lines of a file, for trying the loop, a guard or a check.

The file is JSON Lines, one string a line: the raw replies, in order.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput, ModelFault
from agent.model import Completion
from agent.task.judging import refuse_judging
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from agent.model import Prompt
    from agent.task import Task

_LARGEST = 64_000_000
"""Bytes of a script."""


class ScriptedModel:
    """Replies from a file, the same in every episode."""

    name = "scripted"
    sees = True

    def __init__(self, file: str = "") -> None:
        self._replies = _read(Path(file)) if file else []
        self._place = 0

    def check(self, task: Task) -> None:
        """Its replies do for any task whose steps are a plan.

        Raises:
            BadInput: a step is to be judged on the way.
        """
        refuse_judging(task, f"the model `{self.name}`")

    def start(self, task: Task) -> None:
        """Begin at the first reply."""
        del task
        self._place = 0

    def prepare(self) -> None:
        """Nothing to do: the replies are read."""

    def complete(self, prompt: Prompt) -> Completion:
        """The next reply.

        Raises:
            ModelFault: there is none left.
        """
        del prompt
        if self._place == len(self._replies):
            raise ModelFault(f"the script has no reply left after {self._place}")
        self._place += 1
        return Completion(self._replies[self._place - 1])


def _read(path: Path) -> list[str]:
    try:
        lines = read_plain(path, _LARGEST).decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"--model scripted:{path}: can't be read: {error}") from None
    replies = []
    for number, line in enumerate(lines, 1):
        try:
            reply = json.loads(line)
        except (ValueError, RecursionError):
            reply = None
        if not isinstance(reply, str) or not _is_text(reply):
            raise BadInput(f"{path}:{number}: expected one JSON string of whole characters, the raw reply")
        replies.append(reply)
    return replies


def _is_text(reply: str) -> bool:
    """Whether it has no half of a surrogate pair, which JSON can escape but no file can hold."""
    return not any("\ud800" <= mark <= "\udfff" for mark in reply)
