"""Remote windows: the guide's tasks through real viewers, on far keyboards that are not this one's."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from agent.episode import Watcher
from benchmarks.remote.conditions import TEXTS, Condition, conditions_of
from benchmarks.remote.far import KINDS, far_machine
from benchmarks.remote.guide import text_of
from benchmarks.remote.trial import guided, guided_again

if TYPE_CHECKING:
    from benchmarks.remote.far import Far
    from tools.observation import Observation

GERMAN = Condition("German", layout="de")


@pytest.fixture(autouse=True)
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a far machine finds this interpreter."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


class Eavesdropper(Watcher):
    """Reads the list of processes at each look."""

    def __init__(self) -> None:
        self.heard = ""

    def observed(self, index: int, observation: Observation) -> None:
        """Listen."""
        for process in psutil.process_iter(["cmdline"]):
            self.heard += " ".join(process.info["cmdline"] or ())


def kept(folder: Path, *, but: str) -> bytes:
    """All that a run has left in its folder: logs, recording, result."""
    files = [path for path in folder.rglob("*") if path.is_file() and but not in path.parts]
    return b"".join(path.read_bytes() for path in files)


def right_within_two(far: Far, folder: Path) -> Path:
    """Where a run that was right is kept; one before it may have stopped, for a far server may lose a key."""
    first = guided(far, GERMAN, folder / "1", TEXTS["German"])
    if first.outcome == "right":
        return folder / "1"
    assert first.outcome == "stopped", first.result.message
    second = guided(far, GERMAN, folder / "2", TEXTS["German"])
    assert second.outcome == "right", (first.result.message, second.result.message)
    return folder / "2"


def test_a_vnc_task_of_the_guide_is_recorded_and_replayed_on_another_machine(tmp_path: Path) -> None:
    with far_machine("tigervnc", tmp_path / "far") as far:
        recorded = right_within_two(far, tmp_path / "recorded")
    with far_machine("tigervnc", tmp_path / "other") as far:
        again = guided_again(far, GERMAN, tmp_path / "again", recorded, TEXTS["Polish"])
        assert again.outcome == "right", again.result.message


def test_an_rdp_task_of_the_guide_types_with_the_far_layout_s_keys_and_keeps_its_password(
    tmp_path: Path,
) -> None:
    ears = Eavesdropper()
    with far_machine("shadow", tmp_path / "far") as far:
        done = guided(far, GERMAN, tmp_path / "one", TEXTS["German"], [ears])
        assert done.outcome == "right", done.result.message
        assert "xfreerdp" in ears.heard
        assert far.password not in ears.heard
        assert far.password.encode() not in kept(tmp_path / "one", but="far")
        lacking = guided(far, GERMAN, tmp_path / "two", TEXTS["Greek"])
        assert lacking.result.verdict == "gave_up"
        assert "nothing was typed" in lacking.result.message


@pytest.mark.parametrize("protocol", ["vnc", "rdp"])
def test_the_guide_s_tasks_never_take_any_certificate_or_hold_a_password(protocol: str) -> None:
    text = text_of(protocol)
    assert "/cert:ignore" not in text
    assert "/p:" not in text
    assert f"secrets: [{protocol.upper()}_PASSWORD]" in text


def test_there_are_conditions_for_each_server() -> None:
    for kind in KINDS:
        plain, lossy, dense, _ = conditions_of(kind)
        assert not plain.viewer
        assert lossy.viewer
        assert dense.form
