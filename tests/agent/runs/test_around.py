"""Setup and teardown: real programs, run in their order, told with their output; the teardown always."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from agent.errors import BadInput, ModelFault
from agent.runs.around import Around
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import TaskRun
from agent.runs.setup import DesktopSetup
from agent.task import load_task
from agent.task.commands import Command
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, click, make_task
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from agent.runs.report.result import Result

ROOT = Path(__file__).parents[3]
LOG = """\
setup:
  - [sh, -c, echo set up >> log]
teardown:
  - [sh, -c, echo torn down >> log]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_of(text: str, *replies: str | BaseException, debug: bool = False) -> Result:
    """A run of a task in the working folder, on a desktop that is not there."""
    Path("task.yaml").write_text(f"instruction: Do it.\n{text}")
    [planned] = plan(load_task("task.yaml").runs(), 1, None)
    folder = planned.new_folder()
    desktop = DesktopSetup(open=lambda _display: nullcontext(FakeDesktop()))
    options = RunOptions(display=":4711", debug=debug)
    task = planned.run.resolve(folder.workdir)
    return TaskRun(folder, task, FakeModel(replies or [DONE]), options, desktop=desktop).run()


def log() -> list[str]:
    return Path("log").read_text().splitlines()


def test_both_are_run_around_what_is_done() -> None:
    result = run_of(LOG + "checks: [{command: {run: [cat, log], stdout: set up}}]\n")
    assert (result.verdict, log()) == ("passed", ["set up", "torn down"])


@pytest.mark.parametrize(
    ("replies", "text", "verdict"),
    [
        ([click(), ZeroDivisionError()], "", "environment_error"),
        ([ModelFault("gone")], "", "model_error"),
        ([KeyboardInterrupt()], "", "interrupted"),
        ([DONE], "checks: [{file: {path: nowhere, contains: x}}]\n", "failed"),
        ([DONE], "launch: [{command: [/no/such/program]}]\n", "environment_error"),
        ([DONE], "precheck: [{file: {path: nowhere, contains: x}}]\n", "environment_error"),
    ],
)
def test_the_teardown_is_run_whatever_happened(replies: list[str], text: str, verdict: str) -> None:
    assert run_of(LOG + text, *replies).verdict == verdict
    assert log() == ["set up", "torn down"]


def test_it_is_run_where_an_error_leaves_the_run() -> None:
    with pytest.raises(ZeroDivisionError):
        run_of(LOG, ZeroDivisionError(), debug=True)
    with pytest.raises(BadInput):
        run_of(LOG, BadInput("no such step"))
    assert log() == ["set up", "torn down"] * 2


def test_a_setup_that_fails_is_told_with_its_output_and_nothing_is_started() -> None:
    text = "setup:\n  - [sh, -c, 'echo no seed; exit 3']\n  - [touch, second]\n"
    text += "launch: [{command: [touch, begun]}]\n"
    result = run_of(text + "teardown:\n  - [touch, after]\n")
    assert result.verdict == "environment_error"
    assert result.message == "task.yaml:3:5: setup[0]: sh ended with exit status 3:\nno seed"
    assert (Path("second").exists(), Path("begun").exists(), Path("after").exists()) == (False, False, True)
    assert result.steps == 0


def test_a_setup_that_can_not_be_started_or_takes_too_long_is_told() -> None:
    assert "task.yaml:2:9: setup[0]: no-such-program does not start: No such file" in (
        run_of("setup: [[no-such-program]]\n").message
    )
    slow = "setup: [{command: [sh, -c, 'echo begun; exec sleep 60'], seconds: 0.3}]\n"
    assert "setup[0]: sh was not done after 0.3 s:\nbegun" in run_of(slow).message


