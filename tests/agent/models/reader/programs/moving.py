"""A form that checks as it is left: `moving.py FILE LATE`. What is wrong with a field moves the button below.

The button takes the focus as it is pressed, as on pages; LATE is the milliseconds until the check has been
made. A click on "Save" writes the field's text into FILE.
"""

from __future__ import annotations

import sys
import tkinter as tk
from pathlib import Path

file, late = Path(sys.argv[1]), int(sys.argv[2])
root = tk.Tk()
root.title("Trip")
root.geometry("420x260+120+90")
tk.Label(root, text="Mail").pack(anchor="w", padx=20, pady=(20, 0))
mail = tk.Entry(root, width=30)
mail.pack(anchor="w", padx=20)
hint = tk.Label(root, fg="#b00000")
hint.pack(anchor="w", padx=20)
save = tk.Button(root, text="Save", command=lambda: file.write_text(mail.get(), "utf-8"))
save.pack(anchor="w", padx=20, pady=10)


def check() -> None:
    if "@" not in mail.get():
        hint.config(text="An address has an at sign:\nname@example.org", justify="left")


save.bind("<Button-1>", lambda _: save.focus_set())
mail.bind("<FocusOut>", lambda _: check() if late == 0 else root.after(late, check))
file.write_text("", "utf-8")
root.mainloop()
