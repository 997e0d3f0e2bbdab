"""Other texts in place of one: another word, another number, one letter changed, "not", a suffix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from agent.drift.kinds import TextChange

_OPPOSITES = {
    "save": "Send", "yes": "No", "no": "Yes", "ok": "Cancel", "cancel": "Delete", "open": "Delete",
    "name": "Note", "street": "Region", "city": "County", "country": "County", "phone": "Pager",
    "e-mail": "Website", "file": "Tools", "apply": "Reset", "close": "Erase", "private": "Business",
}  # fmt: skip
_WORDS = ("Delete", "Discard", "Export", "Archive", "Reset", "Remove", "Transfer", "Cancel")
_LETTERS = "aeoukmrnt"
_ONE_LETTER = 1 / 3
"""Of the labels that are changed by one letter only."""


_SUFFIXES = ("(2)", "- copy", "old", "II", "%")


def rewritten(how: TextChange, text: str, draw: random.Random) -> str | None:
    """A text that says something else, in the way that a drift is named after; None: it has none such."""
    if how == "other_number":
        return another(text, draw) if re.search(r"\d", text) else None
    if how == "other_word":
        return another(re.sub(r"\d", "", text), draw) if re.search(r"[^\W\d_]{4}", text) else None
    if how == "negated":
        return f"Not {text[0].lower()}{text[1:]}"
    return f"{text} {draw.choice(_SUFFIXES)}"


def another(text: str, draw: random.Random) -> str:
    """A label that means something else."""
    if re.search(r"\d", text):
        return re.sub(r"\d", lambda digit: draw.choice("0123456789".replace(digit[0], "")), text, count=1)
    words = re.findall(r"[^\W\d_]{4,}", text)
    if words and draw.random() < _ONE_LETTER:
        return _one_letter(text, draw.choice(words), draw)
    return _another_word(text, draw)


def _one_letter(text: str, word: str, draw: random.Random) -> str:
    """With a letter inside a word changed to one that no eye takes for it."""
    place = draw.randrange(1, len(word) - 1)
    others = [letter for letter in _LETTERS if letter != word[place].lower()]
    return text.replace(word, word[:place] + draw.choice(others) + word[place + 1 :], 1)


def _another_word(text: str, draw: random.Random) -> str:
    for old, new in _OPPOSITES.items():
        if re.search(rf"(?<!\w){re.escape(old)}(?!\w)", text, re.IGNORECASE):
            return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text, count=1, flags=re.IGNORECASE)
    words = text.split() or [""]
    words[0] = draw.choice([word for word in _WORDS if word.casefold() != words[0].casefold()])
    return " ".join(words)