def test_a_teardown_that_fails_makes_an_error_of_a_pass_and_the_others_are_run() -> None:
    text = "teardown:\n  - [sh, -c, 'echo still there; exit 1']\n  - [no-such-program]\n  - [touch, third]\n"
    result = run_of(text)
    assert result.verdict == "environment_error"
    assert (
        "no checks\ntask.yaml:3:5: teardown[0]: sh ended with exit status 1:\nstill there\n" in result.message
    )
    assert "task.yaml:4:5: teardown[1]: no-such-program does not start" in result.message
    assert Path("third").exists()
    failed = run_of(text + "checks: [{file: {path: nowhere, contains: x}}]\n")
    assert failed.verdict == "failed"
    assert "still there" in failed.message


def test_what_a_secret_holds_is_hidden_in_what_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRM_PASSWORD", "correct horse battery")
    result = run_of(
        "secrets: [CRM_PASSWORD]\nsetup: [[sh, -c, 'echo $CRM_PASSWORD; exit 1']]\n".replace("$C", "$$C")
    )
    assert result.verdict == "environment_error"
    assert "correct horse" not in result.message
    assert "${secret.CRM_PASSWORD}" in result.message
    logs = [path.read_text() for path in Path("runs").rglob("setup-1.log")]
    assert logs == ["${secret.CRM_PASSWORD}\n"]


def test_files_that_they_name_lie_beside_the_task(folder: Path) -> None:
    (folder / "tasks").mkdir()
    (folder / "tasks" / "seed.sh").write_text("echo $PWD > where\n")
    (folder / "tasks" / "t.yaml").write_text("instruction: x\nsetup: [[sh, seed.sh]]\n")
    task = load_task("tasks/t.yaml").runs()[0].resolve(folder)
    with Around(task, folder, os.environ).around(os.environ):
        assert (folder / "tasks" / "where").read_text().strip() == str(folder / "tasks")


def test_a_daemon_of_the_setup_lives_until_the_teardown_is_over(folder: Path) -> None:
    start = Command(command=("sh", "-c", "sleep 300 & echo $! > pid"))
    stop = Command(command=("sh", "-c", 'kill -0 "$(cat pid)" && echo alive > told'))
    around = Around(make_task(setup=[start], teardown=[stop]), folder, os.environ)
    with around.around(os.environ):
        pid = int((folder / "pid").read_text())
        assert psutil.pid_exists(pid)
    assert (folder / "told").read_text() == "alive\n"
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_without_a_display_of_its_own_none_is_handed_on(folder: Path) -> None:
    command = Command(command=("sh", "-c", "echo ${DISPLAY-none} >> shown"))
    task = make_task(setup=[command], teardown=[command])
    Around(task, folder, {**os.environ, "DISPLAY": ":0"}).tear_down()
    with Around(task, folder, os.environ).around({**os.environ, "DISPLAY": ":7"}):
        pass
    assert (folder / "shown").read_text().split() == ["none", ":7", ":7"]


def test_a_failing_setup_is_a_fault_of_the_environment(folder: Path) -> None:
    around = Around(make_task(setup=[Command(command=("false",))]), folder, os.environ)
    with (
        pytest.raises(EnvironmentFault, match=r"setup\[0\]: false ended with exit status 1"),
        around.around({}),
    ):
        raise AssertionError("nothing is begun")


def test_a_signal_in_the_middle_is_followed_by_the_teardown(folder: Path) -> None:
    """The whole command is ended by SIGTERM while its program is up: the program goes, then the teardown."""
    (folder / "task.yaml").write_text(
        "instruction: x\nsteps: ['Wait until \"never\" appears for 60 seconds']\n"
        "launch: [{command: [sh, -c, 'touch up; exec sleep 300']}]\n"
        "teardown:\n  - [sh, -c, 'sleep 1; touch torn']\n"
    )
    command = [sys.executable, "-m", "agent", "run", "task.yaml"]
    started = subprocess.Popen(
        command, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while not (folder / "up").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    started.send_signal(signal.SIGTERM)
    _, said = started.communicate(timeout=60)
    assert started.returncode == 130, said
    assert "stopped by SIGTERM" in said
    assert (folder / "torn").exists()
