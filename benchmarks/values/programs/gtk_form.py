"""The form in GTK 3. Arguments as of `tk_form`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gtk  # noqa: E402  (its version is asked for first)

if TYPE_CHECKING:
    from collections.abc import Callable


def main(out: str, *lists: str) -> None:
    """Show it until it is closed."""
    towns, ports, speeds, sorts, folders, notes = (listed.split("|") for listed in lists)
    window, said = Gtk.Window(title="Parcels"), Gtk.Label(label="Ready", xalign=0)
    window.set_default_size(1120, 640)
    window.connect("destroy", Gtk.main_quit)
    page, columns = Gtk.Box(orientation=Gtk.Orientation.VERTICAL), Gtk.Box(spacing=20, margin=12)
    columns.set_margin_start(280)  # the menu hangs where nothing stands
    form = Gtk.Grid(column_spacing=12, row_spacing=4)
    right = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=4)
    window.add(page)
    sort = _menu(page, sorts, said)
    page.add(columns)
    columns.add(form)
    columns.add(right)
    name, town, copies, due = _fields(form, towns)
    speed, port, folder = _radios(form, speeds), _list(right, "Port", ports), _list(right, "Folder", folders)
    for text in notes:
        right.add(Gtk.Label(label=text, xalign=0))
    values = (name, town, port, speed, sort, folder, copies, due)

    def save(_: Gtk.Button) -> None:
        Path(out).write_text("\n".join(value() for value in values), encoding="utf-8")
        said.set_text("Saved")

    button = Gtk.Button(label="Save")
    button.connect("clicked", save)
    form.attach(button, 0, 20, 1, 1)
    form.attach(said, 1, 20, 1, 1)
    window.show_all()
    Gtk.main()


def _fields(form: Gtk.Grid, towns: list[str]) -> list[Callable[[], str]]:
    name, town, due = Gtk.Entry(), Gtk.ComboBoxText(), Gtk.Entry()
    copies = Gtk.SpinButton.new_with_range(0, 9999, 1)
    for entry in towns:
        town.append_text(entry)
    for row, (label, field) in enumerate((("Name", name), ("Town", town), ("Copies", copies), ("Due", due))):
        form.attach(Gtk.Label(label=label, xalign=0), 0, row, 1, 1)
        form.attach(field, 1, row, 1, 1)
    chosen: list[Callable[[], str]] = [
        lambda: town.get_active_text() or "",
        lambda: str(copies.get_value_as_int()),
    ]
    return [name.get_text, *chosen, due.get_text]


def _radios(form: Gtk.Grid, speeds: list[str]) -> Callable[[], str]:
    none = Gtk.RadioButton()  # one of a group is always on: this one, which is not shown
    radios = [Gtk.RadioButton.new_with_label_from_widget(none, text) for text in speeds]
    for row, radio in enumerate(radios, 4):
        form.attach(radio, 1, row, 1, 1)
    return lambda: "".join(radio.get_label() for radio in radios if radio.get_active())


def _menu(page: Gtk.Box, sorts: list[str], said: Gtk.Label) -> Callable[[], str]:
    chosen = [""]

    def choose(_: Gtk.MenuItem, entry: str) -> None:
        chosen.append(entry)
        said.set_text(f"Sorted: {entry}")

    bar, menu, head = Gtk.MenuBar(), Gtk.Menu(), Gtk.MenuItem(label="Sort")
    for entry in sorts:
        item = Gtk.MenuItem(label=entry)
        item.connect("activate", choose, entry)
        menu.append(item)
    head.set_submenu(menu)
    bar.append(head)
    page.add(bar)
    return lambda: chosen[-1]


def _list(pane: Gtk.Box, label: str, entries: list[str]) -> Callable[[], str]:
    store = Gtk.ListStore(str)
    for entry in entries:
        store.append([entry])
    view = Gtk.TreeView(model=store, headers_visible=False)
    view.append_column(Gtk.TreeViewColumn("", Gtk.CellRendererText(), text=0))
    view.get_selection().unselect_all()
    window = Gtk.ScrolledWindow(min_content_height=150, min_content_width=260)
    window.add(view)
    pane.add(Gtk.Label(label=label, xalign=0))
    pane.add(window)

    def chosen() -> str:
        model, at = view.get_selection().get_selected()
        return str(model[at][0]) if at else ""

    return chosen


main(*sys.argv[1:])
