"""Window of a form that is drawn: of the same make as the customer form, with other words."""

from __future__ import annotations

import tkinter as tk
from pathlib import Path
from tkinter import messagebox, ttk
from typing import TYPE_CHECKING

from customer_fields import Entries
from customer_form import CustomerForm
from customer_layout import TooLarge, dress, place
from customer_record import open_database

from training.pocket.forms.spec import ERROR

if TYPE_CHECKING:
    from customer_layout import Layout

    from training.pocket.forms.spec import Spec


class _Fields(Entries):
    """Fields with other columns than a customer has."""

    def __init__(self, notebook: ttk.Notebook, layout: Layout, spec: Spec) -> None:
        self._spec = spec
        super().__init__(notebook, layout, spec.pages)

    def defaults(self) -> dict[str, object]:
        """Column -> what stands in its field at first."""
        kinds = {field.column: field.kind for field in self._spec.fields if field.kind != "note"}
        return {
            column: False if kind == "check" else self._spec.defaults.get(column, "")
            for column, kind in kinds.items()
        }

    def problems(self) -> list[str]:
        """What stands against saving."""
        labels = {field.column: field.label for field in self._spec.fields}
        empty = [column for column in self._spec.required if not self._variables[column].get()]
        return [f"{labels[column]} is required." for column in empty]


class DrawnForm(tk.Tk):
    """The main window.

    Raises:
        TooLarge: it does not fit the screen so.
    """

    def __init__(self, spec: Spec, layout: Layout, screen: str) -> None:
        super().__init__(screenName=screen, className="CustomerForm")
        self.withdraw()
        self._spec = spec
        self.title(spec.title)
        dress(self, layout)
        self._add_menu()
        self.notebook = ttk.Notebook(self)
        self.entries = _Fields(self.notebook, layout, spec)
        self.status = tk.StringVar(self, spec.status)
        self._add_foot()
        self.notebook.pack(fill="both", expand=True, padx=10, pady=(10, 0))
        try:
            place(self, layout)
        except TooLarge:
            self.destroy()
            raise
        self.deiconify()

    def save(self) -> None:
        """Ask, then say that it is saved, or say what is missing: once this has returned."""
        self.after_idle(self._ask)

    def _ask(self) -> None:
        if problems := self.entries.problems():
            messagebox.showerror(ERROR, "\n".join(problems), parent=self)
        elif messagebox.askyesno(*self._spec.question, parent=self):
            self.status.set(self._spec.saved)

    def _add_menu(self) -> None:
        bar = tk.Menu(self)
        for name, entries in self._spec.menus:
            menu = tk.Menu(bar)
            for one in entries:
                menu.add_command(label=one)
            bar.add_cascade(label=name, menu=menu)
        self.configure(menu=bar)

    def _add_foot(self) -> None:
        foot = ttk.Frame(self, padding=10)
        for at, name in enumerate(self._spec.buttons):
            button = ttk.Button(foot, text=name)
            if name == self._spec.final:
                button.configure(command=self.save)
            button.grid(row=0, column=at, padx=(8 if at else 0, 0))
        status = ttk.Label(self, textvariable=self.status, relief="sunken", padding=(8, 3))
        status.pack(side="bottom", fill="x")
        foot.pack(side="bottom", anchor="e")


Form = CustomerForm | DrawnForm


def open_form(spec: Spec, layout: Layout, screen: str) -> Form:
    """The form on a display.

    Raises:
        TooLarge: it does not fit the screen so.
    """
    if not spec.customer:
        return DrawnForm(spec, layout, screen)
    database = open_database(Path(":memory:"))
    return CustomerForm(database, layout, screen=screen)
