"""A visitors' book: `visitors.py FILE`. Appends a line to FILE for each visitor, and says so.

With DESKHAND_LIE=drop in the environment it says so and appends none, which it tells among its events.
"""

from __future__ import annotations

import os
import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk

root = tk.Tk()
root.title("Visitors")
root.geometry("420x260+150+120")
name, firm, is_staying = tk.StringVar(), tk.StringVar(), tk.BooleanVar()
for row, (label, text) in enumerate((("Name", name), ("Firm", firm))):
    ttk.Label(root, text=label).grid(row=row, column=0, padx=16, pady=10, sticky="w")
    ttk.Entry(root, textvariable=text, width=32).grid(row=row, column=1)
ttk.Checkbutton(root, text="Stays for lunch", variable=is_staying).grid(row=2, column=1, sticky="w", pady=8)
said = ttk.Label(root, text="Nobody is here")
said.grid(row=4, column=0, columnspan=2, pady=16)


def enter() -> None:
    said.config(text="Welcome")
    if os.environ.get("DESKHAND_LIE") == "drop":
        Path(os.environ["DESKHAND_EVENTS"]).write_text("lie drop\n")
        return
    with Path(sys.argv[1]).open("a", encoding="utf-8") as file:
        file.write(f"{name.get()}|{firm.get()}|{is_staying.get()}\n")


ttk.Button(root, text="Enter", command=enter).grid(row=3, column=1, sticky="w")
root.mainloop()
