"""An order desk: a number that it gives itself, a message, a dialog that comes when it likes.

    python desk.py FILE [options]; options also from the environment, as DESK="--number B-7".

What is stored goes to FILE as JSON, in the order of storing.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk

DIALOG = "Update available"


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--number", default="A-1042")
    parser.add_argument("--total", default="42.00")
    parser.add_argument("--corrected", help="the total that it shows a moment later")
    parser.add_argument("--error", help="what it says after placing")
    parser.add_argument("--dialog", choices=("never", "start", "place", "typing", "store"), default="never")
    parser.add_argument("--again", type=int, default=0, help="so often the dialog comes back")
    parser.add_argument("--broken", action="store_true", help="Store stays greyed out")
    return parser.parse_args(sys.argv[1:] + shlex.split(os.environ.get("DESK", "")))


class Desk(tk.Tk):
    """The window."""

    def __init__(self, given: argparse.Namespace) -> None:
        super().__init__()
        self.given, self.left = given, given.again + 1
        ttk.Style(self).theme_use("clam")
        self.title("Order desk")
        self.geometry("620x460+300+120")
        self.customer, self.customer_name = self.field("Customer", 0), self.field("Customer name", 1)
        ttk.Button(self, text="Place order", command=self.place_order).grid(row=2, column=1, pady=8)
        self.invoice = self.field("Order number of the invoice", 3)
        self.invoice.insert(0, "INV-9")
        self.number = self.field("Order number", 4)
        self.total = tk.StringVar(self, "")
        ttk.Label(self, textvariable=self.total).grid(
            row=5, column=0, columnspan=2, sticky="w", padx=12, pady=8
        )
        self.reference = self.field("Reference", 6)
        self.urgent = tk.BooleanVar(self)
        ttk.Checkbutton(self, text="Urgent", variable=self.urgent).grid(row=7, column=1, sticky="w")
        self.button = ttk.Button(self, text="Store", command=self.store, state="disabled")
        self.button.grid(row=8, column=1, pady=8)
        self.status = tk.StringVar(self, "Ready")
        ttk.Label(self, textvariable=self.status).grid(row=9, column=0, columnspan=2, sticky="w", padx=12)
        if given.dialog == "start":
            self.after(300, self.interrupt)
        if given.dialog == "typing":
            self.reference.bind("<KeyRelease>", self.interrupt_typing)

    def field(self, label: str, row: int) -> ttk.Entry:
        ttk.Label(self, text=label).grid(row=row, column=0, sticky="w", padx=12, pady=6)
        entry = ttk.Entry(self, width=36)
        entry.grid(row=row, column=1, sticky="w")
        return entry

    def place_order(self) -> None:
        self.number.delete(0, "end")
        self.number.insert(0, self.given.number)
        self.total.set(f"Total: {self.given.total}")
        self.status.set(self.given.error or "Order placed")
        if not self.given.broken:
            self.button.state(["!disabled"])
        if self.given.corrected:
            self.after(250, lambda: self.total.set(f"Total: {self.given.corrected}"))
        if self.given.dialog == "place":
            self.after(100, self.interrupt)

    def store(self) -> None:
        stored = {
            "customer": self.customer.get(),
            "number": self.number.get(),
            "reference": self.reference.get(),
            "urgent": self.urgent.get(),
        }
        with self.given.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(stored, ensure_ascii=False) + "\n")
        self.status.set("Order stored")
        if self.given.dialog == "store":
            self.after(100, self.interrupt)

    def interrupt_typing(self, _event: object) -> None:
        if len(self.reference.get()) == 3:
            self.interrupt()

    def interrupt(self) -> None:
        if not self.left:
            return
        self.left -= 1
        dialog = tk.Toplevel(self)
        dialog.title(DIALOG)
        dialog.geometry("360x140+420+430")
        dialog.transient(self)
        ttk.Label(dialog, text="A new version is here. Install it?").pack(pady=18)

        def close() -> None:
            dialog.destroy()
            if self.given.again:
                self.after(300, self.interrupt)

        ttk.Button(dialog, text="Install now", command=lambda: self.status.set("Installing")).pack(
            side="left", padx=24
        )
        ttk.Button(dialog, text="Later", command=close).pack(side="right", padx=24)
        dialog.grab_set()
        dialog.focus_set()


if __name__ == "__main__":
    Desk(options()).mainloop()
