"""Popups over a form: the list of a drop-down field, and dialogs. Both are Tk's own, known by their paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box, Point
from training.pocket.episode import Line, Look, Mark
from training.pocket.forms.looks import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.pocket.forms.ruler import Ruler
    from training.pocket.forms.window import Form

DIALOG = ".__tk__messagebox"
_TITLE = 26
"""Pixels that the window manager draws over a dialog."""
_BAR = 16
"""Pixels of a list's scroll bar."""


def post(form: Form, field: str) -> None:
    """Open a drop-down field's list, as a click does."""
    form.tk.call("ttk::combobox::Post", field)


def unpost(form: Form, field: str) -> None:
    """Close it."""
    form.tk.call("ttk::combobox::Unpost", field)


def turn_wheel(form: Form, field: str, *, down: bool) -> None:
    """Turn the wheel by a notch over its list."""
    form.tk.call("event", "generate", _list_of(field), "<Button-5>" if down else "<Button-4>")


def list_look(form: Form, ruler: Ruler, field: str, options: Sequence[str]) -> Look:
    """What stands where while the list is open; its options first."""
    cover = ruler.box(f"{field}.popdown")
    below = look(form, ruler, cover)
    rows = tuple(_rows(form, ruler, _list_of(field), options, cover))
    return Look((*rows, *below.marks), below.lines)


def _rows(form: Form, ruler: Ruler, listing: str, options: Sequence[str], cover: Box) -> Iterator[Mark]:
    corner = ruler.box(listing)
    for number, option in enumerate(options):
        told = form.tk.splitlist(form.tk.call(listing, "bbox", number))
        if not told:
            continue  # it is scrolled out
        left, top, width, height = (int(part) for part in told)
        box = Box(corner.left + 1, corner.top + top, cover.right - _BAR - corner.left, height)
        if box.bottom <= cover.bottom:
            at = Point(corner.left + left + width // 2, box.center.y)  # a person clicks the word
            yield Mark("row", option, "", at, box, "", (ruler.line(option, corner.left + left, box.top),))


def dialog_look(form: Form, ruler: Ruler) -> Look:
    """What stands where while a dialog is open; its buttons first."""
    inner = ruler.box(DIALOG)
    cover = Box(inner.left - 3, inner.top - _TITLE, inner.width + 6, inner.height + _TITLE + 4)
    below = look(form, ruler, cover)
    buttons, lines = [], []
    for path in _below(form, DIALOG):
        kind = str(form.tk.call("winfo", "class", path))
        if kind not in ("TButton", "TLabel") or not int(form.tk.call("winfo", "ismapped", path)):
            continue
        text, box = str(form.tk.call(path, "cget", "-text")), ruler.box(path)
        if kind == "TButton":
            buttons.append(Mark("button", text, "", box.center, box, "", (ruler.centred(text, box),)))
        elif text:
            lines += list(_message(ruler, text, box))
    names = {mark.label for mark in buttons}
    others = [mark for mark in below.marks if mark.label not in names]
    return Look((*buttons, *others), (*lines, *below.lines))


def is_drawn(form: Form) -> bool:
    """Whether a dialog is on the screen."""
    shown = int(form.tk.call("winfo", "exists", DIALOG)) and int(form.tk.call("winfo", "viewable", DIALOG))
    return bool(shown)


def press(form: Form, label: str) -> None:
    """Press a dialog's button."""
    path = next(
        path
        for path in _below(form, DIALOG)
        if str(form.tk.call("winfo", "class", path)) == "TButton"
        and str(form.tk.call(path, "cget", "-text")) == label
    )
    form.tk.call(path, "invoke")


def _message(ruler: Ruler, text: str, box: Box) -> Iterator[Line]:
    for row, part in enumerate(text.split("\n")):
        yield ruler.line(part, box.left + 1, box.top + row * ruler.height, "TkCaptionFont")


def _list_of(field: str) -> str:
    return f"{field}.popdown.f.l"


def _below(form: Form, path: str) -> Iterator[str]:
    for child in form.tk.splitlist(form.tk.call("winfo", "children", path)):
        yield str(child)
        yield from _below(form, str(child))
