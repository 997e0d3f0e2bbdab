"""Routines of sentences that only look: what they came to is told with the next reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.expect.expectation import InState, Readable, Visible
from agent.expect.watching import GLANCE, Watch, limit_of
from agent.models.reader.errors import NotHeld, StepFailed
from agent.models.reader.routines import routine_for
from agent.models.reader.routines.routine import LONGEST_LOOK, move_away
from agent.models.reader.steps import ExpectStep, IfStep, ReadStep, WaitStep
from agent.protocol.write import wait
from tools.locate.locator import Locator
from tools.locate.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.judged import Judged
    from agent.models.reader.routines.routine import Routine
    from agent.models.reader.steps import ParsedStep
    from agent.task import TaskStep
    from tools.see.parser import ScreenParser

_SHORTEST = 0.05
"""Seconds of a wait, at least."""


class Judging:
    """What the task's sentences say of the screen, judged.

    Args:
        texts: the steps as they are written.
        open_parser: what reads frames; opened when the first one has to be read.
        clock: monotonic seconds.
        patience: seconds that something may take to come.
    """

    def __init__(
        self,
        texts: tuple[TaskStep, ...],
        open_parser: Callable[[], ScreenParser],
        clock: Callable[[], float],
        patience: float,
    ) -> None:
        self._texts, self._open, self._clock, self._patience = texts, open_parser, clock, patience
        self.at_once = False
        """Whether the first look decides: another model has waited already."""
        self.aside = ""
        """The conditional step that is being done."""
        self.values: dict[str, str] = {}
        """What was read, by the names of the variables."""
        self._came = False
        """Whether what the last conditional step names came up."""
        self._new: list[Judged] = []

    def took(self) -> tuple[Judged, ...]:
        """What was judged since this was asked last."""
        new, self._new = tuple(self._new), []
        return new

    def routine_of(self, at: int, step: ParsedStep, look: Look, *, stays: bool = False) -> Routine:
        """The routine of any step: one that only looks, or one that acts; `stays` as `type_into` has it."""
        match step:
            case ExpectStep():
                return self.expect(at, step, look)
            case ReadStep():
                return self.read(at, step, look)
            case IfStep():
                return self.if_there(at, step, look, stays=stays)
        return routine_for(step, look, stays=stays)

    def expect(self, at: int, step: ExpectStep, look: Look) -> Routine:
        """Look until the expectation holds.

        Raises:
            NotHeld: it does not.
        """
        limit = limit_of(step.expectation, self._patience, step.seconds)
        watch = Watch(step.expectation, limit, self._clock, at_once=self.at_once)
        look = yield from self._watched(watch, look)
        self._judge(watch.judged("expect", at + 1, self._texts[at], self.values))
        return look

    def read(self, at: int, step: ReadStep, look: Look) -> Routine:
        """Look until the value can be read for certain, and keep it for later steps.

        Raises:
            NotHeld: it can't.
        """
        watch = Watch(Readable(step.field), self._patience, self._clock, at_once=self.at_once)
        look = yield from self._watched(watch, look)
        judged = watch.judged("read", at + 1, self._texts[at], self.values, name=step.name)
        self._judge(judged)
        self.values[step.name] = judged.value
        return look

    def if_there(self, at: int, step: IfStep, look: Look, *, stays: bool = False) -> Routine:
        """Do the step within where its text comes up; what is done then is beside the steps.

        Raises:
            StepFailed: whether it is there can't be told.
        """
        wanted = Visible(Locator(step.text))
        limit = GLANCE if step.seconds is None else step.seconds
        watch = Watch(wanted, limit, self._clock, at_once=self.at_once)
        look = yield from self._watched(watch, look)
        self._new.append(watch.judged("if", at + 1, self._texts[at], self.values))
        self._came = bool(watch.sight.holds)
        if watch.sight.holds is None:
            raise StepFailed(f'whether "{step.text}" is there can\'t be told: {watch.sight.seen}')
        if self._came:
            self.aside = f"step {at + 1}"
            look = yield from routine_for(step.does, look, stays=stays)
            self.aside = ""
        return look

    def did(self, step: ParsedStep) -> ParsedStep:
        """A step as it was done: of a conditional one what is within it, or only the look."""
        if not isinstance(step, IfStep):
            return step
        return step.does if self._came else WaitStep(step.text, appears=True, seconds=0)

    def _judge(self, judged: Judged) -> None:
        self._new.append(judged)
        if not judged.passed:
            raise NotHeld(judged.actual)

    def _watched(self, watch: Watch, look: Look) -> Routine:
        """Look until it is decided."""
        moved = False
        while (left := watch.look(Look(look.frame, self._open()))) > 0:
            if isinstance(watch.wanted, InState) and not watch.sight.holds and not moved:
                moved = True
                look = yield move_away(look, f"The pointer may hide it: {watch.wanted}.")
                continue
            why = "I look whether it stays so" if watch.sight.holds else "I wait for this"
            look = yield wait(min(max(left, _SHORTEST), LONGEST_LOOK), f"{why}: {watch.wanted}.")
        return look
