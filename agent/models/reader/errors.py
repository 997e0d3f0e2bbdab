"""Errors that end a step; they do not leave this package: the model turns them into a reply.

What is not on the screen (`tools.locate.errors.NotFound`) may still come, so the model waits a while for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.locate.look import Look


class StepFailed(Exception):
    """The step was tried in every way there is and did not work; one sentence for a person."""


class NotTyped(StepFailed):
    """A text that was to be typed was not: something came in between, which may have the keyboard now.

    Args:
        look: the screen after that.
        partly: whether a part of it was typed, or may have been.
    """

    def __init__(self, look: Look, *, partly: bool) -> None:
        super().__init__("something came in between, and the keys may go elsewhere: not all was typed")
        self.look, self.partly = look, partly


class TakenBack(StepFailed):
    """What an earlier step entered is no longer there.

    Args:
        step: that step's index.
        why: one sentence for a person.
    """

    def __init__(self, step: int, why: str) -> None:
        super().__init__(why)
        self.step = step


class NotHeld(StepFailed):
    """An expectation does not hold, or a value can't be read: the program is not as the step says."""
