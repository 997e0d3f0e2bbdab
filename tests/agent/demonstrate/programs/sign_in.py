"""A window for demonstrations: `sign_in.py FILE`. Says in FILE what it got.

FILE.places tells where its parts are. The token is shown in clear as it is typed, which
a program should not do and many do.
"""

from __future__ import annotations

import json
import sys
import tkinter as tk
from pathlib import Path
from tkinter import ttk

file = Path(sys.argv[1])
root = tk.Tk()
root.title("Sign in")
root.geometry("420x300+150+120")
user, token, remember = tk.StringVar(), tk.StringVar(), tk.BooleanVar()
parts: dict[str, tk.Widget] = {}
for row, (label, text) in enumerate((("User", user), ("Token", token))):
    ttk.Label(root, text=label).grid(row=row, column=0, padx=16, pady=10, sticky="w")
    parts[label] = ttk.Entry(root, textvariable=text, width=32)
    parts[label].grid(row=row, column=1)
parts["Remember me"] = ttk.Checkbutton(root, text="Remember me", variable=remember)
parts["Remember me"].grid(row=2, column=1, sticky="w", pady=8)
said = ttk.Label(root, text="Nobody is signed in")
said.grid(row=4, column=0, columnspan=2, pady=16)


def sign_in() -> None:
    came = {"user": user.get(), "token": token.get(), "remember": remember.get()}
    file.write_text(json.dumps(came), encoding="utf-8")
    said.config(text=f"Welcome, your token {token.get()} is valid")


parts["Sign in"] = ttk.Button(root, text="Sign in", command=sign_in)
parts["Sign in"].grid(row=3, column=1, sticky="w")
root.update()
places = {
    name: [
        part.winfo_rootx() + min(part.winfo_width() // 2, 90),
        part.winfo_rooty() + part.winfo_height() // 2,
    ]
    for name, part in parts.items()
}
places["Remember me"][0] = parts["Remember me"].winfo_rootx() + 8
draft = Path(f"{file}.draft")
draft.write_text(json.dumps(places), encoding="utf-8")
draft.replace(f"{file}.places")
root.mainloop()
