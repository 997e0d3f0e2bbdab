"""Plain functions of own steps: what they give is seen in their text, without running them. Pure."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agent.task.own.declared import Function, OwnStep


def sentences_of(own: OwnStep, arguments: Mapping[str, str]) -> list[str] | None:
    """The sentences that a function gives which does nothing but yield or return them, one after the other.

    None: it does something else, and only Python knows.
    """
    if not own.is_bare or not isinstance(own.node, ast.FunctionDef):
        return None
    texts = [_text(value, arguments) for value in _given(own.node)]
    known = [text.strip() for text in texts if text is not None]
    return known if known and len(known) == len(texts) and all(known) else None


def texts_in(own: OwnStep, arguments: Mapping[str, str]) -> Iterator[str]:
    """All texts that stand in a function; what only Python can work out in them is any text."""
    for node in ast.walk(own.node):
        if isinstance(node, ast.JoinedStr):
            parts = [_text(part, arguments) for part in node.values]
            yield "".join("value" if part is None else part for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _given(function: Function) -> Sequence[ast.expr]:
    """The values that it yields or returns; none where it does something else."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    match body:
        case [ast.Return(value=ast.List(elts=values) | ast.Tuple(elts=values))]:
            return values
        case [ast.Return(value=ast.expr() as value)]:
            return [value]
    yielded = [
        one.value.value
        for one in body
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Yield) and one.value.value is not None
    ]
    return yielded if len(yielded) == len(body) else []


def _text(node: ast.expr, arguments: Mapping[str, str]) -> str | None:
    """The text that an expression is; None: only Python knows."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.FormattedValue(value=ast.Name(id=name), conversion=-1, format_spec=None):
            return arguments.get(name)
        case ast.JoinedStr(values=values):
            parts = [_text(part, arguments) for part in values]
            known = [part for part in parts if part is not None]
            return "".join(known) if len(known) == len(parts) else None
    return None
