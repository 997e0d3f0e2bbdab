"""Scripts of texts: those that the recogniser reads, and the language in which Tesseract reads another."""

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
_GREEK = "Greek with accents"
LANGUAGES = {
    "Cyrillic": "rus",
    _GREEK: "ell",
    "Hangul": "kor",
    "Arabic": "ara",
    "Hebrew": "heb",
    "Thai": "tha",
}
"""The code of the data of Tesseract for each script that is unknown, as in `tesseract-ocr-rus`."""
_UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_IDEOGRAPH = "CJK UNIFIED"
"""How the Unicode name of one begins."""


def ends_in_other_script(text: str) -> bool:
    """Whether one ideograph stands behind a text in letters: as which an icon behind a caption is read."""
    text = text.rstrip()
    found = [unicodedata.name(sign, "").startswith(_IDEOGRAPH) for sign in text]
    return found.count(True) == 1 and found[-1] and any(map(str.isalpha, text[:-1]))


def begins_in_other_script(text: str) -> bool:
    """Whether one ideograph stands before a text in letters: as which an icon before a caption is read."""
    return ends_in_other_script(text[::-1])


def unread_script(text: str) -> str:
    """The script of the first letter that the recogniser does not know, as `Cyrillic`; "" if it knows all.

    A letter that is another one in a special form, as in "N.º", is of that one's script.
    """
    return next((script for script in map(_unread, _normal(text)) if script), "")


def is_mixed(text: str) -> bool:
    """Whether letters stand in a text that the recogniser knows, and others: nothing reads both at once."""
    scripts = {_unread(sign) for sign in _normal(text) if sign.isalpha()} | {unread_script(text)}
    return len(scripts - {_GREEK}) > 1


def language_of(text: str) -> str:
    """The code of the language that Tesseract reads a text in, which the recogniser does not; "" for none."""
    script = unread_script(text)
    letters = {sign for sign in _normal(text).casefold() if _unread(sign)}
    if script == "Cyrillic" and not letters <= {*_RUSSIAN}:
        return "ukr" if letters <= {*_UKRAINIAN} else ""
    return LANGUAGES.get(script, "")


def has_letters_of(text: str, language: str) -> bool:
    """Whether a text that was read has letters that only this language's data knows."""
    return language_of(text) in {language, "rus" if language == "ukr" else language}


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _unread(sign: str) -> str:
    """The script of a sign that the recogniser does not know; "" of any other."""
    script = unicodedata.name(sign, "?").split()[0] if sign.isalpha() else ""
    if not script or (script in _READ and not (script == "GREEK" and _is_rare(sign))):
        return ""
    return _GREEK if script == "GREEK" else script.capitalize()


def _is_rare(sign: str) -> bool:
    return sign == _FINAL_SIGMA or bool(unicodedata.decomposition(sign))
