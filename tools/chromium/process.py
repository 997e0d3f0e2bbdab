"""Process of Chromium, with a DevTools pipe to it."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

from tools.chromium.pipe import Pipe
from tools.errors import EnvironmentFault
from tools.host.processes import Program

with suppress(ImportError):  # Windows has none
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_FLAGS = (
    "--remote-debugging-pipe", "--no-first-run", "--test-type", "--disable-gpu", "--disable-sync",
    "--password-store=basic", "--disable-background-networking", "--disable-component-update",
    "--disable-extensions", "--disable-features=Translate,OverlayScrollbar,MediaRouter",
    "--lang=en-US", "--force-color-profile=srgb",
)  # fmt: skip
_SHELL = 'exec 3<"/dev/fd/$1" 4>"/dev/fd/$2"; shift 2; exec "$@"'
"""Chromium listens at file descriptor 3 and answers at 4; a plain shell can name those above 9 only so."""
_FREE = 10
"""The first file descriptor that the shell's own are never taken for."""


def reachable(hosts: Sequence[str]) -> str:
    """The flag by which a browser reaches these hosts and no others."""
    return "--host-resolver-rules=" + ", ".join(["MAP * ~NOTFOUND", *(f"EXCLUDE {host}" for host in hosts)])


def started(flags: Sequence[str], folder: Path, env: Mapping[str, str]) -> tuple[Program, Pipe]:
    """A Chromium that is starting, and the pipe to it.

    Args:
        flags: besides those that all have.
        folder: its home, with its profile and its log.
        env: names the display.

    Raises:
        EnvironmentFault: there is none, or it can't be started.
    """
    if "fcntl" not in globals():
        raise EnvironmentFault("Chromium is driven over pipes of Unix, which this system has none of")
    its_in, commands = _pipe()
    answers, its_out = _pipe()
    pipe = Pipe(commands, answers)
    try:
        command = [
            *("sh", "-c", _SHELL, "sh", str(its_in), str(its_out), _program(), *_FLAGS, *_unconfined()),
            *flags,
            f"--user-data-dir={folder / 'profile'}",
        ]
        home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
        log = folder / "chromium.log"
        return Program(command, output=log, env={**env, **home}, pass_fds=(its_in, its_out)), pipe
    except BaseException:
        pipe.close()
        raise
    finally:
        os.close(its_in)
        os.close(its_out)


def check(program: Program, patience: float = 0.0) -> None:
    """Do nothing while it runs.

    Args:
        program: of `started`.
        patience: seconds to wait for its end, if that must be near.

    Raises:
        EnvironmentFault: it has ended.
    """
    try:
        program.check(patience)
    except EnvironmentFault as ended:
        raise EnvironmentFault(f"Chromium{str(ended).removeprefix('sh')}") from None


def version() -> str:
    """What the Chromium that would be started calls itself.

    Raises:
        EnvironmentFault: there is none.
    """
    told = subprocess.run([_program(), "--version"], capture_output=True, text=True, check=False)
    return told.stdout.strip()


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


def _unconfined() -> tuple[str, ...]:
    """Chromium refuses to start its sandbox for root."""
    return ("--no-sandbox",) if os.geteuid() == 0 else ()
