"""An order form with what makes forms hard: fields that hold something, equal labels, a table, a long list.

python order.py FILE      "File > Store" writes what stands in the form to FILE, as JSON
"""

from __future__ import annotations

import json
import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk

COUNTRIES = ("Austria", "Belgium", "Canada", "Denmark", "Finland", "France", "Norway", "Poland", "Sweden")


def main(file: Path) -> None:
    root = tk.Tk()
    root.title("Order")
    values: dict[str, tk.Variable] = {}
    _people(root, values).grid(row=0, column=0, sticky="n", padx=8, pady=8)
    _table(root, values).grid(row=1, column=0, sticky="nw", padx=8, pady=8)
    right = ttk.Frame(root)
    right.grid(row=0, column=1, rowspan=2, padx=8, pady=8)
    _switches(right, values)
    note = _note(right)
    entries = _list(right)
    status = tk.StringVar(root, "New")
    ttk.Label(root, textvariable=status).grid(row=2, column=0, sticky="w", padx=8, pady=8)

    def store() -> None:
        stood = {name: value.get() for name, value in values.items()}
        chosen = [entries.get(index) for index in entries.curselection()]
        file.write_text(json.dumps(stood | {"note": note.get("1.0", "end-1c"), "chosen": chosen}), "utf-8")
        status.set("The order is stored")

    bar = tk.Menu(root)
    menu = tk.Menu(bar, tearoff=False)
    menu.add_command(label="Store", accelerator="Ctrl+S", command=store)
    menu.add_command(label="Store as...", command=lambda: status.set("Wrong entry"))
    bar.add_cascade(label="File", menu=menu)
    root.configure(menu=bar)
    root.mainloop()


def _people(root: tk.Misc, values: dict[str, tk.Variable]) -> ttk.Frame:
    both = ttk.Frame(root)
    for row, who in enumerate(("Sender", "Recipient")):
        group = ttk.LabelFrame(both, text=who, padding=8)
        group.grid(row=row, pady=4)
        for line, what in enumerate(("Name", "City")):
            variable = values[f"{who} {what}"] = tk.StringVar(root, f"old {what.lower()}")
            ttk.Label(group, text=f"{what}:").grid(row=line, column=0, sticky="w", padx=4, pady=3)
            ttk.Entry(group, textvariable=variable, width=30).grid(row=line, column=1, pady=3)
    return both


def _table(root: tk.Misc, values: dict[str, tk.Variable]) -> ttk.Frame:
    table = ttk.Frame(root)
    for column, header in enumerate(("Amount", "Price"), 1):
        ttk.Label(table, text=header).grid(row=0, column=column)
    for row, fruit in enumerate(("Apples", "Pears"), 1):
        ttk.Label(table, text=fruit).grid(row=row, column=0, padx=8)
        for column, header in enumerate(("Amount", "Price"), 1):
            variable = values[f"{fruit} {header}"] = tk.StringVar(root)
            ttk.Entry(table, textvariable=variable, width=12).grid(row=row, column=column, padx=4, pady=3)
    return table


def _switches(root: tk.Misc, values: dict[str, tk.Variable]) -> None:
    values["Country"] = tk.StringVar(root)
    ttk.Label(root, text="Country").pack(anchor="w")
    country = ttk.Combobox(root, textvariable=values["Country"], values=COUNTRIES, state="readonly", height=4)
    country.pack(anchor="w")
    values["Gift"] = tk.BooleanVar(root, value=True)
    ttk.Checkbutton(root, text="It is a gift", variable=values["Gift"]).pack(anchor="w", pady=4)
    values["Speed"] = tk.StringVar(root, "Normal")
    for speed in ("Normal", "Express"):
        ttk.Radiobutton(root, text=speed, value=speed, variable=values["Speed"]).pack(anchor="w")


def _note(root: tk.Misc) -> tk.Text:
    ttk.Label(root, text="Remarks").pack(anchor="w", pady=(8, 0))
    note = tk.Text(root, width=34, height=5)
    note.insert("1.0", "first line\nsecond line")
    note.pack(anchor="w")
    return note


def _list(root: tk.Misc) -> tk.Listbox:
    ttk.Label(root, text="Warehouse").pack(anchor="w", pady=(8, 0))
    entries = tk.Listbox(root, height=5, exportselection=False)
    entries.insert("end", *(f"Hall {number}" for number in range(1, 31)))
    entries.pack(anchor="w")
    return entries


if __name__ == "__main__":
    main(Path(sys.argv[1]))
