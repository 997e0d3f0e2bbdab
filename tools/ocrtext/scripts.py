"""Scripts that the recogniser reads: a text in another can't be looked for on the screen."""

from __future__ import annotations

import unicodedata

_READ = frozenset(
    (
        "LATIN",
        "CJK",
        "HIRAGANA",
        "KATAKANA",
        "KATAKANA-HIRAGANA",
        "IDEOGRAPHIC",
        "FULLWIDTH",
        "HALFWIDTH",
        "GREEK",
    )
)
"""First words of the Unicode names of its letters (`PP-OCRv6_rec_small`, 18,708 signs)."""
_FINAL_SIGMA = "ς"


def unread_script(text: str) -> str:
    """The script of the first letter that the recogniser does not know, as `Cyrillic`; "" if it knows all.

    A letter that is another one in a special form, as in "N.º", is of that one's script.
    """
    for sign in unicodedata.normalize("NFKC", text):
        script = unicodedata.name(sign, "?").split()[0] if sign.isalpha() else ""
        if script and (script not in _READ or (script == "GREEK" and _is_rare(sign))):
            return "Greek with accents" if script == "GREEK" else script.capitalize()
    return ""


def _is_rare(sign: str) -> bool:
    return sign == _FINAL_SIGMA or bool(unicodedata.decomposition(sign))
