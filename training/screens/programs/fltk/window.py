"""A window of FLTK: menu bar, tool bar, groups, buttons of a plan. Its boxes are in pixels of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import fltk as f

from training.screens.programs.fltk.widgets import MAKERS, Room, box, extent, measure
from training.screens.programs.grid import places
from training.screens.programs.truth import element, icon, save

if TYPE_CHECKING:
    from training.screens.programs.fltk.widgets import Teller
    from training.screens.programs.grid import Place
    from training.screens.programs.truth import Told

_BEFORE_MENU = 6
"""Pixels that a menu bar leaves before its first entry; each has 16 more than its text (Fl_Menu_Bar.cxx)."""


class Window:
    """The window of one plan."""

    def __init__(self, plan: Any) -> None:
        self.plan, self.size = plan, round(plan["points"] * plan["scale"] * 4 / 3)
        self.gap = self.size // 2
        self.tellers: list[Teller] = []
        self.focused: Any = None
        self.unknown: list[Any] = []
        """Lists, which do not tell where their rows are."""
        self.kept: list[Any] = []
        """Pictures and callbacks' owners: what FLTK would let go of."""
        self.root = f.Fl_Double_Window(*plan["at"], 400, 300, plan["title"])
        self.right = 20 * self.size
        top = self._menu_bar(0) if plan["menus"] else 0
        top = self._tool_bar(top) if plan["toolbar"] else top
        for group in plan["groups"]:
            top = self._group(group, top + self.gap)
        top = self._buttons(top + self.gap)
        self.root.end()
        self.root.size(self.right + self.gap, top + self.gap)
        self.root.resizable(None)

    def tell(self) -> tuple[list[Told], list[Any]]:
        """Its elements, and what to ignore."""
        told = [element("dialog", [0, 0, self.root.w(), self.root.h()], text=self.plan["title"])]
        return told + [one for teller in self.tellers for one in teller()], [box(one) for one in self.unknown]

    def _menu_bar(self, top: int) -> int:
        bar = f.Fl_Menu_Bar(0, top, 2000, round(1.9 * self.size))
        bar.textsize(self.size)
        left, told = _BEFORE_MENU, []
        for menu in self.plan["menus"]:
            bar.add(f"{menu['text']}/-", 0, None)
            width = measure(menu["text"], self.size) + 16
            told.append(element("menu", [left, top, width, bar.h()], text=menu["text"]))
            left += width
        self.tellers.append(lambda: told)
        self.right = max(self.right, left)
        return top + bar.h()

    def _tool_bar(self, top: int) -> int:
        left = 2
        for tool in self.plan["toolbar"]:
            picture = f.Fl_PNG_Image(icon(self.plan, tool["icon"]))
            self.kept.append(picture)
            width = picture.w() + 8 + (measure(tool["text"], self.size) + 8 if tool["text"] else 0)
            one = f.Fl_Button(left, top + 2, width, max(picture.h(), self.size) + 8, tool["text"] or "")
            one.image(picture)
            one.align(f.FL_ALIGN_IMAGE_NEXT_TO_TEXT)
            one.labelsize(self.size)
            kind = "button" if tool["text"] else "icon-button"
            more = {"text": tool["text"] or "", "icon": tool["icon"]}
            self.tellers.append(lambda one=one, kind=kind, more=more: [element(kind, box(one), **more)])  # type: ignore[misc]
            left += width + 2
        self.right = max(self.right, left)
        return top + one.h() + 4

    def _group(self, group: Any, top: int) -> int:
        """Draw a group from there on; where it ends."""
        found = [place for place in places(group) if extent(place.asked, self.size)]
        lefts, tops, right, bottom = self._measured(
            found, top + (2 * self.size if group["caption"] else self.gap)
        )
        if group["caption"]:
            frame = f.Fl_Box(
                self.gap,
                top + round(1.4 * self.size),
                right - self.gap,
                bottom - top - round(1.4 * self.size),
            )
            frame.copy_label(group["caption"])
            frame.box(f.FL_ENGRAVED_FRAME)
            frame.align(f.FL_ALIGN_TOP_LEFT)
            frame.labelsize(self.size)
        for place in found:
            self._element(place, lefts, tops)
        self.right = max(self.right, right)
        return bottom

    def _measured(self, found: list[Place], top: int) -> tuple[dict[int, int], dict[int, int], int, int]:
        """Where the columns and rows of a group begin, and where they end."""
        widths: dict[int, int] = {}
        heights: dict[int, int] = {}
        for place in found:
            width, height = extent(place.asked, self.size) or (0, 0)
            sizes = [(place.at, width if place.span == 1 else 0, height)]
            for at, text in ((place.label_at, place.asked["label"]), (place.unit_at, place.asked["unit"])):
                sizes += [(at, measure(text, self.size) + 6, round(1.5 * self.size))] if at else []
            for (row, column), across, down in sizes:
                widths[column] = max(widths.get(column, 0), across)
                heights[row] = max(heights.get(row, 0), down)
        lefts, left = {}, 2 * self.gap
        for column in range(max(widths, default=0) + 1):
            lefts[column] = left
            left += widths.get(column, 0) + self.gap
        tops = {}
        for row in sorted(heights):
            tops[row] = top
            top += heights[row] + self.gap // 2
        widest = max(
            (lefts[one.at[1]] + (extent(one.asked, self.size) or (0,))[0] for one in found), default=0
        )
        return lefts, tops, max(left, widest + 2 * self.gap), top + self.gap

    def _element(self, place: Place, lefts: dict[int, int], tops: dict[int, int]) -> None:
        asked = place.asked
        width, height = extent(asked, self.size) or (0, 0)
        one, teller = MAKERS[asked["kind"]](
            asked, Room(lefts[place.at[1]], tops[place.at[0]], width, height), self.size
        )
        if not asked["enabled"] and asked["kind"] not in ("list", "text"):
            one.deactivate()
        if asked["kind"] == "list":
            self.unknown.append(one)
        if asked["focused"]:
            self.focused = one
        label = self._text(asked["label"], place.label_at, lefts, tops)
        self._text(asked["unit"], place.unit_at, lefts, tops)

        def tell() -> list[Told]:
            told = teller()
            for each in told:
                each["label_box"] = each["label_box"] or (box(label) if label else None)
            return told

        self.tellers.append(tell)

    def _text(
        self, text: str | None, at: tuple[int, int] | None, lefts: dict[int, int], tops: dict[int, int]
    ) -> Any:
        if at is None or not text:
            return None
        one = f.Fl_Box(lefts[at[1]], tops[at[0]], measure(text, self.size) + 4, round(1.7 * self.size))
        one.copy_label(text)
        one.align(f.FL_ALIGN_LEFT | f.FL_ALIGN_INSIDE)
        one.labelsize(self.size)
        return one

    def _buttons(self, top: int) -> int:
        left, height = 2 * self.gap, 2 * self.size
        for at, button in enumerate(self.plan["buttons"]):
            kind = f.Fl_Return_Button if button["default"] else f.Fl_Button
            width = measure(button["text"], self.size) + (4 if button["default"] else 2) * self.size
            one = kind(left, top, width, height)
            one.copy_label(button["text"])
            one.labelsize(self.size)
            if not button["enabled"]:
                one.deactivate()
            if at == 0 and self.plan.get("used"):
                one.callback(lambda *_: save(self.tell()[0]))
            self.tellers.append(
                lambda one=one, button=button: [element("button", box(one), button, text=button["text"])]  # type: ignore[misc]
            )
            left += width + self.gap
        self.right = max(self.right, left)
        return top + height
