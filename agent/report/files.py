"""Files that reports are written to."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from agent.recording.disk import cannot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """A context in which a file is written; its folder is made.

    Raises:
        BadInput: it can't be.
        EnvironmentFault: the disk is full.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise cannot(str(out), "be written", error, "name another file") from None
