"""Declared own steps: what the `steps.py` beside a task file says of them. It is read, and not run."""

from __future__ import annotations

import ast
import inspect
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from agent.errors import BadInput
from agent.task.own.decorator import Decorator
from agent.task.own.errors import told_with_its_line
from agent.task.own.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "steps.py"
_IMPORTS = b"agent.steps"
"""What such a file imports; another one of that name is somebody else's."""
_Kind = inspect.Parameter
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class OwnStep:
    """One sentence of the user's own."""

    pattern: Pattern
    path: Path
    line: int
    """Of the file, where the decorator stands."""
    content: bytes = field(repr=False)
    """Of the file."""
    node: Function = field(repr=False)
    """The function, as it is written."""
    is_bare: bool
    """Whether no other decorator stands above it."""

    @property
    def doc(self) -> str:
        """What its docstring says first."""
        return (ast.get_docstring(self.node) or "").partition("\n\n")[0].replace("\n", " ")

    @property
    def where(self) -> str:
        """File and line."""
        return f"{self.path}:{self.line}"


def own_steps(folder: Path) -> tuple[OwnStep, ...]:
    """The own steps of a folder, in the order of its file; none if it has no such file.

    Raises:
        BadInput: its file can't be read, a sentence is no literal text, or it and its function don't fit.
    """
    path = folder / NAME
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise BadInput(f"{path}: can't be read: {error.strerror}") from None
    return declared(path, content) if _IMPORTS in content else ()


@lru_cache(maxsize=64)
def declared(path: Path, content: bytes) -> tuple[OwnStep, ...]:
    """The own steps of a file with this content. Raises BadInput, as `own_steps`."""
    with told_with_its_line(path):
        tree = ast.parse(content, filename=str(path))
    decorator = Decorator.of(tree)
    functions = [node for node in tree.body if isinstance(node, Function)]
    used = [one for node in functions for one in node.decorator_list if decorator.is_used_by(one)]
    for call in decorator.calls(tree):
        if call not in used:
            raise _fault(path, call, "must stand as a decorator above a function that is in no other block")
    return tuple(step for node in functions for step in _steps(path, content, node, decorator))


def _steps(path: Path, content: bytes, node: Function, decorator: Decorator) -> Iterator[OwnStep]:
    mine = [one for one in node.decorator_list if decorator.is_used_by(one)]
    for one in mine:
        sentence = decorator.sentence(one)
        if sentence is None:
            at = next(iter(getattr(one, "args", ())), one)
            raise _fault(path, at, 'must say its sentence as a plain text, without Python: @step("...")')
        where = f"{path}:{one.lineno}:{one.col_offset}: @step({sentence!r})"
        try:
            pattern = Pattern(sentence)
        except ValueError as error:
            raise BadInput(f"{where}: {error}") from None
        is_bare = len(mine) == len(node.decorator_list)  # another one may give it other arguments
        if is_bare:
            _check_arguments(node, pattern, where)
        yield OwnStep(pattern, path, one.lineno, content, node, is_bare)


def _check_arguments(node: Function, pattern: Pattern, where: str) -> None:
    try:
        _signature(node.args).bind(**dict.fromkeys(pattern.names, ""))
    except TypeError as error:
        raise BadInput(f"{where}: its names and the arguments of the function differ: {error}") from None


def _signature(written: ast.arguments) -> inspect.Signature:
    """The signature of a function, as it is written."""
    placed = [*written.posonlyargs, *written.args]
    without = len(placed) - len(written.defaults)
    made = [
        _parameter(
            one,
            _Kind.POSITIONAL_ONLY if one in written.posonlyargs else _Kind.POSITIONAL_OR_KEYWORD,
            is_optional=at >= without,
        )
        for at, one in enumerate(placed)
    ]
    made += [_parameter(written.vararg, _Kind.VAR_POSITIONAL)] if written.vararg else []
    made += [
        _parameter(one, _Kind.KEYWORD_ONLY, is_optional=default is not None)
        for one, default in zip(written.kwonlyargs, written.kw_defaults, strict=True)
    ]
    made += [_parameter(written.kwarg, _Kind.VAR_KEYWORD)] if written.kwarg else []
    return inspect.Signature(made)


def _parameter(written: ast.arg, kind: Any, *, is_optional: bool = False) -> inspect.Parameter:
    return inspect.Parameter(written.arg, kind, default=None if is_optional else inspect.Parameter.empty)


def _fault(path: Path, node: ast.expr, what: str) -> BadInput:
    return BadInput(f"{path}:{node.lineno}:{node.col_offset + 1}: @step {what}")
