"""Menu bar of a Qt window, and its open menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from training.screens.programs.qt.binding import QtGui
from training.screens.programs.qt.boxes import box
from training.screens.programs.truth import element

if TYPE_CHECKING:
    from training.screens.programs.truth import Told


def fill_menu_bar(bar: Any, plan: Any) -> list[Any]:
    """Give a menu bar the menus of a plan."""
    bar.setNativeMenuBar(False)
    menus = []
    for menu in plan["menus"]:
        one = bar.addMenu(menu["text"])
        for item in menu["items"]:
            action = one.addAction(item["text"])
            action.setEnabled(item["enabled"])
            if item["keys"]:
                action.setShortcut(QtGui.QKeySequence(item["keys"]))
            if item["state"]:
                action.setCheckable(True)
                action.setChecked(item["state"] == "on")
        menus.append(one)
    return menus


def menu_bar(bar: Any, plan: Any) -> list[Told]:
    """The entries of the menu bar."""
    told = []
    for at, (action, menu) in enumerate(zip(bar.actions(), plan["menus"])):
        rect = bar.actionGeometry(action)
        if rect.isValid() and bar.rect().contains(rect):  # else it is behind the bar's arrow
            state = "chosen" if at == plan["open_menu"] else None
            told.append(element("menu", box(bar, rect), text=menu["text"], state=state))
    return told


def opened(menus: list[Any], plan: Any) -> tuple[list[Told], list[float] | None]:
    """The entries of the open menu, and its box."""
    if plan["open_menu"] is None:
        return [], None
    one, items = menus[plan["open_menu"]], plan["menus"][plan["open_menu"]]["items"]
    told = [
        element(
            "menu-item", box(one, one.actionGeometry(action)), item, text=item["text"], state=item["state"]
        )
        for action, item in zip(one.actions(), items)
    ]
    return told, box(one)
