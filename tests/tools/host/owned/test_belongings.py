"""What lies among the temporary files says whose it is, and is found when its owner is dead."""

from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.errors import EnvironmentFault
from tools.host.owned import sweep
from tools.host.owned.belongings import (
    Note,
    display_note,
    left_behind,
    noted,
    process_note,
    session_note,
    temporary_file,
    temporary_folder,
)
from tools.host.owned.owner import owner

if TYPE_CHECKING:
    from collections.abc import Iterator

DEAD = f"deskhand-of-999999999-5t{owner().split('t')[-1]}"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_nothing_is_left_when_all_is_done(temporary: Path) -> None:
    note = Note("session-1-2")
    with temporary_folder("display") as folder, noted(display_note("7")):
        (folder / "log").write_text("x")
        assert {path.name for path in folder.parent.iterdir()} == {folder.name, "display-7", "session-1-2"}
        assert left_behind() == [], "its owner lives"
    temporary_file().unlink()
    note.withdraw()
    note.withdraw()
    assert list(temporary.iterdir()) == []


def test_what_a_dead_owner_left_is_found_and_deleted(temporary: Path) -> None:
    folder = temporary / DEAD
    (folder / "display-abc").mkdir(parents=True)
    others = "session-x-1", "display-", "file-q", "session-1-2", "process-1-2-ffff0000ffff"
    for name in (session_note(4711, 99), process_note(4712, 98), display_note("7"), *others):
        (folder / name).touch()
    [left] = left_behind()
    assert (left.sessions, left.processes, left.displays) == (((4711, 99),), ((4712, 98),), (7,))
    left.delete()
    assert list(temporary.iterdir()) == []


def test_what_is_no_folder_of_ours_is_left_alone(temporary: Path) -> None:
    aim = temporary / "aim"
    aim.mkdir()
    (aim / "kept").touch()
    (temporary / DEAD).symlink_to(aim)
    (temporary / f"{DEAD}x").touch()
    sweep.sweep()
    assert (aim / "kept").exists()
    assert (temporary / f"{DEAD}x").exists()


def test_without_temporary_files_there_are_no_notes_and_a_folder_is_a_fault(temporary: Path) -> None:
    temporary.rmdir()
    temporary.touch()
    Note("session-1-2").withdraw()
    with pytest.raises(EnvironmentFault, match="can't make a temporary folder"), temporary_folder("x"):
        pass


def test_only_sockets_that_nobody_listens_at_are_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    monkeypatch.setattr(sweep, "_SOCKETS", folder)
    with socket.socket(socket.AF_UNIX) as live, socket.socket(socket.AF_UNIX) as dead:
        live.bind(str(folder / "X1"))
        live.listen()
        dead.bind(str(folder / "X2"))
        sweep.delete_sockets([1, 2, 3])
        assert [path.name for path in folder.iterdir()] == ["X1"]
    (folder / "X1").unlink()
    folder.rmdir()


def test_a_socket_of_a_server_that_was_killed_before_its_note_goes_too(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of an owner without a note of one: what came when it began a program, and nobody listens at."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    monkeypatch.setattr(sweep, "_SOCKETS", folder)
    (temporary / DEAD).mkdir()
    note = temporary / DEAD / session_note(999999999, 99)
    note.touch()
    begun = note.stat().st_mtime
    with socket.socket(socket.AF_UNIX) as one, socket.socket(socket.AF_UNIX) as other:
        for bound, name, at in ((one, "X7", begun + 3), (other, "X8", begun - 3)):
            bound.bind(str(folder / name))
            os.utime(folder / name, (at, at))
        sweep.sweep()
    assert [path.name for path in folder.iterdir()] == ["X8"]
    (folder / "X8").unlink()
    folder.rmdir()
