"""A form in any script: fields above buttons; a button writes its caption and the fields into a file."""

from __future__ import annotations

import json
import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk


def main() -> None:
    """Show the form: its file, its fields and its buttons are JSON on the command line."""
    file, labels, captions = Path(sys.argv[1]), json.loads(sys.argv[2]), json.loads(sys.argv[3])
    root = tk.Tk()
    root.title("Form")
    ttk.Style().theme_use("clam")
    page = ttk.Frame(root, padding=20)
    page.pack()
    entries = {}
    for row, label in enumerate(labels):
        ttk.Label(page, text=f"{label}:").grid(row=row, column=0, sticky="e", padx=6, pady=6)
        entries[label] = ttk.Entry(page, width=30)
        entries[label].grid(row=row, column=1, pady=6)

    def pressed(caption: str) -> None:
        held = {label: entry.get() for label, entry in entries.items()}
        told = {"pressed": caption, **held}
        file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        page.destroy()
        ttk.Label(root, text="Done", padding=40).pack()

    foot = ttk.Frame(page)
    foot.grid(row=len(labels), column=0, columnspan=2, pady=12)
    for caption in captions:
        button = ttk.Button(foot, text=caption, command=lambda caption=caption: pressed(caption))  # type: ignore[misc]
        button.pack(side="left", padx=6)
    root.mainloop()


main()
