"""Work folder: what `${workdir}` stands for while a run lasts.

Its path is the same in every run of a task, so that the dialogs that show it look the same: a folder named
after the task among the system's temporary files, with a number behind it where several runs of the task go
on at once. Afterwards what is in it moves into the run's own folder; meanwhile a link there leads to it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from weakref import finalize

from agent.printing.streams import tell
from tools.errors import EnvironmentFault

with suppress(ImportError):  # Windows has none
    import fcntl

_ROOT = "deskhand"
_MOST = 64
"""Runs of one task at once that get such a path; others are where they are kept."""


class WorkFolder:
    """The work folder of one run.

    Args:
        home: Where the run keeps what was made: a folder, and while the run lasts a link to this one.
        name: The task's name, fit for a file.

    Raises:
        EnvironmentFault: it can't be made.
    """

    def __init__(self, home: Path, name: str) -> None:
        self._home = home
        self.path = home.absolute()
        self._lock: finalize[..., WorkFolder] | None = None
        try:
            self._make(name)
        except OSError as error:
            raise EnvironmentFault(f"{home}: can't be made: {error.strerror or error}") from error

    def _make(self, name: str) -> None:
        root = _root()
        for number in range(1, _MOST + 1 if root else 0):
            assert root is not None
            if self._take(root / (name if number == 1 else f"{name}-{number}")):
                return
        self._home.mkdir()

    def _take(self, path: Path) -> bool:
        """Take a path for this run, if no other run has it."""
        lock = _locked(_lock_of(path))
        if lock is None:
            return False
        try:
            _clear(path, os.read(lock, 4096).decode())
            path.mkdir()
            self._home.symlink_to(path, target_is_directory=True)
            os.ftruncate(lock, 0)
            os.pwrite(lock, str(self._home.absolute()).encode(), 0)
        except OSError:
            with suppress(OSError):
                path.rmdir()
                _lock_of(path).unlink()
            os.close(lock)
            return False
        self.path = path
        self._lock = finalize(self, os.close, lock)
        return True

    def close(self) -> None:
        """Move what is in it to where it is kept; later calls do nothing."""
        if self._lock is None or not self._lock.alive:
            return
        try:
            _move(self.path, self._home)
            _lock_of(self.path).unlink()
        except OSError as error:  # it stays, and the link leads to it
            tell(f"agent: {self._home}: can't be filled ({error.strerror or error}); see {self.path}\n")
        self._lock()


def sweep_work_folders() -> None:
    """Move what killed runs left to where they keep it, if that is there; else delete it."""
    root = _root()
    for file in root.glob("*.lock") if root else ():
        lock = _locked(file, make=False)
        if lock is not None:
            with suppress(OSError):
                _clear(file.with_suffix(""), os.read(lock, 4096).decode(errors="replace"))
                file.unlink()
            os.close(lock)


def _lock_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")


def _locked(file: Path, *, make: bool = True) -> int | None:
    """A lock file's descriptor, locked; None: another run has it, or there is none."""
    while True:
        try:
            lock = os.open(file, os.O_RDWR | (os.O_CREAT if make else 0), 0o600)
        except OSError:
            return None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(lock), file.stat()):
                return lock
        except FileNotFoundError:  # who had it before has deleted it
            pass
        except OSError:
            os.close(lock)
            return None
        os.close(lock)


def _root() -> Path | None:
    """A folder among the temporary files that is this user's alone; None: there is none to be had."""
    if "fcntl" not in globals():
        return None
    temporary = Path(tempfile.gettempdir()).resolve()
    for root in (temporary / _ROOT, temporary / f"{_ROOT}-{os.getuid()}"):
        with suppress(OSError):
            root.mkdir(mode=0o700, exist_ok=True)
            state = root.lstat()
            if not root.is_symlink() and state.st_uid == os.getuid() and not state.st_mode & 0o077:
                return root
    return None


def _clear(path: Path, home: str) -> None:
    """Clear a path from what a killed run left: it moves to where that run keeps it, if that is there.

    Raises:
        OSError: the path leads elsewhere, where nothing is ours.
    """
    if path.resolve() != path or path.parent != _root():
        raise PermissionError(f"{path}: leads to another folder")
    if path.exists() and home and Path(home).is_symlink() and Path(home).resolve() == path:
        _move(path, Path(home))
    shutil.rmtree(path, ignore_errors=True)


def _move(path: Path, home: Path) -> None:
    """Put a folder in the place of the link to it: all that it holds, or nothing and it stays.

    Raises:
        OSError: it can't be: the disk is full, say.
    """
    draft = home.with_name(f"{home.name}.part")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        path.rename(draft)
    except OSError:  # another file system
        _copy(path, draft)
        shutil.rmtree(path, ignore_errors=True)
    home.unlink()
    draft.rename(home)


def _copy(path: Path, to: Path) -> None:
    try:
        shutil.copytree(path, to, symlinks=True, ignore=_special)
    except OSError:
        shutil.rmtree(to, ignore_errors=True)
        raise


def _special(folder: str, names: list[str]) -> list[str]:
    """What can't be copied, and holds nothing: sockets and pipes of programs that have ended."""
    modes = ((name, os.lstat(Path(folder) / name).st_mode) for name in names)
    return [name for name, mode in modes if not any(is_(mode) for is_ in (S_ISREG, S_ISDIR, S_ISLNK))]
