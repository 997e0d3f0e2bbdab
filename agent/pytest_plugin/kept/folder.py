"""Output folder of an item, laid out as Playwright does: `test-results/<its node id>-retry1`. Light."""

from __future__ import annotations

import hashlib
import re
import shutil
import unicodedata
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.pytest_plugin.options import settings_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_LONGEST = 255
"""Bytes of a file's name."""
HEALED = "healed_step_"
"""Before a step's number: the picture of its heal."""
_MARK = ".deskhand"
"""A file in each of these folders: what lacks it is somebody else's, and stays."""


def folder_of(item: pytest.Item, *, fresh: bool = False) -> Path:
    """The folder of an item's current attempt.

    Args:
        item: a task's, a recording's or a test's.
        fresh: whether to remove what earlier sessions left of it there.

    Raises:
        BadInput: what is there is not ours.
    """
    folder = settings_of(item.config).output / folder_name(item.nodeid, retry_of(item))
    if fresh and folder.exists():
        if not (folder / _MARK).is_file():
            raise BadInput(f"{folder}: was not made by deskhand; remove it, or name another --agent-output")
        shutil.rmtree(folder)
    return folder


def retry_of(item: pytest.Item) -> int:
    """Which retry it is, as pytest-rerunfailures counts; 0: the first attempt."""
    return int(getattr(item, "execution_count", 1)) - 1


def claim(folder: Path) -> Path:
    """The folder, made and marked as ours.

    Raises:
        BadInput: it can't be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _MARK).touch()
    except OSError as error:
        raise BadInput(f"{folder}: can't be made: {error.strerror}; name another --agent-output") from None
    return folder


def folder_name(nodeid: str, retry: int) -> str:
    """What the folder of an attempt is called.

    Args:
        nodeid: of the item.
        retry: which retry it is; 0: the first attempt.
    """
    name = slug(nodeid) + (f"-retry{retry}" if retry else "")
    if len(name.encode()) <= _LONGEST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:7]
    return f"{_cut(name[:100])}-{digest}-{_cut(name[-100:])}"


def _cut(name: str) -> str:
    return name.encode()[:100].decode(errors="ignore")


def slug(text: str) -> str:
    """A text as a file's name: small letters and digits, a hyphen between words, accents left out."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", "-", plain.lower()).strip("-")
