"""Ruler: boxes of widgets and texts, in screen pixels, as Tk tells them."""

from __future__ import annotations

import tkinter as tk
from functools import cache
from typing import TYPE_CHECKING, Any

from tools.geometry import Box
from training.pocket.episode import Line

if TYPE_CHECKING:
    from tkinter import ttk

FONT = "TkDefaultFont"


class Ruler:
    """Measures one form."""

    def __init__(self, form: tk.Tk) -> None:
        self._call = form.tk.call
        self.height = int(self._call("font", "metrics", FONT, "-linespace"))
        """Of a line."""
        self._edges = cache(self._measured)

    def box(self, widget: tk.Misc | str) -> Box:
        """Of a widget, by itself or its path."""
        found = (int(self._call("winfo", key, str(widget))) for key in ("rootx", "rooty", "width", "height"))
        return Box(*found)

    def line(self, text: str, left: int, top: int, font: str = FONT) -> Line:
        """A text that begins there."""
        return Line(text, left, top, top + self.height, self._edges(font, text))

    def beside(self, text: str, box: Box, indent: int) -> Line:
        """A text at the left end of a box, halfway up."""
        return self.line(text, box.left + indent, box.top + (box.height - self.height) // 2)

    def at_right(self, text: str, box: Box) -> Line:
        """A text that ends with its box, as those of check boxes do."""
        return self.beside(text, box, box.width - 2 - self._width(text))

    def centred(self, text: str, box: Box) -> Line:
        """A text in the middle of a box."""
        return self.beside(text, box, (box.width - self._width(text)) // 2)

    def tabs(self, notebook: ttk.Notebook) -> dict[int, Box]:
        """Boxes of a notebook's tabs, by their number."""
        y = self.height // 2 + 6
        found: dict[int, list[int]] = {}
        for x in range(0, notebook.winfo_width(), 2):
            number = self._tab_at(notebook, x, y)
            if number is not None:
                found.setdefault(number, []).append(x)
        left, top = self.box(notebook)[:2]
        return {
            number: Box(left + min(xs), top + 1, max(xs) + 2 - min(xs), self.height + 9)
            for number, xs in found.items()
        }

    @staticmethod
    def _tab_at(notebook: ttk.Notebook, x: int, y: int) -> int | None:
        try:
            number: Any = notebook.tk.call(str(notebook), "index", f"@{x},{y}")
        except tk.TclError:
            return None
        return None if number in ("", None) else int(number)

    def _width(self, text: str) -> int:
        edges = self._edges(FONT, text)
        return edges[-1] if edges else 0

    def _measured(self, font: str, text: str) -> tuple[int, ...]:
        return tuple(int(self._call("font", "measure", font, text[: end + 1])) for end in range(len(text)))
