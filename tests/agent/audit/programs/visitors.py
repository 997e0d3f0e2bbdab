"""A visitors' book: `visitors.py FILE`. Appends a line to FILE for each visitor, and says so."""

from __future__ import annotations

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
    with Path(sys.argv[1]).open("a", encoding="utf-8") as file:
        file.write(f"{name.get()}|{firm.get()}|{is_staying.get()}\n")
    said.config(text="Welcome")


ttk.Button(root, text="Enter", command=enter).grid(row=3, column=1, sticky="w")
root.mainloop()
