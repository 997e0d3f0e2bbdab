"""Table of orders on Tk: a form above it adds a line, a chosen row is deleted after a question."""

from __future__ import annotations

import sys
import tkinter as tk
from pathlib import Path
from tkinter import messagebox, ttk

COLUMNS = ("Article", "Quantity", "Warehouse", "Urgent")
LINES = (
    ("Hex bolt M8", "200", "Berlin", "no"),
    ("Washer 10 mm", "500", "Leipzig", "no"),
    ("Spring pin", "40", "Hamburg", "yes"),
    ("Copper pipe", "12", "Bremen", "no"),
    ("Gasket", "30", "Berlin", "yes"),
)
TOWNS = ("Berlin", "Bremen", "Hamburg", "Kiel", "Leipzig", "Rostock")


class OrderTable(tk.Tk):
    """The window; `path` is the file that it saves, a line a row, cells parted by semicolons."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.title("Orders")
        self.geometry("760x540+120+80")
        self.status = tk.StringVar(value="Ready")
        self.urgent = tk.BooleanVar()
        self.article, self.quantity, self.town = self._form()
        self.table = self._table()
        self._buttons()
        ttk.Label(self, textvariable=self.status, relief="sunken", anchor="w").pack(fill="x", side="bottom")

    def _form(self) -> tuple[ttk.Entry, ttk.Entry, ttk.Combobox]:
        form = ttk.LabelFrame(self, text="New order line", padding=10)
        form.pack(fill="x", padx=10, pady=8)
        article, quantity = ttk.Entry(form, width=30), ttk.Entry(form, width=30)
        town = ttk.Combobox(form, values=TOWNS, state="readonly", width=28)
        for row, (label, field) in enumerate(zip(COLUMNS, (article, quantity, town), strict=False)):
            ttk.Label(form, text=label).grid(row=row, column=0, sticky="w", pady=4)
            field.grid(row=row, column=1, sticky="w", padx=8)
        ttk.Checkbutton(form, text="Urgent", variable=self.urgent).grid(row=3, column=1, sticky="w", padx=8)
        return article, quantity, town

    def _table(self) -> ttk.Treeview:
        table = ttk.Treeview(self, columns=COLUMNS, show="headings", height=9)
        for column, width in zip(COLUMNS, (260, 100, 160, 80), strict=True):
            table.heading(column, text=column)
            table.column(column, width=width)
        for line in LINES:
            table.insert("", "end", values=line)
        table.pack(fill="both", expand=True, padx=10)
        return table

    def _buttons(self) -> None:
        bar = ttk.Frame(self, padding=10)
        bar.pack(fill="x")
        ttk.Button(bar, text="Add line", command=self._add).pack(side="left")
        ttk.Button(bar, text="Delete line", command=self._delete).pack(side="left", padx=6)
        ttk.Button(bar, text="Save", command=self._save).pack(side="right")

    def _add(self) -> None:
        urgent = "yes" if self.urgent.get() else "no"
        self.table.insert(
            "", "end", values=(self.article.get(), self.quantity.get(), self.town.get(), urgent)
        )
        self.status.set("Line added")
        self.article.delete(0, "end")
        self.quantity.delete(0, "end")
        self.town.set("")
        self.urgent.set(value=False)

    def _delete(self) -> None:
        chosen = self.table.selection()
        if not chosen:
            messagebox.showwarning("Orders", "Choose a line first.")
            return
        article = self.table.set(chosen[0], "Article")
        if messagebox.askyesno("Orders", f"Delete {article}?"):
            self.table.delete(chosen[0])
            self.status.set("Line deleted")

    def _save(self) -> None:
        rows = [";".join(map(str, self.table.set(item).values())) for item in self.table.get_children()]
        self.path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
        self.status.set("Table saved")


if __name__ == "__main__":
    OrderTable(Path(sys.argv[1])).mainloop()
