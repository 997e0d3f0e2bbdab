"""Check boxes, two of them on for a part at first: `python partly.py FILE THEME`; FILE tells their states."""

from __future__ import annotations

import json
import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk

FILE, THEME = Path(sys.argv[1]), sys.argv[2]

root = tk.Tk()
root.title("Parts")
root.geometry("420x460")
ttk.Style(root).theme_use(THEME)
page = ttk.Frame(root, padding=20)
page.pack(fill="both", expand=True)
ttk.Label(page, text="What is copied").pack(anchor="w", pady=8)
values: dict[str, tk.StringVar] = {}


def write() -> None:
    """Tell the states."""
    FILE.write_text(json.dumps({name: value.get() for name, value in values.items()}), "utf-8")


for name, value in {"Letters": "part", "Music": "1", "Pictures": "part", "Films": "0"}.items():
    ttk.Label(page, text=f"Folder of {name.lower()}").pack(anchor="w")
    ttk.Entry(page, width=40).pack(anchor="w", pady=4)
    values[name] = tk.StringVar(root, value)
    box = ttk.Checkbutton(page, text=name, variable=values[name], command=write)
    box.pack(anchor="w", pady=6)
    if value == "part":
        box.state(["alternate"])
root.mainloop()
