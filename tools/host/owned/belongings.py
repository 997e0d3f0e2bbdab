"""Belongings of this process among the temporary files, in one folder that is named after it.

Folders and files lie in it, and notes of what lies elsewhere: empty files whose names say all. Whatever
becomes of this process, the next run knows by the folder's name that nobody needs them any more.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tools.errors import EnvironmentFault
from tools.host.owned.owner import boot, is_dead, owner

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF = "deskhand-of-"
_PROCESS = re.compile(r"(session|process)-(\d+)-(\d+)-([0-9a-f]+)")
_DISPLAY = re.compile(r"display-(\d+)")


@contextmanager
def temporary_folder(name: str) -> Iterator[Path]:
    """A folder, which is deleted in the end.

    Raises:
        EnvironmentFault: it can't be made.
    """
    try:
        folder = _made(name)
    except OSError as error:
        raise EnvironmentFault(
            f"{tempfile.gettempdir()}: can't make a temporary folder: {error.strerror or error}"
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _tidy()


def temporary_file() -> Path:
    """A new file, for its maker to delete.

    Raises:
        OSError: it can't be made.
    """
    handle, name = tempfile.mkstemp(dir=_ours(), prefix="file-")
    os.close(handle)
    return Path(name)


@contextmanager
def noted(name: str) -> Iterator[None]:
    """While it lasts a note says what belongs to this process."""
    note = Note(name)
    try:
        yield
    finally:
        note.withdraw()


class Note:
    """A note of something that belongs to this process; without one (the disk is full) it is not swept."""

    def __init__(self, name: str) -> None:
        self._name = name
        with suppress(OSError):
            (_ours() / name).touch()

    def withdraw(self) -> None:
        """It belongs to it no more; later calls do nothing."""
        with suppress(OSError):
            (_path() / self._name).unlink(missing_ok=True)
        _tidy()


def session_note(leader: int, started: int) -> str:
    """The note of a session: its leader, and when that started."""
    return f"session-{leader}-{started}-{boot()}"


def process_note(pid: int, started: int) -> str:
    """The note of one process that has lost its session's leader."""
    return f"process-{pid}-{started}-{boot()}"


def display_note(number: str) -> str:
    """The note of an X server on this machine: the number of its display."""
    return f"display-{number}"


class Left:
    """What an owner left behind that lives no more."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        names = [path.name for path in folder.iterdir()]
        noted = [named for named in map(_PROCESS.fullmatch, names) if named and named[4] == boot()]
        self.sessions, self.processes = (
            tuple((int(named[2]), int(named[3])) for named in noted if named[1] == kind)
            for kind in ("session", "process")
        )
        """Leaders of its programs' sessions, and when they started; the same of processes without one."""
        self.moments = tuple(
            path.stat().st_mtime for path in folder.glob("session-*") if _PROCESS.fullmatch(path.name)
        )
        """When its programs were started, in seconds since the epoch."""
        self.displays = tuple(int(named[1]) for named in map(_DISPLAY.fullmatch, names) if named)
        """Numbers of its X displays."""

    def delete(self) -> None:
        """Delete its folder."""
        shutil.rmtree(self._folder, ignore_errors=True)


def left_behind() -> list[Left]:
    """What owners that live no more have left behind, as far as it is this user's."""
    found = []
    for folder in Path(tempfile.gettempdir()).glob(f"{_OF}*"):
        with suppress(OSError):  # gone meanwhile: another run sweeps as well
            if _is_ours(folder) and is_dead(folder.name.removeprefix(_OF)):
                found.append(Left(folder))
    return found


def _made(name: str) -> Path:
    return Path(tempfile.mkdtemp(dir=_ours(), prefix=f"{name}-"))


def _path() -> Path:
    return Path(tempfile.gettempdir()) / f"{_OF}{owner().replace(':', '-')}"


def _ours() -> Path:
    """The folder of this process.

    Raises:
        OSError: it can't be made, or somebody else has one of that name.
    """
    path = _path()
    path.mkdir(mode=0o700, exist_ok=True)
    if not _is_ours(path):
        raise PermissionError(f"{path}: belongs to somebody else")
    return path


def _is_ours(folder: Path) -> bool:
    state = folder.lstat()
    return stat.S_ISDIR(state.st_mode) and (not hasattr(os, "getuid") or state.st_uid == os.getuid())


def _tidy() -> None:
    """An empty folder says nothing."""
    with suppress(OSError):
        _path().rmdir()
