"""Widgets of Qt for the elements of a plan, each with what tells its truth once it is drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from training.screens.programs.qt.binding import QtCore, QtWidgets
from training.screens.programs.qt.boxes import bars, box, grown
from training.screens.programs.qt.style import part
from training.screens.programs.qt.views import listed, table, tree
from training.screens.programs.truth import element, is_secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.screens.programs.truth import Told

    Teller = Callable[[], list[Told]]
    Made = tuple[Any, Teller]


def field(asked: Any) -> Made:
    one = QtWidgets.QLineEdit(asked["value"])
    one.setPlaceholderText(asked["placeholder"])
    one.setReadOnly(asked["readonly"])
    one.setFixedWidth((asked["width"] + 2) * one.fontMetrics().averageCharWidth() + 12)
    if is_secret(asked):
        one.setEchoMode(QtWidgets.QLineEdit.EchoMode.Password)
    return one, lambda: [element("field", box(one), asked, text=one.text())]


def area(asked: Any) -> Made:
    one = QtWidgets.QPlainTextEdit(
        "\n".join([asked["value"]] * (6 if asked["value"] and asked["width"] > 20 else 1))
    )
    one.setPlaceholderText(asked["placeholder"])
    one.setReadOnly(asked["readonly"])
    metrics = one.fontMetrics()
    one.setFixedSize(
        max(24, asked["width"]) * metrics.averageCharWidth() + 20, 3 * metrics.lineSpacing() + 14
    )
    return one, lambda: [element("area", box(one), asked, text=one.toPlainText()), *bars(one)]


def number(asked: Any) -> Made:
    one = QtWidgets.QSpinBox()
    one.setRange(0, 99999)
    one.setValue(int(asked["value"]))
    return one, lambda: [element("number", box(one), asked, text=one.text())]


def date(asked: Any) -> Made:
    numbers = [int(part) for part in re.findall(r"\d+", asked["value"])]
    year, others = max(numbers), [number for number in numbers if number < 100]
    one = QtWidgets.QDateEdit(QtCore.QDate(year, min(others[0], 12), min(others[1], 28)))
    if "format" in asked:
        one.setDate(QtCore.QDate.fromString(asked["value"], asked["format"]))
    chosen = ("yyyy-MM-dd", "dd.MM.yyyy", "MM/dd/yyyy")[asked["width"] % 3]
    one.setDisplayFormat(asked.get("format", chosen))
    one.setCalendarPopup(asked["width"] > 10)
    return one, lambda: [element("date", box(one), asked, text=one.text())]


def dropdown(asked: Any) -> Made:
    one = QtWidgets.QComboBox()
    one.setEditable(asked["kind"] == "combo")
    one.addItems(asked["choices"])
    one.setCurrentIndex(-1 if asked["choice"] is None or not asked["value"] else asked["choice"])
    if one.lineEdit():
        one.lineEdit().setPlaceholderText(asked["placeholder"])
    one.setMinimumWidth(min(asked["width"], 20) * one.fontMetrics().averageCharWidth())
    return one, lambda: [element(asked["kind"], box(one), asked, text=one.currentText())]


def checkbox(asked: Any) -> Made:
    one = QtWidgets.QCheckBox(asked["label"])
    known = QtCore.Qt.CheckState
    states = {known.Checked: "on", known.Unchecked: "off", known.PartiallyChecked: "mixed"}
    one.setTristate(asked["state"] == "mixed")
    one.setCheckState(next(state for state, name in states.items() if name == asked["state"]))
    return one, lambda: [ticked("checkbox", "CheckBox", one, asked, states[one.checkState()])]


def radio(asked: Any) -> Made:
    frame = QtWidgets.QWidget()
    across = len(asked["choices"]) < 4 and asked["width"] < 20
    layout = QtWidgets.QHBoxLayout(frame) if across else QtWidgets.QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    buttons = [QtWidgets.QRadioButton(text) for text in asked["choices"]]
    for text, button in zip(asked["choices"], buttons):
        button.setChecked(text == asked["value"])
        layout.addWidget(button)
    layout.addStretch()
    plain = asked | {"focused": False}
    return frame, lambda: [
        ticked("radio", "RadioButton", one, plain, "on" if one.isChecked() else "off") for one in buttons
    ]


def ticked(kind: str, name: str, one: Any, asked: Any, state: str) -> Told:
    """The truth of a box or circle with a caption: its indicator."""
    caption = part(one, f"SE_{name}Contents")
    caption.setWidth(one.fontMetrics().horizontalAdvance(one.text()))
    room = grown(one, part(one, f"SE_{name}Indicator"))
    more = {"state": state, "text": one.text(), "label_box": box(one, caption)}
    return element(kind, room, asked, fit=True, **more)


def slider(asked: Any) -> Made:
    one = QtWidgets.QSlider(QtCore.Qt.Orientation.Horizontal)
    one.setRange(0, 100)
    one.setValue(int(asked["value"]))
    one.setFixedWidth(20 * one.fontMetrics().averageCharWidth())
    if asked["width"] > 26:
        one.setTickPosition(QtWidgets.QSlider.TickPosition.TicksBelow)
        one.setTickInterval(10)
    return one, lambda: [element("slider", box(one), asked, text=str(one.value()))]


def progress(asked: Any) -> Made:
    one = QtWidgets.QProgressBar()
    one.setValue(int(asked["value"]))
    one.setTextVisible(asked["width"] > 10)
    one.setFixedWidth(24 * one.fontMetrics().averageCharWidth())
    return one, lambda: [element("progress", box(one), asked)]


def link(asked: Any) -> Made:
    one = QtWidgets.QLabel(f'<a href="x">{asked["label"]}</a>')
    return one, lambda: [element("link", box(one), text=asked["label"])]


def text(asked: Any) -> Made:
    return QtWidgets.QLabel(asked["label"]), list


MAKERS: dict[str, Callable[[Any], Made]] = {
    "field": field, "area": area, "number": number, "date": date, "dropdown": dropdown, "combo": dropdown,
    "checkbox": checkbox, "radio": radio, "slider": slider, "progress": progress, "table": table,
    "list": listed, "tree": tree, "link": link, "text": text,
}  # fmt: skip
