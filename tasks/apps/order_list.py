"""A list of open orders with a button in each row: a program in which the wrong row is one click away.

    python tasks/apps/order_list.py --db orders.db [--seed N]

The seed decides which font the list has. `--drift row_inserted` has one more order among them, as when one
came in overnight, `--drift names_swapped` two customers in each other's rows; `--events` says in a file which
buttons were pressed; `--lie` has it say that an order is paid, and pay something else. All can also be
said by the environment, as `agent drift` and `agent audit --lies` do.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import tkinter as tk
from pathlib import Path
from tkinter import font, messagebox, ttk
from typing import NamedTuple

TITLE = "Open orders"
COLUMNS = ("Order", "Customer", "Due", "Amount")
FAMILIES = ("DejaVu Sans", "DejaVu Serif")


class Order(NamedTuple):
    """One row."""

    number: str
    customer: str
    due: str
    amount: str


ORDERS = (
    Order("A-1041", "Miller", "2026-03-04", "100.00 EUR"),
    Order("A-1042", "Okafor", "2026-03-05", "250.00 EUR"),
    Order("A-1043", "Bergman", "2026-04-01", "75.50 EUR"),
    Order("A-1044", "Lindqvist", "2026-05-02", "310.00 EUR"),
    Order("A-1045", "Moreau", "2026-05-07", "20.00 EUR"),
    Order("A-1046", "Tanaka", "2026-06-08", "21.00 EUR"),
)
NEWCOMERS = ("Kowalski", "Fischer", "Dubois", "Santos")


def inserted(seed: int) -> tuple[Order, ...]:
    """The orders with one more: above the others, or somewhere among them."""
    draw = random.Random(f"row_inserted {seed}")  # noqa: S311  (repeatable, not secret)
    due = f"2026-0{draw.randint(1, 9)}-{draw.randint(10, 28)}"
    amount = f"{draw.randint(30, 99)}.{draw.randint(10, 99)} EUR"
    one = Order(f"A-{draw.randint(2000, 9999)}", draw.choice(NEWCOMERS), due, amount)
    at = draw.choice((0, 0, 1, 2, len(ORDERS)))
    return (*ORDERS[:at], one, *ORDERS[at:])


def swapped(seed: int) -> tuple[Order, ...]:
    """The orders with two customers in each other's rows; one is that of the order that the task pays."""
    draw = random.Random(f"names_swapped {seed}")  # noqa: S311  (repeatable, not secret)
    one, other = ORDERS[2], draw.choice([order for order in ORDERS if order is not ORDERS[2]])
    names = {one.number: other.customer, other.number: one.customer}
    return tuple(order._replace(customer=names.get(order.number, order.customer)) for order in ORDERS)


LIES = ("drop", "twice", "other-row")
"""What is paid, though "Paid" is said: nothing, the order twice, the order below it."""
DRIFTS = {"": lambda _seed: ORDERS, "row_inserted": inserted, "names_swapped": swapped}


class OrderList(tk.Tk):
    """The main window.

    Args:
        database: Where it is kept what was paid.
        orders: What is listed.
        family: The font.
        events: A file for what is pressed, if any.
        lie: What is paid in place of the order, "Paid" being said; "": that order.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        orders: tuple[Order, ...],
        family: str,
        events: Path | None,
        lie: str = "",
    ) -> None:
        super().__init__(className="OrderList")
        self._database, self._events, self._orders, self._lie = database, events, orders, lie
        self.title(TITLE)
        self.geometry("900x520+120+60")
        for name in ("TkDefaultFont", "TkTextFont"):
            font.nametofont(name, self).configure(family=family, size=11)
        self._said = tk.StringVar(self, "Nothing was paid today")
        table = ttk.Frame(self, padding=16)
        table.pack(fill="x")
        for column, heading in enumerate(COLUMNS):
            ttk.Label(table, text=heading).grid(row=0, column=column, sticky="w", padx=14, pady=6)
        for row, order in enumerate(orders, 1):
            for column, text in enumerate(order):
                ttk.Label(table, text=text).grid(row=row, column=column, sticky="w", padx=14, pady=6)
            pay = ttk.Button(table, text="Pay", command=lambda order=order: self._pay(order))  # type: ignore[misc]
            pay.grid(row=row, column=len(COLUMNS), padx=14)
        ttk.Label(self, textvariable=self._said, padding=16).pack(side="bottom", anchor="w")

    def say(self, words: str) -> None:
        """Write a line into the file of events, if there is one."""
        if self._events:
            with self._events.open("a") as file:
                file.write(f"{words}\n")

    def _pay(self, order: Order) -> None:
        self.say(f"pay {order.number}")
        if not messagebox.askyesno("Confirm", "Pay this order now?", parent=self):
            self.say("refused")
            return
        below = self._orders[(self._orders.index(order) + 1) % len(self._orders)]
        paid = {"drop": [], "twice": [order, order], "other-row": [below]}.get(self._lie, [order])
        with self._database:
            self._database.executemany(
                "insert into paid values (?, ?, ?)", [(one.number, one.customer, one.amount) for one in paid]
            )
        self.say(f"paid {order.number}")
        if paid != [order]:
            self.say(f"lie {self._lie}")
        self._said.set("Paid")


def main() -> None:
    """Show the list until its window is closed."""
    said = os.environ.get
    options = argparse.ArgumentParser(description="Pay open orders.")
    options.add_argument("--db", type=Path, required=True, metavar="FILE", help="database; made when missing")
    options.add_argument("--seed", type=int, default=0, help="another font (default: the plain one)")
    options.add_argument("--drift", default=said("DESKHAND_DRIFT", ""), help=f"one of {', '.join(DRIFTS)}")
    options.add_argument("--drift-seed", type=int, default=said("DESKHAND_DRIFT_SEED", "0"), help="which")
    options.add_argument(
        "--events", type=Path, default=said("DESKHAND_EVENTS"), metavar="FILE", help="say what is pressed"
    )
    options.add_argument("--lie", default=said("DESKHAND_LIE", ""), help=f"say it is paid: {', '.join(LIES)}")
    given = options.parse_args()
    database = sqlite3.connect(given.db)
    with database:
        database.execute("create table if not exists paid (number text, customer text, amount text)")
    orders = DRIFTS.get(given.drift, DRIFTS[""])(given.drift_seed)  # other drifts it does not know
    shown = OrderList(database, orders, FAMILIES[given.seed % len(FAMILIES)], given.events, given.lie)
    if orders != ORDERS:
        other = next(order for order in orders if order not in ORDERS)
        shown.say(f"drift {given.drift}: {other.number} of {other.customer}")
    shown.mainloop()


if __name__ == "__main__":
    main()
