"""Module of own steps: the `steps.py` beside a task file, run, and the steps that it has."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.steps import MARK
from agent.task.own.errors import told_with_its_line
from agent.task.own.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "steps.py"
_IMPORTS = b"agent.steps"
"""What such a file imports; another one of that name is somebody else's."""


@dataclass(frozen=True, slots=True)
class OwnStep:
    """One sentence of the user's own."""

    pattern: Pattern
    function: Callable[..., object]
    path: Path
    line: int
    """Of the file, where the function begins."""

    @property
    def doc(self) -> str:
        """What its docstring says first."""
        return (inspect.getdoc(self.function) or "").partition("\n\n")[0].replace("\n", " ")

    @property
    def where(self) -> str:
        """File and line."""
        return f"{self.path}:{self.line}"


def own_steps(folder: Path) -> tuple[OwnStep, ...]:
    """The own steps of a folder, in the order of its file; none if it has no such file.

    Raises:
        BadInput: its file can't be read or run, or a sentence and its function don't fit.
    """
    path = folder / NAME
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise BadInput(f"{path}: can't be read: {error.strerror}") from None
    return _load(path, content) if _IMPORTS in content else ()


@lru_cache(maxsize=64)
def _load(path: Path, content: bytes) -> tuple[OwnStep, ...]:
    module = ModuleType(f"agent_own_steps_{abs(hash(path))}")
    module.__file__ = str(path)
    with told_with_its_line(path):
        exec(compile(content, str(path), "exec", dont_inherit=True), module.__dict__)  # noqa: S102  (the user's own code)
    found = {id(one): one for one in vars(module).values() if callable(one) and _sentences(one)}
    steps = [
        _step(path, function, sentence) for function in found.values() for sentence in getattr(function, MARK)
    ]
    return tuple(sorted(steps, key=lambda step: step.line))


def _sentences(function: object) -> tuple[object, ...]:
    found = getattr(function, MARK, None)
    return found if isinstance(found, tuple) else ()


def _step(path: Path, function: Callable[..., object], sentence: object) -> OwnStep:
    plain = inspect.unwrap(function)
    line = getattr(getattr(plain, "__code__", None), "co_firstlineno", 1)
    where = f"{path}:{line}:1: @step({sentence!r})"
    try:
        pattern = Pattern(sentence if isinstance(sentence, str) else "")
    except ValueError as error:
        raise BadInput(f"{where}: {error}") from None
    try:
        inspect.signature(function).bind(**dict.fromkeys(pattern.names, ""))
    except TypeError as error:
        raise BadInput(f"{where}: its names and the arguments of the function differ: {error}") from None
    return OwnStep(pattern, function, path, line)
