"""Caption: the name that a person would read in a text, without what stands after it."""

from __future__ import annotations

import functools
import re
import unicodedata

_TRAILING = re.compile(r"(?:(?<=\w)\.)?(?:\s*[:*…!]|\s*\.{2,})+$|(?<=\w)\.$")
_SHORTCUT = re.compile(r"\s+((?:(?:ctrl|shift|alt|super)\s*\+\s*)+\S+|f\d{1,2})$", re.IGNORECASE)


def trimmed(text: str) -> str:
    """The text in small letters, without extra spaces, and without a colon, star, dots or `!` at its end."""
    return _cut(text).casefold()


def is_shortcut(text: str) -> bool:
    """Whether a text is nothing but the keys that stand beside an entry of a menu."""
    return _SHORTCUT.fullmatch(f" {text.strip()}") is not None


def name_in(text: str) -> str:
    """The text trimmed, without the shortcut behind it: `Save as... Ctrl+Shift+S` is `save as`."""
    return _parts(text)[0].casefold()


def name_and_rest(text: str) -> tuple[str, str]:
    """The name as it is written, and what stands behind it: `("Save as", "... Ctrl+Shift+S")`."""
    text = " ".join(text.split())
    shortcut = _SHORTCUT.search(text)
    end = len(text) if shortcut is None else shortcut.start()
    ending = _TRAILING.search(text[:end])
    name = text[: end if ending is None else ending.start()] or text
    return name, text[len(name) :]


def names(one: str, other: str) -> tuple[str, str]:
    """The names of two texts that are to be compared, as written; their shortcuts too where both have one.

    `Save Ctrl+S` is `Save`, but `Gate F1` is not `Gate F2`.
    """
    (name, keys), (other_name, other_keys) = _parts(one), _parts(other)
    if keys and other_keys and keys != other_keys:
        return f"{name} {keys}", f"{other_name} {other_keys}"
    return name, other_name


@functools.lru_cache(maxsize=8192)
def _parts(text: str) -> tuple[str, str]:
    """The name, and the shortcut, which may be empty."""
    shortcut = _SHORTCUT.search(" ".join(text.split()))
    if shortcut is None:
        return _cut(text), ""
    return _cut(shortcut.string[: shortcut.start()]), "".join(shortcut[1].split()).casefold()


def _cut(text: str) -> str:
    if text == "…":
        return text
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    return _TRAILING.sub("", text) or text
