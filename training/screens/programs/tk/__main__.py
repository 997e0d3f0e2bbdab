"""Tk: `python -m training.screens.programs.tk` reads plans, one a line, and tells of their windows."""

from __future__ import annotations

import time
from typing import Any

from training.screens.programs.tk.window import Window
from training.screens.programs.truth import first_plan, serve

_SETTLED = 0.25
"""Seconds of work on events after the window is seen, in which the focus and its place come in."""
_shown: list[Window] = []


def show(plan: Any) -> Any:
    """Put a plan's window in the place of the last one."""
    clear()
    window = Window(plan)
    _shown.append(window)
    window.root.wait_visibility()
    window.root.focus_force()
    _work(window)
    if plan["open_menu"] is not None:
        window.open_menu()
        _work(window)
    return window.tell()


def clear() -> None:
    """Take the window away."""
    while _shown:
        root = _shown.pop().root
        root.update()
        root.destroy()


def use() -> None:
    """Let a person use the window."""
    _shown[0].root.mainloop()


def _work(window: Window) -> None:
    until = time.monotonic() + _SETTLED
    while time.monotonic() < until:
        window.root.update()
        time.sleep(0.01)


serve(first_plan(), show, clear, use=use)
