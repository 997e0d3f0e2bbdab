"""Widgets of Tk and ttk for the elements of a plan, each with what tells its truth once it is drawn."""

from __future__ import annotations

import tkinter as tk
from tkinter import ttk
from typing import TYPE_CHECKING, Any

from training.screens.programs.tk.indicators import caption, room
from training.screens.programs.tk.views import listed, table, tree
from training.screens.programs.truth import element, is_secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.screens.programs.truth import Told

    Teller = Callable[[], list[Told]]
    Made = tuple[tk.Widget, Teller]

_MIXED = "mixed"


class Widgets:
    """Makes widgets in Tk's own way, or in that of ttk."""

    def __init__(self, plan: Any) -> None:
        self.classic = plan["theme"] in (None, "classic")
        self.scale = plan["scale"] * plan["points"] / 10
        self.kept: list[Any] = []
        """Variables and pictures: what Tk would let go of."""
        self.makers: dict[str, Callable[[tk.Misc, Any], Made | None]] = {
            "field": self.field, "area": self.area, "number": self.number, "date": self.field,
            "dropdown": self.dropdown, "combo": self.combo, "checkbox": self.checkbox, "radio": self.radio,
            "slider": self.slider, "progress": self.progress, "table": table, "list": listed, "tree": tree,
            "link": self.link,
        }  # fmt: skip

    def field(self, parent: tk.Misc, asked: Any) -> Made:
        one = (tk.Entry if self.classic else ttk.Entry)(parent, width=asked["width"])
        one.insert(0, asked["value"] or asked["placeholder"])
        if asked["placeholder"]:
            one.configure(foreground="#888")
        if is_secret(asked):
            one.configure(show="•")
        return one, self._settle(one, "field", asked, "readonly")

    def area(self, parent: tk.Misc, asked: Any) -> Made:
        frame = tk.Frame(parent)
        one = tk.Text(
            frame, width=max(24, asked["width"]), height=3, font="TkTextFont", insertofftime=0, wrap="word"
        )
        bar = (tk.Scrollbar if self.classic else ttk.Scrollbar)(frame, command=one.yview)
        one.configure(yscrollcommand=bar.set)
        one.insert("1.0", asked["value"] * (6 if asked["width"] > 20 else 1))
        bar.pack(side="right", fill="y")
        one.pack(fill="both", expand=True)
        if not asked["enabled"] or asked["readonly"]:
            one.configure(state="disabled")
        if not asked["enabled"]:
            one.configure(foreground="#999")
        return frame, lambda: [
            element("area", box(one), asked, text=one.get("1.0", "end-1c")), element("scrollbar", box(bar)),
        ]  # fmt: skip

    def number(self, parent: tk.Misc, asked: Any) -> Made:
        one = (tk.Spinbox if self.classic else ttk.Spinbox)(
            parent, from_=0, to=9999, width=min(asked["width"], 12)
        )
        one.delete(0, "end")
        one.insert(0, asked["value"])
        return one, self._settle(one, "number", asked, "readonly")

    def dropdown(self, parent: tk.Misc, asked: Any) -> Made:
        if not self.classic:
            return self.combo(parent, asked)
        text = tk.StringVar(value=asked["value"])
        self.kept.append(text)
        one = tk.OptionMenu(parent, text, *asked["choices"])
        one.configure(width=min(asked["width"], 14), anchor="w")
        return one, self._settle(one, "dropdown", asked, "")

    def combo(self, parent: tk.Misc, asked: Any) -> Made:
        one = ttk.Combobox(parent, width=min(asked["width"], 20), values=asked["choices"])
        one.set(asked["value"] or asked["placeholder"])
        fixed = "readonly" if asked["kind"] == "dropdown" else "normal"
        told = self._settle(one, asked["kind"], asked, "")
        if asked["enabled"]:
            one.configure(state=fixed)
        return one, told

    def checkbox(self, parent: tk.Misc, asked: Any) -> Made:
        if asked["state"] == _MIXED and not self.classic:  # some themes show it of enabled ones alone
            asked = asked | {"enabled": True}
        value = tk.StringVar(value=asked["state"])
        self.kept.append(value)
        texts = {"text": asked["label"], "onvalue": "on", "offvalue": "off", "variable": value}
        if self.classic:
            one: Any = tk.Checkbutton(parent, tristatevalue=_MIXED, anchor="w", **texts)
        else:
            one = ttk.Checkbutton(parent, **texts)
            if asked["state"] == _MIXED:
                one.state(["alternate"])
        self._settle(one, "checkbox", asked, "")
        return one, lambda: [self.ticked("checkbox", one, asked, asked["label"], value.get())]

    def radio(self, parent: tk.Misc, asked: Any) -> Made:
        frame = tk.Frame(parent) if self.classic else ttk.Frame(parent)
        value = tk.StringVar(value=asked["value"])
        self.kept.append(value)
        made = []
        across = len(asked["choices"]) < 4 and asked["width"] < 20
        for at, text in enumerate(asked["choices"]):
            one = (tk.Radiobutton if self.classic else ttk.Radiobutton)(
                frame, text=text, value=text, variable=value
            )
            one.grid(row=0 if across else at, column=at if across else 0, sticky="w")
            self._settle(one, "radio", asked | {"focused": False}, "")
            made.append((one, text))
        return frame, lambda: [
            self.ticked("radio", one, asked, text, "on" if text == value.get() else "off")
            for one, text in made
        ]

    def ticked(self, kind: str, one: Any, asked: Any, text: str, state: str) -> Told:
        """The truth of a box or a circle with a caption: its indicator."""
        return element(
            kind, room(one, self.classic), asked, state=state, text=text, fit=True,
            label_box=caption(one, self.classic),
        )  # fmt: skip

    def slider(self, parent: tk.Misc, asked: Any) -> Made:
        length = round(160 * self.scale)
        if self.classic:
            one: Any = tk.Scale(parent, orient="horizontal", length=length, showvalue=asked["width"] > 20)
        else:
            one = ttk.Scale(parent, orient="horizontal", length=length, to=100)
        one.set(int(asked["value"]))
        return one, self._settle(one, "slider", asked, "")

    def progress(self, parent: tk.Misc, asked: Any) -> Made:
        one = ttk.Progressbar(parent, length=round(160 * self.scale), value=int(asked["value"]))
        return one, lambda: [element("progress", box(one), asked, enabled=True)]

    def link(self, parent: tk.Misc, asked: Any) -> Made:
        one = tk.Label(
            parent, text=asked["label"], fg="#3584e4", font=("TkDefaultFont", 0, "underline"), padx=0, pady=0
        )
        one.configure(background=parent.winfo_toplevel()["background"])
        return one, lambda: [element("link", box(one), text=asked["label"])]

    def _settle(self, one: Any, kind: str, asked: Any, readonly: str) -> Teller:
        """Give a widget its focus and say whether it can be used; what tells of it."""
        if not asked["enabled"]:
            one.configure(state="disabled")
        elif asked["readonly"] and readonly:
            one.configure(state=readonly)
        if asked["focused"]:
            one.focus_set()
        return lambda: [element(kind, box(one), asked, text=held(one, asked))]


def held(one: Any, asked: Any) -> str:
    """The text that a widget holds now."""
    if asked["placeholder"]:  # drawn as a text, since Tk has none
        return str(asked["value"])
    if isinstance(one, (tk.Scale, ttk.Scale)):
        return str(round(one.get()))
    return str(one["text"] if isinstance(one, tk.OptionMenu) else one.get())


def box(one: tk.Misc) -> list[int]:
    """Where a widget lies on the screen."""
    return [one.winfo_rootx(), one.winfo_rooty(), one.winfo_width(), one.winfo_height()]
