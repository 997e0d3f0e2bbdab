"""Templates: texts with references that are filled in for each run, put into each other before any run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import nearest
from agent.task.variables import TOKEN, WrongReference, quoted

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping


def literal(text: str) -> str:
    """A template that is filled in as this very text."""
    return text.replace("$", "$$")


def composed(template: str, values: Mapping[str, str], *, in_quotes: bool = False) -> str:
    """The template with others put in the place of its variables.

    Args:
        template: Of a file of steps.
        values: Its variables, each a template itself.
        in_quotes: Whether it is a sentence, in which values stand between quotes.

    Raises:
        WrongReference: an unknown name, or a reference that is not closed.
    """

    def put(token: re.Match[str]) -> str:
        name, closed = token[1], token[2]
        if name is None or name == "workdir" or name.startswith("secret."):
            return token[0]
        if not closed:
            raise WrongReference(
                '"${" without its "}"; write "$${" for the characters themselves', token.start()
            )
        if name not in values:
            known = nearest(name, values, 'list it there under "params:"')
            raise WrongReference(f'"{name}" is not given to this file; {known}', token.start())
        return _literals(values[name], quoted if in_quotes else str)

    return TOKEN.sub(put, template)


def _literals(template: str, change: Callable[[str], str]) -> str:
    """The template with all of it changed that is no reference; a lone dollar sign is doubled."""
    parts, last = [], 0
    for token in TOKEN.finditer(template):
        parts += [literal(change(template[last : token.start()])), token[0]]
        last = token.end()
    return "".join([*parts, literal(change(template[last:]))])
