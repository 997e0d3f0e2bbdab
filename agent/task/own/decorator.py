"""Decorator `agent.steps.step` in a file that is not run: its names there, and where it is used. Pure."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE, _MODULE, _NAME = "agent", "agent.steps", "step"


@dataclass(frozen=True, slots=True)
class Decorator:
    """What stands for the decorator in one file."""

    names: frozenset[str]
    """As they are written: `step`, `agent.steps.step`, ..."""

    @staticmethod
    def of(tree: ast.Module) -> Decorator:
        """What a file imports it as."""
        return Decorator(frozenset(name for node in ast.walk(tree) for name in _names(node)))

    def is_used_by(self, node: ast.expr) -> bool:
        """Whether an expression is the decorator or a call of it."""
        called = node.func if isinstance(node, ast.Call) else node
        return isinstance(called, ast.Name | ast.Attribute) and ast.unparse(called) in self.names

    def calls(self, tree: ast.Module) -> Iterator[ast.Call]:
        """Where it is called, in the order of the file."""
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and self.is_used_by(node):
                yield node

    def sentence(self, node: ast.expr) -> str | None:
        """The text that it is called with; None: there is none, or it is known only once the file is run."""
        if not isinstance(node, ast.Call):
            return None
        given = [*node.args, *(one.value for one in node.keywords if one.arg == "sentence")]
        match given:
            case [ast.Constant(value=str(sentence))] if len(node.args) + len(node.keywords) == 1:
                return sentence
        return None


def _names(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.ImportFrom(module=module, names=names, level=0):
            for one in names:
                if module == _MODULE and one.name in (_NAME, "*"):
                    yield one.asname or _NAME
                if module == _PACKAGE and f"{_PACKAGE}.{one.name}" == _MODULE:
                    yield f"{one.asname or one.name}.{_NAME}"
        case ast.Import(names=names):
            for one in names:
                if one.name == _MODULE:
                    yield f"{one.asname or _MODULE}.{_NAME}"
