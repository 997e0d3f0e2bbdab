"""`TaskRun`: a display, the programs, the model, an episode, and the result."""

from __future__ import annotations

import os
import time
from contextlib import closing, contextmanager
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from agent.checks import held_before
from agent.checks.values_read import judge_all
from agent.episode import Ending, Watchers, ending_by
from agent.errors import BadInput, ModelFault
from agent.loop import Episode
from agent.loop_guard import ProgressGuard
from agent.models import load_grounded
from agent.recording.recorder import Recorder
from agent.redact.errors import hidden_in_errors
from agent.redact.texts import hide, hide_cut
from agent.runs.around import Around
from agent.runs.attendance import Attendant
from agent.runs.beforehand import Beforehand, check_initial
from agent.runs.check_context import check_context
from agent.runs.consent import Consent
from agent.runs.last_look import LastLook
from agent.runs.launch import WatchedDesktop, environment, launched
from agent.runs.live_desktop import live_desktop
from agent.runs.outcome import Outcome
from agent.runs.planning.work_folder import sweep_work_folders
from agent.runs.replies import without_secrets
from agent.runs.report.tally import Tally
from agent.runs.setup import DesktopSetup
from agent.runs.texts import texts_of
from tools.errors import ToolsError
from tools.geometry import Size
from tools.host.display import open_display
from tools.host.owned.sweep import sweep
from tools.see.ocr import shared_reader
from tools.see.scripts import with_scripts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from agent.checks import CheckContext
    from agent.episode import Watcher
    from agent.loop_guard import LoopGuard
    from agent.model import Model
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned, RunFolder
    from agent.runs.report.result import Result
    from agent.runs.setup import FollowedRecording
    from agent.task import Task
    from tools.desktop import Desktop
    from tools.host.display import Display
    from tools.host.processes import Program
    from tools.observation import Observation
    from tools.see.parser import ScreenParser


def run_one(
    planned: Planned,
    options: RunOptions,
    watchers: Sequence[Watcher] = (),
    *,
    alter: Callable[[Task], Task] = lambda task: task,
    model: Model | None = None,
    desktop: DesktopSetup | None = None,
) -> Result:
    """Do one run with the model that the options or the task name.

    Args:
        planned: which run.
        options: as of any run.
        watchers: who is told, besides the recorder.
        alter: changes what is to be done, as an audit does.
        model: decides, whatever the options say.
        desktop: as of `TaskRun`.

    Raises:
        BadInput: the task, an option or the recording folder is wrong; nothing was started.
    """
    folder = planned.new_folder()
    task = alter(planned.run.resolve(folder.workdir))
    model = model or load_grounded(options.model or task.model, options.ground, options.grounder)
    return TaskRun(folder, task, model, options, watchers, desktop=desktop).run()


