"""Person at the two seams: a desktop that shows what they saw, a model that replies what they did.

So a demonstration is an episode like any other, with its recorder, its checks and its verdict.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.demonstrate.listener import DemoListener
from agent.demonstrate.script import DemoScript
from agent.errors import Halted
from agent.model import Completion
from agent.printing.counted import counted
from agent.protocol.write import finish
from agent.recording.lines import PERSON
from agent.redact.frames import censor
from agent.task.judging import refuse_judging
from tools.host.person.passive import PassiveDesktop
from tools.host.redactions import Redactions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent.demonstrate.script import DemoStep
    from agent.model import Prompt
    from agent.runs.launch import WatchedDesktop
    from agent.task import Task
    from tools.action import Action
    from tools.desktop import Desktop
    from tools.observation import Observation
    from tools.see.parser import ScreenParser

WITHOUT_INPUT_METHODS = {
    "XMODIFIERS": "@im=none",
    "GTK_IM_MODULE": "gtk-im-context-simple",
    "QT_IM_MODULE": "compose",
}
"""Environment variables that turn input methods off: with one, other text would arrive than the keys say."""


class HumanDemo:
    """Demonstration as a desktop and a model; `DesktopSetup` takes its `open` and `follow`.

    Args:
        secrets: values by name; none of them is written anywhere.
        parser: reads frames.
        tell: shows a message to the person.
    """

    name = PERSON
    sees = False

    def __init__(self, secrets: Mapping[str, str], parser: ScreenParser, tell: Callable[[str], None]) -> None:
        self._secrets, self._parser, self._tell = secrets, parser, tell
        self._watch: DemoListener | None = None
        self._moments: list[DemoStep] | None = None
        self._at = 0

    def open(self, display: str | None) -> PassiveDesktop:
        """The desktop that the person acts on."""
        self._display = display
        self._desktop = PassiveDesktop(display, redactions=Redactions(censor(self._secrets, self._parser)))
        return self._desktop

    def follow(self, watched: WatchedDesktop) -> Desktop:
        """Begin the demonstration, once the programs have started."""
        self._watched = watched
        self._watch = DemoListener(self._desktop, lambda: watched.is_over)
        self._tell(
            f"display {self._display}: show how it is done; end with Ctrl+Alt+End, with Ctrl-C here, "
            "or by closing the program"
        )
        return self

    def stop(self) -> bool:
        """End the demonstration, if the person is being followed; whether they were."""
        if self._watch is None or self._moments is not None:
            return False
        self._watch.stop(time.monotonic())
        return True

    def check(self, task: Task) -> None:
        """Any task can be shown whose steps are a plan.

        Raises:
            BadInput: a step is to be judged on the way.
        """
        refuse_judging(task, "a person who shows the task")

    def start(self, task: Task) -> None:
        """Nothing to do: the demonstration begins when the programs have started."""

    def prepare(self) -> None:
        """Nothing to load."""

    def complete(self, prompt: Prompt) -> Completion:
        """The reply for what the person did on this frame; at the end, that the task is done."""
        assert self._moments is not None
        if self._at == len(self._moments):
            return Completion(finish("The person is done.").render(prompt.frame.size))
        moment = self._moments[self._at]
        self._at += 1
        return Completion(moment.reply.render(prompt.frame.size), timing={"person": moment.seconds})

    def observe(self) -> Observation:
        """The next screen that the person saw; the first call follows them to the end.

        Raises:
            Halted: the person did something that can't be recorded, or a secret would show.
            EnvironmentFault: the desktop or a program broke down.
        """
        if self._moments is None:
            self._moments = self._followed()
        if self._at < len(self._moments):
            return self._moments[self._at].observation
        return self._end()

    def execute(self, action: Action, seen: Observation) -> None:
        """Nothing: the person has done it."""

    def _followed(self) -> list[DemoStep]:
        assert self._watch is not None
        acts = self._watch.acts()
        self._tell(f"over; {counted(len(acts), 'thing was', 'things were')} done; writing it down")
        last = self._desktop.last if self._watch.fault else self._desktop.observe().frame
        self._script = DemoScript(acts, last, self._secrets, self._parser)
        return self._script.moments()

    def _end(self) -> Observation:
        """The screen that the person left."""
        assert self._watch is not None
        if self._watch.fault is not None:
            raise self._watch.fault
        if self._watch.refusal is not None:
            raise Halted(f"the demonstration can't go on: {self._watch.refusal}")
        seen = self._watched.observe()
        settled = replace(seen.settled, changed=self._script.is_new(seen.frame))
        return replace(seen, frame=self._script.covered(seen.frame), settled=settled)
