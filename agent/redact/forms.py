"""Forms of a value that programs write: spoiled by encodings, in Base64, in numbers. Pure."""

from __future__ import annotations

import base64
import html
import json
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from agent.redact.signs import Signs

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 6
"""Signs; a shorter secret turns up by chance between other letters, and is looked for as it is alone."""
_SEEN = 5
"""Signs of a long one that are left without quotes and the like, at least."""
_LOST = "\ufffd?"
"""What stands for signs that are lost."""
_ENCODINGS = ("latin-1", "cp1252", "cp437", "cp850", "ascii", "utf-16-le", "utf-16-be", "utf-32-le")


@lru_cache(maxsize=64)
def as_seen(value: str) -> tuple[str, ...]:
    """What to look for in a folded text; nothing for a value that is too short to be told from others."""
    if len("".join(value.split())) < LONG:
        return ()
    plain = Signs(value)
    forms = {value, plain.unescaped().text, *_spoiled(value), *_in_base64(value), *_in_numbers(value)}
    folded = {Signs(form).folded().text for form in forms}
    return tuple(sorted(form for form in folded if len(form) >= _SEEN))


@lru_cache(maxsize=64)
def in_hex(value: str) -> tuple[str, ...]:
    """What to look for in a folded text without signs between numbers."""
    if not as_seen(value):
        return ()
    return tuple(
        {form for data in _data(value) for form in (data.hex(), "".join(f"{one:x}" for one in data))}
    )


@lru_cache(maxsize=64)
def as_written(value: str) -> tuple[str, ...]:
    """What to look for in a text as it is, the longest first."""
    forms = {
        value,
        quote(value, "", errors="surrogateescape"),
        quote(value, errors="surrogateescape"),
        quote_plus(value, errors="surrogateescape"),
        html.escape(value),
        html.escape(value, quote=False),
        json.dumps(value)[1:-1],
        json.dumps(value, ensure_ascii=False)[1:-1],
        repr(value)[1:-1],
    }
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _spoiled(value: str) -> Iterator[str]:
    """As a program shows it that takes it for another encoding than it has."""
    data = value.encode(errors="surrogateescape")
    spoiled = {data.decode(encoding, "replace") for encoding in _ENCODINGS}
    for encoding in _ENCODINGS:
        with suppress(UnicodeEncodeError):  # of signs that no encoding has
            spoiled.add(value.encode(encoding, "replace").decode(errors="replace"))
    for form in spoiled:
        if sum(sign not in _LOST for sign in form) >= _SEEN:
            yield form


def _data(value: str) -> Iterator[bytes]:
    yield value.encode(errors="surrogateescape")
    for encoding in ("latin-1", "utf-16-le"):
        with suppress(UnicodeEncodeError):
            yield value.encode(encoding)


def _in_base64(value: str) -> Iterator[str]:
    """What all Base64 has in common that holds it, behind any number of other bytes, in URLs too."""
    for data in _data(value):
        for before in range(3):
            shifted = bytes(before) + data
            whole = base64.b64encode(shifted + bytes(-len(shifted) % 3)).decode()
            own = whole[-(-8 * before // 6) : 8 * len(shifted) // 6]
            yield own
            yield own.translate({ord("+"): "-", ord("/"): "_"})


def _in_numbers(value: str) -> Iterator[str]:
    for data in _data(value):
        yield ",".join(map(str, data))
        yield " ".join(map(str, data))
