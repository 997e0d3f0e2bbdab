"""Signals, kills and hangs at any moment: a verdict, a recording that loads, and nothing left behind."""

from __future__ import annotations

import os
import pty
import random
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.agent.fakes import DONE, FAILED, call, click
from tests.agent.workshop import Workshop, environment
from tests.attacks.attacked import HANGS, Attacked
from tests.tools.xserver import wait_until
from tools.host.owned.sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Callable

WAITS = [call("wait", time=60)] * 9
PRESS = click(470, 530)
SIGNALS = ["INT", "TERM", "HUP", "QUIT", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "IO", "PWR"]
LONG = pytest.mark.long


def told(name: str) -> str:
    return "stopped by Ctrl-C" if name == "INT" else f"stopped by SIG{name}"


@pytest.mark.parametrize(
    "name", [name if name in ("HUP", "QUIT") else pytest.param(name, marks=LONG) for name in SIGNALS]
)
def test_a_signal_cleans_up_and_is_named_though_others_follow(tmp_path: Path, name: str) -> None:
    """The others come while it cleans up."""
    junit = tmp_path / "junit.xml"
    with Attacked(tmp_path, WAITS, "--junit", str(junit)) as run:
        run.await_steps()
        run.agent.send_signal(signal.Signals[f"SIG{name}"])
        wait_until(lambda: told(name) in run.recorded(), lambda: "the end line", HANGS)
        for sent in ("TERM", "INT", "HUP"):
            run.agent.send_signal(signal.Signals[f"SIG{sent}"])
        status, answer, _ = run.ended()
        assert status == 130
        [one] = answer["runs"]
        assert (one["verdict"], one["message"]) == ("interrupted", told(name))
        assert told(name) in junit.read_text()
        assert (run.damaged(), run.leftovers()) == ([], [])


@pytest.mark.parametrize("name", ["QUIT", *(pytest.param(name, marks=LONG) for name in ("INT", "USR1"))])
def test_a_signal_to_runs_side_by_side_is_named_in_each(tmp_path: Path, name: str) -> None:
    with Attacked(tmp_path, WAITS, "--repeat", "4", "--jobs", "2") as run:
        run.await_steps(2)
        owners = [worker.pid for worker in run.workers()]
        run.agent.send_signal(signal.Signals[f"SIG{name}"])
        status, answer, _ = run.ended()
        assert status == 130
        assert [one["message"] for one in answer["runs"]] == [told(name)] * 2
        assert (run.damaged(), run.leftovers(owners)) == ([], [])


@LONG
@pytest.mark.parametrize("tenths", range(1, 25, 2))
def test_ctrl_c_while_everything_is_loaded(tmp_path: Path, tenths: int) -> None:
    """Libraries that are just being loaded swallow an interrupt, or answer it with an error of their own."""
    with Attacked(tmp_path, WAITS) as run:
        time.sleep(tenths / 10)
        run.agent.send_signal(signal.SIGINT)
        status, answer, said = run.ended()
        assert status in (130, -signal.SIGINT), said  # the signal itself: nothing had begun
        assert ("stopped by Ctrl-C" in str(answer)) == (status == 130)
        assert run.leftovers() == []


@LONG
def test_a_run_that_was_stopped_and_goes_on_does_its_task(tmp_path: Path) -> None:
    with Attacked(tmp_path, [call("wait", time=2), PRESS, DONE]) as run:
        run.await_steps()
        run.agent.send_signal(signal.SIGSTOP)
        agent = psutil.Process(run.agent.pid)
        wait_until(lambda: agent.status() == psutil.STATUS_STOPPED, lambda: "its stop", HANGS)
        run.agent.send_signal(signal.SIGCONT)
        status, answer, _ = run.ended()
        assert (status, answer["runs"][0]["verdict"]) == (0, "passed")
        assert run.leftovers() == []


@LONG
def test_what_nohup_ignores_ends_nothing(tmp_path: Path) -> None:
    with Attacked(tmp_path, [call("wait", time=2), PRESS, DONE]) as run:
        run.agent.kill()
    run.command = ["nohup", *run.command]
    with run:
        run.await_steps()
        run.agent.send_signal(signal.SIGHUP)
        status, *_ = run.ended()
        assert status == 0


@LONG
def test_a_terminal_that_is_closed_ends_the_run(tmp_path: Path) -> None:
    """Nobody can be told any more; the JUnit file and the recording are."""
    run = Attacked(tmp_path, WAITS, "--junit", str(tmp_path / "junit.xml"))
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(tmp_path)
        path = {"PYTHONPATH": str(Path(__file__).parents[2]), "TMPDIR": str(run.temporary)}
        os.execve(sys.executable, run.command, os.environ | path)
    run.await_steps()
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) in (130, 3)
    assert "stopped by SIGHUP" in (tmp_path / "junit.xml").read_text()
    assert run.damaged() == []
    assert [path for path in run.temporary.rglob("*") if path.name != "deskhand"] == []


