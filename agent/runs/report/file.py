"""Report file: written anew with each result, never an older run's and never half a one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.recording.disk import whole
from agent.runs.report.earlier import is_report

if TYPE_CHECKING:
    from pathlib import Path


class ReportFile:
    """A file that a command reports in while it goes on. An older one is gone from the start.

    Args:
        option: that names the file, for messages.
        path: the file; its folder is made.

    Raises:
        BadInput: it can't be written, a full disk included; said before anything is done.
    """

    def __init__(self, option: str, path: Path) -> None:
        self._named, self._path = f"{option} {path}", path
        self.fault = ""
        """Why the last report could not be written, and the one before it stands; "": it was."""
        if os.path.isdir(path):  # noqa: PTH112  (pathlib's raises for names that are too long)
            raise BadInput(f"{self._named}: is a folder; name a file in it, such as {path / 'report'}")
        if os.path.exists(path) and not path.is_file():  # noqa: PTH110
            raise BadInput(f"{self._named}: is no plain file; name one that can be written anew")
        try:
            if path.is_file() and not is_report(path):
                raise BadInput(f"{self._named}: holds something else than a report; name another file")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            self._put(bytes(_ROOM))
            path.unlink()
        except OSError as error:
            raise BadInput(f"{self._named}: can't be written: {error.strerror}") from None

    def write(self, report: bytes) -> None:
        """Put this in place of what was reported before. What goes wrong is kept as `fault`."""
        try:
            self._put(report)
            self.fault = ""
        except OSError as error:
            self.fault = f"{self._named}: can't be written: {error.strerror}; results are missing in it"

    def _put(self, content: bytes) -> None:
        with whole(self._path) as file:
            file.write(content)


_ROOM = 4096
"""Bytes that a first result may take: a disk that lacks them is full."""
