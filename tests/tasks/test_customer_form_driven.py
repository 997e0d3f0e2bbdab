"""The form as its users get it: a program, filled by keyboard from outside, read from its database."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import customer_form
import pytest
from customer_layout import Layout
from customer_pages import PAGES, Field, Page
from customer_record import Customer

from tests.tools.xserver import focused_title
from tools.x11.connection import Connection
from tools.x11.idle import await_idle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Found = TypeVar("Found")

DEADLINE = 180.0
SCRIPT = customer_form.__file__
ADA = Customer(
    name="Ada Lovelace",
    email="ada@engine.example",
    phone="+44 20 7946 0018",
    country="Belgium",
    customer_type="Business",
    credit_limit=2500,
    currency="GBP",
    terms=True,
    tax_exempt=True,
    billing_street="12 Analytical Road",
    billing_postcode="NW1 6XE",
    delivery_street="7 Engine Yard",
    delivery_city="London",
    note="Prefers letters.",
)


@contextmanager
def running(display: str, database: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, SCRIPT, "--db", str(database), *options]
    with subprocess.Popen(command, env=os.environ | {"DISPLAY": display}) as program:
        try:
            yield program
        finally:
            program.kill()


def xdotool(display: str, *words: str) -> str:
    env = os.environ | {"DISPLAY": display}
    ended = subprocess.run(
        ["xdotool", *words], env=env, check=False, timeout=DEADLINE, stdout=subprocess.PIPE
    )
    return ended.stdout.decode().strip()


def await_window(display: str, title: str) -> None:
    """Return when the window has the keyboard, and its program waits for keys; it is built in turns."""
    poll(lambda: focused_title(display) == title, f"window {title}")
    with Connection(display) as connection:
        assert await_idle(connection, DEADLINE)


def poll(look: Callable[[], Found], what: str) -> Found:
    """What `look` finds, as soon as it finds anything."""
    until = time.monotonic() + DEADLINE
    while time.monotonic() < until:
        if found := look():
            return found
        time.sleep(0.02)
    raise AssertionError(f"no {what} after {DEADLINE} s")


def in_tab_order(page: Page, layout: Layout) -> list[Field]:
    """The page's fields as the Tab key visits them: a column of groups after the other."""
    groups = layout.order(page.title, page.groups)
    columns = min(layout.columns, len(groups))
    stacks = [group for column in range(columns) for group in groups[column::columns]]
    return [field for group in stacks for field in layout.order(group.title, group.fields)]


def enter(display: str, field: Field, customer: Customer) -> None:
    """Enter the customer's value into the field that has the keyboard."""
    value: Any = getattr(customer, field.column)
    if field.kind == "check" and value:
        xdotool(display, "key", "space")
    elif field.kind == "choice":
        select(display, field.options, getattr(Customer(), field.column), value)
    elif field.kind == "radio":
        chosen = field.options.index(value)
        xdotool(display, "key", *["Tab"] * chosen, "space", *["Tab"] * (len(field.options) - 1 - chosen))
    elif field.kind in ("text", "number", "note") and value:
        xdotool(display, "type", "--delay", "2", str(value))


def select(display: str, options: Sequence[str], current: str, wanted: str) -> None:
    """Open the list, which begins at the current value or its first line, and go down to the wanted one."""
    start = options.index(current) if current else 0
    is_open = ("search", "--onlyvisible", "--name", "^popdown$")
    xdotool(display, "key", "Down")
    poll(lambda: xdotool(display, *is_open), "open list")
    xdotool(display, "key", *["Down"] * (options.index(wanted) - start), "Return")
    poll(lambda: not xdotool(display, *is_open), "closed list")


def fill_by_keyboard(display: str, layout: Layout, customer: Customer) -> None:
    await_window(display, "Customer registration")
    xdotool(display, "key", "Tab", "Tab")  # over the row of tabs to a field
    for page in PAGES:
        for number, field in enumerate(in_tab_order(page, layout)):
            if number:
                xdotool(display, "key", "Tab")
            enter(display, field, customer)
        if page is not PAGES[-1]:
            xdotool(display, "key", "ctrl+Tab")  # to the next page's first field


def rows(database: Path) -> list[Customer]:
    columns = ", ".join(Customer.__dataclass_fields__)
    with closing(sqlite3.connect(database)) as connection:
        return [Customer(*row) for row in connection.execute(f"select {columns} from customers")]


@pytest.mark.parametrize("seed", [0, 3])
def test_what_is_entered_by_keyboard_is_the_row(display: str, tmp_path: Path, seed: int) -> None:
    database = tmp_path / "customers.db"
    with running(display, database, "--seed", str(seed), "--slow", "0.2"):
        fill_by_keyboard(display, Layout.from_seed(seed), ADA)
        xdotool(display, "key", "ctrl+s")
        await_window(display, "Confirm")
        xdotool(display, "key", "alt+y")
        assert poll(lambda: rows(database), "row") == [ADA]


def test_dies_when_told_to(display: str, tmp_path: Path) -> None:
    with running(display, tmp_path / "customers.db", "--crash-after", "0.1") as program:
        assert program.wait(DEADLINE) == customer_form.EXIT_CRASHED


def test_a_file_that_is_no_database_is_one_clear_line(tmp_path: Path) -> None:
    broken = tmp_path / "letter.txt"
    broken.write_text("Dear Sir or Madam, " * 100)
    command = [sys.executable, SCRIPT, "--db", str(broken)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=DEADLINE)
    assert ended.returncode == 2
    assert str(broken) in ended.stderr
    assert "Traceback" not in ended.stderr
