"""The form changed in known ways, to see how whoever drives it takes that.

    customer_form.py --db customers.db --drift relabelled --drift-target '"City" in "Delivery address"'

Drifts of the look are other layouts. Drifts of one target (`customer_targets`) alter what bears a label. Of
each it is told in words what the form has come to, or nothing where it can't come to that.
"""

from __future__ import annotations

import random
import re
import tkinter as tk
from dataclasses import asdict, dataclass, replace
from tkinter import ttk
from typing import TYPE_CHECKING

from customer_targets import ALTERATIONS, alter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from customer_fields import Entries
    from customer_layout import Layout

DRIFTS = ("moved", "resized", "dpi", "font", "font_size", "theme", "slow_start", "dialog", *ALTERATIONS)
FAMILIES = ("DejaVu Sans", "DejaVu Serif", "Nimbus Sans", "C059", "P052", "URW Bookman", "Liberation Sans")
QUESTIONS = ("The connection was lost.", "A colleague has changed this form.", "Your session ends soon.")
_LOOKS = (("clam", True), ("alt", True), ("alt", False), ("default", False), ("classic", False))
"""Themes, and whether they are darkened; the others' check boxes are hardly to be seen in the dark."""
_DENSITIES = (2.0, 1.75, 1.5, 1.25, 1.1)
_LATE_MS = (500, 3000)
_PRESSES = (1, 18)
_ASKED_MS = (60, 60, 250)
"""After a press; all presses of one double or triple click are over by then."""


@dataclass(frozen=True, slots=True)
class Drift:
    """One drift of one run; without a name none."""

    name: str = ""
    seed: int = 0
    target: str = ""
    """A label, and the group where that has to be said: `"Street" in "Delivery address"`."""

    @property
    def draw(self) -> random.Random:
        """The same draws for the same drift and seed."""
        return random.Random(f"{self.name} {self.seed}")  # noqa: S311 (repeatable, not secret)

    def layouts(self, layout: Layout) -> Iterator[Layout]:
        """Layouts to try in this order until one fits the screen; the usual one is the last."""
        draw = self.draw
        if self.name == "moved":
            yield replace(layout, place=(draw.random(), draw.random()))
        if self.name == "resized":
            yield replace(layout, growth=(draw.uniform(1.05, 1.5), draw.uniform(1.0, 1.3)))
        if self.name == "dpi":
            largest = draw.choice(_DENSITIES)
            yield from (replace(layout, density=density) for density in _DENSITIES if density <= largest)
        if self.name == "font":
            others = [family for family in FAMILIES if family != layout.family]
            yield from (replace(layout, family=family) for family in draw.sample(others, len(others)))
        if self.name == "font_size":
            sizes = [layout.points + by for by in (-2, -1, 1, 2, 3)]
            yield from (replace(layout, points=points) for points in draw.sample(sizes, len(sizes)))
        if self.name == "theme":
            theme, dark = draw.choice(_LOOKS)
            yield replace(layout, theme=theme, dark=dark)
        yield layout

    def told(self, usual: Layout, layout: Layout) -> str | None:
        """What is other in a layout than usual, in words."""
        now, then = asdict(layout), asdict(usual)
        return ", ".join(f"{name} {_short(now[name])}" for name in now if now[name] != then[name]) or None

    def alter(self, entries: Entries) -> str | None:
        """Alter the target in a form that is built but not placed; what it has come to."""
        if self.name not in ALTERATIONS:
            return None
        label, *group = re.findall(r'"([^"]+)"', self.target) or [self.target]
        done = alter(entries, self.name, label, next(iter(group), None), self.draw)
        return f"{label} {done}" if done else None

    def begin(self, form: tk.Tk, say: Callable[[str], None]) -> None:
        """Begin what takes its time, in a form that is placed; `say` is told when it has come about."""
        if self.name == "slow_start":
            _fill_late(form, self.draw.randint(*_LATE_MS), say)
        if self.name == "dialog":
            draw = self.draw
            _ask_soon(form, draw.randint(*_PRESSES), draw.choice(_ASKED_MS), draw.choice(QUESTIONS), say)


NONE = Drift()


def _short(value: object) -> str:
    """A value of a layout, numbers to two places."""
    if isinstance(value, tuple):
        return " x ".join(map(_short, value))
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _fill_late(form: tk.Tk, milliseconds: int, say: Callable[[str], None]) -> None:
    """An empty window, which gets what is in it only later."""
    parts = [(part, part.pack_info()) for part in form.pack_slaves()]
    for part, _ in parts:
        part.pack_forget()

    def fill() -> None:
        for part, info in parts:
            part.pack(**info)

    form.after(milliseconds, fill)
    say(f"drift empty for {milliseconds} ms")


def _ask_soon(form: tk.Tk, presses: int, later: int, question: str, say: Callable[[str], None]) -> None:
    """A window of the program's own, once the mouse was pressed so often; told when it has the keyboard."""
    left, untold = [presses], [question]

    def ask() -> None:
        dialog = tk.Toplevel(form)
        dialog.title("Please note")
        ttk.Label(dialog, text=question, padding=24).pack()
        ttk.Button(dialog, text="Close", command=dialog.destroy).pack(pady=(0, 16))
        dialog.bind("<FocusIn>", arrived)

    def arrived(_event: object) -> None:
        if untold:
            say(f"drift asked: {untold.pop()}")

    def count(_event: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            form.after(later, ask)

    form.bind_all("<ButtonRelease>", count, add="+")
