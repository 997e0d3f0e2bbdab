"""Files that checks compare are read within bounds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from agent.checks.reading import LARGEST, Unreadable, read_bytes, read_text

if TYPE_CHECKING:
    from pathlib import Path


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("\ufeffZoë".encode())
    assert read_text(tmp_path / "a") == "Zoë"
    assert len(read_bytes(tmp_path / "a")) == 7


def test_a_pipe_is_not_waited_at_and_a_large_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").touch()
    os.truncate(tmp_path / "large", LARGEST + 1)
    for name, said in (("pipe", "there is no file"), ("large", "is larger than 16000000 bytes")):
        with pytest.raises(Unreadable, match=said):
            read_bytes(tmp_path / name)
