"""Folder that a task's program is started in: the one that the relative paths of its command start from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def launch_folder(command: Sequence[str], task: Path) -> Path | None:
    """Where the files that a command names are: beside its task file, else in a folder around that.

    So a task runs the same wherever it is started from. In a folder around it only a path with a folder
    (`tasks/apps/form.py`) counts, for a word may be a file's name there by chance.

    Args:
        command: a program and its arguments.
        task: the task file.

    Returns:
        The folder; None: the command names no such file, and the folder of this process does.
    """
    beside = task.resolve().parent
    names = [Path(part) for part in command if part and not part.startswith("-") and "\0" not in part]
    relative = [name for name in names if not name.is_absolute()]
    if any(_is_file(beside / name) for name in relative if name != Path(command[0])):
        return beside
    paths = [name for name in relative if len(name.parts) > 1]
    around = (beside, *beside.parents)
    return next((folder for folder in around if any(_is_file(folder / name) for name in paths)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a sentence is no file name: too long
        return False
