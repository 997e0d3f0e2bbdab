"""The form in Tk. Arguments: file to write; towns, ports, speeds, sorts, folders, notes, joined by `|`."""

from __future__ import annotations

import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk


def main(out: str, *lists: str) -> None:
    """Show it until it is closed."""
    towns, ports, speeds, sorts, folders, notes = (listed.split("|") for listed in lists)
    root = tk.Tk()
    root.title("Parcels")
    root.geometry("1120x640+60+40")
    sort, speed = tk.StringVar(), tk.StringVar()
    bar, menu = tk.Menu(root), tk.Menu(root, tearoff=0)
    for entry in sorts:
        menu.add_command(
            label=entry, command=lambda entry=entry: (sort.set(entry), said.set(f"Sorted: {entry}"))
        )  # type: ignore[misc]
    bar.add_cascade(label="Sort", menu=menu)
    root.config(menu=bar)
    left, right = ttk.Frame(root, padding=12), ttk.Frame(root, padding=12)
    left.grid(row=0, column=0, sticky="n", padx=(260, 0))  # the menu hangs where nothing stands
    right.grid(row=0, column=1, sticky="n")
    fields: dict[str, ttk.Entry] = {}
    kinds = (("Name", ttk.Entry), ("Town", ttk.Combobox), ("Copies", ttk.Spinbox), ("Due", ttk.Entry))
    for row, (label, kind) in enumerate(kinds):
        ttk.Label(left, text=label).grid(row=row, column=0, sticky="w", pady=6)
        fields[label] = kind(left, width=34)
        fields[label].grid(row=row, column=1, padx=10)
    fields["Town"].configure(values=towns, state="readonly", height=10)  # type: ignore[call-overload]
    fields["Copies"].configure(from_=0, to=9999)  # type: ignore[call-overload]
    for row, text in enumerate(speeds, 4):
        ttk.Radiobutton(left, text=text, value=text, variable=speed).grid(
            row=row, column=1, sticky="w", padx=10
        )
    ttk.Label(right, text="Port").pack(anchor="w")
    port = tk.Listbox(right, height=7, width=30, exportselection=False)
    port.insert("end", *ports)
    port.pack(pady=4)
    ttk.Label(right, text="Folder").pack(anchor="w")
    tree = ttk.Treeview(right, show="tree", height=10)
    for text in folders:
        tree.insert("", "end", iid=text, text=text)
    tree.pack(pady=4)
    for text in notes:
        ttk.Label(right, text=text).pack(anchor="w")
    said = tk.StringVar(value="Ready")

    def save() -> None:
        chosen = [port.get(one) for one in port.curselection()]  # type: ignore[no-untyped-call]
        values = [
            fields["Name"].get(),
            fields["Town"].get(),
            *(chosen or [""]),
            speed.get(),
            sort.get(),
            *(tree.selection() or [""]),
        ]
        Path(out).write_text(
            "\n".join([*values, fields["Copies"].get(), fields["Due"].get()]), encoding="utf-8"
        )
        said.set("Saved")

    ttk.Button(left, text="Save", command=save).grid(row=20, column=0, pady=16)
    ttk.Label(left, textvariable=said).grid(row=20, column=1, sticky="w", padx=10)
    root.mainloop()


main(*sys.argv[1:])
