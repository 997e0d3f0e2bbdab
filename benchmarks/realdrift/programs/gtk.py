"""The register in GTK: `gtk.py 3` or `gtk.py 4`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import gi
from register import COLUMNS, COUNTRIES, TITLE, Register


class Window:
    """The form beside the list, in either of the releases.

    Args:
        application: whose window it is.
        register: what it shows and changes.
        old: whether it is GTK 3.
    """

    def __init__(self, application: object, register: Register, *, old: bool) -> None:
        from gi.repository import Gtk

        self._gtk, self._register, self._old = Gtk, register, old
        window = Gtk.ApplicationWindow(application=application, title=TITLE)
        window.set_default_size(1000, 420)
        self._name, self._city, self._country = Gtk.Entry(), Gtk.Entry(), Gtk.ComboBoxText()
        for text in ("Please choose", *COUNTRIES):
            self._country.append_text(text)
        self._country.set_active(0)
        self._newsletter, self._notice = Gtk.CheckButton(label="Newsletter"), self._label("")
        save = Gtk.Button(label="Save customer")
        save.connect("clicked", self._save)
        form = self._box(Gtk.Orientation.VERTICAL, 8)
        parts = (
            *(self._label("Full name"), self._name, self._label("City"), self._city, self._newsletter),
            *(self._label("Country"), self._country, save),
        )
        self._table = Gtk.Grid(column_spacing=40, row_spacing=12)
        beside = self._box(Gtk.Orientation.VERTICAL, 12)
        whole = self._box(Gtk.Orientation.HORIZONTAL, 60)
        for box, inside in ((form, parts), (beside, (self._notice, self._table)), (whole, (form, beside))):
            for part in inside:
                self._add(box, part)
        self._add(window, whole)
        self._show()
        window.show_all() if old else window.present()

    def _box(self, orientation: object, spacing: int) -> object:
        edges = dict.fromkeys(("margin_top", "margin_bottom", "margin_start", "margin_end"), 12)
        return self._gtk.Box(orientation=orientation, spacing=spacing, **edges)

    def _label(self, text: str) -> object:
        return self._gtk.Label(label=text, xalign=0)

    def _add(self, parent: object, child: object) -> None:
        if self._old:
            parent.add(child)
        elif isinstance(parent, self._gtk.Window):
            parent.set_child(child)
        else:
            parent.append(child)

    def _save(self, _button: object) -> None:
        self._register.save(
            self._name.get_text(),
            self._city.get_text(),
            self._country.get_active_text(),
            newsletter=self._newsletter.get_active(),
        )
        self._show()

    def _approve(self, _button: object, name: str) -> None:
        self._register.approve(name)
        self._show()

    def _show(self) -> None:
        self._notice.set_text(self._register.notice)
        for _ in range(len(self._register.shown) + 1):
            self._table.remove_row(0)
        for column, text in enumerate(COLUMNS):
            head = self._label("")
            head.set_markup(f"<b>{text}</b>")
            self._table.attach(head, column, 0, 1, 1)
        for row, customer in enumerate(self._register.shown, 1):
            for column, text in enumerate(customer.cells):
                self._table.attach(self._label(text), column, row, 1, 1)
            if not customer.approved:
                button = self._gtk.Button(label="Approve")
                button.connect("clicked", self._approve, customer.name)
                self._table.attach(button, len(COLUMNS), row, 1, 1)
        if self._old:
            self._table.show_all()


def main() -> None:
    """Show it until the window is closed."""
    given = ArgumentParser()
    given.add_argument("release", choices=["3", "4"])
    given.add_argument("--regression")
    given.add_argument("--state", type=Path)
    told = given.parse_args()
    gi.require_version("Gtk", f"{told.release}.0")
    from gi.repository import Gtk

    application = Gtk.Application(application_id="org.example.Register")
    register = Register(told.regression, told.state)
    application.connect("activate", lambda one: Window(one, register, old=told.release == "3"))
    application.run([])


if __name__ == "__main__":
    main()