class TaskRun:
    """One run. Does it once.

    Args:
        folder: its folder.
        task: what is to be done, filled in for that folder.
        model: decides.
        options: limits, display, approval.
        watchers: who is told, besides the recorder.
        followed: the recording whose way it goes, if any.
        desktop: how its desktop is opened.
        guard: what stops it where it gets nowhere; by default a `ProgressGuard`.
    """

    def __init__(
        self,
        folder: RunFolder,
        task: Task,
        model: Model,
        options: RunOptions,
        watchers: Sequence[Watcher] = (),
        *,
        followed: FollowedRecording | None = None,
        desktop: DesktopSetup | None = None,
        guard: LoopGuard | None = None,
    ) -> None:
        self._folder, self._model, self._options, self._watchers = folder, model, options, watchers
        self._attendant = options.attendant or Attendant()
        self._task = options.limited(task)
        self._secrets = {name: os.environ[name] for name in task.secrets}
        self._followed, self._setup = followed, desktop or DesktopSetup()
        self._guard = guard or ProgressGuard(self._task.limits)
        self._tally, self._parser = Tally(), shared_reader()
        # What a person shows is done already: no rule can undo it, and its replay is judged.
        shown = {"rules": ()} if self._setup.observes_late else {}
        self._consent = Consent(task.model_copy(update=shown), options.approve, folder.path, self._parser)
        self._reader: ScreenParser = self._parser
        """The parser, made for the texts that the checks look for."""
        self._last: LastLook | None = None
        self._until = inf
        self._beforehand = Beforehand(lambda _seen: ())
        self._hide = partial(hide_cut, secrets=self._secrets) if self._secrets else None
        self._around = Around(self._task, folder.path, self._environ(None), self._hide)

    def run(self) -> Result:
        """Do it. Faults of the machine and of the model are verdicts, and so is what nobody foresaw.

        Raises:
            BadInput: the model can't do the task, or the recording folder is in use; nothing was started.
        """
        with closing(self._folder.work_folder):
            return self._run()

    def _run(self) -> Result:
        self._model.check(self._task)
        self._reader = with_scripts(self._parser, texts_of(self._task))
        began = time.monotonic()
        try:
            ending = self._ending()
        finally:
            self._around.tear_down()
        return self._result(self._around.told(ending), time.monotonic() - began)

    def _ending(self) -> Ending:
        try:
            self._model.prepare()
            with hidden_in_errors(self._secrets), self._opened() as episode:
                return episode.run()
        except (KeyboardInterrupt, ModelFault, ToolsError) as fault:
            ending = ending_by(fault)
            self._tally.ended(ending)
            return ending
        except Exception as error:
            if isinstance(error, BadInput) or self._options.debug:
                raise
            return ending_by(error)

    @contextmanager
    def _opened(self) -> Iterator[Episode]:
        """The episode, with all that it takes open around it."""
        sweep()
        sweep_work_folders()
        kind = self._options.display or self._task.display.kind
        with (
            self._recorder(kind) as recorder,
            open_display(kind, Size(*self._task.display.size)) as display,
            self._around.around(self._environ(display.name)),
            self._desktop(display.name) as opened,
            self._programs(display, desktop := self._looked_at(opened)) as programs,
        ):
            watched = WatchedDesktop(desktop, programs, display)
            context = partial(self._context, desktop=desktop, display=display)
            self._beforehand = Beforehand(lambda seen: held_before(self._task, context(seen)))
            if self._task.precheck:
                check_initial(self._task, context(watched.observe()))
            if self._setup.observes_late:
                self._beforehand.observed(1, watched.observe())
            self._until = self._clock() + self._task.limits.seconds
            attendant = self._attendant
            wrapped = self._setup.wrap(watched) if self._setup.wrap else watched
            yield Episode(
                self._task,
                attendant.desktop(wrapped, display.name, has_secrets=bool(self._secrets)),
                self._model,
                judge=lambda seen: (
                    *judge_all(self._task, self._tally.values, context(seen)),
                    *self._setup.judge(),
                ),
                watcher=Watchers(
                    [recorder, self._tally, self._beforehand, self._consent, *self._watchers, attendant]
                ),
                approve=self._consent,
                ask=attendant.ask(without_secrets(self._model.complete, self._secrets), self._model.name),
                guard=self._guard,
                review=watched.review,
                hide=partial(hide, secrets=self._secrets),
                clock=self._clock,
            )
            recorder.check()

    def _looked_at(self, desktop: Desktop) -> LastLook:
        self._last = LastLook(desktop)
        return self._last

    def _recorder(self, kind: str) -> Recorder:
        followed = self._followed
        return Recorder(
            self._folder.recording,
            model=self._model.name,
            display=kind,
            parent=followed.parent if followed else None,
            reuse=followed.frames if followed else None,
        )

    def _desktop(self, display: str | None) -> AbstractContextManager[Desktop]:
        if self._setup.open:
            return self._setup.open(display)
        known = self._followed.known if self._followed else None
        task, consent, until = self._task, self._consent, self._over
        return live_desktop(display, task, consent, self._secrets, self._parser, known, until)

    def _clock(self) -> float:
        """Monotonic seconds, without those that the run has waited for a person at it."""
        return time.monotonic() - self._attendant.waited

    def _over(self) -> float:
        """When its time is over, in monotonic seconds."""
        return self._attendant.until(self._until + self._attendant.waited)

    def _programs(self, display: Display, desktop: Desktop) -> AbstractContextManager[tuple[Program, ...]]:
        return launched(
            self._task.launch,
            self._task.source,
            self._environ(display.name) | dict(self._setup.environ),
            self._folder.path,
            desktop,
            read=lambda seen: self._reader.read(seen.frame).lines,
            hide=self._hide,
            display=display,
        )

    def _environ(self, display: str | None) -> dict[str, str]:
        """The environment of what the task starts."""
        return environment(display, self._secrets)

    def _context(self, seen: Observation, desktop: Desktop, display: Display) -> CheckContext:
        """The world that the task's checks look at, when this is observed."""
        environ = self._environ(display.name)
        folder = self._folder
        return check_context(
            seen, desktop, display, environ, self._reader, self._model, folder.workdir, folder.path
        )

    def _result(self, ending: Ending, seconds: float) -> Result:
        outcome = Outcome(
            self._folder, self._task, self._model.name, self._secrets, self._tally, self._beforehand
        )
        return outcome.result(ending, seconds, self._attendant.acts, self._last.frame if self._last else None)
