"""Asides: what is done beside a task's steps, because the screen asks for it: dialogs that come at any time.

Each is done by a model of its own, which knows nothing but its sentences, while the run's model waits.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.errors import Halted
from agent.expect.watching import GLANCE
from agent.judged import Judged
from agent.model import Completion
from agent.protocol.toolcall import TerminateCall, parse_tool_call
from agent.protocol.write import wait
from tools.see.scene import ONE_LINE
from tools.see.text.saying import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.model import Feedback, Model, Prompt
    from agent.task import Interruption, Task, TaskStep
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene


class Asides:
    """The interruptions of one episode, and the aside that is being done.

    Args:
        task: whose interruptions.
        new_model: makes the model that does one.
        open_parser: what reads frames; opened when there is anything to look for.
    """

    def __init__(
        self, task: Task, new_model: Callable[[], Model], open_parser: Callable[[], ScreenParser]
    ) -> None:
        self._task, self._new_model, self._open = task, new_model, open_parser
        self._model: Model | None = None
        self._name, self._when = "", ""
        self._owed: Feedback = "none"
        """What became of the run's model's last act: it learns of that once the aside is done."""
        self._is_new = False
        self._times: Counter[int] = Counter()
        self._judged: list[Judged] = []

    @property
    def are_running(self) -> bool:
        """Whether one is being done."""
        return self._model is not None

    @property
    def are_known(self) -> bool:
        """Whether there is anything to look for on a screen."""
        return bool(self._task.interruptions)

    def begin(self, steps: Sequence[TaskStep], name: str, feedback: Feedback) -> None:
        """Begin to do some sentences; the feedback is kept for the run's model."""
        self._model, self._is_new = self._new_model(), True
        self._name, self._when, self._owed = name, "", feedback
        self._model.start(self._task.model_copy(update={"steps": tuple(steps), "interruptions": ()}))

    def complete(self, prompt: Prompt) -> Completion | None:
        """The reply of an aside to this prompt; None: none is to be done, the run's model goes on.

        Raises:
            Halted: a dialog comes again and again.
            ModelFault: as `Model.complete`.
        """
        while self._model is not None or self._interrupted(prompt):
            assert self._model is not None
            feedback: Feedback = "none" if self._is_new else prompt.feedback
            completion = self._model.complete(replace(prompt, feedback=feedback))
            self._is_new = False
            call = parse_tool_call(completion.text)
            if not (isinstance(call, TerminateCall) and call.status == "success"):
                judged, self._judged = (*self._judged, *completion.judged), []
                return replace(completion, aside=self._name, judged=judged, follows=None)
            self._model = None
            if self._when and visible(self._when, self._lines(prompt)):
                closing = wait(GLANCE, f'"{self._when}" is about to close.').render(prompt.frame.size)
                return Completion(closing, planned=True, aside=self._name)
        return None

    def for_model(self, prompt: Prompt) -> Prompt:
        """The prompt for the run's model: what became of its own last act, not of the aside's."""
        if not self._name:
            return prompt
        self._name = ""
        return replace(prompt, feedback=self._owed)

    def _interrupted(self, prompt: Prompt) -> bool:
        """Whether an interruption is on the screen; it is begun then."""
        if not self._task.interruptions:
            return False
        lines = self._lines(prompt)
        for number, one in enumerate(self._task.interruptions):
            if visible(one.when, lines):
                self._count(number, one)
                owed = self._owed if self._name else prompt.feedback
                self.begin(one.do, f"interruption {number + 1}", owed)
                self._when = one.when
                return True
        return False

    def _count(self, number: int, one: Interruption) -> None:
        self._times[number] += 1
        if self._times[number] > one.times:
            raise Halted(
                f'{self._task.source}:{one.line}: interruptions: "{one.when}" was answered {one.times} times '
                "and is there again; answer it in another way, or raise its `times`"
            )
        self._judged.append(
            Judged(
                kind="interruption",
                step=number + 1,
                line=one.line,
                what=f'"{one.when}" came up',
                passed=True,
                expected=f'"{one.when}"',
                actual="it is there",
            )
        )

    def _lines(self, prompt: Prompt) -> list[Line]:
        """The lines on a screen but for those that somebody may have typed: a dialog is no field's text."""
        return _outside_fields(self._open().read(prompt.frame))


def _outside_fields(scene: Scene) -> list[Line]:
    high = ONE_LINE * scene.text_height
    fields = [one.box for one in scene.widgets if one.is_field and one.box.height <= high]
    return [line for line in scene.lines if not any(box.contains(line.box.center) for box in fields)]
