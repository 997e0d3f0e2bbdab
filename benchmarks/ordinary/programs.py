"""Programs of the benchmark: a task each, the file that it saves, and other values drawn from a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Values = Mapping[str, str]

_TASKS = Path(__file__).parent / "tasks"
_PEOPLE = (
    "Grace Hopper", "Alan Turing", "Lise Meitner", "Zoë Novák", "Bo Li", "Katherine Johnson", "Karl Groß",
    "Sofia Kowalewska", "Jean d'Arc", "Ólafur Jónsson", "Mary Somerville of Jedburgh", "Max Born",
)  # fmt: skip
_FIRST = ("Ada", "Grace", "Alan", "Lise", "Zoë", "Bo", "Katherine", "Karl", "Sofia", "Ólafur", "Mary", "Max")
_GOODS = (
    "lemons", "limes", "pears", "apricots", "figs", "walnuts", "cherries", "dates", "quinces", "blueberries",
    "plums", "chestnuts",
)  # fmt: skip
_ARTICLES = (
    "Cable tie 200 mm", "Hex nut M8", "O-ring 12x2", "Door hinge, left", "Fuse 10 A", "Angle bracket 40/40",
    "Cap", "Threaded rod M10 x 1000 galvanised", "Rivet 4,8", "Seal (pack of 25)",
)  # fmt: skip
_FILES = ("letter", "note", "report-3", "order_7", "May", "final version", "n4711", "copy of plan", "x")
_CITIES = ("Berlin", "Oslo", "Rio de Janeiro", "Malmö", "Ulm", "Stratford-upon-Avon", "Köln", "Graz")


@dataclass(frozen=True, slots=True)
class Program:
    """A program and its task."""

    name: str
    file: str
    """Where it saves, below the run's folder; references as in a task."""
    draw: Callable[[random.Random], dict[str, str]]
    """Values of all the task's variables."""
    saved: Callable[[Values], str]
    """What it has to save with these values."""
    rewrites: str = ""
    """Signs for which it writes others as they are typed."""

    def keeps(self, values: Values) -> bool:
        """Whether it leaves these values as they are typed; else a replay has to stop and tell of it."""
        return not any(sign in value for value in values.values() for sign in self.rewrites)

    @property
    def task(self) -> Path:
        """The task file."""
        return _TASKS / f"{self.name}.yaml"

    def other(self, seed: int) -> dict[str, str]:
        """The values of a seed: the same in every run."""
        return self.draw(random.Random(f"{self.name} {seed}"))


def _two(chance: random.Random, words: tuple[str, ...]) -> tuple[str, str]:
    """Two words of which none is a part of the other."""
    one, other = chance.sample(words, 2)
    return (one, other) if one not in other and other not in one else _two(chance, words)


def _gedit(chance: random.Random) -> dict[str, str]:
    word, other = _two(chance, _GOODS)
    file = f"{chance.choice(_FILES)}.txt"
    return {"count": str(chance.randint(2, 5000)), "word": word, "other": other, "file": file}


def _mousepad(chance: random.Random) -> dict[str, str]:
    who, other = _two(chance, _FIRST)
    file = f"{chance.choice(_FILES)}.txt"
    return {"number": str(chance.randint(1, 99999)), "who": who, "other": other, "file": file}


def _featherpad(chance: random.Random) -> dict[str, str]:
    who, other = _two(chance, _FIRST)
    return {"who": who, "other": other, "file": f"{chance.choice(_FILES)}.txt"}


def _calc(chance: random.Random) -> dict[str, str]:
    first, second = _two(chance, _PEOPLE)
    amount, price = str(chance.randint(1, 9)), str(chance.randint(10, 99999))
    return {"first": first, "amount": amount, "second": second, "price": price, "file": chance.choice(_FILES)}


_MEMBERS = {
    "Charles Babbage": "London;Full;40;yes",
    "Blaise Pascal": "Paris;Supporting;120;no",
    "Emmy Noether": "Erlangen;Full;40;yes",
    "Alan Turing": "Manchester;Youth;10;no",
}


def _swing(chance: random.Random) -> dict[str, str]:
    return {
        "name": chance.choice([person for person in _PEOPLE if person not in _MEMBERS]),
        "city": chance.choice(_CITIES),
        "kind": chance.choice(("Youth", "Supporting", "Honorary")),
        "fee": str(chance.randint(1, 2000)),
        "gone": chance.choice(list(_MEMBERS)),
    }


def _members(values: Values) -> str:
    kept = [f"{name};{cells}" for name, cells in _MEMBERS.items() if name != values["gone"]]
    kept.append(f"{values['name']};{values['city']};{values['kind']};{values['fee']};yes")
    return "".join(f"{line}\n" for line in kept)


_LINES = {
    "Hex bolt M8": "200;Berlin;no",
    "Washer 10 mm": "500;Leipzig;no",
    "Spring pin": "40;Hamburg;yes",
    "Copper pipe": "12;Bremen;no",
    "Gasket": "30;Berlin;yes",
}


def _table(chance: random.Random) -> dict[str, str]:
    return {
        "article": chance.choice(_ARTICLES),
        "quantity": str(chance.randint(1, 9999)),
        "town": chance.choice(("Berlin", "Bremen", "Hamburg", "Kiel", "Leipzig", "Rostock")),
        "gone": chance.choice(list(_LINES)),
    }


def _orders(values: Values) -> str:
    kept = [f"{article};{cells}" for article, cells in _LINES.items() if article != values["gone"]]
    kept.append(f"{values['article']};{values['quantity']};{values['town']};yes")
    return "".join(f"{line}\n" for line in kept)


def _letter(values: Values) -> str:
    return "Please send {count} boxes of {other}. The {other} are for Monday.\n".format_map(values)


def _note(values: Values) -> str:
    return "Order {number} is for {other}.\nPlease tell {other} when it is paid.".format_map(values)


def _thanks(values: Values) -> str:
    return "Dear {other}, thank you for the parcel.\nIt came on Monday, {other}.\n".format_map(values)


def _sums(values: Values) -> str:
    total = int(values["amount"]) + int(values["price"])
    rows = (("Name", "Amount"), (values["first"], values["amount"]), (values["second"], values["price"]))
    return "".join(f"{name},{amount}\n" for name, amount in (*rows, ("Total", total)))


PROGRAMS = {
    program.name: program
    for program in (
        Program("gedit", "{file}", _gedit, _letter),
        Program("calc", "{file}.csv", _calc, _sums, rewrites="'"),  # typographic quotes, as it is installed
        Program("featherpad", "{file}", _featherpad, _thanks),
        Program("mousepad", "{file}", _mousepad, _note),
        Program("swing", "members.txt", _swing, _members),
        Program("table", "orders.txt", _table, _orders),
    )
}
