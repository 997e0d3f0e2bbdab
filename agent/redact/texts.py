"""Redaction of secrets in texts: `${secret.NAME}` for each, in whatever form a program says it. Pure."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from agent.redact.references import besides, reference, unlike
from agent.redact.written import base64_of, hex_of, signs_of

if TYPE_CHECKING:
    from collections.abc import Mapping

LONG = 6
"""Characters; a shorter secret turns up by chance between other letters, and is looked for as it is alone."""
_PIECE = 4
"""Characters of a secret that tell of it, where a text was cut."""


def hide(text: str, secrets: Mapping[str, str]) -> str:
    """The text with `${secret.NAME}` in place of each secret, as `replaced` finds it."""
    for name, value in _longest_first(secrets):
        text = besides(text, partial(replaced, value=value, instead=reference(name)))
    return text


def referred(text: str, secrets: Mapping[str, str]) -> str:
    """A text to be typed with a reference for each secret that it holds exactly as it is.

    What holds one in another form is another text, which the reference would not type: an `unlike` stands
    there, which nothing types.
    """
    for name, value in _longest_first(secrets):
        text = besides(text, partial(re.sub, re.escape(value), reference(name)))
    for name, value in _longest_first(secrets):
        text = besides(text, partial(replaced, value=value, instead=unlike(name)))
    return text


def hide_cut(text: str, secrets: Mapping[str, str]) -> str:
    """As `hide`, of what was cut out of a longer text: half a secret may stand at either end of it."""
    text = hide(text, secrets)
    for name, value in _longest_first(secrets):
        for length in range(len(value) - 1, _PIECE - 1, -1):
            if text.endswith(value[:length]):
                text = f"{text[:-length]}${{secret.{name}}}"
            if text.startswith(value[-length:]):
                text = f"${{secret.{name}}}{text[length:]}"
    return text


def replaced(text: str, value: str, instead: str) -> str:
    """The text without a value, whichever of its signs are escaped.

    A long one is also found wrapped over lines, with spaces or colours between its signs, in capitals, in
    hexadecimal, and in Base64 with other text before and behind it.
    """
    return _forms(value).sub(lambda _: instead, text)


def _longest_first(secrets: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(((name, value) for name, value in secrets.items() if value), key=lambda pair: -len(pair[1]))


@lru_cache(maxsize=64)
def _forms(value: str) -> re.Pattern[str]:
    """All that a program may write for the value."""
    if len("".join(value.split())) < LONG:
        return re.compile(signs_of(value, apart=False))
    value = value.strip()
    forms = [signs_of(value, apart=True), hex_of(value), *base64_of(value)]
    return re.compile("|".join(forms), re.IGNORECASE)
