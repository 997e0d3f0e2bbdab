"""Progress in a task: the current step, its routine, and the decision to be made next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.expect.filling import filled
from agent.models.reader.entries.focused import shown_instead
from agent.models.reader.entries.standing import StandingEntries
from agent.models.reader.errors import NotHeld, NotTyped, StepFailed, TakenBack
from agent.models.reader.popups import OpenPopups
from agent.models.reader.routines.leaving import goes_on
from agent.models.reader.routines.routine import LONGEST_LOOK, PATIENCE, Sought, decided, move_away
from agent.models.reader.steps import ExpectStep, IfStep, ReadStep, WaitStep
from agent.protocol.write import Reply, do, fail, finish, give_up, wait
from tools.action import Key, Move, Type, Wait
from tools.locate.candidates.front import check_keys
from tools.locate.errors import NotFound

if TYPE_CHECKING:
    from agent.model import Feedback
    from agent.models.reader.judging import Judging
    from agent.models.reader.patience import Patience
    from agent.models.reader.routines.routine import Decision, Routine
    from agent.models.reader.steps import ParsedStep
    from agent.task import TaskStep
    from tools.locate.look import Look
    from tools.observation import Frame

_NEWS_TOLD = 4
"""So many of the lines that came up during a failed step are told."""
_LAST_LOOKS = 3
"""Looks, at most, at what the last step has entered, while anything else changes beside it."""
_UNCOVERS = 2
"""The look for something missing at which the pointer is taken away from what it may cover."""


class Progress:
    """How far the model has come in a task.

    Args:
        texts: the steps as they are written.
        steps: the same, parsed.
        patience: for what is not there yet.
        judging: judges what the steps expect.
    """

    def __init__(
        self,
        texts: tuple[TaskStep, ...],
        steps: tuple[ParsedStep, ...],
        patience: Patience,
        judging: Judging,
    ) -> None:
        self._judging = judging
        self._texts, self._steps, self._patience = texts, steps, patience
        self._at = 0
        """Index of the current step."""
        self._known: frozenset[str] = frozenset()
        """The lines on the screen when the current step began."""
        self._routine: Routine | None = None
        self._decision: Decision | None = None
        self._acted, self._changed = False, False
        """Whether the current step has acted, and whether anything that is seen has changed since."""
        self._had_acted = False
        """Whether it had before its last decision, which may yet be dropped."""
        self._last_acted: int | None = None
        """Index of the last step before it that has acted: what that has left open may cover things."""
        self._unseen: list[int] = []
        """Indices of the steps that acted, and changed nothing that can be seen."""
        self._shown: dict[int, str] = {}
        """What a field shows where a step typed another text, by the step's index."""
        self._entries = StandingEntries()
        self._waited = 0
        """Looks in a row taken because a decision's target was not there."""
        self.popups = OpenPopups()
        self.frame: Frame | None = None
        """The frame that the last action was decided on."""

    @property
    def at(self) -> int:
        """Index of the current step; of the last one when all are done."""
        return self._at

    def next_reply(self, look: Look, feedback: Feedback, told: str = "") -> Reply:
        """The reply to a look; after it, the progress is what it will be when the reply is carried out.

        Args:
            look: to make it on.
            feedback: what became of the last one.
            told: why, in words.
        """
        try:
            self._heed(feedback, told)
            if not self._acted:
                self._entries.look_again(look)
            if feedback == "partly" or (feedback == "dropped" and self._types()):
                self._advance(look, NotTyped(look, partly=feedback == "partly"))
            elif feedback != "dropped" and not self._waited:
                self._advance(look)
            reply = self._reply(look, again=feedback == "dropped" or self._waited > 0)
        except (NotFound, StepFailed) as why:
            self._at = why.step if isinstance(why, TakenBack) else self._at
            end = fail if isinstance(why, NotHeld) else give_up
            return end(self._reason(look, why))
        self._had_acted = self._acted
        self._acted = self._acted or not isinstance(reply.does, Wait | Move)
        self.frame = look.frame
        step = filled(self._steps[self._at], self._judging.values)
        expects = isinstance(step, WaitStep | ExpectStep | ReadStep)
        awaits = step.text if isinstance(step, IfStep) else None
        self.popups.did(reply.does, look.frame, expects=expects, awaits=awaits)
        return reply

    def _heed(self, feedback: Feedback, told: str) -> None:
        """What became of the last action.

        Raises:
            StepFailed: it must not be done again, and there is no other way.
        """
        if feedback == "dropped":
            self._acted = self._had_acted
            self.popups.was_dropped()
        if feedback in ("refused", "malformed"):
            why = f": {told.strip()}" if told.strip() else ""
            raise StepFailed(f"the last act was {feedback}, and it is the only way{why}")

    def _types(self) -> bool:
        return isinstance(self._decision, Reply) and isinstance(self._decision.does, Type)

    def _advance(self, look: Look, untyped: NotTyped | None = None) -> None:
        """Go on to the next decision, after one to type if that was not done."""
        self._changed = self._changed or look.changed is not None
        if self._routine is None:
            self._routine = self._all_steps(look)
            self._decision = next(self._routine)
        elif untyped:
            self._decision = self._routine.throw(untyped)
        else:
            self._decision = self._routine.send(look)

    def _reply(self, look: Look, *, again: bool) -> Reply:
        """Make the current decision, or wait for what it is about.

        Args:
            look: to make it on.
            again: whether it was made before, on a screen that has changed since: the keys may go elsewhere.

        Raises:
            NotFound: that does not come.
        """
        try:
            while isinstance(self._decision, Sought):
                self._decision.find(look)
                self._found()
                self._advance(look)
            assert self._decision is not None
            reply = decided(self._decision, look)
            if again and isinstance(reply.does, Key):
                check_keys(look.scene)
        except NotFound as missing:
            left = self._patience.left(look)
            if left <= 0:
                raise
            self._waited += 1
            if (
                self._waited == 1
                and not self._acted
                and self._last_acted is not None
                and self.popups.is_under_typed(look.scene, self._steps[self._last_acted])
            ):
                return do(Key(keys=("tab",)), f"What came up where I typed may cover it: {missing}.")
            if self._waited == _UNCOVERS:
                return move_away(look, f"A tip may cover it: {missing}.")
            return wait(min(left, LONGEST_LOOK), f"I wait, it may still come up: {missing}.")
        self._found()
        return reply

    def _found(self) -> None:
        self._waited = 0
        self._patience.end()

    def _all_steps(self, look: Look) -> Routine:
        for at, written in enumerate(self._steps):
            step = filled(written, self._judging.values)
            self._at, self._known = at, frozenset(line.text for line in look.scene.lines)
            self._acted, self._changed = False, False
            began = look
            stays = goes_on(self._steps[at + 1 :])
            look = yield from self._judging.routine_of(at, step, look, stays=stays)
            if self._acted:
                self._last_acted = at
                if not self._changed:
                    self._unseen.append(at)
            if (shown := shown_instead(step, began, look)) is not None:
                self._shown[at] = shown
            self._entries.step_done(at, self._judging.did(step), began, look)
        look = yield from self._watch_last(look)
        while True:
            done = "The one step is" if len(self._steps) == 1 else f"All {len(self._steps)} steps are"
            look = yield finish(f"{done} done{self._without_effect()}.")

    def _watch_last(self, look: Look) -> Routine:
        """See that what the last step has entered stays there; what others have was seen since.

        Raises:
            TakenBack: it does not.
        """
        for _ in range(_LAST_LOOKS if self._entries.are_new(look) else 0):
            look = yield wait(PATIENCE, "I look whether what was entered last stays there.")
            self._entries.look_again(look)
            if look.changed is None:
                break
        return look

    def _without_effect(self) -> str:
        """What to say of steps that changed nothing that is seen, or something else, or were undone."""
        told = ", ".join(self._named(at) for at in self._unseen)
        shown = "".join(
            f"; after {self._named(at)} the field shows {text!r}" for at, text in self._shown.items()
        )
        undone = "".join(
            f"; {self._named(at)} was undone by {self._named(by)}" for at, by in self._entries.undone
        )
        return (f"; no effect seen of {told}" if told else "") + shown + undone

    def _named(self, at: int) -> str:
        step = self._texts[at]
        where = f"{step.file}:{step.line}" if step.file else f"line {step.line}"
        return f"step {at + 1} ({where}: {step.text})"

    def _reason(self, look: Look, why: Exception) -> str:
        news = [line.text for line in look.scene.lines if line.text not in self._known][:_NEWS_TOLD]
        if isinstance(why, NotHeld):
            return f"S{self._named(self._at)[1:]} does not hold: {why}."
        came = f" Since the step began there came up: {', '.join(map(repr, news))}." if news else ""
        return f"S{self._named(self._at)[1:]} can't be done: {why}.{came}"
