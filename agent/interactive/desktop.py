"""`InteractiveDesktop`: programs are launched, steps done, texts read, as a test in Python or Robot wants it.

What is done is a run of a task file like any other, which lies beside its recording; only the display and the
programs outlive it.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from agent.interactive.written import written_run
from agent.runs.attempts import attempt
from agent.runs.demand import AsVerdicts, demand
from agent.runs.last_look import write_picture
from agent.runs.launch import WatchedDesktop, environment, launched
from agent.runs.options import RunOptions
from agent.runs.planning.plan import Planned, label_of
from agent.runs.run import run_one
from agent.runs.setup import DesktopSetup
from agent.task import Launch, WaitFor
from tools.geometry import Size
from tools.host.display import Display, open_display
from tools.host.live import LiveDesktop
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agent.episode import Watcher
    from agent.runs.report.result import Result
    from tools.host.processes import Program
    from tools.observation import Frame

LONGEST = 90
"""Characters of a name in a task's id, which has 100 at most."""


class InteractiveDesktop:
    """A display that is open while the context is, and what is done on it.

    Args:
        folder: gets a folder for each thing that is done: `001`, `002`.
        model: does the steps.
        display: `virtual`, `host` or a display's name.
        size: of a virtual one, in pixels.
        secrets: environment variables that steps may use as `${secret.NAME}`.
        watchers: are told of each step.
        name: what is running, as reports call it; asked for each thing that is done.
    """

    def __init__(
        self,
        folder: Path,
        *,
        model: str = "reader",
        display: str = "virtual",
        size: tuple[int, int] = (1280, 800),
        secrets: Sequence[str] = (),
        watchers: Sequence[Watcher] = (),
        name: Callable[[], str] | None = None,
    ) -> None:
        self._folder, self._model, self._kind, self._size = folder, model, display, size
        self._secrets, self._watchers, self._name = tuple(secrets), watchers, name
        self._stack, self._display = ExitStack(), Display(None)
        self._programs: list[Program] = []
        self._results: list[Result] = []

    @property
    def results(self) -> tuple[Result, ...]:
        """What came of everything that was done."""
        return tuple(self._results)

    def __enter__(self) -> Self:
        """Open the display.

        Raises:
            EnvironmentFault: it can't be.
        """
        self._display = self._stack.enter_context(open_display(self._kind, Size(*self._size)))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def launch(self, *command: str, wait_for: str | None = None, seconds: float = 10) -> None:
        """Start a program. It is ended with the display.

        Args:
            command: the program and its arguments.
            wait_for: a text that is on the screen once it is ready; None: it is not waited for.
            seconds: that this may take.

        Raises:
            EnvironmentFault: it does not start, or does not show that text.
            ValueError: there is no command.
        """
        awaited = WaitFor(text=wait_for, seconds=float(seconds)) if wait_for else None
        launch = Launch(command=command, wait_for=awaited)
        self._folder.mkdir(parents=True, exist_ok=True)
        with LiveDesktop(self._display.name) as desktop:
            starting = launched(
                [launch],
                Path.cwd() / "here",
                environment(self._display.name, self._secrets),
                self._folder,
                desktop,
                read=lambda seen: shared_reader().read(seen.frame).lines,
                display=self._display,
            )
            self._programs += self._stack.enter_context(starting)

    def do(self, *steps: str, seconds: float = 180, values: Mapping[str, str] | None = None) -> Result:
        """Do steps, written as in a task file.

        Args:
            steps: such as `Click "Save"`, or `Type "${name}" into "Full name"`.
            seconds: that all of them may take.
            values: of the names in them; they may hold whatever they like.

        Raises:
            TaskFailed: one can't be done, or what is expected does not hold.
            TaskError: the machine or the model failed, or one is none that the model understands; then
                nothing was done.
        """
        __tracebackhide__ = True  # pytest shows the line of the test
        does = partial(run_one, desktop=DesktopSetup(wrap=self._watched))
        options = RunOptions(model=self._model, display=self._display.name)
        with AsVerdicts():
            planned = self._planned(steps, seconds, values or {})
            result = attempt(planned, options, self._watchers, does=does, retries=0)
        self._results.append(result)
        demand(result, *([f"recording: {result.recording}"] if result.recording else []))
        return result

    def expect(self, text: str, seconds: float | None = None) -> Result:
        """Expect a text on the screen. Raises as `do`."""
        __tracebackhide__ = True
        within = "" if seconds is None else f" within {seconds:g} s"
        return self.do(f'Expect "${{text}}"{within}', values={"text": text})

    def read(self, field: str) -> str:
        """What a field shows, or what stands behind a label. Raises as `do`."""
        __tracebackhide__ = True
        return self.do('Read "${field}" as value', values={"field": field}).values["value"]

    def look(self) -> Frame:
        """The screen, once it has come to rest. Raises EnvironmentFault."""
        with LiveDesktop(self._display.name) as desktop:
            return self._watched(desktop).observe().frame

    def lines(self) -> tuple[str, ...]:
        """The lines of text on the screen, from top to bottom. Raises EnvironmentFault."""
        return tuple(line.text for line in shared_reader().read(self.look()).lines)

    def screenshot(self, path: Path) -> Path:
        """Write the screen as a PNG. Raises EnvironmentFault, OSError."""
        write_picture(self.look(), path)
        return path

    def _planned(self, steps: Sequence[str], seconds: float, values: Mapping[str, str]) -> Planned:
        """The run that does them, of a task file that is written for it."""
        number = len(self._results) + 1
        home = self._folder / f"{number:03}"
        home.mkdir(parents=True, exist_ok=True)
        run = written_run(
            home / "task.yaml",
            _id(self._name() if self._name else "", number),
            steps,
            values,
            self._secrets,
            {"seconds": float(seconds), "steps": 100},
        )
        return Planned(run, label_of(run), None, home)

    def _watched(self, desktop: Any) -> WatchedDesktop:
        """A desktop on which a program that has died is no riddle."""
        return WatchedDesktop(desktop, self._programs, self._display)


def _id(name: str, number: int) -> str:
    """The id of a task: what is running, and how many things it has done before."""
    called = re.sub(r"[^\w.-]+", " ", name).strip(" .-")[:LONGEST]
    return f"{called} {number}" if called else f"{number:03}"
