"""Writes down every press and key as it reaches the form, by what it goes to and not by where that is.

The log of two runs that do the same is the same, however the form looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tkinter as tk
    from pathlib import Path

_MODIFIERS = frozenset(
    f"{name}_{side}" for name in ("Shift", "Control", "Alt", "Super", "Meta") for side in "LR"
)
_POPDOWN = ".popdown"
"""Begins the part of a widget's path that belongs to the list of a drop-down."""


class EventLog:
    """A file that gets a line for each press and key.

    Args:
        form: the program's window.
        names: path of a widget -> what it is, for the fields.
        file: is appended to.
    """

    def __init__(self, form: tk.Tk, names: dict[str, str], file: Path) -> None:
        self._form, self._names, self._file = form, names, file
        form.bind_all("<ButtonPress>", self._pressed, add="+")
        form.bind_all("<KeyPress>", self._typed, add="+")

    def say(self, words: str) -> None:
        """Add a line."""
        with self._file.open("a") as file:
            file.write(f"{words}\n")

    def _pressed(self, event: tk.Event[tk.Misc]) -> None:
        self.say(f"press {event.num} {self._named(str(event.widget), event.x, event.y)}")

    def _typed(self, event: tk.Event[tk.Misc]) -> None:
        if event.keysym not in _MODIFIERS:
            self.say(f"key {event.keysym} {self._named(str(event.widget), event.x, event.y)}")

    def _named(self, path: str, x: int, y: int) -> str:
        """What a widget is: a field by its column; a list's line, a tab and others by their text."""
        ask = self._form.tk.call
        kind = str(ask("winfo", "class", path))
        owner, popdown, _ = path.partition(_POPDOWN)
        if popdown and kind == "Listbox":
            line = ask(path, "get", ask(path, "nearest", y))
            return f'list {self._names.get(owner, "?")} "{line}"'
        if path in self._names:
            return f"{kind} {self._names[path]}"
        if kind == "TNotebook":
            return f"tabs {self._tab(path, x, y)}"
        if kind in ("TButton", "TCheckbutton", "TRadiobutton", "TLabel", "TLabelframe"):
            return f'{kind} "{ask(path, "cget", "-text")}"'
        return kind

    def _tab(self, path: str, x: int, y: int) -> str:
        """The tab under a point of a notebook; only the pressed one, not the chosen one, is told."""
        tab = self._form.tk.call(path, "index", f"@{x},{y}")
        return "" if tab == "" else f'"{self._form.tk.call(path, "tab", tab, "-text")}"'
