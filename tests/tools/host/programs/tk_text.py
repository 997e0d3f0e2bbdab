"""A Tk text box that writes what it holds to a file at every change, and logs the mouse to another."""

from __future__ import annotations

import sys
import tkinter as tk
from pathlib import Path

WHEEL = {(4, 0): "up", (5, 0): "down", (4, 1): "left", (5, 1): "right"}
"""Tk 8.6 gives the sideways buttons 6 and 7 as 4 and 5 with Shift."""


def main(held: Path, seen: Path) -> None:
    root = tk.Tk()
    root.title("tk_text")
    root.geometry("600x400+100+100")
    text = tk.Text(root, height=4)
    text.pack(fill="x")
    canvas = tk.Canvas(root, bg="white")
    canvas.pack(fill="both", expand=True)

    def write(_event: object) -> None:
        if text.edit_modified():
            held.write_text(text.get("1.0", "end-1c"), "utf-8")
            text.edit_modified(False)  # noqa: FBT003  (Tk's way)

    def log(what: str) -> None:
        with seen.open("a", encoding="utf-8") as lines:
            lines.write(what + "\n")

    def on_button(event: tk.Event) -> None:
        log(f"press {WHEEL.get((event.num, event.state & 1), event.num)} {event.x_root} {event.y_root}")

    text.bind("<<Modified>>", write)
    root.bind("<KeyPress>", lambda event: log(f"key {event.keysym} {event.state & 0xFF:#x}"))
    canvas.bind("<Button>", on_button)
    canvas.bind("<ButtonRelease>", lambda event: log(f"release {event.num} {event.x_root} {event.y_root}"))
    canvas.bind("<Double-Button-1>", lambda _: log("double"))
    canvas.bind("<Triple-Button-1>", lambda _: log("triple"))
    canvas.bind("<B1-Motion>", lambda event: log(f"drag {event.x_root} {event.y_root}"))
    text.bind("<FocusIn>", lambda _: held.touch())  # says that it is ready: Tk drops keys that come before
    text.focus_force()
    root.mainloop()


main(*map(Path, sys.argv[1:]))
