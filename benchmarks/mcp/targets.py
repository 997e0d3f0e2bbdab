"""A program of buttons that writes down every click, and moves, doubles, covers or rearranges them when told.

`python targets.py FOLDER SEED`: `clicks` there gets a line for each click; what stands in `wanted` (a number
and `move`, `double`, `cover`, `swap` or `calm`) is done to the window, and then written into `done`.
"""

from __future__ import annotations

import random
import sys
import tkinter as tk
from pathlib import Path

_LOOK = 10
"""Milliseconds between two looks at what is wanted."""
NAMES = ("Delete", "Save", "Pay now", "Archive", "Send")


class Window:
    """Buttons at places of their own."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._random, self._last = folder, random.Random(seed), ""
        self._root = tk.Tk()
        self._root.title("Targets")
        self._root.geometry("620x420+60+40")
        self._extra: list[tk.Widget] = []
        self.places = {
            name: (40 + 290 * (number % 2), 30 + 110 * (number // 2)) for number, name in enumerate(NAMES)
        }
        self.buttons = {name: self._button(name) for name in NAMES}
        self._arrange()
        self._root.after(_LOOK, self._look)

    def run(self) -> None:
        """Show them."""
        self._root.mainloop()

    def _button(self, name: str) -> tk.Button:
        return tk.Button(self._root, text=name, width=12, command=lambda: self._clicked(name))

    def _clicked(self, name: str) -> None:
        with (self._folder / "clicks").open("a", encoding="utf-8") as file:
            file.write(name + "\n")

    def _arrange(self) -> None:
        for name, (x, y) in self.places.items():
            self.buttons[name].place(x=x, y=y, height=44)

    def _look(self) -> None:
        wanted = (self._folder / "wanted").read_text(encoding="utf-8")
        if wanted != self._last and wanted.endswith("\n"):
            self._last = wanted
            self._change(wanted.split()[1])
            (self._folder / "done").write_text(wanted, encoding="utf-8")
        self._root.after(_LOOK, self._look)

    def _change(self, how: str) -> None:
        for widget in self._extra:
            widget.destroy()
        self._extra = []
        if how == "move":
            x, y = self._random.randint(0, 170), self._random.randint(20, 140)
            self._root.geometry(f"620x420+{x}+{y}")
        if how == "double":
            self._extra = [self._button("Save")]
            self._extra[0].place(x=330, y=330, height=44)
        if how == "cover":
            self._extra = [
                tk.Button(self._root, text="Really delete all", command=lambda: self._clicked("Really"))
            ]
            self._extra[0].place(x=20, y=20, width=580, height=380)
        if how == "swap":
            names = list(NAMES)
            self._random.shuffle(names)
            self.places = dict(zip(names, self.places.values(), strict=True))
            self._arrange()
        self._root.update()


if __name__ == "__main__":
    Window(Path(sys.argv[1]), int(sys.argv[2])).run()
