"""A window of Qt: menus, tool bar, tabs, groups, buttons and status line of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from training.screens.programs.grid import places
from training.screens.programs.qt.binding import QtCore, QtGui, QtWidgets
from training.screens.programs.qt.boxes import box, shown
from training.screens.programs.qt.menus import fill_menu_bar, menu_bar, opened
from training.screens.programs.qt.widgets import MAKERS
from training.screens.programs.truth import element, icon, inside, save, uncovered

if TYPE_CHECKING:
    from training.screens.programs.qt.widgets import Teller
    from training.screens.programs.truth import Told

_SIDE = QtCore.Qt.AlignmentFlag


class Window:
    """The window of one plan."""

    def __init__(self, plan: Any) -> None:
        self.plan = plan
        self.tellers: list[Teller] = []
        self.root = QtWidgets.QMainWindow()
        self.root.setWindowTitle(plan["title"])
        self.focused: Any = None
        self.menus = fill_menu_bar(self.root.menuBar(), plan) if plan["menus"] else []
        if plan["toolbar"]:
            self._tool_bar()
        if plan["status"]:
            self.root.statusBar().showMessage(plan["status"])
        ground = QtWidgets.QWidget()
        self.column = QtWidgets.QVBoxLayout(ground)
        self.root.setCentralWidget(ground)
        page = self._tabs() if plan["tabs"] else self.column
        for group in plan["groups"]:
            page.addWidget(self._group(group))
        self._buttons()
        ratio = plan["scale"]
        self.root.move(round(plan["at"][0] / ratio), round(plan["at"][1] / ratio))

    def show(self) -> None:
        """Bring it up with the focus where the plan has it."""
        self.root.show()
        self.root.activateWindow()
        (self.focused or self.root).setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def open_menu(self) -> None:
        """Open the menu that the plan wants open."""
        at = self.plan["open_menu"]
        if at is not None:
            bar = self.root.menuBar()
            bar.setActiveAction(bar.actions()[at])
            if not self.menus[at].isVisible():
                self.menus[at].popup(bar.mapToGlobal(bar.actionGeometry(bar.actions()[at]).bottomLeft()))

    def tell(self) -> tuple[list[Told], list[Any]]:
        """Its elements as they are shown now, and what to ignore."""
        told = [element("dialog", box(self.root), text=self.plan["title"])]
        told += menu_bar(self.root.menuBar(), self.plan) if self.menus else []
        told += [one for teller in self.tellers for one in teller()]
        entries, pop_up = opened(self.menus, self.plan)
        free, ignored = uncovered(told, [pop_up] if pop_up else [])
        return [*free, *entries], ignored

    def _tool_bar(self) -> None:
        bar = self.root.addToolBar("Tools")
        bar.setMovable(self.plan["seed"] // 4 % 2 == 0)
        if self.plan["toolbar"][0]["text"]:
            under = self.plan["seed"] // 8 % 2
            style = QtCore.Qt.ToolButtonStyle
            bar.setToolButtonStyle(style.ToolButtonTextUnderIcon if under else style.ToolButtonTextBesideIcon)
        for tool in self.plan["toolbar"]:
            action = bar.addAction(QtGui.QIcon(icon(self.plan, tool["icon"])), tool["text"] or "")
            kind = "button" if tool["text"] else "icon-button"
            one = bar.widgetForAction(action)
            self.tellers.append(
                lambda one=one, kind=kind, tool=tool: (
                    [  # type: ignore[misc]
                        element(kind, box(one), text=tool["text"] or "", icon=tool["icon"])
                    ]
                    if one.isVisible()
                    else []
                )
            )

    def _tabs(self) -> Any:
        book = QtWidgets.QTabWidget()
        self.column.addWidget(book)
        layout = None
        for at, tab in enumerate(self.plan["tabs"]):
            page = QtWidgets.QWidget()
            book.addTab(page, tab["text"])
            if tab["chosen"]:
                layout = QtWidgets.QVBoxLayout(page)
                book.setCurrentIndex(at)
        bar = book.tabBar()
        self.tellers.append(
            lambda: inside(
                [
                    element(
                        "tab",
                        box(bar, bar.tabRect(at)),
                        text=tab["text"],
                        state="chosen" if tab["chosen"] else None,
                    )
                    for at, tab in enumerate(self.plan["tabs"])
                ],
                shown(bar),
            )
        )
        return layout

    def _group(self, group: Any) -> Any:
        frame = QtWidgets.QGroupBox(group["caption"]) if group["caption"] else QtWidgets.QWidget()
        grid = QtWidgets.QGridLayout(frame)
        for place in places(group):
            maker = MAKERS.get(place.asked["kind"])
            if maker is None:
                continue
            one, teller = maker(place.asked)
            one.setEnabled(
                place.asked["enabled"] or place.asked["kind"] in ("table", "list", "tree", "link", "text")
            )
            grid.addWidget(one, *place.at, 1, place.span, _SIDE.AlignLeft)
            if place.asked["focused"]:
                self.focused = one
            self.tellers.append(_labelled(teller, self._beside(grid, place), frame))
        grid.setColumnStretch(grid.columnCount(), 1)
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
                label = QtWidgets.QLabel(text)
                flush = place.flush_right and at == place.label_at
                grid.addWidget(
                    label, *at, 1, 1, _SIDE.AlignVCenter | (_SIDE.AlignRight if flush else _SIDE.AlignLeft)
                )
        return label if place.label_at is not None else None

    def _buttons(self) -> None:
        row = QtWidgets.QHBoxLayout()
        row.addStretch()
        self.column.addLayout(row)
        for at, button in enumerate(self.plan["buttons"]):
            one = QtWidgets.QPushButton(button["text"])
            one.setEnabled(button["enabled"])
            one.setDefault(button["default"])
            row.addWidget(one)
            if at == 0 and self.plan.get("used"):
                one.clicked.connect(lambda: save(self.tell()[0]))
            self.tellers.append(
                lambda one=one, button=button: [element("button", box(one), button, text=button["text"])]
            )  # type: ignore[misc]


def _labelled(teller: Teller, label: Any, frame: Any) -> Teller:
    """The same with the label's box, and without what the frame around it cuts off."""

    def tell() -> list[Told]:
        told = inside(teller(), shown(frame))
        for one in told:
            if label is not None and one["kind"] != "scrollbar":
                one["label_box"] = one["label_box"] or box(label)
        return told

    return tell
