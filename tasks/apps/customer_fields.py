"""The widgets of the form's fields, laid out as the layout says, and the values that stand in them."""

from __future__ import annotations

import tkinter as tk
from dataclasses import dataclass, fields
from tkinter import font, ttk
from typing import TYPE_CHECKING, Any

from customer_pages import PAGES, Field, Group, Page
from customer_record import MAX_CREDIT, Customer

if TYPE_CHECKING:
    from customer_layout import Layout


@dataclass(frozen=True, slots=True)
class Placed:
    """A field on the form. A check box bears its label itself."""

    group: str
    field: Field
    widget: tk.Widget
    label: tk.Widget | None = None


class Entries:
    """Every field of the form, spread over the pages of a notebook."""

    def __init__(self, notebook: ttk.Notebook, layout: Layout, pages: tuple[Page, ...] = PAGES) -> None:
        self.notebook, self._layout, self._pages = notebook, layout, pages
        self._variables = {
            column: _variable(notebook, default) for column, default in self.defaults().items()
        }
        self.placed: list[Placed] = []
        self._note: tk.Text  # Tk keeps a long text in its widget, not in a variable
        for page in pages:
            self._add_page(notebook, page)

    def defaults(self) -> dict[str, object]:
        """Column -> what stands in its field at first; a note begins empty."""
        return {field.name: field.default for field in fields(Customer) if field.name != "note"}

    def read(self) -> Customer:
        """The customer as entered, without spaces around texts."""
        entered: dict[str, Any] = {name: variable.get() for name, variable in self._variables.items()}
        texts = {name: value.strip() for name, value in entered.items() if isinstance(value, str)}
        return Customer(
            **entered | texts | {"credit_limit": int(texts["credit_limit"] or 0)},
            note=self._note.get("1.0", "end").strip(),
        )

    def write(self, customer: Customer) -> None:
        """Put a customer into the form, in place of what stands there."""
        for name, variable in self._variables.items():
            variable.set(getattr(customer, name))
        self._note.delete("1.0", "end")
        self._note.insert("1.0", customer.note)

    @property
    def names(self) -> dict[str, str]:
        """Path of a field's widget -> its column."""
        return {str(placed.widget): placed.field.column for placed in self.placed}

    def _add_page(self, notebook: ttk.Notebook, page: Page) -> None:
        sheet = ttk.Frame(notebook, padding=6)
        notebook.add(sheet, text=page.title)
        columns = min(self._layout.columns, len(page.groups))
        stacks = [ttk.Frame(sheet) for _ in range(columns)]
        for column, stack in enumerate(stacks):
            sheet.columnconfigure(column, weight=1, uniform="stacks")
            stack.grid(row=0, column=column, sticky="nsew")
        sheet.rowconfigure(0, weight=1)
        for index, group in enumerate(self._layout.order(page.title, page.groups)):
            frame = ttk.LabelFrame(stacks[index % columns], text=group.title, padding=(10, 4))
            frame.pack(fill="both", expand=page.stretches, padx=6, pady=5)
            self._add_fields(frame, group)

    def _add_fields(self, frame: ttk.LabelFrame, group: Group) -> None:
        above = self._layout.labels == "above"
        frame.columnconfigure(0 if above else 1, weight=1)
        if not above:
            frame.columnconfigure(0, minsize=_widest_label(frame, self._pages))
        for row, field in enumerate(self._layout.order(group.title, group.fields)):
            if field.kind == "check":
                box = self._widget(frame, field)
                box.grid(row=row, column=0, columnspan=2, sticky="w", padx=4)
                self.placed.append(Placed(group.title, field, box))
            else:
                self._add_labelled(frame, row, group, field)

    def _add_labelled(self, frame: ttk.LabelFrame, row: int, group: Group, field: Field) -> None:
        label, widget = ttk.Label(frame, text=field.label), self._widget(frame, field)
        self.placed.append(Placed(group.title, field, widget, label))
        is_note = field.kind == "note"
        if self._layout.labels == "above":
            label.grid(row=2 * row, column=0, sticky="w", padx=4, pady=(4, 0))
            widget.grid(row=2 * row + 1, column=0, sticky="nsew", padx=4, pady=(1, 4))
        else:
            label.grid(row=row, column=0, sticky="nw" if is_note else "w", padx=4, pady=4)
            widget.grid(row=row, column=1, sticky="nsew", padx=4, pady=4)
        if is_note:
            frame.rowconfigure(widget.grid_info()["row"], weight=1)

    def _widget(self, frame: ttk.LabelFrame, field: Field) -> tk.Widget:
        if field.kind == "note":
            self._note = tk.Text(frame, width=44, height=8, wrap="word", font="TkTextFont")
            self._note.configure(padx=4, pady=4, highlightthickness=0)
            return self._note
        variable = self._variables[field.column]
        if field.kind == "number":
            return _number(frame, variable)
        if field.kind == "choice":
            return _choice(frame, field.options, variable)
        if field.kind == "radio":
            return _radios(frame, field.options, variable)
        if field.kind == "check":
            return ttk.Checkbutton(frame, text=field.label, variable=variable)
        return ttk.Entry(frame, textvariable=variable, width=24)


def _variable(master: tk.Misc, default: object) -> tk.StringVar | tk.BooleanVar:
    if isinstance(default, bool):
        return tk.BooleanVar(master, default)
    return tk.StringVar(master, str(default))


def _widest_label(master: tk.Misc, pages: tuple[Page, ...]) -> int:
    """Pixels, so that the fields of all groups begin at one line."""
    groups = [group for page in pages for group in page.groups]
    labels = [field.label for group in groups for field in group.fields if field.kind != "check"]
    plain = font.nametofont("TkDefaultFont", master)
    return max((plain.measure(label) for label in labels), default=0) + 12


def _choice(frame: ttk.LabelFrame, options: tuple[str, ...], variable: tk.Variable) -> ttk.Combobox:
    """A drop-down that can't be typed into; its list shows eight lines and scrolls."""
    return ttk.Combobox(frame, textvariable=variable, values=options, state="readonly", height=8, width=22)


def _number(frame: ttk.LabelFrame, variable: tk.Variable) -> ttk.Spinbox:
    box = ttk.Spinbox(frame, textvariable=variable, from_=0, to=MAX_CREDIT, increment=100, width=12)
    accepts = frame.register(lambda text: text == "" or (text.isdecimal() and int(text) <= MAX_CREDIT))
    box.configure(validate="key", validatecommand=(accepts, "%P"))
    return box


def _radios(frame: ttk.LabelFrame, options: tuple[str, ...], variable: tk.Variable) -> ttk.Frame:
    row = ttk.Frame(frame)
    for option in options:
        button = ttk.Radiobutton(row, text=option, value=option, variable=variable)
        button.pack(side="left", padx=(0, 12))
    return row
