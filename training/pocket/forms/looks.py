"""Looks: what stands where on a form's page that is shown."""

from __future__ import annotations

import tkinter as tk
from tkinter import ttk
from typing import TYPE_CHECKING

from training.pocket.episode import Line, Look, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from customer_fields import Placed

    from tools.geometry import Box
    from training.pocket.forms.ruler import Ruler
    from training.pocket.forms.window import Form


def look(form: Form, ruler: Ruler, cover: Box | None = None) -> Look:
    """What can be clicked and read.

    Args:
        form: the window.
        ruler: measures it.
        cover: what lies over it: nothing below that is told.
    """
    marks = [*_tabs(form, ruler), *_fields(form, ruler), *_buttons(form, ruler)]
    lines = list(_lines(form, ruler))
    if cover:
        marks = [one for one in marks if _is_free(one, cover)]
        lines = [line for line in lines if not _meets(line, cover)]
    return Look(tuple(marks), tuple(lines))


def shown(form: Form) -> list[Placed]:
    """The fields of the page that is shown."""
    page = str(form.tk.call(str(form.notebook), "select")) + "."
    return [placed for placed in form.entries.placed if str(placed.widget).startswith(page)]


def children(widget: tk.Misc, kind: type[tk.Widget]) -> Iterator[tk.Widget]:
    """Those of a class that are shown, below a widget."""
    for child in widget.winfo_children():
        if isinstance(child, kind) and child.winfo_ismapped():
            yield child
        yield from children(child, kind)


def _tabs(form: Form, ruler: Ruler) -> Iterator[Mark]:
    for number, box in ruler.tabs(form.notebook).items():
        title = str(form.tk.call(str(form.notebook), "tab", number, "-text"))
        yield Mark("tab", title, "", box.center, box, "", (ruler.centred(title, box),))


def _buttons(form: Form, ruler: Ruler) -> Iterator[Mark]:
    for button in children(form, ttk.Button):
        text, box = str(button.cget("text")), ruler.box(button)
        yield Mark("button", text, "", box.center, box, "", (ruler.centred(text, box),))


def _fields(form: Form, ruler: Ruler) -> Iterator[Mark]:
    for placed in shown(form):
        field, box = placed.field, ruler.box(placed.widget)
        if field.kind == "radio":
            yield from _radios(placed, ruler)
        elif field.kind == "check":
            line = ruler.at_right(field.label, box)
            yield Mark("check", field.label, placed.group, box.center, box, "", (line,))
        else:
            assert placed.label
            label = ruler.beside(field.label, ruler.box(placed.label), 1)
            yield Mark(field.kind, field.label, placed.group, box.center, box, held(placed), (label,))


def _radios(placed: Placed, ruler: Ruler) -> Iterator[Mark]:
    for button in placed.widget.winfo_children():
        text, box = str(button.cget("text")), ruler.box(button)
        yield Mark("radio", text, placed.group, box.center, box, "", (ruler.at_right(text, box),))


def held(placed: Placed) -> str:
    """What stands in a field."""
    if isinstance(placed.widget, tk.Text):
        return placed.widget.get("1.0", "end").strip()
    return str(placed.widget.get()) if isinstance(placed.widget, ttk.Entry) else ""


def _lines(form: Form, ruler: Ruler) -> Iterator[Line]:
    """Titles of groups, labels of rows of buttons, what stands in fields, and the status line."""
    for frame in children(form, ttk.LabelFrame):
        box = ruler.box(frame)
        yield ruler.line(str(frame.cget("text")), box.left + 6, box.top)
    for placed in shown(form):
        box = ruler.box(placed.widget)
        if placed.field.kind == "radio" and placed.label:
            yield ruler.beside(placed.field.label, ruler.box(placed.label), 1)
        elif placed.field.kind == "note" and held(placed):
            yield ruler.line(held(placed), box.left + 5, box.top + 5)
        elif value := held(placed):
            yield ruler.beside(value, box, 7)
    status = next(one for one in form.winfo_children() if isinstance(one, ttk.Label))
    yield ruler.beside(form.status.get(), ruler.box(status), 9)


def _is_free(mark: Mark, cover: Box) -> bool:
    return not mark.box.meets(cover) and not any(_meets(line, cover) for line in mark.lines)


def _meets(line: Line, cover: Box) -> bool:
    right = line.left + (line.edges[-1] if line.edges else 0)
    return (
        line.left < cover.right and right > cover.left and line.top < cover.bottom and line.bottom > cover.top
    )
