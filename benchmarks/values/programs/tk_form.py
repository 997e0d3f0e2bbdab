"""The form in Tk. Arguments: file to write; towns, ports, speeds, sorts, folders, notes, joined by `|`."""

from __future__ import annotations

import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def main(out: str, *lists: str) -> None:
    """Show it until it is closed."""
    towns, ports, speeds, sorts, folders, notes = (listed.split("|") for listed in lists)
    root = tk.Tk()
    root.title("Parcels")
    root.geometry("1120x660+60+40")
    said = tk.StringVar(value="Ready")
    left, right = ttk.Frame(root, padding=12), ttk.Frame(root, padding=12)
    left.grid(row=0, column=0, sticky="n", padx=(260, 0))  # the menu hangs where nothing stands
    right.grid(row=0, column=1, sticky="n")
    name, town, copies, due = _fields(left, towns)
    speed, sort = _radios(left, speeds), _menu(root, sorts, said)
    port, folder = _list(right, ports), _tree(right, folders)
    for text in notes:
        ttk.Label(right, text=text).pack(anchor="w")
    values = (name.get, town.get, port, speed.get, sort.get, folder, copies.get, due.get)

    def save() -> None:
        Path(out).write_text("\n".join(value() for value in values), encoding="utf-8")
        said.set("Saved")

    ttk.Button(left, text="Save", command=save).grid(row=20, column=0, pady=16)
    ttk.Label(left, textvariable=said).grid(row=20, column=1, sticky="w", padx=10)
    root.mainloop()


def _fields(form: ttk.Frame, towns: list[str]) -> tuple[ttk.Entry, ...]:
    """Name, town, copies and due."""
    fields = (
        ttk.Entry(form, width=34),
        ttk.Combobox(form, width=34, values=towns, state="readonly", height=10),
        ttk.Spinbox(form, width=34, from_=0, to=9999),
        ttk.Entry(form, width=34),
    )
    for row, (label, field) in enumerate(zip(("Name", "Town", "Copies", "Due"), fields, strict=True)):
        ttk.Label(form, text=label).grid(row=row, column=0, sticky="w", pady=6)
        field.grid(row=row, column=1, padx=10)
    return fields


def _radios(form: ttk.Frame, speeds: list[str]) -> tk.StringVar:
    speed = tk.StringVar()
    for row, text in enumerate(speeds, 4):
        radio = ttk.Radiobutton(form, text=text, value=text, variable=speed)
        radio.grid(row=row, column=1, sticky="w", padx=10)
    return speed


def _menu(root: tk.Tk, sorts: list[str], said: tk.StringVar) -> tk.StringVar:
    sort = tk.StringVar()
    sort.trace_add("write", lambda *_: said.set(f"Sorted: {sort.get()}"))
    bar, menu = tk.Menu(root), tk.Menu(root, tearoff=0)
    for entry in sorts:
        menu.add_command(label=entry, command=lambda entry=entry: sort.set(entry))  # type: ignore[misc]
    bar.add_cascade(label="Sort", menu=menu)
    root.config(menu=bar)
    return sort


def _list(pane: ttk.Frame, ports: list[str]) -> Callable[[], str]:
    ttk.Label(pane, text="Port").pack(anchor="w")
    port = tk.Listbox(pane, height=7, width=30, exportselection=False)
    port.insert("end", *ports)
    port.pack(pady=4)
    return lambda: "".join(port.get(one) for one in port.curselection())  # type: ignore[no-untyped-call]


def _tree(pane: ttk.Frame, folders: list[str]) -> Callable[[], str]:
    ttk.Label(pane, text="Folder").pack(anchor="w")
    tree = ttk.Treeview(pane, show="tree", height=10)
    for text in folders:
        tree.insert("", "end", iid=text, text=text)
    tree.pack(pady=4)
    return lambda: "".join(tree.selection())


main(*sys.argv[1:])
