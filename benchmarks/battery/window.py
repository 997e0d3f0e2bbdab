"""Window of the battery, by name: `python -m benchmarks.battery.window KIND`. Tk only.

Prints `restless LEFT TOP WIDTH HEIGHT` (root pixels) if part of it never comes to rest by design, and
`pressed TIME` when a dialog is clicked; times are CLOCK_MONOTONIC.
"""

from __future__ import annotations

import random
import sys
import time
import tkinter as tk
from tkinter import ttk
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PLACE = "520x420+30+30"
DIALOG = "#d02020"
"""A colour that nothing else on the screen has."""


def say(*words: object) -> None:
    print(*words, flush=True)


def every(root: tk.Misc, milliseconds: int, step: Callable[[], object], times: int = -1) -> None:
    """Repeat a step; for ever when `times` is negative."""

    def tick(left: int) -> None:
        if left:
            step()
            root.after(milliseconds, tick, left - 1)

    tick(times)


def restless(widget: tk.Misc) -> None:
    """Say where it is."""
    widget.update()
    at = widget.winfo_rootx(), widget.winfo_rooty(), widget.winfo_width(), widget.winfo_height()
    say("restless", *at)


def form(root: tk.Tk) -> None:
    """Still, with much text."""
    for row in range(16):
        tk.Label(root, text=f"Field number {row}").grid(row=row, column=0)
        entry = tk.Entry(root, width=40)
        entry.insert(0, f"{row * 7919} some text that was typed here")
        entry.grid(row=row, column=1)


def button(root: tk.Tk) -> None:
    """A button that counts its clicks."""
    count = iter(range(1, 10**9))
    widget = tk.Button(root, text="click", command=lambda: widget.config(text=f"clicked {next(count)}"))
    widget.pack(fill="both", expand=True, padx=120, pady=150)


def caret(root: tk.Tk) -> None:
    """A text field whose caret blinks."""
    entry = tk.Entry(root, width=40, insertontime=300, insertofftime=300)
    entry.pack(pady=40)
    entry.focus_force()
    restless(entry)


def clock(root: tk.Tk) -> None:
    """A clock that ticks every second."""
    label = tk.Label(root, font=("DejaVu Sans", 24))
    label.pack(pady=40)
    every(root, 1000, lambda: label.config(text=time.strftime("%H:%M:%S")))


def spinner(root: tk.Tk) -> None:
    """Twelve pictures in a circle, for ever."""
    canvas = tk.Canvas(root, width=60, height=60)
    canvas.pack(pady=60)
    arc = canvas.create_arc(5, 5, 55, 55, extent=60, fill="black")
    angle = iter(range(0, 10**9, 30))
    every(root, 60, lambda: canvas.itemconfig(arc, start=next(angle) % 360))
    restless(canvas)


def unsure(root: tk.Tk) -> None:
    """A progress bar that only goes to and fro."""
    bar = ttk.Progressbar(root, length=300, mode="indeterminate")
    bar.pack(pady=80)
    bar.start(30)
    restless(bar)


def progress(root: tk.Tk) -> None:
    """A progress bar that fills within two seconds and a half."""
    bar = ttk.Progressbar(root, length=400)
    bar.pack(pady=80)
    every(root, 50, lambda: bar.step(1.9), times=50)


def lines(root: tk.Tk) -> None:
    """A list that fills line by line, every 90 ms."""
    box = tk.Listbox(root, width=60, height=22)
    box.pack()
    number = iter(range(1000))
    every(root, 90, lambda: box.insert("end", f"line {next(number)} {random.random()}"), times=22)


def fade(root: tk.Tk) -> None:
    """A panel that turns from black to white within a second."""
    panel = tk.Frame(root, width=400, height=300)
    panel.pack()
    grey = iter(range(0, 256, 7))
    every(root, 30, lambda: panel.config(bg="#{0:02x}{0:02x}{0:02x}".format(next(grey))), times=36)


def marquee(root: tk.Tk) -> None:
    """Text that runs, for ever."""
    canvas = tk.Canvas(root, width=400, height=30, bg="white")
    canvas.pack(pady=80)
    text = canvas.create_text(400, 15, text="the quick brown fox jumps over the lazy dog " * 3, anchor="w")

    def step() -> None:
        canvas.move(text, -3, 0)
        if canvas.bbox(text)[2] < 0:
            canvas.coords(text, 400, 15)

    every(root, 30, step)
    restless(canvas)


def noise(root: tk.Tk) -> None:
    """A picture that is another one 25 times a second, like a video."""
    picture = tk.PhotoImage(width=160, height=120)
    label = tk.Label(root, image=picture)
    label.pack(pady=40)

    def step() -> None:
        rows = ("{" + " ".join(f"#{random.getrandbits(24):06x}" for _ in range(20)) + "}" for _ in range(15))
        small = tk.PhotoImage(width=20, height=15)
        small.put(" ".join(rows))
        picture.tk.call(picture, "copy", small, "-zoom", 8)

    every(root, 40, step)
    restless(label)


def slow_paint(root: tk.Tk) -> None:
    """A window that is on the screen for 400 ms before it paints itself, then takes 300 ms for that."""
    root.update()
    time.sleep(0.4)
    for row in range(8):
        tk.Label(root, text=f"row {row}", bg="white", width=50).pack()
        root.update()
        time.sleep(0.04)


def tooltip(root: tk.Tk) -> None:
    """A tooltip that comes up after half a second and goes after another."""
    tip = tk.Toplevel(root)
    tip.withdraw()
    tip.overrideredirect(boolean=True)
    tk.Label(tip, text="What this button does", bg="#ffffe0").pack()
    tip.geometry("+200+300")
    root.after(500, tip.deiconify)
    root.after(1000, tip.withdraw)


def flicker(root: tk.Tk) -> None:
    """A label that changes at uneven moments for two seconds."""
    label = tk.Label(root, font=("DejaVu Sans", 20))
    label.pack(pady=50)
    for moment in sorted(random.sample(range(2000), 40)):
        root.after(moment, lambda: label.config(text=f"{time.monotonic()}"))


def dialog(root: tk.Tk) -> None:
    """A dialog that comes up over the target, 50 to 1500 ms after the last one went."""
    root.withdraw()
    top = tk.Toplevel(root, bg=DIALOG)
    top.withdraw()
    top.geometry("300x200+820+500")
    top.bind("<Button>", lambda _: say("pressed", time.monotonic()))

    def show() -> None:
        top.deiconify()
        say("shown", time.monotonic())
        root.after(300, hide)

    def hide() -> None:
        top.withdraw()
        root.after(random.randint(50, 1500), show)

    hide()


KINDS = {
    kind.__name__: kind
    for kind in (
        form, button, caret, clock, spinner, unsure, progress, lines, fade, marquee, noise, slow_paint,
        tooltip, flicker, dialog,
    )
}  # fmt: skip

if __name__ == "__main__":
    window = tk.Tk()
    window.title(sys.argv[1])
    window.geometry(PLACE)
    KINDS[sys.argv[1]](window)
    window.mainloop()
