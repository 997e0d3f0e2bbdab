"""Loop of one episode: observe, think, act, until it ends. Knows no source of frames and no model."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from agent.episode import Ending, Step, ending_by, without_pictures
from agent.errors import Denied, Halted, MalformedCall, ModelFault
from agent.loop_guard import ProgressGuard
from agent.protocol.grounding import ground
from agent.protocol.prompt import FRAMES_KEPT, build_prompt
from agent.protocol.system import system_text
from agent.protocol.toolcall import AnswerCall, TerminateCall, parse_tool_call, thought_line
from agent.usage import Usage
from agent.verdict import failed_on_the_way, judged_ending
from tools.errors import BrokenOff, EnvironmentFault, Interrupted, Refused, ScreenChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.checks import CheckResult
    from agent.episode import Outcome, Watcher
    from agent.loop_guard import LoopGuard
    from agent.model import Completion, Model, Prompt
    from agent.protocol.toolcall import ToolCall
    from agent.task import Task
    from tools.action import Action
    from tools.desktop import Desktop
    from tools.geometry import Size
    from tools.observation import Observation

    Approve = Callable[[Action, Observation], bool]
    Done = tuple[Outcome, str, bool]
    Ask = Callable[[Prompt], Completion]
    Judge = Callable[[Observation], tuple[CheckResult, ...]]


class Episode:
    """One run of a task: `run()` is the loop, `step()` one turn of it."""

    def __init__(
        self,
        task: Task,
        desktop: Desktop,
        model: Model,
        *,
        judge: Judge,
        watcher: Watcher,
        approve: Approve,
        ask: Ask | None = None,
        guard: LoopGuard | None = None,
        review: Callable[[Ending], None] = lambda _ending: None,
        hide: Callable[[str], str] = str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Name all that takes part in it.

        Args:
            task: what is to be done.
            desktop: what it is done on.
            model: decides.
            judge: whether it is done; asked when the model says so.
            watcher: is told what happens.
            approve: asked before each action; it may say no with a reason, as a `Denied`.
            ask: how the model is asked; None: by its `complete`.
            guard: stops what gets nowhere; None: a `ProgressGuard` with the task's limits.
            review: is shown how it ended: an EnvironmentFault that it raises was the cause.
            hide: takes out of an ending's message what nobody may read: it may quote a window's title.
            clock: monotonic seconds.
        """
        self.task, self.desktop, self.model = task, desktop, model
        self.judge, self.watcher, self.approve, self.clock = judge, watcher, approve, clock
        self.ask = ask or model.complete
        self.guard = guard or ProgressGuard(task.limits)
        self.review, self.hide = review, hide
        self.steps: list[Step] = []
        self._started = clock()

    def run(self) -> Ending:
        """Go on until the model, a check, a limit or a fault ends it. Every ending is told to the watcher.

        Raises:
            Exception: what nobody foresaw; the watcher has been told.
        """
        try:
            ending = _caught(self._ending)
            if ending.verdict != "interrupted" and not self._is_denied():
                ending = _caught(partial(self._reviewed, ending))
        except Exception as error:
            self._told(ending_by(error))
            raise
        return self._told(ending)

    def _told(self, ending: Ending) -> Ending:
        ending = replace(ending, message=self.hide(ending.message))
        self.watcher.ended(ending)
        return ending

    def _ending(self) -> Ending:
        self._started = self.clock()
        self.model.start(self.task)
        self.watcher.began(self.task, system_text())
        ending = None
        while ending is None:
            ending = self._late() or self._step_in_time()
        return ending

    def _late(self) -> Ending | None:
        return self.guard.too_late(self.clock() - self._started)

    def _step_in_time(self) -> Ending | None:
        """A step; a model that was cut off by the run's time has not failed."""
        try:
            return self.step()
        except ModelFault as fault:
            late = self._late()
            if late is None:
                raise
            return replace(late, usage=fault.usage or Usage())

    def _reviewed(self, ending: Ending) -> Ending:
        try:
            self.review(ending)
        except EnvironmentFault as fault:
            raise EnvironmentFault(f"{fault} ({ending.verdict}: {ending.message})") from fault
        return ending

    def _is_denied(self) -> bool:
        return bool(self.steps) and self.steps[-1].outcome == "denied"

    def step(self) -> Ending | None:
        """Look, ask, act once; what the step leads to, if it ends the episode."""
        index = len(self.steps) + 1
        began = self.clock()
        observation = self.desktop.observe()
        settling = self.clock() - began
        self.watcher.observed(index, observation)
        asked = self.clock()
        left = self.task.limits.seconds - (asked - self._started)
        prompt = replace(build_prompt(self.task, self.steps, observation), seconds=left)
        completion = self.ask(prompt)
        timing = {"model": self.clock() - asked, "settling": settling, **completion.timing}
        call, action, slip = _decided(completion.text, observation.frame.size)
        outcome: Outcome = "ended"
        note, partly = slip, False
        if slip:
            outcome = "malformed"
        elif action:
            outcome, note, partly = self._act(action, observation, timing)
        timed = tuple(timing.items())
        step = Step(index, observation, prompt, completion, outcome, call, action, note, timed, partly)
        self.steps.append(step)
        self.watcher.stepped(step)
        self._let_go()
        return self._conclude(step)

    def _let_go(self) -> None:
        """Let the pictures go of the step that the next prompt no longer shows."""
        unshown = len(self.steps) - 1 - FRAMES_KEPT
        if unshown >= 0:
            self.steps[unshown] = without_pictures(self.steps[unshown])

    def _act(self, action: Action, observation: Observation, timing: dict[str, float]) -> Done:
        """Carry out an action; what became of it, what the model is told, and whether part of it was done."""
        try:
            if not self.approve(action, observation):
                return "denied", "", False
        except Denied as no:
            return "denied", str(no), False
        began = self.clock()
        self.watcher.acting()
        timing["recording"] = self.clock() - began
        try:
            self.desktop.execute(action, observation)
        except Refused as refusal:
            return "refused", f"Not done: {refusal}", False
        except ScreenChanged as why:
            said = f"Not done, the screen changed before the action: {why}"
            return "dropped", said, isinstance(why, BrokenOff)
        timing["acting"] = self.clock() - began - timing["recording"]
        return "done", self.guard.warning(self.steps, action, observation), False

    def _conclude(self, step: Step) -> Ending | None:
        failed = failed_on_the_way(self.steps)
        if failed is not None:
            return failed
        if isinstance(step.call, TerminateCall) and step.call.status == "failure":
            reason = thought_line(step.completion.text) or "the model said that the task can't be done"
            return Ending("gave_up", reason)
        if step.outcome == "ended":
            return judged_ending(self.steps, self.judge(step.observation))
        return self.guard.stop(self.steps)


def _decided(reply: str, size: Size) -> tuple[ToolCall | None, Action | None, str]:
    """What a reply asks for, in pixels of a frame of that size; and why it can't be understood, if so."""
    call: ToolCall | None = None
    try:
        call = parse_tool_call(reply)
        return call, None if isinstance(call, AnswerCall | TerminateCall) else ground(call, size), ""
    except MalformedCall as slip:
        return call, None, str(slip)


def _caught(ending: Callable[[], Ending]) -> Ending:
    """The ending, or what an error from outside makes of it."""
    try:
        return ending()
    except (KeyboardInterrupt, Interrupted, Halted, EnvironmentFault, ModelFault) as error:
        return ending_by(error)
