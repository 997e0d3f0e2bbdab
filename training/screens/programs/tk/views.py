"""Tables, lists and trees of Tk and ttk."""

from __future__ import annotations

import tkinter as tk
import tkinter.font as tkfont
from tkinter import ttk
from typing import TYPE_CHECKING, Any

from training.screens.programs.truth import element, inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.screens.programs.truth import Told

    Made = tuple[tk.Widget, Callable[[], list[Told]]]


def listed(parent: tk.Misc, asked: Any) -> Made:
    """A list box."""
    frame, one, bar = _scrolled(parent, lambda frame: tk.Listbox(frame, height=4, exportselection=False))
    for text in asked["choices"]:
        one.insert("end", text)
    if asked["choice"] is not None:
        one.selection_set(asked["choice"])

    def tell() -> list[Told]:
        edge = int(str(one["borderwidth"])) + int(str(one["highlightthickness"]))
        area = [one.winfo_rootx() + edge, one.winfo_rooty() + edge]
        area += [one.winfo_width() - 2 * edge, one.winfo_height() - 2 * edge]
        rows = []
        for at, text in enumerate(asked["choices"]):
            place = one.bbox(at)
            if place:
                box = [area[0], one.winfo_rooty() + place[1] - 1, area[2], place[3] + 1]
                rows.append(element("row", box, text=text, state="chosen" if at == asked["choice"] else None))
        return [*inside(rows, area), _bar(bar)]

    return frame, tell


def table(parent: tk.Misc, asked: Any) -> Made:
    """A table with headers."""
    names = [str(at) for at in range(len(asked["headers"]))]
    count = min(len(asked["rows"]), 5)
    frame, one, bar = _scrolled(
        parent, lambda frame: ttk.Treeview(frame, columns=names, show="headings", height=count)
    )
    font = tkfont.nametofont("TkDefaultFont")
    for at, (name, header) in enumerate(zip(names, asked["headers"], strict=True)):
        one.heading(name, text=header)
        longest = max([header, *(row[at] for row in asked["rows"])], key=font.measure)
        one.column(name, width=font.measure(longest) + 24, stretch=False)
    items = [one.insert("", "end", values=row) for row in asked["rows"]]
    if asked["chosen"] is not None:
        one.selection_set(items[asked["chosen"]])

    def tell() -> list[Told]:
        first = [_placed(one, items[0], name) for name in names]
        told = [
            element("header", box, text=asked["headers"][at]) for at, box in enumerate(_headings(one, first))
        ]
        for at, item in enumerate(items):
            cells = [_placed(one, item, name) for name in names]
            found = [box for box in cells if box]
            if found:
                state = "chosen" if at == asked["chosen"] else None
                told.append(element("row", _around(found), text=" ".join(asked["rows"][at]), state=state))
            told += [
                element("cell", box, text=text)
                for box, text in zip(cells, asked["rows"][at], strict=True)
                if box
            ]
        return [*inside(told, _box(one)), _bar(bar)]

    return frame, tell


def tree(parent: tk.Misc, asked: Any) -> Made:
    """A tree without columns."""
    frame, one, bar = _scrolled(parent, lambda frame: ttk.Treeview(frame, show="tree", height=5))
    items, top = [], ""
    for node in asked["nodes"]:
        if node["depth"] == 0:
            top = one.insert("", "end", text=node["text"], open=node["state"] == "open")
            items.append(top)
        else:
            items.append(one.insert(top, "end", text=node["text"]))
        if node["chosen"]:
            one.selection_set(items[-1])

    def tell() -> list[Told]:
        told = []
        for node, item in zip(asked["nodes"], items, strict=True):
            place = _placed(one, item, None)
            if place:
                told.append(
                    element("node", place, text=node["text"], state=node["state"], chosen=node["chosen"])
                )
        return [*inside(told, _box(one)), _bar(bar)]

    return frame, tell


def _scrolled(parent: tk.Misc, make: Callable[[tk.Misc], Any]) -> tuple[tk.Widget, Any, Any]:
    frame = ttk.Frame(parent)
    one = make(frame)
    bar = ttk.Scrollbar(frame, command=one.yview)
    one.configure(yscrollcommand=bar.set)
    bar.pack(side="right", fill="y")
    one.pack(side="left")
    return frame, one, bar


def _headings(one: ttk.Treeview, cells: list[list[int] | None]) -> list[list[int]]:
    """The boxes of a table's headers: as wide as the cells below, as tall as Tk says, point for point."""
    rows = [y for y in range(one.winfo_height()) if one.identify_region(8, y) == "heading"]
    return [[cell[0], one.winfo_rooty() + rows[0], cell[2], len(rows)] for cell in cells if cell]


def _placed(one: ttk.Treeview, item: str, column: str | None) -> list[int] | None:
    place = one.bbox(item, column)
    return [one.winfo_rootx() + place[0], one.winfo_rooty() + place[1], *place[2:]] if place else None


def _around(boxes: list[list[int]]) -> list[int]:
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return [left, top, right - left, bottom - top]


def _box(one: tk.Misc) -> list[int]:
    return [one.winfo_rootx(), one.winfo_rooty(), one.winfo_width(), one.winfo_height()]


def _bar(bar: Any) -> Told:
    return element("scrollbar", _box(bar))
