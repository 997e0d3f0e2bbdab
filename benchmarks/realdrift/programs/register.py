"""A register of customers: what a program of any toolkit shows and saves, and the faults that it can have.

Each program shows what `Register` tells it and tells it what a person did, and nothing else: a fault is the
same in all of them. Run by the interpreter of the toolkit, which has the standard library alone.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Customer register"
COUNTRIES = ("Austria", "Belgium", "Denmark", "Germany")
COLUMNS = ("Name", "City", "Country", "Newsletter", "Status")
REGRESSIONS = ("none", "nothing", "wrong field", "no row", "rows swapped")
"""`nothing`: the button Save does nothing. `wrong field`: name and city are saved in each other's field.
`no row`: it says that it saved, and did not. `rows swapped`: once a customer was saved, two rows of the list
have changed places."""
SAVED, APPROVED = "Customer saved", "Customer approved"


@dataclass(frozen=True)
class Customer:
    """One row."""

    name: str
    city: str
    country: str
    newsletter: bool
    approved: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """What the list shows of it, by `COLUMNS`."""
        newsletter, status = "yes" if self.newsletter else "no", "Approved" if self.approved else "Open"
        return (self.name, self.city, self.country, newsletter, status)


def _first() -> list[Customer]:
    return [
        Customer("Grace Hopper", "Vienna", "Austria", newsletter=True),
        Customer("Alan Turing", "Ghent", "Belgium", newsletter=False),
        Customer("Niels Bohr", "Odense", "Denmark", newsletter=True),
    ]


@dataclass
class Register:
    """The customers, what is said of the last deed, and the file that has them.

    Args:
        regression: the fault that the program has.
        path: written anew after each deed; None: nothing is written.
    """

    regression: str = "none"
    path: Path | None = None
    notice: str = ""
    customers: list[Customer] = field(default_factory=_first)

    def __post_init__(self) -> None:
        if self.regression not in REGRESSIONS:
            raise SystemExit(
                f"--regression {self.regression}: there is none of that name; known: {REGRESSIONS}"
            )
        self._swapped = False
        self._write()

    @property
    def shown(self) -> list[Customer]:
        """The customers in the order of the list."""
        rows = list(self.customers)
        if self._swapped:
            rows[0], rows[1] = rows[1], rows[0]
        return rows

    def save(self, name: str, city: str, country: str, *, newsletter: bool) -> None:
        """Do what the button Save does."""
        if self.regression == "nothing":
            return
        if self.regression == "wrong field":
            name, city = city, name
        if self.regression != "no row":
            self.customers.append(Customer(name, city, country, newsletter))
        self._swapped = self.regression == "rows swapped"
        self.notice = SAVED
        self._write()

    def approve(self, name: str) -> None:
        """Do what the button Approve in the row of that name does."""
        self.customers = [replace(one, approved=one.approved or one.name == name) for one in self.customers]
        self.notice = APPROVED
        self._write()

    @property
    def state(self) -> list[dict[str, object]]:
        """What is saved."""
        return [asdict(one) for one in self.customers]

    def _write(self) -> None:
        if self.path:
            self.path.write_text(json.dumps(self.state))


def wanted() -> list[dict[str, object]]:
    """What is saved when the task is done as it should be."""
    register = Register()
    register.save("Ada Lovelace", "Dresden", "Germany", newsletter=True)
    register.approve("Alan Turing")
    return register.state
