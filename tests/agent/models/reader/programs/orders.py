"""Orders with a tool bar, and a context menu that spends a click beside it on closing itself.

orders.py FILE [PICTURE]    what was clicked is written there, line by line; on one more button is the picture
"""

from __future__ import annotations

import sys
import tkinter as tk
from functools import partial
from pathlib import Path

with Path(sys.argv[1]).open("a", buffering=1, encoding="utf-8") as log:
    root = tk.Tk()
    root.title("Orders")
    root.geometry("600x400+100+100")
    bar = tk.Frame(root)
    bar.pack(fill="x")
    for name in ("Delete", "Export"):
        command = partial(print, "tool bar", name, file=log)
        tk.Button(bar, text=name, width=10, command=command).pack(side="left", padx=4, pady=4)
    for path in sys.argv[2:]:
        picture = tk.PhotoImage(file=path)
        command = partial(print, "tool bar picture", file=log)
        tk.Button(bar, image=picture, command=command).pack(side="left", padx=4, pady=4)
    entries = tk.Menu(root, tearoff=False)
    for name in ("Open", "Delete", "Rename"):
        entries.add_command(label=name, command=partial(print, "menu", name, file=log))
    rows = tk.Listbox(root, font=("DejaVu Sans", 12))
    rows.insert("end", "Order Alpha", "Order Bravo", "Order Charlie")
    rows.pack(fill="both", expand=True)
    rows.bind("<Button-3>", lambda event: entries.tk_popup(event.x_root + 2, event.y_root + 2))
    root.mainloop()
