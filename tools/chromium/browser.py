"""Browser: a process of Chromium with a profile of its own, whose only window fills its display."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tools.chromium.page import Page
from tools.chromium.pipe import DevToolsFault, Pipe
from tools.errors import EnvironmentFault
from tools.host.owned.belongings import temporary_folder
from tools.host.processes import Program

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_FLAGS = (
    "--remote-debugging-pipe", "--kiosk", "--no-first-run", "--test-type", "--disable-gpu", "--disable-sync",
    "--password-store=basic", "--disable-background-networking", "--disable-component-update",
    "--disable-extensions", "--disable-features=Translate,OverlayScrollbar,MediaRouter",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--lang=en-US", "--force-color-profile=srgb",
)  # fmt: skip
_SHELL = 'exec 3<"/dev/fd/$1" 4>"/dev/fd/$2"; shift 2; exec "$@"'
"""Chromium listens at file descriptor 3 and answers at 4; a plain shell can name those above 9 only so."""
_FREE = 10
"""The first file descriptor that the shell's own are never taken for."""


class Browser:
    """A browser that is open.

    Args:
        program: its process.
        page: what its window shows.
    """

    def __init__(self, program: Program, page: Page) -> None:
        self.program, self.page = program, page

    def check(self, patience: float = 0.0) -> None:
        """Do nothing while it runs.

        Args:
            patience: seconds to wait for its end, if that must be near.

        Raises:
            EnvironmentFault: it has ended.
        """
        _check(self.program, patience)


@contextmanager
def open_browser(env: Mapping[str, str], scale: float = 1, flags: tuple[str, ...] = ()) -> Iterator[Browser]:
    """A browser that fills the display of an environment, with an empty page.

    It has a profile of its own, no address bar, and no way to any other machine.

    Args:
        env: names the display.
        scale: pixels of the display to a CSS pixel.
        flags: more of Chromium's.

    Raises:
        EnvironmentFault: there is no Chromium, or it does not start.
    """
    with temporary_folder("chromium") as folder:
        its_in, commands = _pipe()
        answers, its_out = _pipe()
        pipe = Pipe(commands, answers)
        try:
            command = [
                *("sh", "-c", _SHELL, "sh", str(its_in), str(its_out), _program(), *_FLAGS, *flags),
                *_unconfined(),
                f"--force-device-scale-factor={scale:g}",
                f"--user-data-dir={folder / 'profile'}",
                "--app=about:blank",
            ]
            started = _started(command, folder, env, (its_in, its_out))
        finally:
            os.close(its_in)
            os.close(its_out)
        with started:
            try:
                yield _opened(pipe, started)
            finally:
                pipe.close()


def _program() -> str:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        raise EnvironmentFault("there is no Chromium: apt-get install chromium")
    return program


def _pipe() -> tuple[int, int]:
    """A pipe: where it is read and where it is written."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _FREE) for end in ends)
    for end in ends:
        os.close(end)
    return high[0], high[1]


def _started(command: list[str], folder: Path, env: Mapping[str, str], its: tuple[int, int]) -> Program:
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    return Program(command, output=folder / "chromium.log", env={**env, **home}, pass_fds=its)


def _opened(pipe: Pipe, program: Program) -> Browser:
    try:
        return Browser(program, Page(pipe))
    except DevToolsFault:
        _check(program, 1.0)
        raise


def _check(program: Program, patience: float) -> None:
    try:
        program.check(patience)
    except EnvironmentFault as ended:
        raise EnvironmentFault(f"Chromium{str(ended).removeprefix('sh')}") from None


def _unconfined() -> tuple[str, ...]:
    """Chromium refuses to start its sandbox for root."""
    return ("--no-sandbox",) if os.geteuid() == 0 else ()


def version() -> str:
    """What the Chromium that would be opened calls itself.

    Raises:
        EnvironmentFault: there is none.
    """
    told = subprocess.run([_program(), "--version"], capture_output=True, text=True, check=False)
    return told.stdout.strip()
