"""Earlier report: what a file that is to be written anew may hold. Light."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_REPORT = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*(?:<\?xml|<testsuite|\{\s*"trials"|<!doctype html>\s<!-- deskhand report|\Z)'
)
_BEGINNING = 200
"""Bytes that tell."""


def is_report(path: Path) -> bool:
    """Whether a plain file is empty, or a report: JUnit's, of `agent drift`, a page. Else somebody wants it.

    Raises:
        OSError: it can't be read.
    """
    with path.open("rb") as file:
        return _REPORT.match(file.read(_BEGINNING)) is not None


def forget(path: Path) -> None:
    """Delete an earlier report, so that none is taken for today's; anything else stays."""
    with suppress(OSError):  # said when it is to be written
        if path.is_file() and is_report(path):
            path.unlink()
