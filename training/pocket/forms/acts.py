"""Acts: steps of a plan that are about a field or a page, done as a model that does all right would.

What a click or a key does is done to the widgets themselves, which takes no time; what is seen is what Tk
draws.
"""

from __future__ import annotations

import tkinter as tk
from tkinter import ttk
from typing import TYPE_CHECKING

from training.pocket import replies
from training.pocket.forms import popups
from training.pocket.forms.looks import held, shown
from training.pocket.replies import Planned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from customer_fields import Placed

    from training.pocket.episode import Look, Mark
    from training.pocket.forms.board import Board
    from training.pocket.forms.slips import Slips

_SCROLLS = 12
"""Looks at a list that is scrolled, at most."""


class Missing(Exception):
    """What the plan names is not on the screen."""


class Acts:
    """The acts of one episode."""

    def __init__(self, board: Board, slips: Slips) -> None:
        self._board, self._slips = board, slips

    def do(self, number: int, planned: Planned, *, again: bool = False) -> None:
        """Carry out a step.

        Raises:
            Missing: its target is not there.
        """
        thought = f"Step {number}{' again' if again else ''}: {planned.sentence}"
        match planned.kind:
            case "type":
                self._type(thought, number, planned)
            case "select":
                self._select(thought, number, planned)
            case "page":
                self._click(thought, planned, ("tab",))
            case "choose" | "tick":
                self._click(thought, planned, ("radio", "check"))

    def turn_to(self, number: int, planned: Planned, page: str) -> None:
        """Show the page on which a step is to be done again, if another one is shown."""
        if self._board.page() != page:
            self._click(f"Step {number} again: {planned.sentence}", Planned("page", page), ("tab",))

    def lose(self, number: int, planned: Planned) -> None:
        """Do a step beside its target, which does nothing: what is said is right, where is not."""
        board, thought = self._board, f"Step {number}: {planned.sentence}"
        nowhere = self._slips.nowhere(board.look())
        board.note(board.look(), replies.click(thought, planned.name, nowhere), learned=False)
        goes_on = f"Step {number} goes on."
        if planned.kind == "type":
            board.note(board.look(), replies.typing(goes_on, planned.text), learned=False)
        elif planned.kind == "select":
            second = replies.click(goes_on, f'"{planned.text}"', nowhere)
            board.note(board.look(), second, learned=False)

    def _find(self, planned: Planned, kinds: Sequence[str]) -> tuple[Look, Mark]:
        seen = self._board.look()
        for mark in seen.marks:
            if mark.kind in kinds and mark.label == planned.label and planned.group in ("", mark.group):
                return seen, mark
        raise Missing

    def _placed(self, mark: Mark) -> Placed:
        return next(
            one
            for one in shown(self._board.form)
            if one.field.label == mark.label and self._board.ruler.box(one.widget) == mark.box
        )

    def _click(self, thought: str, planned: Planned, kinds: Sequence[str]) -> None:
        seen, mark = self._find(planned, kinds)
        self._board.note(seen, replies.click(thought, planned.name, mark.at), mark)
        self._board.point(mark.at)
        if mark.kind == "tab":
            self._board.turn_to(mark.label)
        else:
            self._toggle(mark)

    def _toggle(self, mark: Mark) -> None:
        for placed in shown(self._board.form):
            row = placed.widget.winfo_children() if placed.field.kind == "radio" else [placed.widget]
            for widget in row:
                at = self._board.ruler.box(widget)
                if at == mark.box and isinstance(widget, ttk.Radiobutton | ttk.Checkbutton):
                    widget.invoke()
                    widget.focus_set()

    def _type(self, thought: str, number: int, planned: Planned) -> None:
        board = self._board
        seen, mark = self._find(planned, ("text", "number", "note"))
        if other := self._slips.mistaken(seen, mark):
            board.note(seen, replies.click(thought, planned.name, other.at), learned=False)
            self._enter(self._placed(other), other)
            seen, thought = board.look(), f"Step {number} again: {planned.sentence}"
        placed = self._placed(mark)
        click = replies.click(thought, planned.name, mark.at, 3 if held(placed) else 1)
        board.note(seen, click, mark)
        self._enter(placed, mark)
        board.note(board.look(), replies.typing(f"Step {number} goes on.", planned.text))
        _write(placed.widget, planned.text)

    def _enter(self, placed: Placed, mark: Mark) -> None:
        self._board.point(mark.at)
        placed.widget.focus_force()
        if isinstance(placed.widget, ttk.Entry):
            placed.widget.selection_range(0, "end")
            placed.widget.icursor("end")

    def _select(self, thought: str, number: int, planned: Planned) -> None:
        seen, mark = self._find(planned, ("choice",))
        widget = self._placed(mark).widget
        assert isinstance(widget, ttk.Combobox)
        self._board.note(seen, replies.click(thought, planned.name, mark.at), mark)
        self._board.point(mark.at)
        widget.focus_force()
        popups.post(self._board.form, str(widget))
        self._choose(f"Step {number} goes on.", str(widget), self._placed(mark).field.options, planned.text)
        popups.unpost(self._board.form, str(widget))
        widget.set(planned.text)
        widget.selection_range(0, "end")

    def _choose(self, thought: str, field: str, options: Sequence[str], text: str) -> None:
        """Click an option of the open list; scroll to it before, notch by notch, where it is not shown."""
        board = self._board
        for _ in range(_SCROLLS):
            board.settle()
            seen = popups.list_look(board.form, board.ruler, field, options)
            rows = [one for one in seen.marks if one.kind == "row"]
            if chosen := next((row for row in rows if row.label == text), None):
                board.note(seen, replies.click(thought, f'"{text}"', chosen.at), chosen)
                board.point(chosen.at)
                return
            down = options.index(text) > options.index(rows[-1].label)
            over = rows[len(rows) // 2]
            board.note(seen, replies.scrolling(thought, over.at, -1 if down else 1), over)
            popups.turn_wheel(board.form, field, down=down)
        raise Missing


def _write(widget: tk.Widget, text: str) -> None:
    if isinstance(widget, tk.Text):
        widget.delete("1.0", "end")
        widget.insert("1.0", text)
    else:
        assert isinstance(widget, ttk.Entry)
        widget.delete(0, "end")
        widget.insert(0, text)
        widget.icursor("end")