def stopped(process: psutil.Process) -> None:
    process.suspend()


def killed(process: psutil.Process) -> None:
    process.kill()


@pytest.mark.parametrize(
    ("victim", "attack", "message"),
    [
        pytest.param("openbox", killed, "openbox ended with signal 9", id="window manager killed"),
        pytest.param(
            "openbox", stopped, "openbox does not answer: it was stopped", id="window manager stopped"
        ),
        pytest.param("Xvfb", killed, "ended with", id="X server killed", marks=LONG),
        pytest.param("Xvfb", stopped, "has not answered for 10 s", id="X server stopped", marks=LONG),
        pytest.param("press.py", killed, "python ended with signal 9", id="program killed", marks=LONG),
        pytest.param("press.py", stopped, "python does not answer", id="program stopped", marks=LONG),
    ],
)
def test_what_the_run_needs_is_gone(
    tmp_path: Path, victim: str, attack: Callable[[psutil.Process], None], message: str
) -> None:
    """The model gives up then; what the run says is why."""
    with Attacked(tmp_path, [call("wait", time=1)] * 2 + [call("wait", time=0.5), FAILED]) as run:
        run.await_steps()
        displays = run.displays()
        [process] = run.processes(victim)
        attack(process)
        status, answer, _ = run.ended()
        [one] = answer["runs"]
        assert (status, one["verdict"]) == (3, "environment_error"), one["message"]
        assert message in one["message"]
        assert (run.damaged(), run.leftovers(displays=displays)) == ([], [])


@LONG
def test_a_worker_that_was_stopped_does_not_hold_the_interrupt_up(tmp_path: Path) -> None:
    with Attacked(tmp_path, WAITS, "--repeat", "6", "--jobs", "2") as run:
        run.await_steps(runs=2)
        [stopped_, _] = run.workers()
        stopped_.suspend()
        run.agent.send_signal(signal.SIGTERM)
        status, answer, _ = run.ended()
        assert status == 130
        verdicts = {one["verdict"]: one["message"] for one in answer["runs"]}
        assert verdicts["interrupted"] == "stopped by SIGTERM"
        assert "had not ended 30 s after the signal" in verdicts["environment_error"]


@LONG
def test_a_program_that_starts_slowly_takes_no_time_from_the_run(tmp_path: Path) -> None:
    press = Workshop(tmp_path).task["launch"][0]
    press["command"] = ["sh", "-c", 'sleep 6; exec "$@"', "sh", *press["command"]]
    replies, limits = [call("type", text="abc"), PRESS, DONE], {"seconds": 5.0}
    with Attacked(tmp_path, replies, launch=[press], limits=limits) as run:
        run.ended()
        assert "the time of the run was over" not in run.recorded()


ESCAPES = {
    "no environment": "env -i {sleep} 1000 &",
    "a session of its own": "setsid {sleep} 1000 &",
    "a session of its own and no environment": "setsid env -i {sleep} 1000 &",
    "forked twice, without anything": "(setsid env -i sh -c '{sleep} 1000 & {sleep} 1001 &') &",
    "deaf to requests": "setsid env -i sh -c \"trap '' TERM HUP INT; {sleep} 1000; {sleep} 1000\" &",
    "stopped": "setsid env -i sh -c 'kill -STOP $$; {sleep} 1000' &",
    "forks when asked to end": "setsid env -i sh -c \"trap '{sleep} 1000 & {sleep} 1001' TERM; {sleep} 9\" &",
}


@pytest.mark.parametrize(
    "how", [name if "twice" in name else pytest.param(name, marks=LONG) for name in ESCAPES]
)
def test_a_program_that_would_outlive_the_run(tmp_path: Path, how: str) -> None:
    sleep = tmp_path / "sleeper"
    sleep.symlink_to("/bin/sleep")
    tk = Workshop(tmp_path).task["launch"][0]
    escape = {"command": ["sh", "-c", ESCAPES[how].format(sleep=sleep) + " true"]}
    with Attacked(tmp_path, [PRESS, DONE], launch=[escape, tk]) as run:
        status, *_ = run.ended()
        assert status == 0
        assert run.leftovers() == []
    assert [one.cmdline() for one in psutil.process_iter() if _names(one, str(sleep))] == []


def _names(process: psutil.Process, program: str) -> bool:
    try:
        return any(program in word for word in process.cmdline())
    except psutil.Error:
        return False


