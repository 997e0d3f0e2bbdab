"""Errors that end a step; they do not leave this package: the model turns them into a reply.

What is not on the screen (`tools.locate.errors.NotFound`) may still come, so the model waits a while for it.
"""

from __future__ import annotations


class StepFailed(Exception):
    """The step was tried in every way there is and did not work; one sentence for a person."""


class TakenBack(StepFailed):
    """What an earlier step entered is no longer there.

    Args:
        step: that step's index.
        why: one sentence for a person.
    """

    def __init__(self, step: int, why: str) -> None:
        super().__init__(why)
        self.step = step
