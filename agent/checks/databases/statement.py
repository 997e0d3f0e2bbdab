"""The one statement of an `sql` check, made sure of before a server is asked. Pure."""

from __future__ import annotations

import re

from agent.checks.databases.unanswered import Unanswered

_BEFORE = re.compile(r"(?:\s|\(|--[^\n]*(?:\n|\Z)|/\*.*?\*/)*", re.DOTALL)
"""What may stand before the first word: spaces, brackets, comments."""


def one_statement(query: str, words: tuple[str, ...]) -> str:
    """The query, without a semicolon at its end.

    Args:
        query: as the task has it.
        words: one of which it must begin with.

    Raises:
        Unanswered: it is several statements (a second one could end the transaction that keeps the first
            from writing), or begins with another word.
    """
    statement = query.strip().removesuffix(";").rstrip()
    if ";" in statement:
        raise Unanswered(
            "the query can't be done: it must be one statement, with no ; in it (in a text write chr(59))"
        )
    found = re.match(r"\w+", statement[_first(statement) :])
    word = found[0].lower() if found else ""
    if word not in words:
        wanted = " or ".join(words)
        raise Unanswered(f'the query can\'t be done: it must begin with {wanted}, not "{word}"')
    return statement


def _first(statement: str) -> int:
    found = _BEFORE.match(statement)
    return found.end() if found else 0
