"""Values that are typed into fields: what people enter, and strings of any tokens, so that all are met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from training.pocket.forms.words import Words

KINDS = ("name", "email", "phone", "street", "city", "postcode", "number", "words")
_ANYTHING = 0.35
"""Share of values that are random tokens: each token of the table must be met often enough to be copied."""
_ONE_WORD = re.compile(r"[\s@.]")
_LONGEST = 34
"""Characters of such a value: more than a field shows are not read."""


def value(chance: Random, words: Words, kind: str = "") -> str:
    """A value of a kind, or of any."""
    kind = kind or chance.choice(KINDS)
    if kind not in ("number", "postcode") and chance.random() < _ANYTHING:
        return anything(chance, words)
    return _MADE[kind](chance, words)


def anything(chance: Random, words: Words) -> str:
    """Random tokens in a row, as one text without spaces at its ends, quotes or backslashes."""
    while True:
        text = "".join(chance.choices(words.pieces, k=chance.randint(2, 7)))[:_LONGEST]
        text = " ".join(text.replace('"', "").replace("\\", "").replace("<", "").split())
        if text:
            return text


def address(chance: Random, words: Words) -> str:
    """An e-mail address that a form takes, at times of any tokens."""
    if chance.random() >= _ANYTHING:
        return _email(chance, words)
    first, place = (_ONE_WORD.sub("", anything(chance, words)) or "a" for _ in range(2))
    return f"{first}@{place}.example"


def _name(chance: Random, words: Words) -> str:
    return f"{words.name(chance)} {words.name(chance)}"


def _email(chance: Random, words: Words) -> str:
    first, place = words.name(chance).lower(), chance.choice(words.smalls)
    last = chance.choice([chance.choice(words.smalls), words.name(chance).lower(), _digits(chance, 2)])
    end = chance.choice(["example", "example", "org", "com", "net", "test", "de"])
    return f"{first}{chance.choice(['', '.', '_'])}{last}@{place}.{end}"


def _phone(chance: Random, _: Words) -> str:
    land, place, number = 2, chance.randint(2, 3), chance.randint(5, 7)
    return "+" + " ".join(_digits(chance, count) for count in (land, place, number))


def _street(chance: Random, words: Words) -> str:
    kind = chance.choice(["Road", "Street", "Yard", "Lane", "Avenue", "Square", "Way"])
    return f"{chance.randint(1, 199)} {words.name(chance)} {kind}"


def _city(chance: Random, words: Words) -> str:
    cities = ["Berlin", "London", "Paris", "Vienna", "Oslo", "Rome", "Madrid", "Dublin"]
    return chance.choice([*cities, words.name(chance), chance.choice(words.capitals)])


def _postcode(chance: Random, _: Words) -> str:
    return _digits(chance, chance.choice([4, 5, 5, 5, 6]))


def _number(chance: Random, _: Words) -> str:
    return str(chance.choice([chance.randint(1, 99), chance.randint(1, 50) * 100, chance.randint(1, 99_999)]))


def _sentence(chance: Random, words: Words) -> str:
    return words.phrase(chance, 2, 6) + chance.choice(["", "."])


def _digits(chance: Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


_MADE = {
    "name": _name, "email": _email, "phone": _phone, "street": _street, "city": _city, "postcode": _postcode,
    "number": _number, "words": _sentence,
}  # fmt: skip
