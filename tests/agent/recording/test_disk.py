"""Files that are there whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.recording.disk import sync, whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "heal.json"
    with whole(path) as file:
        file.write(b"one")
        assert not path.exists()
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_file_stands_when_the_new_one_fails(tmp_path: Path) -> None:
    path = tmp_path / "heal.json"
    path.write_bytes(b"older")
    with pytest.raises(TypeError), whole(path) as file:
        file.writelines([b"new", "text in place of bytes"])
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path], "nothing half written stays behind"


def test_a_folder_that_is_not_there_is_said_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole(tmp_path / "missing" / "heal.json"):
        pass


def test_what_is_synced_can_be_read_while_the_file_is_open(tmp_path: Path) -> None:
    with (tmp_path / "session.jsonl").open("wb") as file:
        file.write(b"line\n")
        sync(file)
        assert (tmp_path / "session.jsonl").read_bytes() == b"line\n"
