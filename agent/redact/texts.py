"""Redaction of secrets in texts: `${secret.NAME}` for each, in whatever form a program says it. Pure."""

from __future__ import annotations

import base64
import functools
import html
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONG = 6
"""Characters; a shorter secret turns up by chance between other letters, and is looked for as it is alone."""


def hide(text: str, secrets: Mapping[str, str]) -> str:
    """The text with `${secret.NAME}` in place of each secret.

    A long secret is also found wrapped over lines, with spaces between its signs, in capitals, and in
    Base64 with other text before and behind it.
    """
    for name, value in sorted(secrets.items(), key=lambda pair: -len(pair[1])):
        if value:
            text = _forms(value).sub(f"${{secret.{name}}}", text)
    return text


@functools.lru_cache(maxsize=64)
def _forms(value: str) -> re.Pattern[str]:
    """All that a program may write for the value, the longest first."""
    written = sorted(set(_written(value)), key=len, reverse=True)
    if len("".join(value.split())) < LONG:
        return re.compile("|".join(map(re.escape, written)))
    spread = [r"\s*".join(re.escape(sign) for sign in form if not sign.isspace()) for form in written]
    return re.compile("|".join(spread), re.IGNORECASE)


def _written(value: str) -> Iterable[str]:
    yield from (value, repr(value)[1:-1], html.escape(value))
    yield from (quote(value, "/", errors="replace"), quote(value, "", errors="replace"), quote_plus(value))
    yield value.encode("latin-1", "replace").decode(errors="replace")  # not written in UTF-8
    yield from (json.dumps(value, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False))
    if len(value) >= LONG:
        yield from _base64(value.encode(errors="surrogateescape"))


def _base64(value: bytes) -> Iterable[str]:
    """What all encodings have in common that hold the value behind any number of other bytes."""
    for before in range(3):
        shifted = bytes(before) + value
        whole = base64.b64encode(shifted + bytes(-len(shifted) % 3)).decode()
        own = whole[-(-8 * before // 6) : 8 * len(shifted) // 6]
        yield from (own, own.replace("+", "-").replace("/", "_"))
