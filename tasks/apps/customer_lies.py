"""The form as a program that lies: it says "Customer saved", and saves something else.

    customer_form.py --db customers.db --lie drop

A test that looks only at what the screen says passes all of them.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from customer_record import Customer

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = 10
"""Characters of a text that is cut."""


def _cut(customer: Customer) -> Customer:
    texts = {name: value[:_LONGEST] for name, value in _values(customer).items() if isinstance(value, str)}
    return replace(customer, **texts)


def _values(customer: Customer) -> dict[str, object]:
    return {field.name: getattr(customer, field.name) for field in fields(Customer)}


LIES: dict[str, Callable[[Customer], list[Customer]]] = {
    "drop": lambda _: [],
    "twice": lambda customer: [customer, customer],
    "other-field": lambda customer: [replace(customer, phone=customer.email)],
    "swap": lambda customer: [
        replace(customer, billing_city=customer.delivery_city, delivery_city=customer.billing_city)
    ],
    "cut": lambda customer: [_cut(customer)],
    "default": lambda customer: [replace(customer, newsletter=Customer().newsletter)],
}
"""What is saved in place of a customer: nothing; the same twice; a field with another one's value; two fields
with each other's values; only the beginning of each text; the usual state of a box, whatever was ticked."""


ANYWAY = "anyway"
"""Says what is wrong with a customer, and saves it all the same."""


def saved(customer: Customer, lie: str) -> list[Customer]:
    """The records that are written for one that was entered; "" tells no lie."""
    return LIES[lie](customer) if lie in LIES else [customer]


def refused(customer: Customer, lie: str) -> list[Customer]:
    """Likewise, for one that is refused as wrong."""
    return [customer] if lie == ANYWAY else []
