"""The form in GTK 3. Arguments as of `tk_form`."""

from __future__ import annotations

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gtk  # noqa: E402  (its version is asked for first)


def _column(entries: list[str]) -> tuple[Gtk.ScrolledWindow, Gtk.TreeView]:
    store = Gtk.ListStore(str)
    for entry in entries:
        store.append([entry])
    view = Gtk.TreeView(model=store, headers_visible=False)
    view.append_column(Gtk.TreeViewColumn("", Gtk.CellRendererText(), text=0))
    view.get_selection().unselect_all()
    pane = Gtk.ScrolledWindow(min_content_height=150, min_content_width=260)
    pane.add(view)
    return pane, view


def _chosen(view: Gtk.TreeView) -> list[str]:
    model, at = view.get_selection().get_selected()
    return [model[at][0]] if at else []


def main(out: str, *lists: str) -> None:
    """Show it until it is closed."""
    towns, ports, speeds, sorts, folders, notes = (listed.split("|") for listed in lists)
    window = Gtk.Window(title="Parcels")
    window.set_default_size(1120, 640)
    window.connect("destroy", Gtk.main_quit)
    page, columns = Gtk.Box(orientation=Gtk.Orientation.VERTICAL), Gtk.Box(spacing=20, margin=12)
    window.add(page)
    bar, menu, sorted_by = Gtk.MenuBar(), Gtk.Menu(), []
    for entry in sorts:
        item = Gtk.MenuItem(label=entry)
        item.connect(
            "activate", lambda _, entry=entry: (sorted_by.append(entry), said.set_text(f"Sorted: {entry}"))
        )
        menu.append(item)
    head = Gtk.MenuItem(label="Sort")
    head.set_submenu(menu)
    bar.append(head)
    page.add(bar)
    page.add(columns)
    form = Gtk.Grid(column_spacing=12, row_spacing=8)
    right = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=4)
    columns.set_margin_start(280)  # the menu hangs where nothing stands
    columns.add(form)
    columns.add(right)
    name, town, due = Gtk.Entry(), Gtk.ComboBoxText(), Gtk.Entry()
    copies = Gtk.SpinButton.new_with_range(0, 9999, 1)
    for entry in towns:
        town.append_text(entry)
    for row, (label, field) in enumerate((("Name", name), ("Town", town), ("Copies", copies), ("Due", due))):
        form.attach(Gtk.Label(label=label, xalign=0), 0, row, 1, 1)
        form.attach(field, 1, row, 1, 1)
    radios = []
    for row, text in enumerate(speeds, 4):
        radios.append(Gtk.RadioButton.new_with_label_from_widget(radios[0] if radios else None, text))
        form.attach(radios[-1], 1, row, 1, 1)
    port_pane, port = _column(ports)
    folder_pane, folder = _column(folders)
    for label, pane in (("Port", port_pane), ("Folder", folder_pane)):
        right.add(Gtk.Label(label=label, xalign=0))
        right.add(pane)
    for text in notes:
        right.add(Gtk.Label(label=text, xalign=0))
    said = Gtk.Label(label="Ready", xalign=0)

    def save(_: Gtk.Button) -> None:
        speed = [radio.get_label() for radio in radios if radio.get_active()]
        picked = (_chosen(port), speed, sorted_by[-1:], _chosen(folder))
        values = [name.get_text(), town.get_active_text() or "", *("".join(chosen) for chosen in picked)]
        values += [str(copies.get_value_as_int()), due.get_text()]
        Path(out).write_text("\n".join(values), encoding="utf-8")
        said.set_text("Saved")

    button = Gtk.Button(label="Save")
    button.connect("clicked", save)
    form.attach(button, 0, 20, 1, 1)
    form.attach(said, 1, 20, 1, 1)
    window.show_all()
    Gtk.main()


main(*sys.argv[1:])
