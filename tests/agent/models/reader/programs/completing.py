"""A field that completes what is typed, as cells of spreadsheets do: what it adds is selected.

python completing.py FILE      "Store" writes what the fields hold to FILE, as JSON
"""

from __future__ import annotations

import json
import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk

KINDS = ("Normal", "Rush hour", "Night")


def main(file: Path) -> None:
    root = tk.Tk()
    root.title("Delivery")
    fields = {}
    for row, name in enumerate(("Kind", "Remark")):
        ttk.Label(root, text=name).grid(row=row, column=0, padx=12, pady=12)
        fields[name] = ttk.Entry(root, width=30)
        fields[name].grid(row=row, column=1, padx=12, pady=12)
    fields["Kind"].bind("<KeyRelease>", lambda event: _complete(event, fields["Kind"]))

    def store() -> None:
        file.write_text(json.dumps({name: field.get() for name, field in fields.items()}), "utf-8")
        root.title("Stored")

    ttk.Button(root, text="Store", command=store).grid(row=2, column=1, padx=12, pady=12)
    root.mainloop()


def _complete(event: tk.Event[tk.Misc], field: ttk.Entry) -> None:
    typed = field.get()[: field.index("insert")]
    found = [kind for kind in KINDS if kind.startswith(typed)]
    if len(event.keysym) == 1 and typed and found:  # a letter, no editing key
        field.delete(0, "end")
        field.insert(0, found[0])
        field.select_range(len(typed), "end")
        field.icursor(len(typed))


main(Path(sys.argv[1]))
