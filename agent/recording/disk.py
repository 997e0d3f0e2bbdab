"""Durable writes: on disk before anything names them, whole or not at all after a power cut."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from agent.errors import BadInput
from tools.errors import EnvironmentFault

with suppress(ImportError):  # Windows has none
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

_SYNC: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)
"""`fdatasync` leaves out what reading takes no part in (times); macOS and Windows have only `fsync`."""


_FULL = {errno.ENOSPC, errno.EDQUOT}


def cannot(named: str, does: str, error: OSError, advice: str) -> Exception:
    """The error of what can't be written: a full disk is the machine's fault, all else a wrong folder."""
    said = f"{named}: can't {does}: {error.strerror}"
    return EnvironmentFault(said) if error.errno in _FULL else BadInput(f"{said}; {advice}")


def sync(file: BinaryIO) -> None:
    """Return when all that was written to the file is on disk."""
    file.flush()
    _SYNC(file.fileno())


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """A context in which no other process is in this one for the same folder; the others wait for it.

    Where the system has no such locks, all are.

    Raises:
        OSError: the folder can't be opened.
    """
    if "fcntl" not in globals():
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)  # ends with the process, however that ends
        yield
    finally:
        os.close(handle)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write that appears under its name, in place of an older one, only when it is complete.

    Raises:
        OSError: it can't be written; an older one stands.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")  # nobody else's: several may write the file
    try:
        with draft.open("wb") as file:
            yield file
            sync(file)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
