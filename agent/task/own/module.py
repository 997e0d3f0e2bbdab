"""Module of own steps: a `steps.py`, run when a sentence of it is to be expanded, and the functions in it."""

from __future__ import annotations

from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.steps import MARK
from agent.task.own.declared import declared
from agent.task.own.errors import told_with_its_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.task.own.declared import OwnStep

    Functions = dict[str, list[Callable[..., object]]]


def function_of(own: OwnStep) -> Callable[..., object]:
    """The function of an own step. Its file is run, once for its content.

    Raises:
        BadInput: the file can't be run, or has another thing under the function's name by then.
    """
    functions = _load(own.path, own.content).get(own.pattern.sentence, [])
    alike = [one for one in declared(own.path, own.content) if one.pattern.sentence == own.pattern.sentence]
    if len(functions) != len(alike):
        raise BadInput(
            f"{own.where}:1: {own.pattern.sentence!r} has no function once the file is run: "
            f"another thing is called {own.node.name}; give each function a name of its own"
        )
    return functions[[one.line for one in alike].index(own.line)]


@lru_cache(maxsize=64)
def _load(path: Path, content: bytes) -> Functions:
    """The functions of a file, by their sentences."""
    module = ModuleType(f"agent_own_steps_{abs(hash(path))}")
    module.__file__ = str(path)
    with told_with_its_line(path):
        exec(compile(content, str(path), "exec", dont_inherit=True), module.__dict__)  # noqa: S102  (the user's own code)
    found = {id(one): one for one in vars(module).values() if callable(one) and _sentences(one)}
    known = {step.pattern.sentence for step in declared(path, content)}
    functions: Functions = {}
    for function in found.values():
        for sentence in _sentences(function):
            if sentence not in known:
                raise BadInput(
                    f"{path}:1:1: {sentence!r} is an own step that is not written in this file: "
                    f"write it here, with @step above its function"
                )
            functions.setdefault(sentence, []).append(function)
    return functions


def _sentences(function: object) -> tuple[str, ...]:
    found = getattr(function, MARK, None)
    return tuple(map(str, found)) if isinstance(found, tuple) else ()
