"""Work of a run's process: the job is prepared, and done when the server says so, as any run is."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.episode import Watcher
from agent.errors import AgentError, BadInput
from agent.mcp.runs.job import Asked, Begin, Done, Job, Prepared, Settings, Stepped, words_of
from agent.recording.disk import whole
from agent.recording.lines import SESSION
from agent.replay.live.run import plan_replays, replay_live
from agent.replay.options import LiveOptions
from agent.report.page import page_of
from agent.runs.approval import approval_by
from agent.runs.attempts import attempt
from agent.runs.attendance import Attendant
from agent.runs.options import RunOptions
from agent.runs.planning.one_run import run_of_file
from agent.runs.planning.plan import Planned
from agent.runs.run import run_one
from agent.runs.unasked import check_model
from tools.action import Wait
from tools.errors import EnvironmentFault, ToolsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.episode import Step
    from agent.mcp.line import Line
    from agent.runs.question import Question
    from agent.runs.report.result import Result

    Do = Callable[[Path], Result]
    """Does the run, in this folder."""


def serve(line: Line, settings: Settings) -> None:
    """Prepare a job, then do it: two orders, since what can't be done is refused before it is noted down."""
    worker = Worker(line, settings)
    line.serve(worker.carry_out)


class Worker:
    """Does one job."""

    def __init__(self, line: Line, settings: Settings) -> None:
        self._line, self._settings = line, settings
        self._person, self._steps = _Asking(line), Steps(line)
        self._options = RunOptions(
            display=settings.display,
            approve=approval_by(self._person.answer, settings.approve),
            attendant=self._person,
        )
        self._do: Do | None = None

    def carry_out(self, order: Job | Begin) -> Prepared | Done:
        """Do what the server orders. Raises BadInput: it can't be done; nothing was started."""
        if isinstance(order, Job):
            self._do, prepared = self._prepared(order)
            return prepared
        assert self._do is not None
        try:
            result = self._do(order.home)
        except BadInput as fault:
            if self._steps.acted:  # found out in the middle: it is no longer true that nothing was started
                raise EnvironmentFault(f"it was stopped: {fault}") from fault
            raise
        return Done(result, self._steps.acted, self._steps.last, _report(result, order.home))

    def _prepared(self, job: Job) -> tuple[Do, Prepared]:
        recorded = (job.path / SESSION).exists() or job.path.is_dir()
        return self._replay(job) if recorded else self._task(job)

    def _task(self, job: Job) -> tuple[Do, Prepared]:
        name, run = run_of_file(job.path, job.values, job.case)
        check_model(run.file.written.model, None, "agent run --model")

        def do(home: Path) -> Result:
            planned = Planned(run, name, None, home)
            return attempt(planned, self._options, [self._steps], does=run_one, retries=0)

        return do, Prepared(name, 0)

    def _replay(self, job: Job) -> tuple[Do, Prepared]:
        if job.case is not None:
            raise BadInput("`case` chooses one of a task's; a recording is of one, give its `values`")
        options = LiveOptions(run=self._options, overrides=job.values)
        [replay] = plan_replays(job.path, options)

        def do(home: Path) -> Result:
            placed = replace(replay, planned=replace(replay.planned, home=home))
            return replay_live(placed, options, [self._steps])

        return do, Prepared(replay.planned.label, len(replay.recording.steps))


def _report(result: Result, home: Path) -> Path | None:
    """The run's page; what keeps it from being written is no fault of the run."""
    path = home / "report.html"
    with suppress(OSError, AgentError, ToolsError):
        page = page_of([result])
        with whole(path) as file:
            file.write(page)
        return path
    return None


class Steps(Watcher):
    """Tells the server of each step, and knows whether anything was done to the desktop."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._done = self._doing = False
        self.last = ""
        """The last step that was done, in words."""

    @property
    def acted(self) -> bool:
        """Whether anything was done, or may have been: an action that was cut off counts."""
        return self._done or self._doing

    def acting(self) -> None:
        """An action comes next."""
        self._doing = True

    def stepped(self, step: Step) -> None:
        """Say what it was."""
        did = step.outcome == "done" and not isinstance(step.action, Wait | None)
        self._done, self._doing = self._done or did or step.partly, False
        words = words_of(step.completion.text) or step.outcome
        self.last = f"step {step.index}: {words}" if did else self.last
        self._line.send(Stepped(step.index, words, did))


class _Asking(Attendant):
    """The person behind the client, who is asked through the server."""

    def __init__(self, line: Line) -> None:
        self._line, self._waited = line, 0.0

    @property
    def waited(self) -> float:
        """Seconds that the run has waited for the person."""
        return self._waited

    def answer(self, question: Question) -> bool:
        """Their answer."""
        began = time.monotonic()
        try:
            return self._line.ask(Asked(str(question), question.picture)) is True
        finally:
            self._waited += time.monotonic() - began