CONTAINED = """
import sys, time
from pathlib import Path
from tools.host.processes import Program
with Program(["sleep", "1000"], output=Path(sys.argv[1])):
    print("begun", flush=True)
    time.sleep(1000)
"""


@pytest.mark.skipif(os.geteuid() != 0 if hasattr(os, "geteuid") else True, reason="only root has namespaces")
def test_the_programs_of_a_container_are_left_to_it(tmp_path: Path) -> None:
    """From outside they are seen, and so are their marks; the owner's number means another process there."""
    inside = ["unshare", "--pid", "--fork", "--mount-proc", sys.executable, "-c", CONTAINED]
    command, env = [*inside, str(tmp_path / "log")], environment(TMPDIR=str(tmp_path))
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as container:
        if not container.stdout or container.stdout.readline() != "begun\n":
            pytest.skip("no namespaces here")
        children = psutil.Process(container.pid).children(recursive=True)
        [program] = [one for one in children if one.name() == "sleep"]
        sweep()
        assert program.is_running()
        assert program.status() != psutil.STATUS_ZOMBIE
        children[0].kill()  # the first process of a namespace: all others go with it
    wait_until(lambda: not program.is_running(), lambda: "the end of the container", HANGS)


TARGETS = ["agent", "press.py", "Xvfb", "openbox", "worker", "parent"]
MOMENTS = [(number, TARGETS[number % len(TARGETS)]) for number in range(102)]


@pytest.mark.parametrize(
    ("number", "target"),
    [one if one[0] == 0 else pytest.param(*one, marks=LONG) for one in MOMENTS],
    ids=[f"{target} {number}" for number, target in MOMENTS],
)
def test_kill_9_at_any_moment(
    tmp_path: Path, number: int, target: str, record_property: Callable[[str, object], None]
) -> None:
    """Right verdicts, no recording damaged, nothing left after the next run.

    One in five comes while the run is set up, the others after its first step. `-o junit_family=xunit1
    --junitxml FILE` tells of each whether it met one under way.
    """
    random_of = random.Random(f"kill {number}")
    several = target in ("worker", "parent")
    options = ["--repeat", "3", "--jobs", "2"] if several else []
    replies = [call("wait", time=1), PRESS, call("type", text="some text\n" * 20), call("wait", time=1), DONE]
    with Attacked(tmp_path, replies, *options) as run:
        if number % 5:
            run.await_steps()
        victim = _victim(run, target)
        time.sleep(random_of.uniform(0, 3))
        record_property("under way", victim.is_running() and run.agent.poll() is None)
        displays, owners = run.displays(), [worker.pid for worker in run.workers()]
        with suppress(psutil.NoSuchProcess):  # the run was quicker
            victim.kill()
        status, answer, _ = _after(run, target)
        for worker in owners:
            wait_until(lambda worker=worker: not _runs(worker), lambda: "the workers' end", HANGS)
        displays += run.displays()
        run.sweep()
        assert run.damaged() == []
        wait_until(  # a display's number may be a neighbour's by now, who sweeps it himself
            lambda: not run.leftovers(owners, displays), lambda: f"{run.leftovers(owners, displays)}", 60
        )
    _judge(target, status, answer)
    if number % 20 == 0:
        with Attacked(tmp_path, [PRESS, DONE]) as following:
            assert following.ended()[0] == 0
            assert following.leftovers() == []


def _victim(run: Attacked, target: str) -> psutil.Process:
    if target in ("agent", "parent"):
        return psutil.Process(run.agent.pid)
    look = run.workers if target == "worker" else lambda: run.processes(target)
    wait_until(lambda: look() or run.agent.poll() is not None, lambda: target, HANGS)
    return look()[0]


def _after(run: Attacked, target: str) -> tuple[int, dict[str, list[dict[str, str]]], str]:
    if target in ("agent", "parent"):
        run.agent.communicate(timeout=HANGS)
        return run.agent.returncode, {}, ""
    return run.ended()


def _judge(target: str, status: int, answer: dict[str, list[dict[str, str]]]) -> None:
    if target in ("agent", "parent"):
        assert status in (-signal.SIGKILL, 0)
        return
    verdicts = sorted(one["verdict"] for one in answer["runs"])
    others = ["passed"] * (len(verdicts) - 1)
    assert verdicts in (["environment_error", *others], ["passed", *others]), answer
    assert status == (0 if "environment_error" not in verdicts else 3)
    for one in answer["runs"]:
        if one["verdict"] == "environment_error":
            assert re.search(r"signal 9|ended with|X server|display", one["message"]), one


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
