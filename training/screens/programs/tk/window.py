"""A window of Tk: menus, tool bar, tabs, groups, buttons and status line of a plan."""

from __future__ import annotations

import tkinter as tk
import tkinter.font as tkfont
from tkinter import ttk
from typing import TYPE_CHECKING, Any

from training.screens.programs.grid import places
from training.screens.programs.tk.style import dress
from training.screens.programs.tk.widgets import Widgets, box
from training.screens.programs.truth import element, icon, inside, save, uncovered

if TYPE_CHECKING:
    from training.screens.programs.tk.widgets import Teller
    from training.screens.programs.truth import Told


class Window:
    """The window of one plan."""

    def __init__(self, plan: Any) -> None:
        self.root = tk.Tk()
        self.plan = plan
        self.tellers: list[Teller] = []
        dress(self.root, plan)
        self.widgets = Widgets(plan)
        self.gap = round(5 * plan["scale"])
        self.root.title(plan["title"])
        self.root.geometry(f"+{plan['at'][0]}+{plan['at'][1]}")
        self.menus = self._menu_bar() if plan["menus"] else []
        self.ground = tk.Frame(self.root) if self.widgets.classic else ttk.Frame(self.root)
        self.ground.pack(fill="both", expand=True)
        if plan["toolbar"]:
            self._tool_bar()
        if plan["status"]:
            ttk.Label(self.ground, text=plan["status"], relief="sunken").pack(side="bottom", fill="x")
        self._buttons()
        page = self._tabs() if plan["tabs"] else self.ground
        for group in plan["groups"]:
            self._group(page, group)

    def tell(self) -> tuple[list[Told], list[Any]]:
        """Its elements as they are shown now, and what to ignore."""
        told = [element("dialog", box(self.root), text=self.plan["title"])]
        told[0]["box"] = self._client()
        told += [one for teller in self.tellers for one in teller()]
        opened, pop_up = self._opened()
        free, ignored = uncovered(told, [pop_up] if pop_up else [])
        return [*free, *opened], ignored

    def open_menu(self) -> None:
        """Post the menu that the plan wants open."""
        at = self.plan["open_menu"]
        if at is not None:
            x, y, _, height = self._entries()[at]
            self.menus[at].post(x, y + height)

    def _client(self) -> list[int]:
        """The window's area with the menu bar, which Tk counts as outside."""
        left, top, width, height = box(self.root)
        bar = self._bar_height()
        return [left, top - bar, width, height + bar]

    def _menu_bar(self) -> list[tk.Menu]:
        bar = tk.Menu(self.root)
        menus = []
        for menu in self.plan["menus"]:
            one = tk.Menu(bar, tearoff=0)
            for item in menu["items"]:
                state = "normal" if item["enabled"] else "disabled"
                more = {"label": item["text"], "accelerator": item["keys"] or "", "state": state}
                if item["state"]:
                    value = tk.StringVar(value=item["state"])
                    self.widgets.kept.append(value)
                    one.add_checkbutton(variable=value, onvalue="on", offvalue="off", **more)
                else:
                    one.add_command(**more)
            bar.add_cascade(label=menu["text"], menu=one)
            menus.append(one)
        self.root.configure(menu=bar)
        self.tellers.append(
            lambda: [
                element(
                    "menu", place, text=menu["text"], state="chosen" if at == self.plan["open_menu"] else None
                )
                for at, (menu, place) in enumerate(zip(self.plan["menus"], self._entries(), strict=True))
            ]
        )
        return menus

    def _bar_height(self) -> int:
        return int(self.root.tk.call("winfo", "height", self._bar())) if self.menus else 0

    def _bar(self) -> str:
        """The path of the menu bar that is shown: a copy that Tk makes of the menu."""
        return ".#" + str(self.root["menu"]).strip(".").replace(".", "#")

    def _entries(self) -> list[list[int]]:
        """The boxes of the menu bar's entries."""
        if not self.menus:
            return []
        call, bar = self.root.tk.call, self._bar()
        left, top, height = (int(call("winfo", what, bar)) for what in ("rootx", "rooty", "height"))
        starts = [int(call(bar, "xposition", at)) for at in range(1, len(self.menus) + 1)]
        font = tkfont.nametofont("TkMenuFont")
        ends = [*starts[1:], starts[-1] + font.measure(self.plan["menus"][-1]["text"]) + 16]
        return [[left + x, top, end - x, height] for x, end in zip(starts, ends, strict=True)]

    def _opened(self) -> tuple[list[Told], list[int] | None]:
        """The entries of the open menu, and its box."""
        if self.plan["open_menu"] is None:
            return [], None
        at = self.plan["open_menu"]
        one, items = self.menus[at], self.plan["menus"][at]["items"]
        edge = int(str(one["borderwidth"])) + int(str(one["activeborderwidth"]))
        left, top, width, height = box(one)
        starts = [one.yposition(number) for number in range(len(items))]
        ends = [*starts[1:], height - int(str(one["borderwidth"]))]
        told = [
            element(
                "menu-item", [left + edge - 1, top + y, width - 2 * edge + 2, end - y],
                item, text=item["text"], state=item["state"],
            )
            for item, y, end in zip(items, starts, ends, strict=True)
        ]  # fmt: skip
        return told, [left, top, width, height]

    def _tool_bar(self) -> None:
        bar = ttk.Frame(self.ground)
        bar.pack(fill="x")
        for tool in self.plan["toolbar"]:
            picture = tk.PhotoImage(file=icon(self.plan, tool["icon"]))
            self.widgets.kept.append(picture)
            more = {"text": tool["text"], "compound": "left"} if tool["text"] else {}
            if self.widgets.classic:
                one: Any = tk.Button(
                    bar, image=picture, relief=("flat", "raised")[self.plan["seed"] // 4 % 2], **more
                )
            else:
                one = ttk.Button(bar, image=picture, style="Toolbutton", **more)
            one.pack(side="left")
            kind = "button" if tool["text"] else "icon-button"
            self.tellers.append(
                lambda one=one, kind=kind, tool=tool: [  # type: ignore[misc]
                    element(kind, box(one), text=tool["text"] or "", icon=tool["icon"])
                ]
            )

    def _tabs(self) -> tk.Widget:
        book = ttk.Notebook(self.ground)
        book.pack(fill="both", expand=True, padx=self.gap, pady=self.gap)
        pages = []
        for tab in self.plan["tabs"]:
            pages.append(ttk.Frame(book))
            book.add(pages[-1], text=tab["text"])
        chosen = [tab["chosen"] for tab in self.plan["tabs"]].index(True)
        book.select(chosen)

        def tell() -> list[Told]:
            spans: dict[int, list[int]] = {}
            for x in range(book.winfo_width()):
                for y in (8, 12):
                    found = book.tk.call(book, "identify", "tab", x, y)
                    if found != "":
                        spans.setdefault(int(found), []).append(x)
            told = []
            for at, xs in spans.items():
                middle = xs[len(xs) // 2]
                ys = [y for y in range(80) if book.tk.call(book, "identify", "tab", middle, y) == at]
                place = [book.winfo_rootx() + xs[0], book.winfo_rooty() + ys[0], xs[-1] - xs[0] + 1, len(ys)]
                tab = self.plan["tabs"][at]
                told.append(
                    element("tab", place, text=tab["text"], state="chosen" if tab["chosen"] else None)
                )
            return told

        self.tellers.append(tell)
        return pages[chosen]

    def _group(self, page: tk.Widget, group: Any) -> None:
        framed: Any = tk.LabelFrame if self.widgets.classic else ttk.LabelFrame
        plain: Any = tk.Frame if self.widgets.classic else ttk.Frame
        frame = framed(page, text=group["caption"]) if group["caption"] else plain(page)
        frame.pack(fill="x", padx=2 * self.gap, pady=self.gap)
        for place in places(group):
            maker = self.widgets.makers.get(place.asked["kind"])
            made = maker(frame, place.asked) if maker else None
            if made is None and place.asked["kind"] == "text":
                made = ttk.Label(frame, text=place.asked["label"]), list
            if made is None:
                continue
            one, teller = made
            across = {"column": place.at[1], "columnspan": place.span, "padx": self.gap}
            one.grid(row=place.at[0], sticky="w", pady=self.gap // 2, **across)
            label = self._beside(frame, place)
            self.tellers.append(_labelled(teller, label, frame))

    def _beside(self, frame: Any, place: Any) -> Any:
        """Put label, unit and help text where they belong; the label."""
        kind: Any = tk.Label if self.widgets.classic else ttk.Label
        label = None
        for at, text in (
            (place.label_at, place.asked["label"]),
            (place.unit_at, place.asked["unit"]),
            (place.help_at, place.asked["help"]),
        ):
            if at is not None:
                one = kind(frame, text=text)
                one.grid(
                    row=at[0],
                    column=at[1],
                    sticky="e" if place.flush_right and at == place.label_at else "w",
                    padx=self.gap,
                )
                label = one if at == place.label_at else label
        return label

    def _buttons(self) -> None:
        row = tk.Frame(self.ground) if self.widgets.classic else ttk.Frame(self.ground)
        row.pack(side="bottom", fill="x", pady=self.gap)
        for at, button in enumerate(self.plan["buttons"]):
            more: dict[str, Any] = {"default": "active" if button["default"] else "normal"}
            one: Any = (tk.Button if self.widgets.classic else ttk.Button)(row, text=button["text"], **more)
            if not button["enabled"]:
                one.configure(state="disabled")
            if at == 0 and self.plan.get("used"):
                one.configure(command=lambda: save(self.tell()[0]))
            one.pack(side="right", padx=self.gap)
            self.tellers.append(
                lambda one=one, button=button: [element("button", box(one), button, text=button["text"])]
            )  # type: ignore[misc]


def _labelled(teller: Teller, label: Any, frame: Any) -> Teller:
    """The same with the label's box, and without what the frame around it cuts off."""

    def tell() -> list[Told]:
        told = inside(teller(), box(frame)) if frame.winfo_viewable() else []
        for one in told:
            if label is not None and one["kind"] != "scrollbar":
                one.setdefault("label_box", None)
                one["label_box"] = one["label_box"] or box(label)
        return told

    return tell
