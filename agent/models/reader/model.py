"""`ReaderModel`, the embedded model: carries out written steps by reading the screen, one call a reply."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agent.asides import Asides
from agent.errors import ModelFault
from agent.model import Completion
from agent.models.reader.judging import Judging
from agent.models.reader.patience import Patience
from agent.models.reader.progress import Progress
from agent.models.reader.step_parser import check_interruptions, parse_steps
from agent.models.reader.steps import sought
from agent.protocol.prompt import request_text
from tools.locate.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.model import Prompt
    from agent.task import Task
    from tools.see.parser import ScreenParser


class ReaderModel:
    """A model without weights of its own: a grammar, geometry, and a parser of screens.

    Args:
        parser: what reads the frames; by default `tools.see.ocr.shared_reader`, loaded at the first frame.
        clock: monotonic seconds.
    """

    name = "reader"
    sees = False

    def __init__(
        self, parser: ScreenParser | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._parser, self._clock = parser, clock
        self._progress: Progress | None = None
        self._judging: Judging | None = None
        self._reader: ScreenParser | None = None
        """The parser, made for the texts that the task looks for."""
        self._sought: list[str] = []
        self._asides: Asides | None = None

    def check(self, task: Task) -> None:
        """Read the task's steps.

        Raises:
            BadInput: the task has no steps, or one is outside the grammar; the message names its line.
        """
        parse_steps(task)
        check_interruptions(task)

    def start(self, task: Task) -> None:
        """Forget everything and begin an episode of this task."""
        patience = Patience(task.limits.wait, self._clock)
        steps = parse_steps(task)
        self._asides = Asides(task, lambda: ReaderModel(self._parser, self._clock), self._open_parser)
        self._reader, self._sought = (
            None,
            [
                *(text for step in steps for text in sought(step)),
                *(one.when for one in task.interruptions),
            ],
        )
        self._judging = Judging(task.steps, self._open_parser, self._clock, task.limits.wait)
        self._progress = Progress(task.steps, steps, patience, self._judging)

    def prepare(self) -> None:
        """Nothing to do: the parser is loaded at the first frame, while the program starts."""

    def complete(self, prompt: Prompt) -> Completion:
        """The next action towards the current step's end, as one tool call.

        Raises:
            ModelFault: no episode was started.
        """
        if self._progress is None or self._judging is None or self._asides is None:
            raise ModelFault("the model `reader` was asked before an episode was started")
        aside = self._asides.complete(prompt)
        if aside is not None:
            return aside
        prompt = self._asides.for_model(prompt)
        started = time.perf_counter()
        progress = self._progress
        look = Look(prompt.frame, self._open_parser(), progress.frame, progress.popups.found_on)
        reply = progress.next_reply(look, prompt.feedback, request_text(prompt))
        text = reply.render(prompt.frame.size)
        deciding = time.perf_counter() - started - look.seconds
        timing = {"reading": look.seconds, "deciding": deciding}
        return Completion(
            text,
            timing=timing,
            planned=True,
            judged=self._judging.took(),
            follows=progress.at,
            aside=self._judging.aside,
        )

    def follow(self, prompt: Prompt) -> None:
        """Decide as ever, and keep it to itself: its place is then where the other model's is."""
        if self._judging is not None:
            self._judging.at_once = True
        self.complete(prompt)
        if self._judging is not None:
            self._judging.at_once = False

    def _open_parser(self) -> ScreenParser:
        if self._reader is None:
            from tools.see.ocr import shared_reader  # noqa: PLC0415  (heavy: loaded on use)
            from tools.see.scripts import with_scripts  # noqa: PLC0415  (heavy: loaded on use)

            self._reader = with_scripts(self._parser or shared_reader(), self._sought)
        return self._reader
