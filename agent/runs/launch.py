"""Launch of a task's programs: started on its display, awaited, watched while the episode runs."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from agent import interrupts
from agent.redact.keys import without_keys
from agent.runs.launch_folder import launch_folder
from tools.action import Wait
from tools.errors import DisplayLost, EnvironmentFault
from tools.host.display import Display
from tools.host.owned.adopted import adopting
from tools.host.processes import Program, end_all

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from agent.episode import Ending, Verdict
    from agent.task import Launch, WaitFor
    from tools.action import Action
    from tools.desktop import Desktop
    from tools.observation import Observation
    from tools.see.scene import Line


_LOOK_SECONDS = 1.0
"""Between two looks at a screen that does not change: a program may have ended meanwhile."""
_WITHOUT_RESULT: frozenset[Verdict] = frozenset({"gave_up", "stopped"})
"""What a program that hangs may be the cause of."""
_ANSWER_SECONDS = 10.0
"""After which a program that does not answer is taken for hung."""


class WatchedDesktop:
    """A desktop whose programs must not die: the next look after one did is an EnvironmentFault.

    A program may end by itself with exit status 0 (a dialog that was answered); what serves the display
    may not.
    """

    def __init__(self, desktop: Desktop, programs: Sequence[Program], display: Display | None = None) -> None:
        self._desktop, self._programs = desktop, programs
        self._display = display or Display(None)

    @property
    def is_over(self) -> bool:
        """Whether there were programs, and all of them have ended."""
        return bool(self._programs) and all(program.poll() is not None for program in self._programs)

    def observe(self) -> Observation:
        """Look, when all programs are well."""
        interrupts.check()
        with self._telling_why():
            seen = self._desktop.observe()
        self._display.check()
        for program in self._programs:
            if program.poll():
                program.check()
        return seen

    def execute(self, action: Action, seen: Observation) -> None:
        """Act."""
        interrupts.check()
        with self._telling_why():
            self._desktop.execute(action, seen)

    def review(self, ending: Ending) -> None:
        """Do nothing if an ending says something of the programs, or they answer.

        Raises:
            EnvironmentFault: there is no result, or one that nothing was checked for, and a program was
                stopped; or there is none, and one has not answered for long.
        """
        unchecked = ending.verdict == "passed" and not ending.checks
        if unchecked or ending.verdict in _WITHOUT_RESULT:
            for program in self._programs:
                program.check_answers()
        if ending.verdict in _WITHOUT_RESULT:
            self._display.check_answers(_ANSWER_SECONDS)

    @contextmanager
    def _telling_why(self) -> Iterator[None]:
        """A display is lost when its server dies, which tells more."""
        try:
            yield
        except DisplayLost:
            self._display.check()
            raise


@contextmanager
def launched(
    launches: Sequence[Launch],
    task: Path,
    env: Mapping[str, str],
    folder: Path,
    desktop: Desktop,
    read: Callable[[Observation], tuple[Line, ...]],
    hide: Callable[[str], str] | None = None,
    display: Display | None = None,
) -> Iterator[tuple[Program, ...]]:
    """The programs, each ready before the next one starts; ended on the way out.

    Args:
        launches: What to start, in order.
        task: The task file, whose relative paths they name.
        env: Their environment, from `environment`.
        folder: Gets a log of each program's output.
        desktop: Shows whether they are ready.
        read: The lines of text in an observation.
        hide: Takes secrets out of the programs' output; None: there are none.
        display: What they are shown on, if it is watched.

    Raises:
        EnvironmentFault: one does not start, ends at once, or does not show what is waited for.
    """
    programs: list[Program] = []
    with adopting():
        try:
            for number, launch in enumerate(launches, 1):
                log, cwd = folder / f"program-{number}.log", launch_folder(launch.command, task)
                programs.append(Program(launch.command, output=log, env=env, cwd=cwd, hide=hide))
                watched = WatchedDesktop(desktop, programs, display)
                if launch.wait_for:
                    _await_text(watched, programs[-1], launch.wait_for, read)
            yield tuple(programs)
        finally:
            end_all(programs)


def _await_text(
    desktop: Desktop, program: Program, wanted: WaitFor, read: Callable[[Observation], tuple[Line, ...]]
) -> None:
    """Look until the text is there: at once, then whenever the screen has changed and come to rest."""
    from tools.see.text.saying import visible  # noqa: PLC0415  (heavy: loaded on use)

    deadline = time.monotonic() + wanted.seconds
    while not visible(wanted.text, lines := read(seen := desktop.observe())):
        if program.poll() is not None:
            program.check()
        left = deadline - time.monotonic()
        if left <= 0:
            shown = ", ".join(f'"{line.text}"' for line in lines[:12]) or "no text at all"
            said = program.tail()
            raise EnvironmentFault(
                f'{program.command[0]}: "{wanted.text}" is not on the screen after {wanted.seconds:g} s; '
                f"the screen shows {shown}" + (f"; its output:\n{said}" if said else "")
            )
        desktop.execute(Wait(seconds=min(_LOOK_SECONDS, left)), seen)


def environment(display: str | None, secrets: Collection[str] = ()) -> dict[str, str]:
    """This process's environment, on that display, with this interpreter's `bin` first and no model's key.

    Args:
        display: Where the programs show themselves.
        secrets: The names of the task's secrets, which its programs are given.
    """
    kept = without_keys(os.environ, secrets)
    env = {name: value for name, value in kept.items() if name != "WAYLAND_DISPLAY"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{env.get('PATH', os.defpath)}"
    if display is None:
        return env | {"PATH": path}
    toolkits = {
        "GDK_BACKEND": "x11",
        "QT_QPA_PLATFORM": "xcb",
        "NO_AT_BRIDGE": "1",
        "XDG_SESSION_TYPE": "x11",
    }
    return env | toolkits | {"DISPLAY": display, "PATH": path}
