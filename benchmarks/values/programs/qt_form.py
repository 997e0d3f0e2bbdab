"""The form in Qt. Arguments as of `tk_form`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6 import QtWidgets as W


def main(out: str, *lists: str) -> None:
    """Show it until it is closed."""
    towns, ports, speeds, sorts, folders, notes = (listed.split("|") for listed in lists)
    app = W.QApplication(sys.argv[:1])
    window = W.QMainWindow()
    window.setWindowTitle("Parcels")
    window.resize(1120, 640)
    sorted_by: list[str] = []
    menu = window.menuBar().addMenu("Sort")
    for entry in sorts:
        menu.addAction(entry).triggered.connect(
            lambda _=False, entry=entry: (sorted_by.append(entry), said.setText(f"Sorted: {entry}"))
        )
    page = W.QWidget()
    window.setCentralWidget(page)
    columns = W.QHBoxLayout(page)
    columns.setContentsMargins(280, 10, 10, 10)  # the menu hangs where nothing stands
    form, right = W.QFormLayout(), W.QVBoxLayout()
    columns.addLayout(form)
    columns.addLayout(right)
    name, town, copies, due = W.QLineEdit(), W.QComboBox(), W.QSpinBox(), W.QLineEdit()
    town.addItems(["", *towns])
    town.setMaxVisibleItems(10)
    town.setStyleSheet("combobox-popup: 0")
    copies.setRange(0, 9999)
    for label, field in (("Name", name), ("Town", town), ("Copies", copies), ("Due", due)):
        form.addRow(label, field)
    radios = [W.QRadioButton(text) for text in speeds]
    for radio in radios:
        form.addRow("", radio)
    port, tree, said = W.QListWidget(), W.QTreeWidget(), W.QLabel("Ready")
    port.addItems(ports)
    port.setFixedHeight(150)
    tree.setHeaderHidden(True)
    for text in folders:
        tree.addTopLevelItem(W.QTreeWidgetItem([text]))
    for label, pane in (("Port", port), ("Folder", tree)):
        right.addWidget(W.QLabel(label))
        right.addWidget(pane)
    for text in notes:
        right.addWidget(W.QLabel(text))

    def save() -> None:
        picked = (
            [item.text() for item in port.selectedItems()],
            [radio.text() for radio in radios if radio.isChecked()],
            sorted_by[-1:],
            [item.text(0) for item in tree.selectedItems()],
        )
        values = [name.text(), town.currentText(), *("".join(chosen) for chosen in picked)]
        Path(out).write_text("\n".join([*values, copies.text(), due.text()]), encoding="utf-8")
        said.setText("Saved")

    button = W.QPushButton("Save")
    button.clicked.connect(save)
    form.addRow(button, said)
    window.show()
    app.exec()


main(*sys.argv[1:])
