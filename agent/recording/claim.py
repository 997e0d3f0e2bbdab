"""Claim of a folder: one recorder writes there, and one that was killed leaves no claim behind."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.recording.lines import DRAFT, SESSION
from agent.recording.store import FRAMES

with suppress(ImportError):  # Windows has none
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

_OURS = re.compile(r"[0-9a-f]{64}(\.webp|\.\d+-\d+\.part)")
"""Frames, whole and torn."""


def check_folder(folder: Path) -> None:
    """Make sure that a new recording may be made in a folder: it is not there yet, or holds nothing of worth.

    Raises:
        BadInput: something is there, which a recording never overwrites.
    """
    try:
        taken = folder.exists() and (not folder.is_dir() or not _is_free(folder))
    except OSError as error:
        raise BadInput(f"{folder}: can't record here: {error.strerror}; choose another folder") from None
    if taken:
        raise BadInput(
            f"{folder}: is not an empty folder; a recording never overwrites; choose another, "
            "or --record-mode rewrite"
        )


def claimed(folder: Path) -> BinaryIO:
    """The draft of the session in a folder that was checked: a new file, which no other recorder writes to.

    Raises:
        BadInput: another recorder is at work there.
        OSError: the file can't be written.
    """
    path = folder / DRAFT
    if "fcntl" not in globals():
        return path.open("xb")
    file = path.open("ab")
    if not _holds(file, path):
        file.close()
        raise BadInput(f"{folder}: another run is recorded here; choose another folder")
    if (folder / SESSION).exists():  # it has come meanwhile, and this draft is a new one
        path.unlink()
        file.close()
        raise BadInput(f"{folder}: another run was recorded here; choose another folder")
    file.truncate(0)
    return file


def _holds(file: BinaryIO, path: Path) -> bool:
    """Whether the file is now this process's alone, and still has that name."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # ends with the process, however that ends
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except (BlockingIOError, FileNotFoundError):
        return False


def _is_free(folder: Path) -> bool:
    """Whether it is empty, or holds only what a recorder leaves that was killed before the first look."""
    frames, draft = folder / FRAMES, folder / DRAFT
    left = {path for path in (frames, draft) if os.path.lexists(path)}
    if {*folder.iterdir()} != left or any(path.is_symlink() for path in left):
        return False
    return (draft not in left or draft.is_file()) and (
        frames not in left
        or (frames.is_dir() and all(_OURS.fullmatch(path.name) for path in frames.iterdir()))
    )
