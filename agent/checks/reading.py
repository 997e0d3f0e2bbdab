"""Reading of a file that a check compares: plain, of bounded size, or a reason why not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 16_000_000
"""Bytes; nothing that is compared with text in a task file is larger."""


class Unreadable(Exception):
    """Why a file's content can't be had; fit for a message."""


def read_bytes(path: Path) -> bytes:
    """All of a file.

    Raises:
        Unreadable: it is not there, is no plain file, or is too large.
    """
    if not os.path.isfile(path):  # noqa: PTH113  (pathlib's raises for names that are too long; keeps from waiting at a pipe)
        raise Unreadable(f"there is no file {path}")
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(f"{path} can't be read: {error.strerror}") from None
    if len(content) > LARGEST:
        raise Unreadable(f"{path} is larger than {LARGEST} bytes")
    return content


def read_text(path: Path, encoding: str = "utf-8") -> str:
    """All of a text file, without a byte order mark.

    Raises:
        Unreadable: as `read_bytes`, or it is not text in this encoding.
    """
    try:
        return read_bytes(path).decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        where = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise Unreadable(f"{path} is not {encoding.upper()} text{where}") from None
