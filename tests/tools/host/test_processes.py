"""Programs that are started, watched and ended."""

from __future__ import annotations

import os
import shutil
import signal
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.tools.xserver import wait_until
from tools.errors import EnvironmentFault
from tools.host.owned.owner import MARK
from tools.host.processes import Program, end_all

if TYPE_CHECKING:
    from pathlib import Path


def test_program_that_ends_at_once_tells_why(tmp_path: Path) -> None:
    with Program(["sh", "-c", "echo no such database >&2; exit 7"], output=tmp_path / "log") as program:
        wait_until(lambda: program.poll() is not None, lambda: "its end")
        with pytest.raises(EnvironmentFault, match=r"sh ended with exit status 7:\nno such database"):
            program.check()


def test_program_that_is_killed_tells_how(tmp_path: Path) -> None:
    with Program(["sleep", "60"], output=tmp_path / "log") as program:
        program.check()
        os.kill(program.pid, signal.SIGKILL)
        wait_until(lambda: program.poll() is not None, lambda: "its end")
        with pytest.raises(EnvironmentFault, match="sleep ended with signal 9"):
            program.check()


def test_program_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="no-such-program does not start: No such file"):
        Program(["no-such-program"], output=tmp_path / "log")


def test_whole_tree_ends_even_what_left_its_session_and_ignores_the_request(tmp_path: Path) -> None:
    command = "trap '' TERM; setsid sleep 1000 & setsid sh -c \"trap '' TERM; sleep 1001; sleep 1002\" & wait"
    program = Program(["sh", "-c", command], output=tmp_path / "log")
    mark = wait_until(lambda: psutil.Process(program.pid).environ().get(MARK), lambda: "its environment")
    wait_until(lambda: len(marked(mark)) >= 4, lambda: "the tree")
    program.end(grace=0.3)
    assert marked(mark) == []
    end_all([program])  # again: nothing left to do


def test_what_is_started_in_answer_to_the_request_to_end_is_ended_too(tmp_path: Path) -> None:
    command = "trap 'setsid sleep 1003 &' TERM; sleep 1000 & while true; do wait; done"
    program = Program(["sh", "-c", command], output=tmp_path / "log")
    mark = wait_until(lambda: psutil.Process(program.pid).environ().get(MARK), lambda: "its environment")
    wait_until(lambda: len(marked(mark)) >= 2, lambda: "its sleep")
    program.end(grace=0.5)
    assert marked(mark) == []


def test_a_program_that_clears_its_environment_is_ended_as_well(tmp_path: Path) -> None:
    program = Program(["env", "-i", shutil.which("sleep"), "1000"], output=tmp_path / "log")
    wait_until(lambda: psutil.Process(program.pid).name() == "sleep", lambda: "sleep in place of env")
    program.end(grace=0.3)
    assert not psutil.pid_exists(program.pid)


@pytest.mark.parametrize("ends_first", [True, False])
def test_what_has_no_mark_is_ended_with_its_session(tmp_path: Path, ends_first: bool) -> None:  # noqa: FBT001
    sleep = shutil.which("sleep")
    command = f"env -i {sleep} 1000 & echo $! > {tmp_path}/pid; " + ("exit" if ends_first else "wait")
    program = Program(["sh", "-c", command], output=tmp_path / "log")
    pid = int(
        wait_until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text(), lambda: "it")
    )
    child = psutil.Process(pid)
    wait_until(lambda: child.name() == "sleep", lambda: "sleep in place of env")
    wait_until(lambda: (program.poll() is not None) == ends_first, lambda: "the shell")
    program.end(grace=0.3)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def marked(mark: str) -> list[psutil.Process]:
    """The living processes that carry a program's mark."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def test_one_that_was_stopped_does_not_answer(tmp_path: Path) -> None:
    with Program(["sleep", "60"], output=tmp_path / "log") as program:
        program.check_answers()
        os.kill(program.pid, signal.SIGSTOP)
        wait_until(lambda: psutil.Process(program.pid).status() == "stopped", lambda: "its stop")
        with pytest.raises(EnvironmentFault, match="sleep does not answer: it was stopped"):
            program.check_answers()
