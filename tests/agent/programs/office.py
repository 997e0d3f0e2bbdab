"""A program that keeps customers: `office.py LOG`. Says in LOG what was done to it, a line each.

A menu "Edit" with "Rename" and "Delete"; a tool bar of pictures alone, a floppy disk and a waste bin; a field
"Name"; the buttons "Save", "Delete customer" and "Don't delete"; Ctrl+D deletes as well.
"""

from __future__ import annotations

import sys
import tkinter as tk
from pathlib import Path

log = Path(sys.argv[1])
root = tk.Tk()
root.title("Office")
root.geometry("500x420+100+80")


def say(words: str) -> None:
    with log.open("a") as file:
        file.write(words + "\n")


def picture(kind: str) -> tk.Canvas:
    canvas = tk.Canvas(bar, width=24, height=24, highlightthickness=0)
    if kind == "delete":
        canvas.create_rectangle(7, 8, 17, 21, outline="#222", width=2)
        canvas.create_line(4, 7, 20, 7, fill="#222", width=2)
        canvas.create_rectangle(9, 3, 15, 6, outline="#222", width=2)
        for left in (10, 12, 14):
            canvas.create_line(left, 11, left, 19, fill="#222")
    else:
        corner = (4, 4, 17, 4, 20, 7, 20, 20, 4, 20)  # cut off, as a floppy disk has it
        canvas.create_polygon(*corner, outline="#222", fill="", width=2)
        canvas.create_rectangle(8, 4, 15, 9, outline="#222", fill="#222")
        canvas.create_rectangle(7, 13, 17, 20, outline="#222", width=2)
    canvas.bind("<Button-1>", lambda _event: say(f"{kind} by its picture"))
    return canvas


menus = tk.Menu(root)
edit = tk.Menu(menus, tearoff=0)
for entry in ("Rename", "Delete"):
    edit.add_command(label=entry, command=lambda entry=entry: say(f"{entry} by its entry"))
menus.add_cascade(label="Edit", menu=edit)
root.config(menu=menus)
bar = tk.Frame(root)
bar.pack(anchor="w", padx=8, pady=8)
for kind in ("save", "delete"):
    picture(kind).pack(side="left", padx=6)
line = tk.Frame(root)
line.pack(pady=10)
tk.Label(line, text="Name").pack(side="left", padx=6)
name = tk.Entry(line)
name.pack(side="left")
for caption in ("Save", "Delete customer", "Don't delete"):
    button = tk.Button(root, text=caption, command=lambda caption=caption: say(f"{caption} by its button"))
    button.bind("<Return>", lambda _event, button=button: button.invoke())
    button.pack(pady=10)
root.bind("<Control-d>", lambda _event: say("delete by its keys"))
name.bind("<KeyRelease>", lambda _event: say(f"name {name.get()}"))
say("ready")  # before anything can be done to it
root.mainloop()
