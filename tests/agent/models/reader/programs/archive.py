"""A tree of years and seasons.

python archive.py FILE THEME      writes which entries are open to FILE, as JSON, whenever that changes
"""

from __future__ import annotations

import json
import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk

SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def main(file: Path, theme: str) -> None:
    root = tk.Tk()
    root.title("Archive")
    ttk.Style(root).theme_use(theme)
    tree = ttk.Treeview(root, height=18, show="tree")
    tree.column("#0", width=400)
    for year in (2024, 2025):
        own = tree.insert("", "end", text=f"Year {year}", open=year == 2024)
        for season in SEASONS:
            quarter = tree.insert(own, "end", text=season)
            tree.insert(quarter, "end", text=f"Letters of {season} {year}")
    tree.pack(padx=12, pady=12)

    def tell() -> None:
        every = [
            *tree.get_children(),
            *(one for year in tree.get_children() for one in tree.get_children(year)),
        ]
        file.write_text(
            json.dumps([tree.item(one, "text") for one in every if tree.item(one, "open")]), "utf-8"
        )

    for event in ("<<TreeviewOpen>>", "<<TreeviewClose>>"):
        root.bind(event, lambda _: root.after_idle(tell))
    root.mainloop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
