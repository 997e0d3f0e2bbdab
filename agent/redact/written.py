"""Ways of writing a text that programs have: escapes, sign by sign, and encodings of all of it. Pure."""

from __future__ import annotations

import base64
import html.entities
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BETWEEN = r"(?:.\x08|\s|[\0\u00ad\u200b-\u200f\u2060\ufeff]|\x1b\[[0-9;:?]{0,30}[A-Za-z])*+"
"""What may stand between two signs and is not seen: white space, marks without width, colours, and a sign
that is struck out by the next one (as `man` prints bold letters)."""
_PERCENT, _BACKSLASH, _AMPERSAND = "%(?:25){0,3}", r"\\{1,8}", "&(?:amp;){0,3}"
"""Escapes may be escaped in turn. Nothing here may go on for ever: a text can be made of nothing else."""
_QUOTED = r"'\"'\"'|'\\''"
"""An apostrophe between apostrophes, in a shell."""
_URL_SAFE = {"+": "[+-]", "/": "[/_]"}
_NAMES: dict[str, list[str]] = {}
for _name, _code in html.entities.name2codepoint.items():
    _NAMES.setdefault(chr(_code), []).append(_name)


def signs_of(text: str, *, apart: bool) -> str:
    """A pattern for the text with any of its signs escaped, as URLs, JSON, HTML, mails and shells do.

    Args:
        text: The text.
        apart: Whether there may be space between its signs, and none where it has some.
    """
    signs = unicodedata.normalize("NFC", text)
    if not apart:
        return "".join(map(_sign, signs))
    return _BETWEEN.join(
        f"(?:{'|'.join(_spaces(sign))})?" if sign.isspace() else _sign(sign) for sign in signs
    )


def hex_of(text: str) -> str:
    """A pattern for its bytes as hexadecimal numbers, side by side or as a list."""
    return r"[\s:,;]*+(?:0x|\\x)?".join(f"{byte:02x}" for byte in _bytes(text))


def base64_of(text: str) -> Iterator[str]:
    """What all Base64 has in common that holds it in UTF-8 or UTF-16, behind any number of other bytes."""
    for data in (_bytes(text), text.encode("utf-16-le", "surrogatepass")):
        for before in range(3):
            shifted = bytes(before) + data
            whole = base64.b64encode(shifted + bytes(-len(shifted) % 3)).decode()
            own = whole[-(-8 * before // 6) : 8 * len(shifted) // 6]
            yield r"\s*+".join(_URL_SAFE.get(sign, sign) for sign in own)


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogateescape")


def _sign(sign: str) -> str:
    return f"(?:{'|'.join(_forms(sign))})"


def _spaces(sign: str) -> Iterable[str]:
    """Of white space: escaped, for as it is it needs no form."""
    yield from _escapes(sign)
    yield from (re.escape("+"), rf"{_BACKSLASH}\s")


def _forms(sign: str) -> Iterable[str]:
    """Of one sign: itself, escaped, and as programs spoil it."""
    yield from _escapes(sign)
    if sign == "'":
        yield _QUOTED
    if sign == " ":
        yield re.escape("+")
    yield rf"(?:{_BACKSLASH})?{re.escape(sign)}"
    if not sign.isascii():
        yield re.escape(unicodedata.normalize("NFD", sign))
        yield "\ufffd{1,4}"
        yield re.escape(_bytes(sign).decode("latin-1"))


def _escapes(sign: str) -> Iterable[str]:
    code, data = ord(sign), _bytes(sign)
    yield "".join(rf"{_PERCENT}{byte:02x}" for byte in data)
    yield "".join(rf"={byte:02x}" for byte in data)
    for written in (data, sign.encode("latin-1", "ignore")):
        if written:
            yield "".join(rf"{_BACKSLASH}x{byte:02x}" for byte in written)
            yield "".join(rf"{_BACKSLASH}0?{byte:03o}" for byte in written)
    utf16 = sign.encode("utf-16-be", "surrogatepass")
    yield "".join(rf"{_BACKSLASH}u{utf16[at : at + 2].hex()}" for at in range(0, len(utf16), 2))
    yield rf"{_BACKSLASH}(?:U{code:08x}|u\{{0{{0,6}}{code:x}\}})"
    yield rf"{_AMPERSAND}\#(?:0{{0,6}}{code}|x0{{0,6}}{code:x});?"
    if code in (9, 10, 13):
        yield rf"{_BACKSLASH}{dict(zip((9, 10, 13), 'tnr', strict=True))[code]}"
    for name in [*_NAMES.get(sign, ()), *(["apos"] if sign == "'" else [])]:
        yield rf"{_AMPERSAND}{name};"
