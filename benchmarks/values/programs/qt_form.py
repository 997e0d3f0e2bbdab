"""The form in Qt. Arguments as of `tk_form`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets as W

if TYPE_CHECKING:
    from collections.abc import Callable


def main(out: str, *lists: str) -> None:
    """Show it until it is closed."""
    towns, ports, speeds, sorts, folders, notes = (listed.split("|") for listed in lists)
    app = W.QApplication(sys.argv[:1])
    window, page, said = W.QMainWindow(), W.QWidget(), W.QLabel("Ready")
    window.setWindowTitle("Parcels")
    window.resize(1120, 640)
    window.setCentralWidget(page)
    columns = W.QHBoxLayout(page)
    columns.setContentsMargins(280, 10, 10, 10)  # the menu hangs where nothing stands
    form, right = W.QFormLayout(), W.QVBoxLayout()
    columns.addLayout(form)
    columns.addLayout(right)
    name, town, copies, due = _fields(form, towns)
    speed, sort = _radios(form, speeds), _menu(window, sorts, said)
    port, folder = _list(right, ports), _tree(right, folders)
    for text in notes:
        right.addWidget(W.QLabel(text))
    values = (name.text, town.currentText, port, speed, sort, folder, copies.text, due.text)

    def save() -> None:
        Path(out).write_text("\n".join(value() for value in values), encoding="utf-8")
        said.setText("Saved")

    button = W.QPushButton("Save")
    button.clicked.connect(save)
    form.addRow(button, said)
    window.show()
    app.exec()


def _fields(
    form: W.QFormLayout, towns: list[str]
) -> tuple[W.QLineEdit, W.QComboBox, W.QSpinBox, W.QLineEdit]:
    fields = W.QLineEdit(), W.QComboBox(), W.QSpinBox(), W.QLineEdit()
    _, town, copies, _ = fields
    town.addItems(["", *towns])
    town.setMaxVisibleItems(10)
    town.setStyleSheet("combobox-popup: 0")
    copies.setRange(0, 9999)
    for label, field in zip(("Name", "Town", "Copies", "Due"), fields, strict=True):
        form.addRow(label, field)
    return fields


def _radios(form: W.QFormLayout, speeds: list[str]) -> Callable[[], str]:
    radios = [W.QRadioButton(text) for text in speeds]
    for radio in radios:
        form.addRow("", radio)
    return lambda: "".join(radio.text() for radio in radios if radio.isChecked())


def _menu(window: W.QMainWindow, sorts: list[str], said: W.QLabel) -> Callable[[], str]:
    chosen = [""]

    def choose(entry: str) -> None:
        chosen.append(entry)
        said.setText(f"Sorted: {entry}")

    menu = window.menuBar().addMenu("Sort")
    for entry in sorts:
        menu.addAction(entry).triggered.connect(lambda _=False, entry=entry: choose(entry))
    return lambda: chosen[-1]


def _list(pane: W.QVBoxLayout, ports: list[str]) -> Callable[[], str]:
    port = W.QListWidget()
    port.addItems(ports)
    port.setFixedHeight(150)
    pane.addWidget(W.QLabel("Port"))
    pane.addWidget(port)
    return lambda: "".join(item.text() for item in port.selectedItems())


def _tree(pane: W.QVBoxLayout, folders: list[str]) -> Callable[[], str]:
    tree = W.QTreeWidget()
    tree.setHeaderHidden(True)
    for text in folders:
        tree.addTopLevelItem(W.QTreeWidgetItem([text]))
    pane.addWidget(W.QLabel("Folder"))
    pane.addWidget(tree)
    return lambda: "".join(item.text(0) for item in tree.selectedItems())


main(*sys.argv[1:])
