"""What is on the form: pages, groups and fields. Only what, not how it looks."""

from __future__ import annotations

from typing import Literal, NamedTuple

from customer_record import COUNTRIES, CURRENCIES, CUSTOMER_TYPES

Kind = Literal["text", "number", "choice", "radio", "check", "note"]


class Field(NamedTuple):
    """One entry of the form. `column` is the `Customer` field it stands for."""

    column: str
    label: str
    kind: Kind = "text"
    options: tuple[str, ...] = ()


class Group(NamedTuple):
    """A titled frame around fields."""

    title: str
    fields: tuple[Field, ...]


class Page(NamedTuple):
    """A tab."""

    title: str
    groups: tuple[Group, ...]
    stretches: bool = False
    """Whether its groups fill the page's height."""


def _address(prefix: str) -> tuple[Field, ...]:
    return (
        Field(f"{prefix}_street", "Street"),
        Field(f"{prefix}_city", "City"),
        Field(f"{prefix}_postcode", "Postcode"),
    )


PAGES = (
    Page(
        "General",
        (
            Group(
                "Contact",
                (
                    Field("name", "Full name"),
                    Field("email", "E-mail"),
                    Field("phone", "Phone"),
                    Field("country", "Country", "choice", COUNTRIES),
                ),
            ),
            Group(
                "Account",
                (
                    Field("customer_type", "Customer type", "radio", CUSTOMER_TYPES),
                    Field("credit_limit", "Credit limit", "number"),
                    Field("currency", "Currency", "choice", CURRENCIES),
                ),
            ),
            Group(
                "Agreements",
                (
                    Field("terms", "I accept the terms", "check"),
                    Field("newsletter", "Send newsletter", "check"),
                    Field("tax_exempt", "Exempt from tax", "check"),
                ),
            ),
        ),
    ),
    Page(
        "Addresses",
        (Group("Billing address", _address("billing")), Group("Delivery address", _address("delivery"))),
    ),
    Page("Notes", (Group("Internal", (Field("note", "Remarks", "note"),)),), stretches=True),
)
