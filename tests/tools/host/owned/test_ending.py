"""Processes are ended even where they are stopped, or abandoned by a program without mark and session."""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.tools.xserver import wait_until
from tools.host.owned.adopted import adopting
from tools.host.owned.belongings import process_note, session_note
from tools.host.owned.ending import end
from tools.host.owned.owner import MARK, boot, owner, started_at
from tools.host.owned.sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SLEEP = shutil.which("sleep")


def test_one_that_is_stopped_is_ended_without_force() -> None:
    with subprocess.Popen(["sleep", "600"]) as process:
        process.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        assert end([psutil.Process(process.pid)], grace=600) == 1
        assert not psutil.pid_exists(process.pid)
        assert time.monotonic() - began < 300


ABANDONED = """
import os, sys, time
from pathlib import Path
import psutil
from tools.host.owned.adopted import adopting
from tools.host.processes import Program
folder, adopts = Path(sys.argv[1]), sys.argv[2] == "adopts"
script = f"setsid sh -c 'env -i sleep 1000 & echo $! > {folder}/new; mv {folder}/new {folder}/pid' & wait"
with adopting():
    with Program(["sh", "-c", script], output=folder / "log") as program:
        while not (folder / "pid").exists() or program.poll() is None:
            time.sleep(0.01)
        daemon = psutil.Process(int((folder / "pid").read_text()))
        while daemon.name() != "sleep" or (daemon.ppid() == os.getpid()) != adopts:
            time.sleep(0.01)
    assert daemon.is_running()
sys.exit(psutil.pid_exists(daemon.pid))
"""
"""A program that leaves a daemon: twice forked, in a session of its own, with an empty environment."""
LINUX = pytest.mark.skipif(not psutil.LINUX, reason="only Linux has subreapers")
LEFT = 1


def abandoned(folder: Path, adopts: str) -> tuple[str, ...]:
    return (sys.executable, "-c", ABANDONED, str(folder), adopts)


@LINUX
def test_a_daemon_without_mark_and_session_is_ended(tmp_path: Path) -> None:
    subprocess.run(abandoned(tmp_path, "adopts"), check=True)


SERVICE = """
import os, sys
from pathlib import Path
folder = Path(sys.argv[1])
for number in range(10000):
    if not (worker := os.fork()):
        os.execvp("sh", ["sh", "-c", "setsid env -i sleep 0.05 & sleep 0.05; :"])
    if os.waitpid(worker, 0)[1]:
        (folder / "killed").touch()
    if number == 5:
        (folder / "serves").touch()
"""


@LINUX
@pytest.mark.parametrize("session", [[], ["setsid"]], ids=["in the same session", "in a session of its own"])
def test_a_service_that_the_shell_began_before_it_became_this_process_is_left_alone(
    tmp_path: Path, session: list[str]
) -> None:
    service = shlex.join([*session, sys.executable, "-c", SERVICE, str(tmp_path)])
    until = f"while ! test -e {tmp_path}/serves; do sleep 0.01; done"
    agent = shlex.join(abandoned(tmp_path, "leaves"))
    shell = ["sh", "-c", f"{service} & echo $! > {tmp_path}/service; {until}; exec {agent}"]
    try:
        assert subprocess.run(shell, check=False).returncode == LEFT, "a daemon is left to the next run"
        assert not (tmp_path / "killed").exists()
    finally:
        for left in ("service", "pid"):
            psutil.Process(int((tmp_path / left).read_text())).kill()


def test_what_was_there_before_is_nobodys_to_end() -> None:
    with subprocess.Popen(["sleep", "600"]) as process:
        with adopting():
            pass
        assert process.poll() is None
        process.kill()


@pytest.fixture
def dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an owner that lives no more."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = tmp_path / f"deskhand-of-{DEAD.replace(':', '-')}"
    folder.mkdir()
    return folder


DEAD = f"999999999:5t{owner().split('t')[-1]}"


def test_a_session_that_a_dead_owner_noted_is_swept_though_its_mark_is_gone(dead: Path) -> None:
    with (
        subprocess.Popen(["env", "-i", str(SLEEP), "1000"], start_new_session=True) as session,
        subprocess.Popen(["sleep", "1000"], start_new_session=True) as other,
    ):
        (dead / session_note(session.pid, started_at(session.pid) or 0)).touch()
        (dead / session_note(other.pid, (started_at(other.pid) or 0) - 1)).touch()
        sweep()
        assert not psutil.pid_exists(session.pid)
        assert other.poll() is None, "its number was another's once"
        assert not dead.exists()
        other.kill()


@contextmanager
def without_leader(*env: str) -> Iterator[tuple[int, psutil.Process]]:
    """A session whose leader has ended: its number, and its last process."""
    script = f"env {shlex.join(env)} {SLEEP} 1000 >/dev/null & echo $!"
    with subprocess.Popen(
        ["sh", "-c", script], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as leader:
        member = psutil.Process(int(leader.communicate()[0]))
    try:
        # Until then it is the shell's copy, without what `env` gives it.
        wait_until(lambda: member.name() == "sleep", lambda: f"sleep in place of {member.name()}")
        yield leader.pid, member
    finally:
        with suppress(psutil.NoSuchProcess):
            member.kill()


def is_alive(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


@pytest.mark.parametrize(
    ("env", "goes"), [((f"{MARK}={DEAD}:x",), True), (("-i",), False)], ids=["marked", "of nobody known"]
)
def test_of_a_session_without_its_leader_a_mark_tells_whose_it_is(
    dead: Path, env: tuple[str, ...], goes: object
) -> None:
    """Else its number may be a stranger's by now: daemons have ended their leaders too."""
    with without_leader(*env) as (session, member):
        (dead / session_note(session, 1)).touch()
        sweep()
        assert is_alive(member) is not goes


def test_a_process_that_was_known_when_its_leader_ended_is_swept(dead: Path) -> None:
    with without_leader("-i") as (_, member), without_leader("-i") as (_, other):
        (dead / process_note(member.pid, started_at(member.pid) or 0)).touch()
        (dead / process_note(other.pid, 1)).touch()
        sweep()
        assert (is_alive(member), is_alive(other)) == (False, True)


def test_numbers_of_another_boot_mean_nothing(dead: Path) -> None:
    with subprocess.Popen(["sleep", "1000"], start_new_session=True) as session:
        note = session_note(session.pid, started_at(session.pid) or 0)
        for other in (note.replace(boot(), "0123abcd"), note.removesuffix(f"-{boot()}")):
            (dead / other).touch()
        sweep()
        assert session.poll() is None
        assert not dead.exists()
        session.kill()
