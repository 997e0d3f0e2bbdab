"""The desk in Qt. Argument: the file to which it appends what was done."""

from __future__ import annotations

import sys

from desk_texts import Texts  # type: ignore[import-not-found]
from PySide6 import QtWidgets as W
from PySide6.QtCore import QTimer


class Style(W.QProxyStyle):
    """The usual style, with a tooltip that comes up when it is told to."""

    def __init__(self, after: int) -> None:
        super().__init__("Fusion")
        self._after = after

    def styleHint(self, hint: object, *rest: object) -> int:  # noqa: N802  (Qt's own)
        """As Qt asks for it."""
        if hint == W.QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
            return self._after
        return int(super().styleHint(hint, *rest))


def main(log: str) -> None:
    """Show it until it is closed."""
    texts = Texts(log)
    app = W.QApplication(sys.argv[:1])
    app.setStyle(Style(texts.number("tip_after")))
    window = W.QWidget()
    window.setWindowTitle(texts["title"])
    window.setGeometry(texts.number("left"), texts.number("top"), 860, 600)
    page = W.QVBoxLayout(window)
    opened = _head(page, texts)
    table = _table(texts)
    page.addWidget(table)
    form, note, port = _form(texts)
    page.addLayout(form)
    foot, button, cancel = W.QHBoxLayout(), W.QPushButton("Book"), W.QPushButton("Cancel order")
    said, count = W.QLabel("Ready"), W.QLabel("Letters in the note: 0")
    for part in (button, cancel, said):
        foot.addWidget(part)
    foot.addStretch()
    page.addLayout(foot)
    page.addWidget(count)
    button.setToolTip(texts["tip"])
    note.textChanged.connect(lambda text: count.setText(f"Letters in the note: {len(text)}"))
    cancel.clicked.connect(lambda: texts.log("cancelled"))

    def book() -> None:
        if table.currentRow() < 0:
            said.setText("No order is chosen")
            return
        row = texts.rows[table.currentRow()]
        answer = W.QMessageBox.question(window, texts["question_title"], texts.question(row))
        if answer != W.QMessageBox.StandardButton.Yes:
            texts.log("refused")
            return
        texts.log("booked", row[0], row[1], note.text(), port.currentText())
        said.setText("Booked")

    def chosen() -> None:
        texts.log("chosen", texts.rows[table.currentRow()][0])
        if texts["dialog"] == "chosen":
            _dialog(window, texts)

    button.clicked.connect(book)
    table.itemSelectionChanged.connect(chosen)
    window.show()
    if texts["dialog"] == "first":
        QTimer.singleShot(100, lambda: _dialog(window, texts))
    clock = QTimer()
    clock.timeout.connect(lambda: opened.setText(texts.opened()))
    if texts.number("ticks"):
        clock.start(1000)
    app.exec()


def _head(page: W.QVBoxLayout, texts: Texts) -> W.QLabel:
    """The record that is open; the line with the clock."""
    heading, opened = W.QLabel(texts["heading"]), W.QLabel(texts.opened())
    font = heading.font()
    font.setPointSize(16)
    heading.setFont(font)
    for label in (heading, W.QLabel(texts["born"]), W.QLabel(texts["balance"]), opened):
        page.addWidget(label)
    return opened


def _table(texts: Texts) -> W.QTableWidget:
    table = W.QTableWidget(len(texts.rows), 4)
    table.setHorizontalHeaderLabels(["Order", "Name", "Due", "Amount"])
    table.setSelectionBehavior(W.QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(W.QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(W.QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(W.QHeaderView.ResizeMode.Stretch)
    for at, row in enumerate(texts.rows):
        for column, cell in enumerate(row):
            table.setItem(at, column, W.QTableWidgetItem(cell))
    return table


def _form(texts: Texts) -> tuple[W.QFormLayout, W.QLineEdit, W.QComboBox]:
    form, note, port = W.QFormLayout(), W.QLineEdit(), W.QComboBox()
    port.addItems(texts.ports)
    form.addRow("Note", note)
    form.addRow("Port", port)
    return form, note, port


def _dialog(window: W.QWidget, texts: Texts) -> None:
    """A window of its own with the form's captions."""
    dialog = W.QDialog(window)
    dialog.setWindowTitle("Quick order")
    form, note, _ = _form(texts)
    note.textChanged.connect(lambda _: texts.log("typed into the dialog"))
    button = W.QPushButton("Book")
    button.clicked.connect(lambda: texts.log("booked in the dialog"))
    form.addRow(button)
    dialog.setLayout(form)
    dialog.move(texts.number("dialog_left"), texts.number("dialog_top"))
    dialog.setModal(True)
    dialog.show()


main(*sys.argv[1:])
