"""A form of a plan in GTK 3: `gtk_form.py PLAN SCALE THEME`. Prints where the fields and buttons are."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

plan, scale, theme = json.loads(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
os.environ |= {"GDK_SCALE": str(scale), "GTK_THEME": theme, "NO_AT_BRIDGE": "1"}
import gi  # noqa: E402

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk  # noqa: E402

Gtk.Settings.get_default().set_property("gtk-cursor-blink", 0)
window = Gtk.Window(title="Form")
grid = Gtk.Grid(
    row_spacing=plan.get("gap", 6),
    column_spacing=plan.get("apart", 8),
    margin=16,
)
window.add(grid)
made: list[tuple[dict[str, Any], Any]] = []


def entry(cell: dict[str, Any]) -> Any:
    one = Gtk.Entry(text=cell["text"], width_chars=cell["width"], editable=cell.get("state") != "fixed")
    one.set_placeholder_text(cell.get("hint", ""))
    if cell.get("state") in ("selected", "focused"):
        GLib.timeout_add(
            200, lambda: one.grab_focus() or (cell["state"] == "focused" and one.set_position(-1))
        )
    return one


def area(cell: dict[str, Any]) -> Any:
    one = Gtk.TextView()
    one.get_buffer().set_text(cell["text"])
    one.set_size_request(320, 80)
    around = Gtk.Frame()
    around.add(one)
    return around


def choice(cell: dict[str, Any]) -> Any:
    one = Gtk.ComboBoxText()
    for text in (cell["text"], "O"):
        one.append_text(text)
    one.set_active(0)
    if cell["width"] > len("narrow"):
        one.set_size_request(8 * cell["width"], -1)
    return one


makers = {
    "field": entry,
    "area": area,
    "choice": choice,
    "button": lambda cell: Gtk.Button(label=cell["text"]),
}
for cell in plan["cells"]:
    if cell["kind"] in makers:
        widget = makers[cell["kind"]](cell)
        made.append((cell, widget))
    else:
        widget = Gtk.Label(label=cell["text"])
        if cell["kind"] == "small":
            widget.set_markup(f"<small>{cell['text']}</small>")
    side = {"right": Gtk.Align.END, "center": Gtk.Align.CENTER}.get(cell.get("align", ""), Gtk.Align.START)
    widget.set_halign(side)
    grid.attach(widget, cell["column"], cell["row"], 1, 1)


def tell() -> None:
    boxes = []
    for cell, one in made:
        _, left, top = window.get_window().get_origin()
        room = one.get_allocation()
        box = [left + room.x, top + room.y, room.width, room.height]
        boxes.append({**cell, "box": [scale * side for side in box]})
    print(json.dumps(boxes), flush=True)


window.show_all()
if not any("state" in cell for cell in plan["cells"]):
    window.set_focus(None)
GLib.timeout_add(1000, tell)
Gtk.main()
