"""A table whose cells are edited in an entry laid over them, opened by a double click; and a button.

stock.py FILE MODE      what becomes of a cell's text when its entry is left: MODE "keeps" it, "drops" it,
                        "clamps" it to 5, "enters" it by Enter alone, or "refuses" it with a red edge around
                        the entry, which stays; "locks" opens none; "moves" goes on to another row by Tab
                        and Shift+Tab. All rows are written to the file

Two buttons save: "Save" takes the focus first, "Store" doesn't, as no button of Tk's does. "Remove" removes
the current row.
"""

from __future__ import annotations

import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk

file, mode = Path(sys.argv[1]), sys.argv[2]
names = ("Article", "Quantity", "Price")
root = tk.Tk()
root.title("Stock")
root.geometry("560x320+200+150")
table = ttk.Treeview(root, columns=names, show="headings", height=6)
for name in names:
    table.heading(name, text=name)
    table.column(name, width=160)
for row in (("Valve", "4", "10"), ("Gasket", "4", "12"), ("Flange", "7", "12")):
    table.insert("", "end", values=row)
table.pack()


is_stored = tk.BooleanVar(root, value=False)


def write() -> None:
    """All rows, as they are; what comes after they were stored is not in them."""
    if is_stored.get():  # as when the window closes, which leaves a cell too
        return
    written = file.with_suffix(".new")  # whole at once: the program is ended when its run is over
    written.write_text(
        "\n".join("|".join(map(str, table.item(row, "values"))) for row in table.get_children())
    )
    written.replace(file)


def leave(entry: tk.Entry, row: str, column: str, *, keeps: bool) -> None:
    """Close the entry, and keep its text, or what the mode makes of it."""
    text = entry.get()
    entry.destroy()
    if keeps:
        table.set(row, column, "5" if mode == "clamps" and int(text) > 5 else text)
    write()


def move(by: int) -> str:
    """Make a row next to the current one that one, or from the last to the first, as in Qt and Swing."""
    rows = table.get_children()
    table.selection_set(rows[(rows.index(table.selection()[0]) + by) % len(rows)])
    table.focus_set()
    return "break"


def edit(event: tk.Event[tk.Misc]) -> None:
    """Lay an entry over the cell."""
    row, column = table.identify_row(event.y), table.identify_column(event.x)
    if mode == "locks":
        return
    place = table.bbox(row, column) if row else ""
    if place:
        entry = tk.Entry(root)
        entry.insert(0, table.set(row, column))
        entry.place(in_=table, x=place[0], y=place[1], width=place[2], height=place[3])
        entry.focus_set()
        by_focus = mode not in ("drops", "enters")
        if mode == "refuses":
            entry.bind("<Tab>", lambda _: entry.config(highlightcolor="red", highlightthickness=2) or "break")
        if mode == "moves":
            entry.bind("<Tab>", lambda _: move(1))
        entry.bind("<FocusOut>", lambda _: leave(entry, row, column, keeps=by_focus))
        if mode == "enters":
            entry.bind("<Return>", lambda _: leave(entry, row, column, keeps=True))


table.bind("<Double-1>", edit)
if mode == "moves":
    table.bind("<Shift-ISO_Left_Tab>", lambda _: move(-1))
write()
said = tk.Label(root, text="ready")
button = tk.Button(
    root, text="Save", command=lambda: (button.focus_set(), write(), said.config(text="Saved"))
)
button.pack()
tk.Button(root, text="Remove", command=lambda: (table.delete(*table.selection()), write())).pack()
tk.Button(
    root, text="Store", command=lambda: (write(), is_stored.set(True), said.config(text="Stored"))
).pack()
said.pack()
root.mainloop()
