"""Look of the Tk windows: theme, colours and fonts. `classic` is Tk's own widgets, without a theme."""

from __future__ import annotations

import tkinter as tk
import tkinter.font as tkfont
from tkinter import ttk
from typing import Any

_DARK = {"background": "#2e3236", "foreground": "#e6e6e6", "fieldbackground": "#22262a"}
_TICK = [("alternate", "#5a9bd5"), ("disabled", "#333")]
_FONTS = ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkHeadingFont", "TkTooltipFont")


def dress(root: tk.Tk, plan: Any) -> None:
    """Give a window without widgets the look that a plan asks for."""
    size = -round(plan["points"] * plan["scale"] * 4 / 3)
    family = plan["font"] if plan["font"] in tkfont.families() else "DejaVu Sans"
    for name in _FONTS:
        tkfont.nametofont(name).configure(family=family, size=size, weight="normal")
    style = ttk.Style(root)
    classic = plan["theme"] in (None, "classic")
    style.theme_use("classic" if classic else plan["theme"])
    style.configure(".", insertofftime=0)
    style.configure("Treeview", rowheight=round(1.6 * -size))
    if plan["dark"]:
        _darken(root, style)
    elif classic:
        root.tk_setPalette(background="#d9d9d9")
    else:
        background = style.lookup(".", "background")
        root.configure(background=background)
        for kind in ("Menu", "Text", "Listbox"):
            root.option_add(f"*{kind}.background", background if kind == "Menu" else "white")


def _darken(root: tk.Tk, style: ttk.Style) -> None:
    root.tk_setPalette(
        background=_DARK["background"], foreground=_DARK["foreground"], selectColor=_DARK["fieldbackground"]
    )
    style.configure(
        ".", **_DARK, bordercolor="#555", lightcolor="#444", darkcolor="#222", troughcolor="#1c1f22"
    )
    style.map(".", foreground=[("disabled", "#777")], background=[("disabled", _DARK["background"])])
    field = [("readonly", "#30363a"), ("disabled", "#2a2e32"), ("!disabled", _DARK["fieldbackground"])]
    for kind in ("TEntry", "TCombobox", "TSpinbox", "Treeview"):
        style.map(kind, fieldbackground=field, foreground=[("disabled", "#777"), ("!disabled", "#e6e6e6")])
    style.configure("Treeview", background=_DARK["fieldbackground"], fieldbackground=_DARK["fieldbackground"])
    style.map("Treeview", background=[("selected", "#3a6ea5")], foreground=[("selected", "white")])
    style.configure("Treeview.Heading", background="#3a3f44")
    style.map("TNotebook.Tab", background=[("selected", "#3a3f44"), ("!selected", "#26292c")])
    for kind in ("TCheckbutton", "TRadiobutton"):
        style.configure(
            kind, indicatorbackground="#22262a", indicatorforeground="#e6e6e6", indicatorcolor="#22262a"
        )
        style.map(kind, indicatorcolor=[("selected", "#5a9bd5")], indicatorbackground=_TICK)
    style.map("TButton", background=[("active", "#444"), ("!active", "#3a3f44")])
