"""How the form looks. A seed decides on order, columns, place of the labels, font, theme and position."""

from __future__ import annotations

import random
import tkinter as tk
from dataclasses import dataclass
from tkinter import font, ttk
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")

FAMILIES = ("DejaVu Sans", "DejaVu Serif")
THEMES = ("clam", "alt", "default", "classic")
# Labels above their fields in one column would be taller than the screen with a large font.
ARRANGEMENTS: tuple[tuple[Literal["left", "above"], Literal[1, 2]], ...] = (
    ("left", 1),
    ("left", 2),
    ("above", 2),
)
PIXELS_PER_POINT = 96 / 72
BORDERS = (20, 50)
"""Pixels of width and height kept free for what the window manager draws around a window."""
MENU_PADDING = 20
"""Pixels by which a menu bar is higher than a line of text, at most."""
_FONTS = ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkHeadingFont", "TkCaptionFont", "TkFixedFont")


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything of the form's look that a seed decides. The defaults are the plain layout."""

    seed: int = 0
    family: str = "DejaVu Sans"
    points: int = 11
    theme: str = "clam"
    labels: Literal["left", "above"] = "left"
    columns: Literal[1, 2] = 1
    place: tuple[float, float] = (0.5, 0.4)
    """Shares of the free screen space that lie left of and above the window."""
    growth: tuple[float, float] = (1.0, 1.0)
    """Parts of its natural width and height that the window has."""
    density: float = 1.0
    """Dots an inch, of 96."""
    dark: bool = False
    """Whether letters are light on a dark ground."""

    @classmethod
    def from_seed(cls, seed: int) -> Layout:
        """The same layout for the same seed, on every machine; 0 is the plain one."""
        if seed == 0:
            return cls()
        draw = random.Random(f"layout {seed}")  # noqa: S311 (repeatable, not secret)
        labels, columns = draw.choice(ARRANGEMENTS)
        return cls(
            seed=seed,
            family=draw.choice(FAMILIES),
            points=draw.randint(10, 14),
            theme=draw.choice(THEMES),
            labels=labels,
            columns=columns,
            place=(draw.random(), draw.random()),
        )

    def order(self, name: str, items: Sequence[Item]) -> list[Item]:
        """The items in this layout's order; `name` keeps one list's order apart from another's."""
        if self.seed == 0:
            return list(items)
        draw = random.Random(f"{name} {self.seed}")  # noqa: S311 (repeatable, not secret)
        return draw.sample(items, len(items))


def dress(root: tk.Tk, layout: Layout) -> None:
    """Set fonts, theme and colours; to be called before the first widget is made."""
    root.tk.call(
        "tk", "scaling", PIXELS_PER_POINT * layout.density
    )  # else it depends on what the X server says of its size
    for name in _FONTS:
        font.nametofont(name, root).configure(family=layout.family, size=layout.points, weight="normal")
    style = ttk.Style(root)
    style.theme_use(layout.theme)
    if layout.dark:
        _darken(root, style)
    background = style.lookup("TFrame", "background")
    root.configure(background=background)
    root.option_add("*TCombobox*Listbox.font", "TkTextFont")
    root.option_add("*Dialog.msg.wrapLength", "6i")  # one line for each sentence of a message box
    root.option_add("*Menu.background", background)
    root.option_add("*Menu.tearOff", "0")
    style.configure("TNotebook.Tab", padding=(12, 4))
    style.configure("TButton", padding=(10, 3))
    style.configure("TCombobox", arrowsize=layout.points + 4)
    style.configure("TSpinbox", arrowsize=layout.points + 1)
    for indicator in ("TCheckbutton", "TRadiobutton"):
        style.configure(indicator, indicatorsize=layout.points + 3, indicatormargin=(1, 1, 6, 1))
    for field in ("TEntry", "TCombobox", "TSpinbox"):
        style.configure(field, padding=(4, 2))
    _plain_drop_downs(style, *(("#1d1d1d", "#e8e8e8") if layout.dark else ("white", "black")))


def _plain_drop_downs(style: ttk.Style, ground: str, ink: str) -> None:
    """Most themes draw a drop-down without typing as if it were out of use, and leave its choice marked."""
    at_rest = ("readonly", "!focus")
    style.map(
        "TCombobox",
        fieldbackground=[("readonly", ground)],
        foreground=[("readonly", ink)],
        selectbackground=[(*at_rest, ground)],
        selectforeground=[(*at_rest, ink)],
    )


def _darken(root: tk.Tk, style: ttk.Style) -> None:
    """Light letters on a dark ground."""
    panel, field, ink, active, dim = "#2e2e2e", "#1d1d1d", "#e8e8e8", "#454545", "#8a8a8a"
    root.tk_setPalette(background=panel, foreground=ink, activeBackground=active, activeForeground=ink)
    colours = {
        "background": panel, "foreground": ink, "fieldbackground": field, "troughcolor": field,
        "insertcolor": ink, "arrowcolor": ink, "bordercolor": "#707070", "lightcolor": active,
        "darkcolor": field, "indicatorbackground": field, "indicatorforeground": ink, "indicatorcolor": field,
    }  # fmt: skip
    entries, indicators = ("TEntry", "TSpinbox", "TCombobox"), ("TCheckbutton", "TRadiobutton")
    for name in (".", "TButton", "TNotebook.Tab", *entries, *indicators):
        style.configure(name, **colours)
        style.map(
            name,
            background=[("selected", active), ("active", active)],
            foreground=[("disabled", dim)],
            fieldbackground=[("disabled", panel)],
            indicatorbackground=[("selected", field)],
        )
    for name in indicators:  # some themes mark what is chosen by its colour alone
        style.map(name, indicatorcolor=[("selected", ink)], background=[("active", active)])
    root.option_add("*Text.background", field)
    root.option_add("*Listbox.background", field)


class TooLarge(Exception):
    """The form's natural size is larger than the screen."""


def place(root: tk.Tk, layout: Layout) -> None:
    """Give the window its size and put it where the layout says, wholly on the screen.

    Raises:
        TooLarge: it does not fit.
    """
    root.update_idletasks()
    width, height = root.winfo_reqwidth(), root.winfo_reqheight()
    menu = font.nametofont("TkMenuFont", root).metrics("linespace")
    room_x = root.winfo_screenwidth() - BORDERS[0]
    room_y = root.winfo_screenheight() - menu - BORDERS[1]
    if width > room_x or height > room_y:
        raise TooLarge
    root.minsize(width, height)
    width = max(width, min(round(width * layout.growth[0]), room_x))
    height = max(height, min(round(height * layout.growth[1]), room_y - MENU_PADDING))
    free_x, free_y = room_x - width, max(0, room_y - MENU_PADDING - height)
    left, top = round(layout.place[0] * free_x), round(layout.place[1] * free_y)
    root.geometry(f"{width}x{height}+{left}+{top}")
