"""Files that are read at once or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tools.plain_file import open_plain, read_plain

if TYPE_CHECKING:
    from pathlib import Path


def test_a_plain_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1234")
    assert read_plain(tmp_path / "a", 4) == b"1234"


def test_a_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a plain file"):
        open_plain(tmp_path / "pipe")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/tty", "/"])
def test_what_never_ends_is_refused_through_a_link_too(device: str, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(device)
    with pytest.raises(OSError, match=r"plain file|No such device"):
        open_plain(tmp_path / "link")


def test_a_file_of_a_terabyte_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(OSError, match=r"larger than 1,000 bytes"):
        read_plain(tmp_path / "huge", 1000)


def test_one_that_is_missing_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_plain(tmp_path / "none")
