"""Painter: draws windows one after another, JSON pictures in, JSON boxes out. Tk only.

A picture is a line `{kind, at, look, items, photo, photo_seed}`; the answer, once it is on the screen, a line
`{id: [left, top, width, height]}` in root pixels for everything that can be a target. An empty answer is a
picture that could not be drawn.
"""

from __future__ import annotations

import json
import sys
import tkinter as tk
import tkinter.font as tkfont
from tkinter import ttk
from typing import Any

Picture = dict[str, Any]


class Painter:
    """A window with one picture in it."""

    def __init__(self, root: tk.Tk, picture: Picture) -> None:
        self.picture, self.look, self.shown = picture, picture["look"], {}  # type: ignore[var-annotated]
        root.tk.call("tk", "scaling", 96 / 72 * self.look["dpi"])
        for name in ("TkDefaultFont", "TkTextFont", "TkHeadingFont"):
            tkfont.nametofont(name).configure(
                family=self.look["font"], size=self.look["size"], weight=self.look["weight"]
            )
        self._style(ttk.Style())
        self.page = tk.Toplevel(root, bg=self.look["bg"])
        self.page.title(picture["kind"])
        self.page.geometry("+{}+{}".format(*picture["at"]))
        getattr(self, f"_{picture['kind']}")(picture["items"])

    def _style(self, style: ttk.Style) -> None:
        look = self.look
        style.theme_use(look["theme"])
        style.configure(".", background=look["bg"], foreground=look["fg"], insertofftime=0)
        style.map(".", foreground=[("disabled", look["faint"])])
        style.configure("TEntry", fieldbackground=look["field"], foreground=look["fg"])
        style.configure("TButton", background=look["button"])

    def _put(self, name: str, widget: Any, **grid: Any) -> None:
        self.shown[name] = widget
        widget.grid(**{"padx": 6, "pady": 4, "sticky": "w", **grid})

    def _form(self, items: list[Picture]) -> None:
        page = ttk.Frame(self.page, padding=12)
        page.pack()
        for row, item in enumerate(items):
            self._control(page, item, row)

    def _control(self, page: ttk.Frame, item: Picture, row: int) -> None:
        name, text = item["id"], item["text"]
        state = ["disabled"] if item.get("disabled") else []
        if item["role"] == "field":
            ttk.Label(page, text=f"{text}:").grid(row=row, column=0, sticky="e")
            entry = ttk.Entry(page, width=26)
            entry.insert(0, item.get("value", ""))
            self._put(name, entry, row=row, column=1)
            return
        kinds = {"button": ttk.Button, "check": ttk.Checkbutton, "radio": ttk.Radiobutton, "label": ttk.Label}
        widget = kinds[item["role"]](page, text=text)
        widget.state([*state, "!alternate"])
        self._put(name, widget, row=row, column=item.get("column", 1))

    def _installer(self, items: list[Picture]) -> None:
        side = tk.Canvas(self.page, width=150, height=380, highlightthickness=0)
        side.grid(row=0, column=0, rowspan=3)
        for band in range(38):
            shade = f"#{20 + band * 3:02x}{40 + band * 4:02x}{110 + band * 3:02x}"
            side.create_rectangle(0, band * 10, 150, band * 10 + 10, fill=shade, width=0)
        page = ttk.Frame(self.page, padding=16)
        page.grid(row=0, column=1, sticky="nw")
        for row, item in enumerate(item for item in items if item["role"] != "button"):
            self._control(page, item, row)
        foot = ttk.Frame(self.page, padding=8)
        foot.grid(row=2, column=1, sticky="e")
        for column, item in enumerate(item for item in items if item["role"] == "button"):
            self._control(foot, {**item, "column": column}, 0)

    def _rows(self, items: list[Picture]) -> None:
        page = ttk.Frame(self.page, padding=6)
        page.pack()
        for row, item in enumerate(items):
            for column, cell in enumerate(item["cells"]):
                label = ttk.Label(page, text=cell, width=[16, 12, 11, 10][column])
                self._put(f"{item['id']}/{column}", label, row=row, column=column, pady=1)
            for column, caption in enumerate(item["buttons"], 4):
                self._put(
                    f"{item['id']}/{caption}", ttk.Button(page, text=caption), row=row, column=column, pady=1
                )

    def _entries(self, items: list[Picture]) -> None:
        for number, item in enumerate(items):
            ground = self.look["field"] if number % 2 else self.look["bg"]
            ink = self.look["faint"] if item.get("disabled") else self.look["fg"]
            label = tk.Label(self.page, text=item["text"], bg=ground, fg=ink, anchor="w", width=44)
            self.shown[item["id"]] = label
            label.pack(fill="x")

    def _icons(self, items: list[Picture]) -> None:
        """Folders and sheets that look alike, each with its name below."""
        canvas = tk.Canvas(self.page, width=620, height=420, bg=self.look["field"], highlightthickness=0)
        canvas.pack()
        for number, item in enumerate(items):
            left, top = 30 + number % 5 * 118, 20 + number // 5 * 96
            fill = "#e0b050" if item["sign"] == "folder" else "#6090d0"
            canvas.create_rectangle(
                left + 8, top + 6, left + 56, top + 44, fill=fill, outline=self.look["fg"]
            )
            canvas.create_line(
                left + 8, top + 18, left + 30, top + 10, left + 56, top + 18, fill=self.look["fg"]
            )
            canvas.create_text(left + 32, top + 58, text=item["text"], fill=self.look["fg"])
            self.shown[item["id"]] = (canvas, left, top, 66, 70)

    def _photo(self, items: list[Picture]) -> None:
        """Texts over a picture."""
        self.behind = tk.PhotoImage(file=self.picture["photo"], master=self.page)
        canvas = tk.Canvas(self.page, width=700, height=460, highlightthickness=0)
        canvas.create_image(0, 0, image=self.behind, anchor="nw")
        canvas.pack()
        for number, item in enumerate(items):
            left, top = 50 + number % 3 * 210, 40 + number // 3 * 66
            ink = "#9a9a9a" if item.get("disabled") else "#ffffff"
            canvas.create_text(left + 90, top + 20, text=item["text"], fill=ink)
            self.shown[item["id"]] = (canvas, left, top, 180, 40)

    _noise = _photo

    def boxes(self) -> dict[str, list[int]]:
        """Where everything is, in root pixels."""
        return {name: _box(shown) for name, shown in self.shown.items()}


def _box(shown: Any) -> list[int]:
    if isinstance(shown, tuple):
        canvas, left, top, width, height = shown
        return [canvas.winfo_rootx() + left, canvas.winfo_rooty() + top, width, height]
    return [shown.winfo_rootx(), shown.winfo_rooty(), shown.winfo_width(), shown.winfo_height()]


def main() -> None:
    root = tk.Tk()
    root.withdraw()
    for line in sys.stdin:
        painter = Painter(root, json.loads(line))
        painter.page.wait_visibility()
        last: dict[str, list[int]] = {}
        while last != (last := painter.boxes()) or not last:  # the window manager moves it into its frame
            for _ in range(8):
                root.update()
                root.after(15)
        print(json.dumps(last), flush=True)
        sys.stdin.readline()  # an empty line: it has been seen
        painter.page.destroy()
        root.update()


main()
