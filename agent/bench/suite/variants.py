"""Variants: the values of a task's variables, by its seed. Pure."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Draw = Callable[[Random], tuple[str, ...]]

_FIRST = (
    "Ada",
    "Carla",
    "Edwin",
    "Henrik",
    "Ingrid",
    "Katherine",
    "Leonard",
    "Marta",
    "Nadia",
    "Oscar",
    "Rosa",
)
_SURNAMES = (
    "Bergman",
    "Hopper",
    "Jansen",
    "Johnson",
    "Keller",
    "Moreau",
    "Novak",
    "Santos",
    "Turner",
    "Wagner",
)
_CITIES = (
    "Bergen",
    "Cork",
    "Delft",
    "Graz",
    "Hampton",
    "Leeds",
    "Oslo",
    "Porto",
    "Ravenna",
    "Turku",
    "Zagreb",
)
_FILES = ("april", "budget", "journey", "minutes", "october", "recipe", "report", "winter")
_FOLDERS = ("invoices", "letters", "pictures", "plans", "reports", "tickets")
_EXTRAS = ("Battery", "Cable", "Charger", "Sleeve", "Stand", "Strap")
_ITEMS = ("Bolts", "Gaskets", "Hinges", "Nails", "Screws", "Washers")


def _one_of(values: tuple[str, ...]) -> Draw:
    return lambda random: (random.choice(values),)


def _two_of(values: tuple[str, ...]) -> Draw:
    """Two of them, in their own order."""
    return lambda random: tuple(sorted(random.sample(values, 2)))


def _other(values: tuple[str, ...]) -> Draw:
    """Two of them, in any order."""
    return lambda random: tuple(random.sample(values, 2))


def _number(low: int, high: int) -> Draw:
    return lambda random: (str(random.randint(low, high)),)


def _phone(random: Random) -> tuple[str, ...]:
    return (f"{random.randint(200, 989)} 555 0{random.randint(100, 199)}",)


def _sum(random: Random) -> tuple[str, ...]:
    a, b = random.randint(1000, 8999), random.randint(1000, 8999)
    return str(a), str(b), str(a + b)


def _product(random: Random) -> tuple[str, ...]:
    a, b = random.randint(23, 98), random.randint(23, 98)
    return str(a), str(b), str(a * b)


DRAWS: Mapping[tuple[str, ...], Draw] = {
    ("early", "late"): _two_of(_FIRST),
    ("first",): _one_of(_FIRST),
    ("surname",): _one_of(_SURNAMES),
    ("city", "other_city"): _other(_CITIES),
    ("city",): _one_of(_CITIES),
    ("file",): _one_of(_FILES),
    ("folder",): _one_of(_FOLDERS),
    ("extra", "other_extra"): _two_of(_EXTRAS),
    ("item",): _one_of(_ITEMS),
    ("a", "b", "sum"): _sum,
    ("factor", "other_factor", "product"): _product,
    ("day",): _number(11, 20),
    ("number",): _number(1000, 9999),
    ("total",): _number(1000, 9999),
    ("amount",): _number(11, 89),
    ("percent",): _number(11, 79),
    ("phone",): _phone,
}
"""Variables that are drawn together -> how. Of those that fit a task the longer ones come first."""


def variant(task: str, written: Mapping[str, str], seed: int) -> dict[str, str]:
    """The values of a task's variables: with seed 0 as written, else drawn, the same for ever.

    Args:
        task: its id.
        written: its own variables.
        seed: from 0.
    """
    values = dict(written)
    drawn: set[str] = set()
    for names, draw in DRAWS.items() if seed else ():
        if written.keys() >= set(names) and not drawn & set(names):
            values.update(zip(names, draw(Random(f"{task} {names[0]} {seed}")), strict=True))  # noqa: S311  (no secret)
            drawn.update(names)
    return values
