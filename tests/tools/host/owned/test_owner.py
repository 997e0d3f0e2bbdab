"""An owner is known by its number, its start in ticks since boot, and its PID namespace."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.tools.xserver import wait_until
from tools.host.owned.owner import is_dead, lives, owner, started_at

PID, STARTED, NAMESPACE = (
    owner().partition(":")[0],
    owner().split(":")[1].split("t")[0],
    owner().split("t")[-1],
)


@pytest.mark.skipif(not psutil.LINUX, reason="only Linux counts from boot")
def test_the_name_holds_exact_ticks_since_boot_whatever_the_clock_is_set_to() -> None:
    """By the time of day another run would take it for dead after the clock was set, and end its programs."""
    ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    assert owner() == f"{os.getpid()}:{ticks}t{Path('/proc/self/ns/pid').stat().st_ino}"


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param(f"{owner()}:token", id="ours"),
        pytest.param(owner().replace(":", "-"), id="ours, as a file's name has it"),
        pytest.param(f"999999999:5t{int(NAMESPACE) + 1}:x", id="another PID namespace: a container"),
        pytest.param(f"{PID}:5t{int(NAMESPACE) + 1}:x", id="our number in another namespace"),
        pytest.param("999999999:5s:x", id="the shape of an older version"),
        pytest.param("999999999:5:x", id="no unit"),
        pytest.param("999999999", id="a number alone"),
        pytest.param("", id="nothing"),
        pytest.param("x:y:z", id="words"),
        pytest.param(f"-1:5t{NAMESPACE}:x", id="a negative number"),
        pytest.param(f"999999999:5t{NAMESPACE}0x", id="something behind it"),
    ],
)
def test_not_surely_dead(mark: str) -> None:
    assert not is_dead(mark)


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param(f"999999999:5t{NAMESPACE}:x", id="no such process"),
        pytest.param(f"{PID}:5t{NAMESPACE}:x", id="another process that had our number"),
        pytest.param(f"{PID}:{int(STARTED) - 1}t{NAMESPACE}:x", id="one tick before"),
        pytest.param(f"999999999-5t{NAMESPACE}", id="a file's name"),
    ],
)
def test_surely_dead(mark: str) -> None:
    assert is_dead(mark)


def test_one_that_was_killed_is_dead_though_nobody_has_buried_it() -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) as process:
        started = started_at(process.pid)
        assert started is not None
        assert lives(process.pid, started)
        process.kill()
        wait_until(lambda: not lives(process.pid, started), lambda: "its death")
        assert psutil.Process(process.pid).status() == psutil.STATUS_ZOMBIE


def test_a_process_does_not_change_its_name() -> None:
    before = owner()
    time.sleep(0)
    assert owner() == before
