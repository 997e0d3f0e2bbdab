"""Likeness of two texts, without spaces, accents and signs that OCR confuses."""

from __future__ import annotations

import difflib
import functools
from typing import TYPE_CHECKING

from tools.ocrtext.signs import Sign, unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@functools.lru_cache(maxsize=8192)
def likeness(wanted: str, seen: str) -> float:
    """From 0 to 1."""
    return matcher(unspaced(wanted), unspaced(seen)).ratio()


def nearest(wanted: str, seen: Iterable[str], count: int = 4) -> list[str]:
    """The most similar of the texts on the screen, for a message."""
    return sorted(dict.fromkeys(seen), key=lambda text: -likeness(wanted, text))[:count]


def matcher(one: Sequence[Sign], other: Sequence[Sign]) -> difflib.SequenceMatcher[str]:
    """What is alike in two texts, sign by sign."""
    return difflib.SequenceMatcher(None, _folded(one), _folded(other), autojunk=False)


def folded(text: str) -> str:
    """The text with one sign for all that are read for one another, without spaces and accents."""
    return _folded(unspaced(text))


def _folded(signs: Sequence[Sign]) -> str:
    return "".join(sign.group for sign in signs)
