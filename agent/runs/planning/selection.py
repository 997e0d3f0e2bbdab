"""Selection of runs by an expression over their names, as of pytest's `-k`. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable

    Selects = Callable[[str], bool]

_TOKEN = re.compile(r"[()]|[^\s()]+")


def selection(expression: str) -> Selects:
    """Whether a name is meant by an expression: words that are in it, `and`, `or`, `not` and parentheses.

    Capitals do not matter.

    Raises:
        BadInput: it is no such expression.
    """
    return _Parser(expression).whole()


class _Parser:
    """Recursive descent: `or` binds least, then `and`, then `not`."""

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._left = _TOKEN.findall(expression)[::-1]

    def whole(self) -> Selects:
        selects = self._either()
        if self._left:
            raise self._fault(f'"{self._left[-1]}" is one too many')
        return selects

    def _either(self) -> Selects:
        parts = [self._both()]
        while self._takes("or"):
            parts.append(self._both())
        return lambda name: any(part(name) for part in parts)

    def _both(self) -> Selects:
        parts = [self._one()]
        while self._takes("and"):
            parts.append(self._one())
        return lambda name: all(part(name) for part in parts)

    def _one(self) -> Selects:
        if self._takes("not"):
            other = self._one()
            return lambda name: not other(name)
        if self._takes("("):
            inner = self._either()
            if not self._takes(")"):
                raise self._fault('a ")" is missing')
            return inner
        if not self._left or self._left[-1].lower() in {"and", "or", ")"}:
            raise self._fault("a word is missing")
        word = self._left.pop().casefold()
        return lambda name: word in name.casefold()

    def _takes(self, token: str) -> bool:
        found = bool(self._left) and self._left[-1].lower() == token
        if found:
            self._left.pop()
        return found

    def _fault(self, what: str) -> BadInput:
        return BadInput(
            f'-k "{self._expression}": {what}; write words of names with and, or, not and parentheses'
        )
