"""The embedded model: carries out written steps by reading the screen, one tool call a reply."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agent.errors import ModelFault
from agent.model import Completion
from agent.models.reader.acts import act_of
from agent.models.reader.errors import Failed
from agent.models.reader.grammar import commands_of
from agent.models.reader.script import LOOKS, PATIENCE
from agent.protocol.write import finish, give_up, wait
from tools.locate.errors import NotFound
from tools.locate.look import Look

if TYPE_CHECKING:
    from agent.model import Feedback, Prompt
    from agent.models.reader.commands import Command
    from agent.models.reader.script import Act, Decide
    from agent.protocol.write import Call
    from agent.task import Task, TaskStep
    from tools.observation import Frame
    from tools.see.parser import ScreenParser

_NEWS_TOLD = 4
"""So many of the lines that came up during a failed step are told."""


class ReaderModel:
    """A model without weights of its own: a grammar, geometry, and an eye.

    Args:
        parser: what reads the frames; by default `tools.see.ocr.shared_reader`, loaded at the first frame.
    """

    name = "reader"
    sees = False

    def __init__(self, parser: ScreenParser | None = None) -> None:
        self._parser = parser
        self._place: _Place | None = None

    def check(self, task: Task) -> None:
        """Read the task's steps.

        Raises:
            BadInput: the task has no steps, or one is outside the grammar; the message names its line.
        """
        commands_of(task)

    def start(self, task: Task) -> None:
        """Forget everything and begin an episode of this task."""
        self._place = _Place(task.steps, commands_of(task))

    def prepare(self) -> None:
        """Nothing to do: the eye opens at the first frame, beside the program's start."""

    def complete(self, prompt: Prompt) -> Completion:
        """The next act towards the current step's end, as one tool call.

        Raises:
            ModelFault: no episode was started.
        """
        if self._place is None:
            raise ModelFault("the model `reader` was asked before an episode was started")
        started = time.perf_counter()
        look = Look(prompt.frame, self._open_parser(), self._place.frame)
        call = self._place.next_call(look, prompt.feedback)
        text = call.render(prompt.frame.size)
        deciding = time.perf_counter() - started - look.seconds
        return Completion(text, timing={"reading": look.seconds, "deciding": deciding})

    def follow(self, prompt: Prompt) -> None:
        """Decide as ever, and keep it to itself: its place is then where the other model's is."""
        self.complete(prompt)

    def _open_parser(self) -> ScreenParser:
        if self._parser is None:
            from tools.see.ocr import shared_reader  # noqa: PLC0415  (heavy: loaded on use)

            self._parser = shared_reader()
        return self._parser


class _Place:
    """Where the model is in its task."""

    def __init__(self, steps: tuple[TaskStep, ...], commands: tuple[Command, ...]) -> None:
        self._steps, self._commands = steps, commands
        self._at = 0
        self._known: frozenset[str] = frozenset()
        """The lines on the screen when the current step began."""
        self._play: Act | None = None
        self._decide: Decide | None = None
        self._waited = 0
        """Looks in a row taken because a decision's target was not there."""
        self.frame: Frame | None = None
        """The frame that the last act was decided on."""

    def next_call(self, look: Look, feedback: Feedback) -> Call:
        """The reply to a look; after it, the place is what it will be when the call is carried out."""
        try:
            self._heed(feedback)
            if feedback != "dropped" and not self._waited:
                self._advance(look)
            call = self._call(look)
        except (NotFound, Failed) as why:
            return give_up(self._reason(look, str(why)))
        self.frame = look.frame
        return call

    def _heed(self, feedback: Feedback) -> None:
        """What became of the last act.

        Raises:
            Failed: it must not be done again, and there is no other way.
        """
        if feedback in ("refused", "malformed"):
            raise Failed(f"the last act was {feedback}, and it is the only way")

    def _advance(self, look: Look) -> None:
        """Go on to the next decision."""
        if self._play is None:
            self._play = self._all_steps(look)
            self._decide = next(self._play)
        else:
            self._decide = self._play.send(look)

    def _call(self, look: Look) -> Call:
        """Make the current decision, or wait for what it is about."""
        assert self._decide is not None
        try:
            call = self._decide(look)
        except NotFound as missing:
            if self._waited == LOOKS:
                raise
            self._waited += 1
            return wait(PATIENCE, f"It is no longer as I saw it: {missing}.")
        self._waited = 0
        return call

    def _all_steps(self, look: Look) -> Act:
        for self._at, command in enumerate(self._commands):  # noqa: B020 (a false alarm: only the place changes)
            self._known = frozenset(line.text for line in look.scene.lines)
            look = yield from act_of(command, look)
        while True:
            look = yield lambda _look: finish(f"All {len(self._commands)} steps are done.")

    def _reason(self, look: Look, why: str) -> str:
        step = self._steps[self._at]
        news = [line.text for line in look.scene.lines if line.text not in self._known][:_NEWS_TOLD]
        came = (
            f" Since the step began there came up: {', '.join(repr(text) for text in news)}." if news else ""
        )
        return f"Step {self._at + 1} (line {step.line}: {step.text}) can't be done: {why}.{came}"
