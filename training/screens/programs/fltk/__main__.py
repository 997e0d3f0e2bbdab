"""FLTK: `python -m training.screens.programs.fltk` reads plans, one a line, and tells of their windows."""

from __future__ import annotations

import time
from typing import Any

import fltk as f

from training.screens.programs.fltk.window import Window
from training.screens.programs.truth import first_plan, serve

_SETTLED = 0.3
"""Seconds of work on events after the window is seen, in which the focus and its place come in."""
first = first_plan()
f.Fl.scheme(first["theme"])
f.Fl.visible_focus(1)
_shown: list[Window] = []


def show(plan: Any) -> Any:
    """Put a plan's window in the place of the last one."""
    clear()
    window = Window(plan)
    _shown.append(window)
    window.root.show()
    _work()
    f.Fl.focus(window.focused or window.root)
    _work()
    return window.tell()


def clear() -> None:
    """Take the window away."""
    while _shown:
        _shown.pop().root.hide()
    _work(0.05)


def _work(seconds: float = _SETTLED) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        f.Fl.check()
        time.sleep(0.01)


serve(first, show, clear, relative=True, use=f.Fl.run)
