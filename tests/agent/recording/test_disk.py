"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.recording.disk import alone, cannot, sync, whole
from tools.errors import EnvironmentFault

ROOT = Path(__file__).parents[3]


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


def test_of_two_processes_in_one_folder_the_second_waits(tmp_path: Path) -> None:
    waits = (
        "import sys; from pathlib import Path; from agent.recording.disk import alone\n"
        "with alone(Path(sys.argv[1])): (Path(sys.argv[1]) / 'came').touch()"
    )
    with alone(tmp_path):
        second = subprocess.Popen([sys.executable, "-c", waits, str(tmp_path)], cwd=ROOT)
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(1)
        assert not (tmp_path / "came").exists()
    assert second.wait(600) == 0
    assert (tmp_path / "came").exists()


def test_a_full_disk_is_the_machines_fault_and_all_else_a_wrong_folder() -> None:
    full = cannot("recs", "record here", OSError(errno.ENOSPC, "No space left on device"), "choose another")
    assert isinstance(full, EnvironmentFault)
    assert str(full) == "recs: can't record here: No space left on device"
    wrong = cannot(
        "recs", "record here", PermissionError(errno.EACCES, "Permission denied"), "choose another"
    )
    assert isinstance(wrong, BadInput)
    assert str(wrong) == "recs: can't record here: Permission denied; choose another"
