"""A form of a plan in Qt: `qt_form.py PLAN SCALE THEME`. Prints where the fields and buttons are."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

plan, scale, theme = json.loads(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
os.environ["QT_SCALE_FACTOR"] = str(scale)
from PySide6 import QtCore, QtGui, QtWidgets  # noqa: E402

app = QtWidgets.QApplication(["form"])
app.setCursorFlashTime(0)
app.setStyle(theme.removesuffix("-dark"))
if theme.endswith("-dark"):
    palette = QtGui.QPalette(QtGui.QColor(53, 53, 53), QtGui.QColor(53, 53, 53))
    palette.setColor(QtGui.QPalette.ColorRole.Base, QtGui.QColor(35, 35, 35))
    app.setPalette(palette)
window = QtWidgets.QWidget()
window.setWindowTitle("Form")
grid = QtWidgets.QGridLayout(window)
grid.setVerticalSpacing(plan.get("gap", 6))
grid.setHorizontalSpacing(plan.get("apart", 8))
made: list[tuple[dict[str, Any], QtWidgets.QWidget]] = []


def entry(cell: dict[str, Any]) -> QtWidgets.QWidget:
    one = QtWidgets.QLineEdit(cell["text"])
    one.setPlaceholderText(cell.get("hint", ""))
    one.setFixedWidth(8 * cell["width"] + 16)
    one.setReadOnly(cell.get("state") == "fixed")
    if cell.get("state") in ("selected", "focused"):
        one.setFocus()
        QtCore.QTimer.singleShot(200, one.selectAll if cell["state"] == "selected" else one.deselect)
    return one


def area(cell: dict[str, Any]) -> QtWidgets.QWidget:
    one = QtWidgets.QPlainTextEdit(cell["text"])
    one.setFixedSize(320, 80)
    return one


def choice(cell: dict[str, Any]) -> QtWidgets.QWidget:
    one = QtWidgets.QComboBox()
    one.addItems([cell["text"], "O"])
    if cell["width"] > len("wide") * 2:
        one.setFixedWidth(8 * cell["width"] + 16)
    return one


def button(cell: dict[str, Any]) -> QtWidgets.QWidget:
    one = QtWidgets.QPushButton(cell["text"])
    one.setFixedWidth(10 * len(cell["text"]) + 20)
    return one


makers = {"field": entry, "area": area, "choice": choice, "button": button}
for cell in plan["cells"]:
    if cell["kind"] in makers:
        widget = makers[cell["kind"]](cell)
        made.append((cell, widget))
    else:
        widget = QtWidgets.QLabel(cell["text"])
        if cell["kind"] == "small":
            widget.setStyleSheet("font-size: 11px; color: gray")
    side = {"right": "AlignRight", "center": "AlignHCenter"}.get(cell.get("align", ""), "AlignLeft")
    grid.addWidget(widget, cell["row"], cell["column"], getattr(QtCore.Qt.AlignmentFlag, side))


def tell() -> None:
    boxes = []
    for cell, one in made:
        at = one.mapToGlobal(QtCore.QPoint(0, 0)) - window.geometry().topLeft()
        ratio, corner = window.devicePixelRatio(), window.geometry().topLeft()
        box = [corner.x() * ratio + at.x() * ratio, corner.y() * ratio + at.y() * ratio]
        boxes.append({**cell, "box": [*map(round, box), *(round(x * ratio) for x in one.size().toTuple())]})
    print(json.dumps(boxes), flush=True)


window.show()
QtCore.QTimer.singleShot(800, tell)
app.exec()
