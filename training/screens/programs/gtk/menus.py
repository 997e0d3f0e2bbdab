"""Menu bars of GTK 3 and 4, and their open menus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from training.screens.programs.gtk.binding import FOUR, Gdk, Gio, GLib, Gtk
from training.screens.programs.gtk.boxes import box, children, is_shown, offspring
from training.screens.programs.truth import element

if TYPE_CHECKING:
    from training.screens.programs.truth import Told


class MenuBar:
    """The menu bar of a plan."""

    def __init__(self, plan: Any, window: Any) -> None:
        self.plan = plan
        self.menus: list[Any] = []
        self.widget = self._four(window) if FOUR else self._three()

    def open(self) -> None:
        """Open the menu that the plan wants open."""
        at = self.plan["open_menu"]
        if at is None:
            return
        entry = self.entries()[at]
        if FOUR:
            next(inner for inner in children(entry) if isinstance(inner, Gtk.Popover)).popup()
        else:
            entry.select()
            west = Gdk.Gravity
            self.menus[at].popup_at_widget(entry, west.SOUTH_WEST, west.NORTH_WEST, None)

    def entries(self) -> list[Any]:
        """The widgets of the bar's entries."""
        return children(self.widget)

    def tell(self) -> list[Told]:
        """The entries of the bar."""
        return [
            element(
                "menu", box(one), text=menu["text"], state="chosen" if at == self.plan["open_menu"] else None
            )
            for at, (one, menu) in enumerate(zip(self.entries(), self.plan["menus"]))
        ]

    def opened(self) -> tuple[list[Told], list[float] | None]:
        """The entries of the open menu, and its box."""
        at = self.plan["open_menu"]
        if at is None:
            return [], None
        items = self.plan["menus"][at]["items"]
        if FOUR:
            outer = next(inner for inner in children(self.entries()[at]) if isinstance(inner, Gtk.Popover))
            found = [one for one in offspring(outer) if one.get_css_name() == "modelbutton" and is_shown(one)]
        else:
            outer, found = self.menus[at].get_toplevel(), self.menus[at].get_children()
        told = [
            element("menu-item", box(one), item, text=item["text"], state=item["state"])
            for one, item in zip(found, items)
        ]
        return told, box(outer)

    def close(self) -> None:
        """Close the open menu."""
        if self.plan["open_menu"] is not None and not FOUR:
            self.menus[self.plan["open_menu"]].popdown()

    def _three(self) -> Any:
        bar = Gtk.MenuBar()
        for menu in self.plan["menus"]:
            entry, one = Gtk.MenuItem(label=menu["text"]), Gtk.Menu()
            for item in menu["items"]:
                inner: Any = (
                    Gtk.CheckMenuItem(label=item["text"])
                    if item["state"]
                    else Gtk.MenuItem(label=item["text"])
                )
                if item["state"]:
                    inner.set_active(item["state"] == "on")
                inner.set_sensitive(item["enabled"])
                if item["keys"]:
                    inner.get_child().set_accel(ord(item["keys"][-1].lower()), Gdk.ModifierType.CONTROL_MASK)
                one.append(inner)
            one.show_all()
            entry.set_submenu(one)
            bar.append(entry)
            self.menus.append(one)
        return bar

    def _four(self, window: Any) -> Any:
        model, actions = Gio.Menu(), Gio.SimpleActionGroup()
        for number, menu in enumerate(self.plan["menus"]):
            one = Gio.Menu()
            for at, item in enumerate(menu["items"]):
                name = f"item{number}x{at}"
                if item["state"]:
                    state = GLib.Variant.new_boolean(item["state"] == "on")
                    action = Gio.SimpleAction.new_stateful(name, None, state)
                else:
                    action = Gio.SimpleAction.new(name, None)
                action.set_enabled(item["enabled"])
                actions.add_action(action)
                entry = Gio.MenuItem.new(item["text"], f"own.{name}")
                if item["keys"]:
                    entry.set_attribute_value(
                        "accel", GLib.Variant("s", f"<Control>{item['keys'][-1].lower()}")
                    )
                one.append_item(entry)
            model.append_submenu(menu["text"], one)
        window.insert_action_group("own", actions)
        return Gtk.PopoverMenuBar.new_from_model(model)
