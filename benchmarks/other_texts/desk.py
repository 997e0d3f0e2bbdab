"""Desk: the texts of a program that books orders. The defaults are those that are recorded."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import NamedTuple

Value = str | int | tuple[str, ...] | tuple["Order", ...]


class Order(NamedTuple):
    """One row of the table."""

    number: str
    name: str
    due: str
    amount: str


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the program shows, and where."""

    title: str = "Order desk"
    heading: str = "Customer 4711: Ada Lovelace"
    born: str = "Born 10 Dec 1815 in London"
    balance: str = "Open balance: 1250.00 EUR"
    opened: str = "Opened at {now}"
    """With the time of day at which the program came up."""
    rows: tuple[Order, ...] = (
        Order("A-101", "Miller", "2026-03-04", "100.00 EUR"),
        Order("A-102", "Meier", "2026-03-05", "250.00 EUR"),
        Order("A-103", "Meierhof", "2026-04-01", "75.50 EUR"),
        Order("A-104", "Smith", "2026-05-02", "310.00 EUR"),
        Order("A-105", "Bergman", "2026-05-07", "20.00 EUR"),
        Order("A-106", "Okafor", "2026-06-08", "21.00 EUR"),
    )
    ports: tuple[str, ...] = (
        "Aalborg", "Bergen", "Drammen", "Gdansk", "Hamburg", "Kiel", "Larvik", "Oslo", "Riga",
    )  # fmt: skip
    question_title: str = "Please confirm"
    question: str = "Book order {number} of {name} for {amount}?"
    tip: str = "Books the order"
    """The tooltip of the button, which comes up after so many milliseconds."""
    tip_after: int = 400
    ticks: int = 0
    """Whether the time of day goes on."""
    left: int = 150
    top: int = 40
    dialog: str = ""
    """When a dialog with the form's captions comes up: `first`, or `chosen`, with the first row that is."""
    dialog_left: int = 480
    dialog_top: int = 340
    note: str = "Call back"
    """What is typed; no text of the program."""

    def lines(self) -> str:
        """As the program reads it: `field=text`, a line for each entry of a list."""
        told = ((field.name, getattr(self, field.name)) for field in fields(self))
        return "".join(f"{name}={_text(entry)}\n" for name, value in told for entry in _entries(value))

    def differences(self, other: Desk) -> str:
        """What another desk has instead, in words."""
        return "; ".join(
            f"{field.name}: {_changed(getattr(self, field.name), getattr(other, field.name))}"
            for field in fields(self)
            if getattr(self, field.name) != getattr(other, field.name)
        )


RECORDED = Desk()
TARGET = RECORDED.rows[1]
"""The row that is clicked, by its name."""
PORT = RECORDED.ports[1]


def _entries(value: Value) -> tuple[str | int | Order, ...]:
    return value if isinstance(value, tuple) else (value,)


def _text(entry: str | int | Order) -> str:
    return "|".join(entry) if isinstance(entry, Order) else str(entry)


def _changed(old: Value, new: Value) -> str:
    """What is new; of a list its new entries, or all of them where it has none."""
    if not isinstance(old, tuple):
        return f'"{new}"'
    fresh = [entry for entry in _entries(new) if entry not in old]
    return ", ".join(map(_text, fresh or _entries(new)))
