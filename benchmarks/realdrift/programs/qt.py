"""The register in PyQt, 5 or 6: whichever the interpreter has."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from register import COLUMNS, COUNTRIES, TITLE, Register

try:
    import PyQt6.QtWidgets as q  # noqa: N813  (short, for one file)
except ImportError:
    import PyQt5.QtWidgets as q  # noqa: N813


class Window(q.QWidget):
    """The form beside the list."""

    def __init__(self, register: Register) -> None:
        super().__init__()
        self._register = register
        self.setWindowTitle(TITLE)
        self._name, self._city, self._country = q.QLineEdit(), q.QLineEdit(), q.QComboBox()
        self._country.addItems(["Please choose", *COUNTRIES])
        self._newsletter, self._notice = q.QCheckBox("Newsletter"), q.QLabel()
        save = q.QPushButton("Save customer")
        save.clicked.connect(self._save)
        form = q.QVBoxLayout()
        for label, field in (("Full name", self._name), ("City", self._city)):
            form.addWidget(q.QLabel(label))
            form.addWidget(field)
        for part in (self._newsletter, q.QLabel("Country"), self._country, save):
            form.addWidget(part)
        form.addStretch(1)
        self._table = q.QGridLayout()
        self._table.setHorizontalSpacing(40)
        self._table.setVerticalSpacing(12)
        beside = q.QVBoxLayout()
        for part in (q.QLabel(TITLE), self._notice):
            beside.addWidget(part)
        beside.addLayout(self._table)
        beside.addStretch(1)
        whole = q.QHBoxLayout(self)
        whole.setSpacing(60)
        for box in (form, beside):
            box.setSpacing(8)  # else as far apart as the two
        whole.addLayout(form)
        whole.addLayout(beside, 1)
        self._show()

    def _save(self) -> None:
        self._register.save(
            self._name.text(),
            self._city.text(),
            self._country.currentText(),
            newsletter=self._newsletter.isChecked(),
        )
        self._show()

    def _approve(self, name: str) -> None:
        self._register.approve(name)
        self._show()

    def _show(self) -> None:
        self._notice.setText(self._register.notice)
        while self._table.count():
            self._table.takeAt(0).widget().deleteLater()
        for column, text in enumerate(COLUMNS):
            self._table.addWidget(q.QLabel(f"<b>{text}</b>"), 0, column)
        for row, customer in enumerate(self._register.shown, 1):
            for column, text in enumerate(customer.cells):
                self._table.addWidget(q.QLabel(text), row, column)
            if not customer.approved:
                button = q.QPushButton("Approve")
                button.clicked.connect(lambda _checked, name=customer.name: self._approve(name))
                self._table.addWidget(button, row, len(COLUMNS))


def main() -> None:
    """Show it until the window is closed."""
    given = ArgumentParser()
    given.add_argument("--regression")
    given.add_argument("--state", type=Path)
    told = given.parse_args()
    application = q.QApplication(sys.argv[:1])
    window = Window(Register(told.regression, told.state))
    window.resize(1000, 420)
    window.move(60, 60)
    window.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
