r"""Escapes: text that a terminal, a CI server or a reader could be deceived by, made visible. Pure, light.

A control character, a sign that turns the direction of text, one that takes no room and half of a surrogate
pair are shown as Python writes them: `\x1b`, `\u202e`.
"""

from __future__ import annotations

import json
import re
import unicodedata

_UNUSUAL = re.compile(r"[^\x20-\x7e]")
_UNSEEN = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
"""Signs that Unicode counts as printable and nobody sees (Default_Ignorable_Code_Point in
DerivedCoreProperties.txt of Unicode 16, and the empty Braille pattern). Without the sixteen selectors that
emoji are written with."""

_OBEYED = re.compile(r"^(?P<space>[^\S\n]*)(?P<begin>:)(?=:)|(?P<sign>#)(?=#(?:\[|vso\[))", re.MULTILINE)


def visible(text: str, keep: str = "") -> str:
    """The text with an escape for each sign that is not to be seen or would be obeyed.

    Args:
        text: from anywhere.
        keep: signs that stay as they are, such as line breaks.
    """
    return _UNUSUAL.sub(
        lambda found: found[0] if _shows(found[0]) or found[0] in keep else _escape(found[0]), text
    )


def disobeyed(text: str) -> str:
    """Lines that a CI server would take for commands to itself, shown.

    GitHub's runner and Azure's obey `::` where a line begins, and `##[` and `##vso[` anywhere in it.
    """
    return _OBEYED.sub(lambda found: "\\x23" if found["sign"] else f"{found['space']}\\x3a", text)


def as_json(value: object, encoding: str = "utf-8", indent: int | None = None) -> str:
    """A value as JSON, with JSON's own escapes for what is not to be seen.

    Whoever reads it gets the very text back, but for halves of surrogate pairs, which strict readers refuse:
    they are shown.

    Args:
        value: of what JSON knows.
        encoding: of where it is written; what that lacks is escaped too.
        indent: spaces by which what is inside is moved in; None: all in one line.
    """

    def stays(mark: str) -> bool:  # a line break is one between values: in texts they are escaped by now
        return mark == "\n" or (_shows(mark) and _is_in(encoding, mark))

    written = json.dumps(value, ensure_ascii=False, indent=indent)
    shown = _UNUSUAL.sub(lambda found: found[0] if stays(found[0]) else _json_escape(found[0]), written)
    return _OBEYED.sub(lambda found: "\\u0023" if found["sign"] else found[0], shown)


def encoded(text: str, encoding: str) -> str:
    """The text with an escape for each sign that an encoding lacks."""
    return (
        text
        if _is_in(encoding, text)
        else "".join(mark if _is_in(encoding, mark) else _escape(mark) for mark in text)
    )


def _shows(mark: str) -> bool:
    return (mark.isprintable() or unicodedata.category(mark) == "Zs") and not _UNSEEN.match(mark)


def _is_in(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _escape(mark: str) -> str:
    return ascii(mark)[1:-1]


def _json_escape(mark: str) -> str:
    return json.dumps(_escape(mark) if unicodedata.category(mark) == "Cs" else mark)[1:-1]
