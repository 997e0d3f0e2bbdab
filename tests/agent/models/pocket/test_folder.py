"""The folder of the pocket model: made once, as the library loads it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from agent.errors import ModelFault
from agent.models.pocket.compact import TABLE, Card, Compact, pack
from agent.models.pocket.folder import pocket_folder


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "deskhand"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A compact file of a few weights and of bytes alone as tokens: the tree's own is loaded by every run."""
    weights = {TABLE: np.ones((2, 8), np.float32)}
    card = Card({"text_config": {"vocab_size": 300}}, {}, "{{ messages }}", 'name = "few"', "")
    few = tmp_path / "few.safetensors"
    few.write_bytes(
        pack(Compact(weights, np.array([1, 7], np.int32), [bytes([one]) for one in range(256)], card))
    )
    return few


def test_it_is_made_once_under_the_weights_digest(caches: Path, file: Path) -> None:
    folder = pocket_folder(file)
    assert folder == caches / f"pocket-{hashlib.sha256(file.read_bytes()).hexdigest()[:16]}"
    made = times(folder)
    assert {"config.json", "model.safetensors", "tokenizer.json", "chat_template.jinja"} <= set(made)
    assert pocket_folder(file) == folder
    assert times(folder) == made
    assert [one.name for one in caches.iterdir()] == [folder.name], "nothing is left beside it"


def times(folder: Path) -> dict[str, int]:
    return {one.name: one.stat().st_mtime_ns for one in folder.iterdir()}


def test_two_processes_at_once_leave_one_whole_folder(caches: Path, file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from agent.models.pocket.folder import pocket_folder; "
        "print(pocket_folder(Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", code, str(file)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    said = {one.communicate()[0] for one in both}
    assert [one.returncode for one in both] == [0, 0]
    assert len(said) == 1
    assert [one.name for one in caches.iterdir()] == [Path(said.pop().decode().strip()).name]


def test_without_the_weights_it_says_where_they_are(tmp_path: Path) -> None:
    with pytest.raises(ModelFault, match=r"training/pocket of deskhand's source tree: run it from a clone"):
        pocket_folder(tmp_path / "pocket.safetensors")


def test_a_disk_that_is_full_is_told_and_nothing_is_left(caches: Path, file: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path; "
        "from agent.models.pocket.folder import pocket_folder; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); "
        "pocket_folder(Path(sys.argv[1]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=False
    )
    assert "ModelFault" in done.stderr.splitlines()[-1]
    assert "can't be made" in done.stderr
    assert list(caches.iterdir()) == []


def test_where_nothing_can_be_written_it_says_which_variable_helps(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))  # no folder
    with pytest.raises(ModelFault, match=r"can't be made: .*XDG_CACHE_HOME says where"):
        pocket_folder(file)
