"""A window for the tests of the live desktop: `live_window.py LOG`. Says in LOG what was done to it.

Top to bottom: a button that counts, a button that opens a dialog after 250 ms, a text field; three times q in
it make the window a private one, by its title.
"""

from __future__ import annotations

import sys
import tkinter as tk
from pathlib import Path

log = Path(sys.argv[1])
root = tk.Tk()
root.title("live")
root.geometry("400x300+100+100")
count = 0


def say(words: str) -> None:
    with log.open("a") as file:
        file.write(words + "\n")


def press() -> None:
    global count  # noqa: PLW0603  (a script of one window)
    count += 1
    counter.config(text=f"pressed {count}")
    say(f"pressed {count}")


def open_later() -> None:
    root.after(250, open_now)


def open_now() -> None:
    dialog = tk.Toplevel(root, bg="#d02020")
    dialog.geometry("380x120+110+120")
    dialog.bind("<Button>", lambda _: say("clicked through"))


counter = tk.Button(root, text="press", command=press)
later = tk.Button(root, text="later", command=open_later)
field = tk.Entry(root, font=("DejaVu Sans", 20))
for widget in (counter, later, field):
    widget.pack(fill="both", expand=True)


def typed(_: object) -> None:
    if field.get() == "qqq":
        root.title("private")
    say(f"field {field.get()}")


field.bind("<KeyRelease>", typed)
root.update()
say("ready")
root.mainloop()
