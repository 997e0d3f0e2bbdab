"""Board: a form on the screen, and the notes that are taken of it: each look with its reply."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from training.pocket.episode import Turn
from training.pocket.forms.looks import look
from training.pocket.forms.ruler import Ruler

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.geometry import Point
    from tools.observation import Frame
    from training.pocket.episode import Look, Mark
    from training.pocket.forms.manager import WindowManager
    from training.pocket.forms.spec import Spec
    from training.pocket.forms.window import Form

_EQUAL, _PAUSE = 3, 0.02
"""Looks that must be equal, and the seconds between them."""


class Board:
    """What an episode is played on.

    Args:
        form: the window.
        spec: what is on it.
        grab: takes a picture of the screen.
        manager: of the windows on it.
    """

    def __init__(self, form: Form, spec: Spec, grab: Callable[[], Frame], manager: WindowManager) -> None:
        self.form, self.spec, self.ruler = form, spec, Ruler(form)
        self.turns: list[Turn] = []
        self.frames: list[Frame] = []
        self._grab, self._manager = grab, manager

    def note(self, seen: Look, reply: str, target: Mark | None = None, *, learned: bool = True) -> None:
        """Note a turn, with the screen as it is."""
        self.settle()
        self.frames.append(self._grab())
        self.turns.append(Turn(seen, reply, learned, target.box if target else None))

    def look(self) -> Look:
        """What stands where; no popup is open."""
        self.settle()
        return look(self.form, self.ruler)

    def settle(self) -> None:
        """Let everything be drawn: what the window manager is asked for, and what that uncovers."""
        self.form.update()
        self._manager.catch_up()
        self.form.update()
        self.form.winfo_pointerxy()  # the server has done all that was asked for before it answers

    def steady(self) -> None:
        """Wait until the window manager has drawn its part of a new window."""
        last, equal = self._grab(), 0
        while equal < _EQUAL:
            time.sleep(_PAUSE)
            self.settle()
            now = self._grab()
            equal = equal + 1 if np.array_equal(last.words, now.words) else 0
            last = now

    def point(self, at: Point) -> None:
        """Move the pointer there."""
        x, y = at.x - self.form.winfo_rootx(), at.y - self.form.winfo_rooty()
        self.form.event_generate("<Motion>", warp=True, x=x, y=y)
        self.settle()

    def page(self) -> str:
        """Title of the page that is shown."""
        notebook = str(self.form.notebook)
        number = int(self.form.tk.call(notebook, "index", "current"))
        return self.spec.pages[number].title

    def turn_to(self, page: str) -> None:
        """Show a page."""
        titles = [one.title for one in self.spec.pages]
        self.form.tk.call(str(self.form.notebook), "select", titles.index(page))
        self.form.notebook.focus_set()
