"""Processes are ended even where they are stopped, or abandoned by a program without mark and session."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.tools.xserver import wait_until
from tools.host.owned.adopted import adopting
from tools.host.owned.ending import end
from tools.host.owned.owner import owner, started_at
from tools.host.owned.sweep import sweep
from tools.host.processes import Program

if TYPE_CHECKING:
    from pathlib import Path

SLEEP = shutil.which("sleep")


def test_one_that_is_stopped_is_ended_without_force() -> None:
    with subprocess.Popen(["sleep", "600"]) as process:
        process.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        assert end([psutil.Process(process.pid)], grace=600) == 1
        assert not psutil.pid_exists(process.pid)
        assert time.monotonic() - began < 300


@pytest.mark.skipif(not psutil.LINUX, reason="only Linux has subreapers")
def test_a_daemon_without_mark_and_session_is_ended(tmp_path: Path) -> None:
    """Twice forked, in a session of its own, with an empty environment: nothing tells whose it is."""
    script = f"setsid sh -c 'env -i {SLEEP} 1000 & echo $! > {tmp_path}/pid' & wait"
    with adopting():
        with Program(["sh", "-c", script], output=tmp_path / "log") as program:
            pid = int(wait_until(lambda: _text(tmp_path / "pid"), lambda: "its number"))
            wait_until(lambda: program.poll() == 0, lambda: "the end of who began it")
            daemon = psutil.Process(pid)
            wait_until(lambda: daemon.name() == "sleep" and daemon.ppid() == os.getpid(), lambda: "a child")
        assert daemon.is_running()
    assert not psutil.pid_exists(pid)


def test_what_was_there_before_is_nobodys_to_end() -> None:
    with subprocess.Popen(["sleep", "600"]) as process:
        with adopting():
            pass
        assert process.poll() is None
        process.kill()


def test_a_session_that_a_dead_owner_noted_is_swept_though_its_mark_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with (
        subprocess.Popen(["env", "-i", str(SLEEP), "1000"], start_new_session=True) as session,
        subprocess.Popen(["sleep", "1000"], start_new_session=True) as other,
    ):
        folder = tmp_path / f"deskhand-of-999999999-5t{owner().split('t')[-1]}"
        folder.mkdir()
        (folder / f"session-{session.pid}-{started_at(session.pid)}").touch()
        (folder / f"session-{other.pid}-{(started_at(other.pid) or 0) - 1}").touch()
        sweep()
        assert not psutil.pid_exists(session.pid)
        assert other.poll() is None, "its number was another's once"
        assert not folder.exists()
        other.kill()


def _text(file: Path) -> str:
    return file.read_text() if file.exists() else ""
