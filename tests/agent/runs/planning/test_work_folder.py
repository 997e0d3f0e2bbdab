"""Work folders: one path in every run of a task, and what was made is kept with the run."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.runs.planning.work_folder import WorkFolder, sweep_work_folders
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files, and runs beside it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def test_the_path_is_the_same_in_every_run_and_what_was_made_is_kept() -> None:
    one = WorkFolder(Path("one"), "letter")
    (one.path / "a.txt").write_text("made")
    assert Path("one/a.txt").read_text() == "made"
    one.close()
    one.close()
    other = WorkFolder(Path("other"), "letter")
    assert other.path == one.path
    assert list(other.path.iterdir()) == []
    assert (Path("one").is_symlink(), Path("one/a.txt").read_text()) == (False, "made")
    other.close()


def test_runs_at_once_have_paths_of_their_own() -> None:
    folders = [WorkFolder(Path(name), "letter") for name in ("one", "two")]
    assert [folder.path.name for folder in folders] == ["letter", "letter-2"]
    for folder in folders:
        folder.close()


def test_what_a_killed_run_left_is_moved_to_it_by_the_next() -> None:
    killed = WorkFolder(Path("killed"), "letter")
    (killed.path / "a.txt").write_text("made")
    path = killed.path
    del killed
    following = WorkFolder(Path("following"), "letter")
    assert following.path == path
    assert Path("killed/a.txt").read_text() == "made"
    assert not Path("killed").is_symlink()
    assert list(path.iterdir()) == []
    following.close()


def test_a_folder_that_others_may_write_to_is_not_used(temporary: Path) -> None:
    (temporary / "deskhand").mkdir()
    (temporary / "deskhand").chmod(0o777)
    folder = WorkFolder(Path("one"), "letter")
    assert folder.path.parent.name.startswith("deskhand-")
    folder.close()


@pytest.mark.parametrize("name", ["..", ".", "letter/../.."])
def test_nothing_is_deleted_where_a_name_leads_elsewhere(temporary: Path, name: str) -> None:
    (temporary / "others.txt").write_text("precious")
    (temporary / "deskhand").mkdir(mode=0o700)
    (temporary / "deskhand/letter").mkdir()
    (temporary / "deskhand/...lock").touch()  # as an older version left it
    WorkFolder(Path("one"), name).close()
    sweep_work_folders()
    assert (temporary / "others.txt").read_text() == "precious"
    assert (temporary / "deskhand/letter").is_dir()


def test_without_temporary_files_a_run_is_where_it_is_kept(temporary: Path) -> None:
    temporary.rmdir()
    temporary.write_text("")
    folder = WorkFolder(Path("one"), "letter")
    assert folder.path == Path("one").absolute()
    assert folder.path.is_dir()
    folder.close()


def test_what_a_killed_run_of_another_task_left_is_swept(temporary: Path) -> None:
    killed, running = WorkFolder(Path("killed"), "letter.v2"), WorkFolder(Path("running"), "order")
    (killed.path / "a.txt").write_text("made")
    del killed
    sweep_work_folders()
    assert Path("killed/a.txt").read_text() == "made"
    assert not Path("killed").is_symlink()
    assert running.path.is_dir()
    running.close()
    assert list((temporary / "deskhand").iterdir()) == [], "locks go as well"


def test_what_can_not_be_made_is_said_and_leaves_nothing(temporary: Path) -> None:
    """The run's own folder is gone: no link can lead from it."""
    with pytest.raises(EnvironmentFault, match="gone/workdir: can't be made: No such file or directory"):
        WorkFolder(Path("gone/workdir"), "letter")
    assert list((temporary / "deskhand").iterdir()) == []


def test_what_can_not_be_moved_stays_is_said_and_is_moved_by_the_next_run(
    temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = WorkFolder(Path("one"), "letter")
    (folder.path / "a.txt").write_text("made")
    Path("one.part").touch()  # it is in the way
    folder.close()
    assert f"one: can't be filled (File exists); see {folder.path}" in capsys.readouterr().err
    assert (Path("one").is_symlink(), Path("one/a.txt").read_text()) == (True, "made")
    sweep_work_folders()
    assert Path("one/a.txt").read_text() == "made"
    Path("one.part").unlink()
    sweep_work_folders()
    assert (Path("one").is_symlink(), Path("one/a.txt").read_text()) == (False, "made")
    assert list((temporary / "deskhand").iterdir()) == []


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A folder on another file system."""
    shared = Path("/dev/shm")
    if not shared.is_dir() or shared.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no other file system here")
    with tempfile.TemporaryDirectory(dir=shared) as folder:
        yield Path(folder)


def test_across_file_systems_it_is_copied_but_for_pipes_and_sockets(elsewhere: Path, temporary: Path) -> None:
    folder = WorkFolder(elsewhere / "one", "letter")
    (folder.path / "deep").mkdir()
    (folder.path / "deep" / "a.txt").write_text("made")
    (folder.path / "link").symlink_to("deep/a.txt")
    os.mkfifo(folder.path / "deep" / "pipe")
    folder.close()
    kept = elsewhere / "one"
    assert not kept.is_symlink()
    assert {str(path.relative_to(kept)) for path in kept.rglob("*")} == {"deep", "deep/a.txt", "link"}
    assert (kept / "link").is_symlink()
    assert list((temporary / "deskhand").iterdir()) == []
