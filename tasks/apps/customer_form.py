"""A customer registration form as offices have them: a program for the agent to drive.

    python tasks/apps/customer_form.py --db customers.db [--seed N]

The seed decides how the form looks and where it stands (see `customer_layout`); what can be entered, and
what is written to the database, is the same for every seed. `--drift` changes it as a new version might
(see `customer_drift`), `--events` says in a file what reaches it (see `customer_events`); both can also be
said by the environment, as `agent drift --inside` does. `--lie` has it save something else than it says (see
`customer_lies`); `agent audit --lies` says it by the environment.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tkinter as tk
from tkinter import messagebox, ttk
from typing import TYPE_CHECKING

from customer_drift import NONE, Drift
from customer_events import EventLog
from customer_fields import Entries
from customer_layout import Layout, TooLarge, dress, place
from customer_lies import refused, saved
from customer_options import parser
from customer_record import Customer, insert, open_database

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

TITLE = "Customer registration"
EXIT_CRASHED = 70


class CustomerForm(tk.Tk):
    """The main window.

    Args:
        database: where customers are saved, from `open_database`.
        layout: how the form looks.
        slow: seconds between a press on Save and the dialog that answers it.
        screen: the X display to open, `:0` for example; None takes the environment's.
        drift: how it differs from what it usually is, besides its layout.
        events: a file for what reaches it.
        lie: what it saves in place of what was entered; "": that.

    Raises:
        TooLarge: it does not fit the screen so.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        layout: Layout,
        slow: float = 0,
        screen: str | None = None,
        drift: Drift = NONE,
        events: Path | None = None,
        lie: str = "",
    ) -> None:
        super().__init__(screenName=screen, className="CustomerForm")
        self.withdraw()  # until it is known to fit
        self.database = database
        self._slow_ms = round(1000 * slow)
        self._asking, self._lie = False, lie
        self.status = tk.StringVar(self, "New customer")
        self.title(TITLE)
        dress(self, layout)
        self._add_menu()
        self.notebook = ttk.Notebook(self)  # made first: the Tab key follows the order of making
        self.entries = Entries(self.notebook, layout)
        self._add_foot()
        self.notebook.pack(fill="both", expand=True, padx=10, pady=(10, 0))
        self.notebook.enable_traversal()
        self.bind("<Control-s>", lambda _event: self.save())
        self._log = EventLog(self, self.entries.names, events) if events else None
        altered = drift.alter(self.entries)
        try:
            place(self, layout)
        except TooLarge:
            self.destroy()
            raise
        if altered:
            self.say(f"drift {altered}")
        self.deiconify()
        drift.begin(self, self.say)

    def save(self) -> None:
        """Ask, then write the customer to the database; or say what is wrong with it."""
        if not self._asking:  # a second press while the first one's dialog is still to come
            self._asking = True
            self.after(self._slow_ms, self._ask)

    def say(self, words: str) -> None:
        """Write a line into the file of events, if there is one."""
        if self._log:
            self._log.say(words)

    def clear(self) -> None:
        """Empty the form."""
        self.entries.write(Customer())
        self.status.set("New customer")

    def _ask(self) -> None:
        try:
            self.status.set("Customer saved" if self._save(self.entries.read()) else "Not saved")
        finally:
            self._asking = False

    def _save(self, customer: Customer) -> bool:
        problems = customer.problems()
        if problems:
            self._insert(refused(customer, self._lie), told=[])
            messagebox.showerror("Please check", "\n".join(problems), parent=self)
            return False
        if not messagebox.askyesno("Confirm", "Save this customer?", parent=self):
            return False
        try:
            self._insert(saved(customer, self._lie), told=[customer])
        except sqlite3.Error as error:
            messagebox.showerror("Could not save", str(error), parent=self)
            return False
        return True

    def _insert(self, records: list[Customer], told: list[Customer]) -> None:
        """Save records; where they are others than the user is told, that is an event."""
        for record in records:
            insert(self.database, record)
        if records != told:
            self.say(f"lie {self._lie}")

    def _about(self) -> None:
        messagebox.showinfo("About", "Customer registration 4.2", parent=self)

    def _add_menu(self) -> None:
        bar = tk.Menu(self)
        file_menu = tk.Menu(bar)
        file_menu.add_command(label="Save", accelerator="Ctrl+S", command=self.save)
        file_menu.add_command(label="Clear", command=self.clear)
        file_menu.add_separator()
        file_menu.add_command(label="Quit", command=self.destroy)
        help_menu = tk.Menu(bar)
        help_menu.add_command(label="About", command=self._about)
        bar.add_cascade(label="File", menu=file_menu)
        bar.add_cascade(label="Help", menu=help_menu)
        self.configure(menu=bar)

    def _add_foot(self) -> None:
        buttons = ttk.Frame(self, padding=10)
        ttk.Button(buttons, text="Clear form", command=self.clear).grid(row=0, column=0)
        ttk.Button(buttons, text="Save customer", command=self.save).grid(row=0, column=1, padx=(8, 0))
        status = ttk.Label(self, textvariable=self.status, relief="sunken", padding=(8, 3))
        status.pack(side="bottom", fill="x")
        buttons.pack(side="bottom", anchor="e")


def drifted(database: sqlite3.Connection, options: Namespace) -> CustomerForm:
    """The form as the options say, in the first of its drift's layouts that fits the screen."""
    drift = Drift(options.drift, options.drift_seed, options.drift_target)
    layout = Layout.from_seed(options.seed)
    for one in drift.layouts(layout):
        with contextlib.suppress(TooLarge):
            form = CustomerForm(
                database, one, options.slow, options.screen, drift, options.events, options.lie
            )
            if told := drift.told(layout, one):
                form.say(f"drift {told}")
            return form
    raise TooLarge


def main() -> None:
    """Show the form until its window is closed."""
    options = parser().parse_args()
    try:
        database = open_database(options.db)
    except sqlite3.Error as error:
        parser().error(f"--db {options.db}: {error}; name a SQLite database or a new file")
    form = drifted(database, options)
    if options.crash_after is not None:
        form.after(round(1000 * options.crash_after), lambda: os._exit(EXIT_CRASHED))
    form.mainloop()


if __name__ == "__main__":
    main()
