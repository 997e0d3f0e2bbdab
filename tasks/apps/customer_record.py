"""What a customer is: the columns, what makes a record acceptable, and the SQLite table it goes into."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COUNTRIES = (
    "Austria", "Belgium", "Canada", "Denmark", "Finland", "France", "Germany", "Ireland", "Italy", "Japan",
    "Netherlands", "Norway", "Poland", "Portugal", "Spain", "Sweden", "Switzerland", "United Kingdom",
)  # fmt: skip
CURRENCIES = ("CHF", "EUR", "GBP", "JPY", "PLN", "USD")
CUSTOMER_TYPES = ("Private", "Business", "Public body")
MAX_CREDIT = 1_000_000

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


@dataclass(frozen=True, slots=True)
class Customer:
    """One row of the table `customers`: the fields are its columns, in this order; a new form's values."""

    name: str = ""
    email: str = ""
    phone: str = ""
    country: str = ""
    customer_type: str = "Private"
    credit_limit: int = 0
    currency: str = "EUR"
    terms: bool = False
    newsletter: bool = False
    tax_exempt: bool = False
    billing_street: str = ""
    billing_city: str = ""
    billing_postcode: str = ""
    delivery_street: str = ""
    delivery_city: str = ""
    delivery_postcode: str = ""
    note: str = ""

    def problems(self) -> list[str]:
        """What stands against saving, in the words of the error dialog; empty when nothing does."""
        found = []
        if not self.name:
            found.append("Full name is required.")
        if not _EMAIL.fullmatch(self.email):
            found.append("E-mail address is not valid.")
        if not self.country:
            found.append("Country is required.")
        if not self.terms:
            found.append("The terms must be accepted.")
        return found


def open_database(path: Path) -> sqlite3.Connection:
    """Open the database, with its table made when it is new.

    Raises:
        sqlite3.Error: the file can't be opened or is no database.
    """
    columns = ", ".join(f"{field.name} {_sql_type(field.default)} not null" for field in fields(Customer))
    database = sqlite3.connect(path)
    with database:
        database.execute(f"create table if not exists customers (id integer primary key, {columns})")
    return database


def insert(database: sqlite3.Connection, customer: Customer) -> None:
    """Add the customer; when this returns, the row is committed."""
    names = ", ".join(field.name for field in fields(Customer))
    marks = ", ".join("?" for _ in fields(Customer))
    with database:
        # only the column names of our own class are put into the statement; values are bound
        database.execute(f"insert into customers ({names}) values ({marks})", astuple(customer))  # noqa: S608 (above)


def _sql_type(default: object) -> str:
    return "text" if isinstance(default, str) else "integer"
