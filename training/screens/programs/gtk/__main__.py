"""GTK: `python -m training.screens.programs.gtk 3|4` reads plans, one a line, and tells of their windows."""

from __future__ import annotations

import os
import time
from typing import Any

from training.screens.programs.truth import first_plan, serve

first = first_plan()
os.environ |= {
    "GTK_THEME": first["theme"] + (":dark" if first["dark"] else ""),
    "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11",
    "GDK_SCALE": "2" if first["scale"] == 2 else "1", "GTK_A11Y": "none", "GSK_RENDERER": "cairo",
}  # fmt: skip

from training.screens.programs.gtk.binding import FOUR, GLib, Gtk  # noqa: E402
from training.screens.programs.gtk.window import Window  # noqa: E402

_SETTLED = 0.3
"""Seconds of work on events after the window is seen, in which the focus and its place come in."""
_DOTS = 96 * 1024
"""An inch, in the units of GTK's settings."""
if FOUR:
    Gtk.init()
settings = Gtk.Settings.get_default()
settings.set_property("gtk-enable-animations", False)  # noqa: FBT003
settings.set_property("gtk-cursor-blink", False)  # noqa: FBT003
settings.set_property("gtk-decoration-layout", "menu:minimize,maximize,close")
settings.set_property("gtk-xft-dpi", round(_DOTS * (1 if first["scale"] == 2 else first["scale"])))
_shown: list[Window] = []


def show(plan: Any) -> Any:
    """Put a plan's window in the place of the last one."""
    clear()
    settings.set_property("gtk-font-name", f"{plan['font'] or 'DejaVu Sans'} {plan['points']}")
    window = Window(plan)
    _shown.append(window)
    window.show()
    _work()
    window.focus()
    _work()
    if window.menus and plan["open_menu"] is not None:
        window.menus.open()
        _work()
    return window.tell()


def clear() -> None:
    """Take the window away."""
    while _shown:
        window = _shown.pop()
        if window.menus:
            window.menus.close()
        window.root.destroy()
    _work(0.05)


def _work(seconds: float = _SETTLED) -> None:
    context, until = GLib.MainContext.default(), time.monotonic() + seconds
    while time.monotonic() < until:
        while context.pending():
            context.iteration(False)  # noqa: FBT003
        time.sleep(0.005)


serve(first, show, clear, relative=FOUR, use=GLib.MainLoop().run)
