"""Sliders: two that show their value, one of them in steps of ten, and a silent one; a button stores them."""

from __future__ import annotations

import json
import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk


def main() -> None:
    """Show them; the file that they are stored in is named on the command line."""
    root = tk.Tk()
    root.title("Mixer")
    page = ttk.Frame(root, padding=24)
    page.pack()
    for row, label in enumerate(("Volume", "Balance", "Treble")):
        ttk.Label(page, text=label).grid(row=row, column=0, sticky="se", padx=8, pady=8)
    volume = tk.Scale(page, from_=0, to=100, orient="horizontal", length=240)
    volume.set(25)
    balance, shown = tk.DoubleVar(value=0), tk.StringVar(value="0 %")
    treble = tk.DoubleVar(value=30)

    def show(value: str) -> None:
        shown.set(f"{round(float(value)):d} %")

    ttk.Scale(page, from_=-50, to=50, length=200, variable=balance, command=show).grid(row=1, column=1)
    ttk.Label(page, textvariable=shown, width=8).grid(row=1, column=2, padx=8)
    volume.grid(row=0, column=1)
    ttk.Scale(page, from_=0, to=100, length=200, variable=treble).grid(row=2, column=1)

    def store() -> None:
        told = {"Volume": volume.get(), "Balance": round(balance.get()), "Treble": round(treble.get())}
        Path(sys.argv[1]).write_text(json.dumps(told), encoding="utf-8")
        ttk.Label(page, text="Stored").grid(row=4, column=1)

    ttk.Button(page, text="Store", command=store).grid(row=3, column=1, pady=12)
    root.mainloop()


main()
