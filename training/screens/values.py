"""Values: what stands in the fields of a form, by the kind of value. Pure."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from training.screens.words import COMPANIES, NAMES, SENTENCES, STREETS, TOWNS

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


def value(random: Random, kind: str) -> str:
    """A value of a kind that the words name: name, digits, money, date, ..."""
    known = {"name": NAMES, "town": TOWNS, "street": STREETS, "company": COMPANIES, "sentence": SENTENCES}
    return random.choice(known[kind]) if kind in known else _MAKERS[kind](random)


def date(random: Random) -> str:
    """A date, as the world writes it."""
    day, month, year = random.randrange(1, 29), random.randrange(1, 13), random.randrange(1960, 2030)
    return random.choice(
        (
            f"{year}-{month:02}-{day:02}",
            f"{day:02}.{month:02}.{year}",
            f"{month}/{day}/{year}",
            f"{day:02}/{month:02}/{year}",
        )
    )


def _digits(random: Random) -> str:
    return "".join(random.choices(string.digits, k=random.choice((3, 4, 5))))


def _count(random: Random) -> str:
    return str(random.choice((random.randrange(10), random.randrange(1000))))


def _percent(random: Random) -> str:
    return str(random.randrange(101))


def _money(random: Random) -> str:
    return f"{random.randrange(5000)}{random.choice('.,')}{random.randrange(100):02}"


def _phone(random: Random) -> str:
    return f"+{random.randrange(30, 49)} {random.randrange(100, 999)} {random.randrange(10**5, 10**6)}"


def _secret(random: Random) -> str:
    return "".join(random.choices(string.ascii_letters, k=random.randrange(6, 12)))


def _word(random: Random) -> str:
    return "".join(
        sign for sign in random.choice(NAMES).split()[-1].lower() if sign in string.ascii_lowercase
    )


def _mail(random: Random) -> str:
    return f"{_word(random)}@{random.choice(('example.com', 'post.example.org', 'firma.example'))}"


def _host(random: Random) -> str:
    return f"{random.choice(('www', 'mail', 'db', 'proxy'))}.{_word(random)}.example"


def _code(random: Random) -> str:
    letters = "".join(random.choices("ABCDEFGHKLMNPRSTVWX", k=2))
    return f"{letters}{random.choice('-/ ')}{random.randrange(1000, 100000)}"


_MAKERS: dict[str, Callable[[Random], str]] = {
    "digits": _digits, "count": _count, "percent": _percent, "money": _money, "date": date, "phone": _phone,
    "secret": _secret, "word": _word, "mail": _mail, "host": _host, "code": _code,
}  # fmt: skip
