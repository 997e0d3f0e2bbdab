"""Tables, lists and trees of Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from training.screens.programs.qt.binding import QtCore, QtWidgets
from training.screens.programs.qt.boxes import bars, box, line
from training.screens.programs.truth import element, inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.screens.programs.truth import Told

    Made = tuple[Any, Callable[[], list[Told]]]

_LINES = 6.5
"""Heights of a line that a view is tall."""


def listed(asked: Any) -> Made:
    """A list."""
    one = QtWidgets.QListWidget()
    one.addItems(asked["choices"])
    if asked["choice"] is not None:
        one.setCurrentRow(asked["choice"])
    _size(one, 14 * one.fontMetrics().averageCharWidth() * 2)

    def tell() -> list[Told]:
        rows = [(at, text, one.visualItemRect(one.item(at))) for at, text in enumerate(asked["choices"])]
        told = [
            element("row", line(one, rect), text=text, state="chosen" if at == asked["choice"] else None)
            for at, text, rect in rows
        ]
        return [*inside(told, box(one.viewport())), *bars(one)]

    return one, tell


def table(asked: Any) -> Made:
    """A table with headers, for a part with numbers of rows."""
    one = QtWidgets.QTableWidget(len(asked["rows"]), len(asked["headers"]))
    one.setHorizontalHeaderLabels(asked["headers"])
    numbered = asked["width"] > 20
    one.verticalHeader().setVisible(numbered)
    for row, texts in enumerate(asked["rows"]):
        for column, text in enumerate(texts):
            one.setItem(row, column, QtWidgets.QTableWidgetItem(text))
    one.setSelectionBehavior(QtWidgets.QAbstractItemView.SelectionBehavior.SelectRows)
    one.setShowGrid(asked["width"] != 10)
    if asked["chosen"] is not None:
        one.selectRow(asked["chosen"])
    one.resizeColumnsToContents()
    _size(one, one.horizontalHeader().length() + (50 if numbered else 30))
    return one, lambda: [*inside(_cells(one, asked), box(one.viewport())), *_headers(one, asked), *bars(one)]


def _cells(one: Any, asked: Any) -> list[Told]:
    told = []
    for row, texts in enumerate(asked["rows"]):
        rects = [one.visualItemRect(one.item(row, column)) for column in range(len(texts))]
        whole = rects[0].united(rects[-1])
        state = "chosen" if row == asked["chosen"] else None
        told.append(element("row", box(one.viewport(), whole), text=" ".join(texts), state=state))
        told += [element("cell", box(one.viewport(), rect), text=text) for rect, text in zip(rects, texts)]
    return told


def _headers(one: Any, asked: Any) -> list[Told]:
    head, side = one.horizontalHeader(), one.verticalHeader()
    told = []
    for at, text in enumerate(asked["headers"]):
        rect = QtCore.QRect(head.sectionViewportPosition(at), 0, head.sectionSize(at), head.height())
        told.append(element("header", box(head.viewport(), rect), text=text))
    told = inside(told, box(head.viewport()))
    if not side.isVisible():
        return told
    numbers = []
    for at in range(len(asked["rows"])):
        rect = QtCore.QRect(0, side.sectionViewportPosition(at), side.width(), side.sectionSize(at))
        numbers.append(element("header", box(side.viewport(), rect), text=str(at + 1)))
    return told + inside(numbers, box(side.viewport()))


def tree(asked: Any) -> Made:
    """A tree of one column."""
    one = QtWidgets.QTreeWidget()
    one.setHeaderHidden(True)
    one.setAnimated(False)
    items: list[Any] = []
    top = None
    for node in asked["nodes"]:
        if node["depth"] == 0:
            top = QtWidgets.QTreeWidgetItem(one, [node["text"]])
        items.append(top if node["depth"] == 0 else QtWidgets.QTreeWidgetItem(top, [node["text"]]))
    for node, item in zip(asked["nodes"], items):
        item.setExpanded(node["state"] == "open")
        if node["chosen"]:
            one.setCurrentItem(item)
    _size(one, 30 * one.fontMetrics().averageCharWidth())

    def tell() -> list[Told]:
        rows = [(node, one.visualItemRect(item)) for node, item in zip(asked["nodes"], items)]
        told = [
            element("node", line(one, rect), text=node["text"], state=node["state"], chosen=node["chosen"])
            for node, rect in rows
            if rect.isValid() and rect.height()
        ]
        return [*inside(told, box(one.viewport())), *bars(one)]

    return one, tell


def _size(one: Any, width: int) -> None:
    one.setFixedHeight(round(_LINES * one.fontMetrics().height()))
    one.setMinimumWidth(min(width, 90 * one.fontMetrics().averageCharWidth()))
