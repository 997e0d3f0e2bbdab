"""Alters what bears a label on the form: another label, out of use, gone, or there twice."""

from __future__ import annotations

import tkinter as tk
from tkinter import ttk
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from customer_fields import Entries, Placed

ALTERATIONS = ("relabelled", "second_equal", "disabled", "removed")
NEW_LABELS = {
    "Full name": "Nickname", "E-mail": "Website", "Phone": "Telefax", "Country": "County", "Street": "Stairs",
    "City": "Region", "Save customer": "Send customer", "Addresses": "Payments", "Notes": "Votes",
    "Business": "Nobody", "Germany": "Greece", "Remarks": "Rebates", "Credit limit": "Debit limit",
}  # fmt: skip
_SPARE_ROW = 50
"""Below all rows of a group."""
_LETTERS = "aeoukmrnt"


def alter(entries: Entries, how: str, label: str, group: str | None, draw: random.Random) -> str | None:
    """Alter whatever bears the label; what it has come to, None when nothing bears it or it can't be so.

    Args:
        entries: of a form that is built, not placed yet.
        how: one of `ALTERATIONS`.
        label: of a field, button, tab or radio button, or an entry of a list.
        group: of a field, where several have the label.
        draw: decides on another label.
    """
    new = _another(label, draw) if how == "relabelled" else label
    fields = [one for one in entries.placed if one.field.label == label]
    fields = [one for one in fields if one.group == group] or fields
    done = [_field(one, how, new) for one in fields]
    if not done:
        done = [
            *(_button(button, how, new) for button in _bearing(entries.notebook.winfo_toplevel(), label)),
            *(_tab(entries.notebook, tab, how, new) for tab in _tabs(entries.notebook, label)),
            *(_entry(box, how, label, new) for box in _offering(entries, label)),
        ]
    return f'{how.replace("_", " ")} "{new}"' if any(done) else None


def _another(label: str, draw: random.Random) -> str:
    """A label that means something else, in one of three cases by a letter only."""
    if draw.random() > 1 / 3:
        return NEW_LABELS.get(label, f"Delete {label}")
    place = draw.choice([place for place, sign in enumerate(label) if place and sign.isalpha()])
    other = draw.choice([letter for letter in _LETTERS if letter != label[place].lower()])
    return label[:place] + other + label[place + 1 :]


def _field(placed: Placed, how: str, new: str) -> bool:
    parts = [part for part in (placed.label, placed.widget) if part is not None]
    if how == "relabelled":
        _set(parts[0], text=new)
    elif how == "removed":
        for part in parts:
            part.grid_remove()
    elif how == "disabled":
        for part in parts:
            _set(part, state="disabled")
    else:
        _second_field(placed, new)
    return True


def _second_field(placed: Placed, label: str) -> None:
    """Below the others of its group, with a label where theirs are."""
    frame = placed.widget.master
    if placed.label is None:
        ttk.Checkbutton(frame, text=label).grid(row=_SPARE_ROW, column=0, sticky="w", padx=4)
        return
    beside = int(placed.widget.grid_info()["column"])
    second = ttk.Combobox(frame, state="readonly") if placed.field.options else ttk.Entry(frame)
    ttk.Label(frame, text=label).grid(row=_SPARE_ROW, column=0, sticky="w", padx=4, pady=4)
    second.grid(row=_SPARE_ROW + 1 - beside, column=beside, sticky="ew", padx=4, pady=4)


def _bearing(master: tk.Misc, label: str) -> Iterator[tk.Widget]:
    """The buttons and radio buttons with that text."""
    for child in master.winfo_children():
        if isinstance(child, ttk.Button | ttk.Radiobutton) and str(child.cget("text")) == label:
            yield child
        yield from _bearing(child, label)


def _button(button: tk.Widget, how: str, new: str) -> bool:
    manager = button.winfo_manager()
    if how == "relabelled":
        _set(button, text=new)
    elif how == "disabled":
        _set(button, state="disabled")
    elif how == "removed":
        button.tk.call(manager, "forget", button)
    else:
        second = type(button)(button.master)
        for option in {"text", "command", "value", "variable"} & set(button.keys()):
            second[option] = button[option]
        if manager == "pack":
            second.pack(side="left", padx=(0, 12))
        else:
            second.grid(row=button.grid_info()["row"], column=_SPARE_ROW, padx=(8, 0))
    return True


def _tabs(notebook: ttk.Notebook, label: str) -> list[str]:
    return [tab for tab in notebook.tabs() if notebook.tab(tab, "text") == label]


def _tab(notebook: ttk.Notebook, tab: str, how: str, new: str) -> bool:
    if how == "relabelled":
        notebook.tab(tab, text=new)
    elif how == "disabled":
        notebook.tab(tab, state="disabled")
    elif how == "removed":
        notebook.hide(tab)
    else:
        notebook.add(ttk.Frame(notebook), text=new)
    return True


def _offering(entries: Entries, label: str) -> list[ttk.Combobox]:
    """The drop-downs that have such an entry."""
    boxes = [one.widget for one in entries.placed]
    return [box for box in boxes if isinstance(box, ttk.Combobox) and label in box["values"]]


def _entry(box: ttk.Combobox, how: str, label: str, new: str) -> bool:
    if how == "disabled":
        return False  # a list has no such entries
    entries = list(box["values"])
    at = entries.index(label)
    entries[at : at + 1] = {"relabelled": [new], "removed": [], "second_equal": [label, label]}[how]
    box["values"] = entries
    return True


def _set(widget: tk.Widget, **options: str) -> None:
    """Set an option of a widget, and of those in it, as far as they have it."""
    for one in (widget, *widget.winfo_children()):
        if options.keys() <= set(one.keys()):
            one.configure(**options)
        elif "state" in options and isinstance(one, ttk.Widget):
            one.state(["disabled"])
