"""Tables, lists and trees of GTK."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from training.screens.programs.gtk.binding import Gtk, hold
from training.screens.programs.gtk.boxes import bars, box, is_shown
from training.screens.programs.truth import element, inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.screens.programs.truth import Told

    Made = tuple[Any, Callable[[], list[Told]]]

_HEIGHT = 120


def scrolled(one: Any, width: int, height: int = _HEIGHT) -> Any:
    """An area with a frame and scroll bars around a widget."""
    area = Gtk.ScrolledWindow()
    hold(area, one)
    area.set_overlay_scrolling(False)
    area.set_size_request(width, height)
    if hasattr(area, "set_has_frame"):
        area.set_has_frame(True)
    else:
        area.set_shadow_type(Gtk.ShadowType.IN)
    return area


def listed(asked: Any) -> Made:
    """A list box."""
    one = Gtk.ListBox()
    rows = []
    for text in asked["choices"]:
        row, label = Gtk.ListBoxRow(), Gtk.Label(label=text, xalign=0)
        hold(row, label)
        one.insert(row, -1)
        rows.append(row)
    if asked["choice"] is not None:
        one.select_row(rows[asked["choice"]])
    area = scrolled(one, 220)

    def tell() -> list[Told]:
        told = [
            element("row", box(row), text=text, state="chosen" if at == asked["choice"] else None)
            for at, (row, text) in enumerate(zip(rows, asked["choices"]))
        ]
        return [*inside(told, _port(area)), *bars(area)]

    return area, tell


def table(asked: Any) -> Made:
    """A table with headers."""
    store = Gtk.ListStore(*[str] * len(asked["headers"]))
    for texts in asked["rows"]:
        store.append(texts)
    one = Gtk.TreeView(model=store)
    for at, header in enumerate(asked["headers"]):
        one.append_column(Gtk.TreeViewColumn(header, Gtk.CellRendererText(), text=at))
    _choose(one, str(asked["chosen"]) if asked["chosen"] is not None else None)
    lines = Gtk.TreeViewGridLines
    one.set_grid_lines(lines.BOTH if asked["width"] > 20 else lines.NONE)
    area = scrolled(one, min(620, 110 * len(asked["headers"])))

    def tell() -> list[Told]:
        told = [
            element("header", box(column.get_button()), text=column.get_title())
            for column in one.get_columns()
        ]
        for at, texts in enumerate(asked["rows"]):
            cells = [_cell(one, str(at), column) for column in one.get_columns()]
            whole = [cells[0][0], cells[0][1], cells[-1][0] + cells[-1][2] - cells[0][0], cells[0][3]]
            state = "chosen" if at == asked["chosen"] else None
            below = inside([element("row", whole, text=" ".join(texts), state=state)], _body(area, one))
            below += inside(
                [element("cell", cell, text=text) for cell, text in zip(cells, texts)], _body(area, one)
            )
            told += below
        return [*inside(told, _port(area)), *bars(area)]

    return area, tell


def tree(asked: Any) -> Made:
    """A tree of one column."""
    store = Gtk.TreeStore(str)
    top = None
    paths = []
    for node in asked["nodes"]:
        if node["depth"] == 0:
            top = store.append(None, [node["text"]])
        at = top if node["depth"] == 0 else store.append(top, [node["text"]])
        paths.append(store.get_path(at))
    one = Gtk.TreeView(model=store, headers_visible=False)
    column = Gtk.TreeViewColumn("", Gtk.CellRendererText(), text=0)
    one.append_column(column)
    for node, path in zip(asked["nodes"], paths):
        if node["state"] == "open":
            one.expand_row(path, False)  # noqa: FBT003
        if node["chosen"]:
            _choose(one, path.to_string())
    if not any(node["chosen"] for node in asked["nodes"]):
        _choose(one, None)
    area = scrolled(one, 220)

    def tell() -> list[Told]:
        told, folded = [], False
        for node, path in zip(asked["nodes"], paths):
            cell = _cell(one, path.to_string(), column)
            folded = node["state"] == "closed" if node["depth"] == 0 else folded
            if cell[3] and not (folded and node["depth"]):  # one in a folded branch has its branch's place
                port = _port(area)
                whole = [port[0], cell[1], port[2], cell[3]]
                told.append(
                    element("node", whole, text=node["text"], state=node["state"], chosen=node["chosen"])
                )
        return [*inside(told, _port(area)), *bars(area)]

    return area, tell


def _choose(one: Any, path: str | None) -> None:
    selection = one.get_selection()
    if path is None:
        selection.set_mode(Gtk.SelectionMode.NONE)
    else:
        selection.select_path(Gtk.TreePath.new_from_string(path))


def _cell(one: Any, path: str, column: Any) -> list[float]:
    place = one.get_background_area(Gtk.TreePath.new_from_string(path), column)
    x, y = one.convert_bin_window_to_widget_coords(place.x, place.y)
    return box(one, [x, y, place.width, place.height])


def _body(area: Any, one: Any) -> list[float]:
    """That part of a table that its rows scroll in: below the headers."""
    left, top, width, height = _port(area)
    place = one.get_visible_rect()
    rows = box(one, [0, one.get_allocated_height() - place.height, one.get_allocated_width(), place.height])
    first = max(top, rows[1])
    return [left, first, width, top + height - first]


def _port(area: Any) -> list[float]:
    """That part of an area that is within its frame and bars."""
    left, top, width, height = box(area)
    for bar, side in ((area.get_vscrollbar(), 2), (area.get_hscrollbar(), 3)):
        if is_shown(bar):
            place = box(bar)
            if side == 2:
                width = place[0] - left
            else:
                height = place[1] - top
    return [left + 1, top + 1, width - 1 - (0 if is_shown(area.get_vscrollbar()) else 1), height - 2]
