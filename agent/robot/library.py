"""`RobotLibrary`: what `Library  deskhand` is. Light: what a keyword takes is loaded when it is used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from agent.robot.log import output_folder, picture, running_name
from agent.runs.demand import AsVerdicts, TaskError, demand

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.interactive.desktop import InteractiveDesktop
    from agent.runs.report.result import Result

Came = TypeVar("Came")


class NoDesktop(TaskError):
    """There is no display to do anything on: nothing that follows can come to a result."""

    ROBOT_EXIT_ON_FAILURE = True


class RobotLibrary:
    """Drives desktop programs from screenshots, as a person would.

    `Open Desktop` opens a virtual display, `Launch Program` starts programs on it, and `Do` does steps that
    are written as in a task file of deskhand. `Run Task` runs a whole task file, `Replay Recording` a
    recording. A desktop that is opened in a test is closed when the test ends, one that is opened in a
    suite's setup when the suite does.

    | Open Desktop
    | Launch Program    gedit    wait_for=Untitled
    | Do    Type "hello"    Press Ctrl+S
    | Expect    "Save As"
    | ${name} =    Read    Name

    A step that can't be done, an expectation that doesn't hold and a check that fails are failures. Where
    there is no display at all, the error is fatal. What is done is recorded below `${OUTPUT DIR}/deskhand`;
    the log shows the screen of a failure.
    """

    ROBOT_LIBRARY_SCOPE = "SUITE"
    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self, model: str | None = None) -> None:
        """Name a model, if any but the embedded one is to be used.

        Args:
            model: as of `agent run --model`. A remote or paid one is used only if it is named here.
        """
        self.ROBOT_LIBRARY_LISTENER = self
        self._model = model
        self._desktop: InteractiveDesktop | None = None
        self._in_test = self._opened_in_test = False

    def open_desktop(self, size: str = "1280x800", display: str = "virtual", *secrets: str) -> None:
        r"""Open a display. `size` is of a virtual one; `display` may be `host` or the name of an X display.

        The environment variables that are named as `secrets` may be typed as `\${secret.NAME}`.
        """
        from agent.interactive.desktop import InteractiveDesktop  # noqa: PLC0415  (heavy: loaded on use)
        from tools.errors import EnvironmentFault  # noqa: PLC0415

        if self._desktop is not None:
            raise TaskError("a desktop is open; close it first: Close Desktop")
        width, height = _size(size)
        model = self._model or "reader"
        made = InteractiveDesktop(
            output_folder(),
            model=model,
            display=display,
            size=(width, height),
            secrets=secrets,
            name=running_name,
        )
        try:
            self._desktop = made.__enter__()
            self._desktop.look()
        except EnvironmentFault as fault:
            self.close_desktop()
            raise NoDesktop(str(fault)) from None
        self._opened_in_test = self._in_test

    def close_desktop(self) -> None:
        """Close the display, and end its programs. Nothing happens if none is open."""
        if self._desktop is not None:
            desktop, self._desktop = self._desktop, None
            desktop.__exit__()

    def launch_program(self, *command: str, wait_for: str | None = None, seconds: float = 10) -> None:
        """Start a program, and wait until the text `wait_for` is on the screen."""
        self._opened.launch(*command, wait_for=wait_for, seconds=seconds)

    def do(self, *steps: str, seconds: float = 180) -> Result:
        """Do steps such as `Click "Save"` or `Type "Ada" into "Full name"`, each in a cell of its own."""
        return self._shown(lambda desktop: desktop.do(*steps, seconds=seconds))

    def expect(self, what: str, seconds: float | None = None) -> Result:
        """Expect a text on the screen, or what an `Expect` step says.

        | Expect    Customer saved
        | Expect    "Total" shows "42.00"
        | Expect    no "Error"    seconds=5
        """
        if not what.startswith(('"', 'no "')):
            return self._shown(lambda desktop: desktop.expect(what, seconds))
        within = "" if seconds is None else f" within {seconds:g} s"
        return self._shown(lambda desktop: desktop.do(f"Expect {what}{within}"))

    def read(self, field: str) -> str:
        """Read what a field shows, or what stands behind a label."""
        return self._shown(lambda desktop: desktop.read(field.strip('"')))

    def screen_text(self) -> str:
        """The text on the screen, a line each."""
        return "\n".join(self._opened.lines())

    def screenshot(self) -> str:
        """Show the screen in the log; the path of the picture."""
        return picture(self._opened.screenshot)

    def run_task(self, task: str, case: str | None = None, **values: str) -> Result:
        """Run a task file on a display of its own. `values` are of its variables, `case` one of its cases."""
        from agent.robot.tasks import run_task  # noqa: PLC0415  (heavy: loaded on use)

        with AsVerdicts():
            result = run_task(Path(task), values, case, self._model)
        return _demanded(result)

    def replay_recording(self, recording: str, live: bool = False, heal: str | None = None) -> Result:  # noqa: FBT001, FBT002
        """Replay a recording: offline on its frames, or with `live=True` on the real programs.

        `heal` names a model that finds targets which have gone.
        """
        from agent.robot.tasks import replay_recording  # noqa: PLC0415  (heavy: loaded on use)

        with AsVerdicts():
            result = replay_recording(Path(recording), live=live or heal is not None, heal=heal)
        return _demanded(result)

    @property
    def _opened(self) -> InteractiveDesktop:
        if self._desktop is None:
            raise TaskError("no desktop is open; open one first: Open Desktop")
        return self._desktop

    def _shown(self, does: Callable[[InteractiveDesktop], Came]) -> Came:
        """What comes of something done; the log shows the screen where it fails."""
        desktop = self._opened
        try:
            return does(desktop)
        except AssertionError:
            picture(desktop.screenshot)
            raise

    def _start_test(self, _data: object, _result: object) -> None:
        self._in_test = True

    def _end_test(self, _data: object, _result: object) -> None:
        self._in_test = False
        if self._opened_in_test:
            self._opened_in_test = False
            self.close_desktop()

    def _end_suite(self, _data: object, _result: object) -> None:
        self.close_desktop()


def _demanded(result: Result) -> Result:
    demand(result, *([f"recording: {result.recording}"] if result.recording else []))
    return result


def _size(text: str) -> tuple[int, int]:
    width, times, height = text.partition("x")
    if not (times and width.isdecimal() and height.isdecimal()):
        raise TaskError(f'size={text}: write it as "1280x800"')
    return int(width), int(height)
