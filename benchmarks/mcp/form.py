"""The customer form, filled in by a client through the low-level tools alone, and judged by its database."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.mcp.client import Caller

APP = "tasks/apps/customer_form.py"
_SELECT = (
    "select name, email, phone, country, customer_type, credit_limit, currency, terms, newsletter, "
    "billing_street, billing_city, billing_postcode, delivery_street, note from customers"
)


@dataclass
class Filled:
    """How one client got on."""

    rows: list[tuple[Any, ...]]
    wanted: tuple[Any, ...]
    calls: int
    seconds: float
    said: str = ""

    @property
    def is_right(self) -> bool:
        """Whether the database holds just what was to be entered."""
        return self.rows == [self.wanted]


async def fill(call: Caller, folder: Path, name: str, country: str) -> Filled:
    """Fill the form in and save it; a call that is not done ends it."""
    began = time.monotonic()
    database = folder / "customers.db"
    command = ["python", APP, "--db", str(database)]
    await call("open_desktop", command=command, wait_for="Customer registration")
    said = await _filled(call, name, country)
    rows = []
    if database.exists():
        with sqlite3.connect(database) as opened:
            rows = opened.execute(_SELECT).fetchall()
    address = ("12 Analytical Road", "Berlin", "10115", "7 Engine Yard", "Prefers letters to calls.")
    wanted = (
        name,
        f"{name.split(maxsplit=1)[0].lower()}@engine.example",
        "+49 30 901820",
        country,
        "Business",
        2500,
        "GBP",
    )
    return Filled(rows, (*wanted, 1, 1, *address), call.calls, time.monotonic() - began, said)


async def _filled(call: Caller, name: str, country: str) -> str:
    """Act after act, as an agent without a plan of its own would; "" or what went wrong."""
    for tool, given in _acts(name, country):
        told = await (_opened(call, **given) if tool == "open" else call(tool, **given))
        if told["status"] != "done":
            return f"{tool} {given}: {told['status']}: {told.get('why') or told.get('error')}"
    return ""


async def _opened(call: Caller, field: str) -> dict[str, Any]:
    """Click the arrow of a drop-down by its point: that of the row of a label."""
    seen = await call("read_screen", find=field)
    y = seen["found"]["at"][1]
    boxes = [one["box"] for one in seen["elements"] if one["kind"] == "dropdown"]
    left, top, width, height = min(boxes, key=lambda box: abs(box[1] + box[3] / 2 - y))
    return await call("click", x=left + width - 8, y=top + height // 2, picture_size=seen["size"])


def _acts(name: str, country: str) -> list[tuple[str, dict[str, Any]]]:
    email = f"{name.split(maxsplit=1)[0].lower()}@engine.example"
    return [
        *(
            _typed(text, field)
            for text, field in ((name, "Full name"), (email, "E-mail"), ("+49 30 901820", "Phone"))
        ),
        ("open", {"field": "Country"}),
        _clicked(country),
        _clicked("Business"),
        _typed("2500", "Credit limit"),
        ("open", {"field": "Currency"}),
        _clicked("GBP"),
        _clicked("I accept the terms"),
        _clicked("Send newsletter"),
        _clicked("Addresses"),
        _typed("12 Analytical Road", '"Street" in "Billing address"'),
        _typed("Berlin", '"City" in "Billing address"'),
        _typed("10115", '"Postcode" in "Billing address"'),
        _typed("7 Engine Yard", '"Street" in "Delivery address"'),
        _clicked("Notes"),
        _typed("Prefers letters to calls.", "Remarks"),
        _clicked("Save customer"),
        ("wait", {"text": "Save this customer?"}),
        ("key", {"keys": ["alt", "y"]}),
        ("wait", {"text": "Customer saved"}),
    ]


def _typed(text: str, field: str) -> tuple[str, dict[str, Any]]:
    return "type", {"text": text, "target": field}


def _clicked(target: str) -> tuple[str, dict[str, Any]]:
    return "click", {"target": target}
