"""Variables: `${name}` in a task's texts, filled in once, from left to right.

`$$` is a dollar sign, a `$` before anything but `{` or `$` is itself. `${secret.NAME}` stays as it is written
until `reveal` fills it in at the keyboard, so that no prompt, recording or log ever holds the value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.errors import BadInput, nearest
from agent.redact.references import BEGINS, SECRET
from agent.task.readings import REFERENCE
from tools.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
"""What a variable or a secret can be called."""
_QUOTED = re.compile(r'[\\"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\n\t]')
_ESCAPES = {"\n": "\\n", "\t": "\\t"}
TOKEN = re.compile(r"\$\$|\$\{([^}]*)(\}?)")
"""What is filled in of a text."""


class WrongReference(BadInput):
    """A reference in a text that can't be filled in.

    Args:
        message: what is wrong with it, without the place, which the caller knows.
        offset: where it begins in the text.
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def substitute(
    text: str,
    values: Mapping[str, str],
    secrets: Collection[str] | None = None,
    quote: Callable[[str], str] = str,
    read: Mapping[str, str] | None = None,
) -> str:
    """Fill in the variables of a text.

    Args:
        text: As written in the task.
        values: Variables; taken literally, whatever they hold.
        secrets: Names that may be referred to; None where a reference has no place.
        quote: How a value is written into this text.
        read: Names that are read at run time and stay as they are written, each with why it may not stand
            in this text; "": it may.

    Raises:
        WrongReference: an unknown name, a broken reference, or a value that would make up a reference to a
            secret.
    """
    written: list[str] = []
    kept: list[str] = []
    read = read or {}

    def fill(token: re.Match[str]) -> str:
        name, closed = token[1], token[2]
        if name is None:
            return "$"
        if not closed:
            raise _wrong(token, '"${" without its "}"; write "$${" for the characters themselves')
        if name.startswith("secret."):
            written.append(_listed(token, name.removeprefix("secret."), secrets))
            return token[0]
        if name in read:
            kept.append(_usable(token, read[name]))
            return token[0]
        if name not in values:
            raise _wrong(token, f'variable "{name}" is not set; {nearest(name, {*values, *read})}')
        return quote(values[name])

    filled = TOKEN.sub(fill, text)
    if SECRET.findall(filled) != written:
        message = 'a value makes up a "${secret.NAME}"; only the task itself may refer to a secret'
        raise WrongReference(message, 0)
    if [name for name in REFERENCE.findall(filled) if name in read] != kept:
        raise WrongReference('a value makes up a "${...}" that is read at run time; rename that variable', 0)
    return filled


def _usable(token: re.Match[str], objection: str) -> str:
    if objection:
        raise _wrong(token, objection)
    return token[1]


def _wrong(token: re.Match[str], message: str) -> WrongReference:
    return WrongReference(message, token.start())


def _listed(token: re.Match[str], name: str, secrets: Collection[str] | None) -> str:
    if secrets is None:
        raise _wrong(
            token,
            f'"${{secret.{name}}}" may stand only in steps, instruction and the url of an sql check; '
            f"programs find {name} in their environment",
        )
    if name not in secrets:
        known = nearest(name, secrets, "add it")
        raise _wrong(token, f'secret "{name}" is not listed under "secrets:"; {known}')
    return name


def quoted(value: str) -> str:
    r"""A value as it is written between the quotes of a step.

    Backslashes and quotes get a backslash; a new line is `\n`, a tab `\t`.
    """
    return _QUOTED.sub(lambda mark: _ESCAPES.get(mark[0], f"\\{mark[0]}"), value)


def reveal(text: str, environ: Mapping[str, str]) -> str:
    """Fill in the secrets of a text that is about to be typed.

    Args:
        text: Of a `Type` action.
        environ: Only the secrets that the task lists, with their values: nothing else can be revealed.

    Raises:
        Refused: a secret that is not among them; whoever decides may have made it up. Or a text that is one
            but for how it is written.
    """

    def fill(reference: re.Match[str]) -> str:
        value = environ.get(reference[1])
        if not value:
            raise Refused(
                f'secret "{reference[1]}" is not among the task\'s secrets or not set; nothing was typed'
            )
        return value

    other = SECRET.sub("", text)
    if BEGINS in other:
        shown = other[other.index(BEGINS) :].partition("}")[0][:100]
        raise Refused(
            f'"{shown}}}" is no secret of the task; nothing was typed '
            "(nor is what is one but for capitals, spaces or an encoding)"
        )
    return SECRET.sub(fill, text)
