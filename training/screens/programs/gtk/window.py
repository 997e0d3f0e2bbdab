"""A window of GTK: title bar, menus, tool bar, tabs, groups, buttons and status line of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from training.screens.programs.grid import places
from training.screens.programs.gtk.binding import FOUR, Gtk, append, hold, image
from training.screens.programs.gtk.boxes import box, is_shown, offspring
from training.screens.programs.gtk.menus import MenuBar
from training.screens.programs.gtk.tabs import tabs
from training.screens.programs.gtk.widgets import MAKERS
from training.screens.programs.truth import element, icon, inside, save, uncovered

if TYPE_CHECKING:
    from training.screens.programs.gtk.widgets import Teller
    from training.screens.programs.truth import Told

_TITLE_BUTTONS = ("close", "minimize", "maximize")


class Window:
    """The window of one plan."""

    def __init__(self, plan: Any) -> None:
        self.plan = plan
        self.tellers: list[Teller] = []
        self.focused: Any = None
        self.root = Gtk.Window(title=plan["title"])
        self.own_title = plan["seed"] // 2 % 3 == 0
        """Whether the program draws the title bar itself."""
        if self.own_title:
            self._title_bar()
        self.column = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        hold(self.root, self.column)
        self.menus = MenuBar(plan, self.root) if plan["menus"] else None
        if self.menus:
            append(self.column, self.menus.widget)
            self.tellers.append(self.menus.tell)
        if plan["toolbar"]:
            self._tool_bar()
        page = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6)
        for side in ("start", "end", "top", "bottom"):
            getattr(page, f"set_margin_{side}")(8)
        if plan["tabs"]:
            book, teller = tabs(plan, page)
            append(self.column, book)
            self.tellers.append(teller)
        else:
            append(self.column, page)
        for group in plan["groups"]:
            append(page, self._group(group))
        self._buttons()
        if plan["status"]:
            append(self.column, Gtk.Label(label=plan["status"], xalign=0, margin_start=6, margin_bottom=4))

    def show(self) -> None:
        """Bring it up."""
        if not FOUR:
            self.root.move(*(side // self.root.get_scale_factor() for side in self.plan["at"]))
            self.root.show_all()
        self.root.present()

    def focus(self) -> None:
        """Give the focus to the element that the plan has it at, once GTK has given it to another."""
        if self.focused:
            self.focused.grab_focus()
        else:
            self.root.set_focus(None)

    def tell(self) -> tuple[list[Told], list[Any]]:
        """Its elements as they are shown now, and what to ignore."""
        told = [element("dialog", self._client(), text=self.plan["title"])]
        told += [one for teller in self.tellers for one in teller()]
        entries, pop_up = self.menus.opened() if self.menus else ([], None)
        free, ignored = uncovered(told, [pop_up] if pop_up else [])
        return [*free, *entries], ignored

    def _client(self) -> list[float]:
        scale = self.root.get_scale_factor()
        if FOUR:
            surface = self.root.get_surface()
            return [0, 0, scale * surface.get_width(), scale * surface.get_height()]
        window = self.root.get_window()
        _, left, top = window.get_origin()
        return [scale * side for side in (left, top, window.get_width(), window.get_height())]

    def _title_bar(self) -> None:
        bar = Gtk.HeaderBar()
        if FOUR:
            bar.set_title_widget(Gtk.Label(label=self.plan["title"]))
        else:
            bar.set_show_close_button(True)
            bar.set_title(self.plan["title"])
        self.root.set_titlebar(bar)

        def tell() -> list[Told]:
            told = []
            for one in offspring(bar):
                names = one.get_css_classes() if FOUR else one.get_style_context().list_classes()
                name = next((name for name in _TITLE_BUTTONS if name in names), None)
                if name and isinstance(one, Gtk.Button) and is_shown(one):
                    told.append(element("title-button", box(one), text=name))
            return told

        self.tellers.append(tell)

    def _tool_bar(self) -> None:
        bar = Gtk.Box(margin_start=4, margin_top=4, spacing=2)
        append(self.column, bar)
        flat = self.plan["seed"] // 4 % 2 == 0
        for tool in self.plan["toolbar"]:
            one, inner = Gtk.Button(), Gtk.Box(spacing=4)
            append(inner, image(icon(self.plan, tool["icon"]), 2 if self.plan["scale"] == 2 else 1))
            if tool["text"]:
                append(inner, Gtk.Label(label=tool["text"]))
            hold(one, inner)
            (one.add_css_class if FOUR else one.get_style_context().add_class)(
                "flat" if flat else "toolbar-button"
            )
            append(bar, one)
            kind = "button" if tool["text"] else "icon-button"
            self.tellers.append(
                lambda one=one, kind=kind, tool=tool: [  # type: ignore[misc]
                    element(kind, box(one), text=tool["text"] or "", icon=tool["icon"])
                ]
            )

    def _group(self, group: Any) -> Any:
        grid = Gtk.Grid(row_spacing=2, column_spacing=8)
        for place in places(group):
            maker = MAKERS.get(place.asked["kind"])
            if maker is None:
                continue
            one, teller = maker(place.asked)
            one.set_sensitive(
                place.asked["enabled"] or place.asked["kind"] in ("table", "list", "tree", "link", "text")
            )
            one.set_halign(Gtk.Align.START)
            one.set_valign(Gtk.Align.CENTER)
            one.set_margin_top(3)
            grid.attach(one, place.at[1], place.at[0], place.span, 1)
            if place.asked["focused"] and place.asked["kind"] not in ("checkbox", "area"):
                self.focused = one
            elif place.asked["focused"]:
                place.asked["focused"] = False
            self.tellers.append(_labelled(teller, self._beside(grid, place), grid))
        if not group["caption"]:
            return grid
        frame = Gtk.Frame(label=group["caption"])
        for side in ("start", "end", "top", "bottom"):
            getattr(grid, f"set_margin_{side}")(6)
        hold(frame, grid)
        return frame

    def _beside(self, grid: Any, place: Any) -> Any:
        """Put label, unit and help text where they belong; the label."""
        asked, label = place.asked, None
        for at, text in (
            (place.unit_at, asked["unit"]),
            (place.help_at, asked["help"]),
            (place.label_at, asked["label"]),
        ):
            if at is not None:
                label = Gtk.Label(label=text)
                flush = place.flush_right and at == place.label_at
                label.set_halign(Gtk.Align.END if flush else Gtk.Align.START)
                label.set_valign(Gtk.Align.CENTER)
                grid.attach(label, at[1], at[0], 1, 1)
        return label if place.label_at is not None else None

    def _buttons(self) -> None:
        row = Gtk.Box(spacing=6, halign=Gtk.Align.END, margin_end=8, margin_bottom=8)
        append(self.column, row)
        for at, button in enumerate(self.plan["buttons"]):
            one = Gtk.Button(label=button["text"], sensitive=button["enabled"])
            if button["default"]:
                (one.add_css_class if FOUR else one.get_style_context().add_class)("suggested-action")
            append(row, one)
            if at == 0 and self.plan.get("used"):
                one.connect("clicked", lambda _: save(self.tell()[0]))
            self.tellers.append(
                lambda one=one, button=button: [element("button", box(one), button, text=button["text"])]
            )  # type: ignore[misc]


def _labelled(teller: Teller, label: Any, grid: Any) -> Teller:
    """The same with the label's box, and without what is cut off."""

    def tell() -> list[Told]:
        told = inside(teller(), box(grid))
        for one in told:
            if label is not None and one["kind"] != "scrollbar":
                one["label_box"] = one["label_box"] or box(label)
        return told

    return tell
