"""Dialogs of a form that is saved: the question, or first the refusal with what is missing, and its mending.

A dialog keeps the program waiting within the call that opened it, so what is done in it comes from a timer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.pocket import replies
from training.pocket.forms import popups
from training.pocket.forms.spec import ANSWER, ERROR, OK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.pocket.forms.board import Board
    from training.pocket.forms.slips import Slips
    from training.pocket.replies import Planned

_POLL = 4
"""Milliseconds between looks whether a dialog is up."""
_POLLS = 2500


class NoDialog(Exception):
    """None came up."""


class Dialogs:
    """What is done from a press on the button that saves to the answer."""

    def __init__(self, board: Board, slips: Slips) -> None:
        self._board, self._slips = board, slips
        self._title = ""
        self._fault: Exception | None = None

    def save(self, number: int, final: Planned, after: Sequence[Planned], *, again: bool = False) -> bool:
        """Press the button and answer the dialog that comes up; whether it is saved.

        Args:
            number: of the step.
            final: the step.
            after: those that follow, to the plan's end.
            again: whether it was pressed before.

        Raises:
            NoDialog: none came.
        """
        thought = f"Step {number}{' again' if again else ''}: {final.sentence}"
        board, waits = self._board, after[0].kind == "wait"
        seen = board.look()
        mark = next(one for one in seen.marks if one.kind == "button" and one.label == final.label)
        board.note(seen, replies.click(thought, final.name, mark.at), mark)
        board.point(mark.at)
        if waits and self._slips.late():
            board.note(board.look(), replies.waiting(f"Step {number + 1}: {after[0].sentence}"))
        self._title, self._fault = "", None
        board.form.after(_POLL, self._await, number, after, _POLLS)
        board.form.save()
        while not self._title and not self._fault:
            board.form.update()
        if self._fault:
            raise self._fault
        saved = self._title != ERROR
        if saved and after[-1].kind == "wait" and self._slips.late():
            self._wait(f"Step {number + len(after)}: {after[-1].sentence}")
        return saved

    def _wait(self, thought: str) -> None:
        """A program that takes a while to say that it has saved."""
        board = self._board
        board.form.status.set(board.spec.status)
        board.note(board.look(), replies.waiting(thought))
        board.form.status.set(board.spec.saved)

    def _await(self, number: int, after: Sequence[Planned], left: int) -> None:
        """Answer the dialog once it is drawn."""
        form = self._board.form
        if not popups.is_drawn(form):
            if left:
                form.after(_POLL, self._await, number, after, left - 1)
            else:
                self._fault = NoDialog()
            return
        try:
            self._answer(number, after)
        except Exception as fault:  # noqa: BLE001  (Tk would print it and go on waiting)
            self._fault = fault
            form.tk.call("destroy", popups.DIALOG)

    def _answer(self, number: int, after: Sequence[Planned]) -> None:
        board = self._board
        title = str(board.form.tk.call("wm", "title", popups.DIALOG))
        board.steady()
        seen = popups.dialog_look(board.form, board.ruler)
        label = OK if title == ERROR else ANSWER
        mark = next(one for one in seen.marks if one.label == label)
        if title == ERROR:
            thought = f"Step {number} failed: {seen.lines[0].text}"
        else:
            asked, answer = next(
                (at, one) for at, one in enumerate(after, number + 1) if one.kind == "answer"
            )
            thought = f"Step {asked}: {answer.sentence}"
        board.note(seen, replies.click(thought, f'"{label}"', mark.at), mark)
        board.point(mark.at)
        self._title = title
        popups.press(board.form, label)
