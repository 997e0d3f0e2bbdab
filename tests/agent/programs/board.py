"""A small window for live replays: a field, two buttons, a clock if asked for.

    board.py FILE

How it differs from the usual is said by $BOARD: [--label TEXT] [--clock] [--slow SECONDS] [--crash]
[--question] [--grey] [--twice] [--quiet] [--at X,Y]. A press on the first button writes what the field holds
to FILE and says so, unless it is to be quiet; the other one says "Cancelled".
"""

import argparse
import os
import shlex
import sys
import time
import tkinter as tk
from pathlib import Path

FONT = ("DejaVu Sans", 16)


def save() -> None:
    if options.crash:
        os._exit(7)
    Path(options.file).write_text(field.get())
    if options.question:
        question = tk.Toplevel(window)
        question.geometry("+320+300")
        tk.Label(question, text="A licence is needed for this", font=FONT).pack(padx=30, pady=30)
    if not options.quiet:
        status.config(text=f"Stored {field.get()}")


def tick() -> None:
    clock.config(text=f"{time.monotonic():.2f}")
    window.after(700, tick)


parser = argparse.ArgumentParser()
parser.add_argument("file")
parser.add_argument("--label", default="Store entry")
parser.add_argument("--at", default="300,200")
for flag in ("clock", "crash", "question", "grey", "twice", "quiet"):
    parser.add_argument(f"--{flag}", action="store_true")
parser.add_argument("--slow", type=float, default=0)
options = parser.parse_args([*sys.argv[1:], *shlex.split(os.environ.get("BOARD", ""))])
time.sleep(options.slow)

window = tk.Tk()
window.title("Board")
window.geometry("560x320+{}+{}".format(*options.at.split(",")))
tk.Label(window, text="Nickname", font=FONT).place(x=30, y=40)
field = tk.Entry(window, font=FONT, width=24)
field.place(x=180, y=38)
store = tk.Button(window, text=options.label, font=FONT, command=save)
store.place(x=30, y=110)
if options.grey:
    store.config(state="disabled")
if options.twice:
    tk.Button(window, text=options.label, font=FONT, command=save).place(x=30, y=180)
cancel = tk.Button(window, text="Cancel", font=FONT, command=lambda: status.config(text="Cancelled"))
cancel.place(x=300, y=110)
status = tk.Label(window, text="Waiting", font=FONT)
status.place(x=30, y=250)
clock = tk.Label(window, text="", font=FONT)
clock.place(x=400, y=250)
if options.clock:
    tick()
window.mainloop()
