"""Qt: `python -m training.screens.programs.qt` reads plans, one a line, and tells of their windows."""

from __future__ import annotations

import os
import time
from typing import Any

from training.screens.programs.truth import first_plan, serve

first = first_plan()
os.environ["QT_SCALE_FACTOR"] = str(first["scale"])
os.environ |= {"QT_ENABLE_HIGHDPI_SCALING": "0", "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough"}

from training.screens.programs.qt.binding import QtCore, QtWidgets  # noqa: E402
from training.screens.programs.qt.style import dress  # noqa: E402
from training.screens.programs.qt.window import Window  # noqa: E402

_SETTLED = 0.25
"""Seconds of work on events after the window is seen, in which the focus and its place come in."""
app = QtWidgets.QApplication(["program"])
app.setQuitOnLastWindowClosed(False)
_shown: list[Window] = []


def show(plan: Any) -> Any:
    """Put a plan's window in the place of the last one."""
    clear()
    dress(app, plan)
    window = Window(plan)
    _shown.append(window)
    window.show()
    _work()
    if plan["open_menu"] is not None:
        window.open_menu()
        _work()
    return window.tell()


def clear() -> None:
    """Take the window away."""
    while _shown:
        window = _shown.pop()
        for menu in window.menus:
            menu.close()
        window.root.close()
        window.root.deleteLater()
    app.processEvents()


def _work() -> None:
    until = time.monotonic() + _SETTLED
    while time.monotonic() < until:
        app.processEvents(QtCore.QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.01)


serve(first, show, clear, use=app.exec)
