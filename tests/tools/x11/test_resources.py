"""Resources that the programs of a display look up."""

from __future__ import annotations

from tools.x11.resources import set_resources


def test_resources_are_what_programs_look_up(xserver: str) -> None:
    import tkinter as tk

    set_resources(xserver, {"*background": "#123456"})
    root = tk.Tk(screenName=xserver)
    try:
        assert root.option_get("background", "Background") == "#123456"
    finally:
        root.destroy()
        set_resources(xserver, {})
