"""Whether a text that was read holds another, and how alike two are; `tools.ocrtext.same` is strict."""

from __future__ import annotations

import difflib
import unicodedata

from tools.ocrtext.same import DASHES, DOUBLE, SINGLE, difference, plain

__all__ = ["contains", "difference", "fold", "likeness", "nearest", "plain"]


def contains(wanted: str, seen: str) -> bool:
    """Whether the wanted text stands in one that was read, as whole words; the OCR may have lost spaces."""
    one, other = plain(wanted).split(), plain(seen).split()
    spans = (
        other[start:end] for end in range(len(other) + 1) for start in range(max(0, end - len(one)), end)
    )
    return any(difference("".join(one), "".join(span)) is not None for span in spans)


def likeness(wanted: str, seen: str) -> float:
    """From 0 to 1: how alike two texts are when spaces, accents and glyphs that look alike do not count."""
    return difflib.SequenceMatcher(None, fold(wanted), fold(seen), autojunk=False).ratio()


def fold(text: str) -> str:
    """The text with one sign for all glyphs that look alike, without spaces and accents."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(sign for sign in letters if not unicodedata.combining(sign) and not sign.isspace())
    return letters.translate(_FOLDED)


def nearest(wanted: str, seen: list[str], count: int = 4) -> list[str]:
    """The most similar of the texts on the screen, for a message."""
    ranked = sorted(set(seen), key=lambda text: -likeness(wanted, text))
    return ranked[:count]


_FOLDED = str.maketrans(
    {sign: group[0] for group in ("o0", "l1i|!j", "s5", SINGLE, DOUBLE, "-" + DASHES, ".,") for sign in group}
)
