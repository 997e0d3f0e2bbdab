"""Runs side by side as a user starts them, interrupted and killed."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import psutil
import pytest

from agent.commands.jobs import side_by_side
from agent.errors import BadInput
from agent.interrupts import end_on_signals, received
from agent.recording.reading import load_recording
from agent.replay.offline import replay
from agent.runs.options import RunOptions
from tests.agent.fakes import DONE, call, click
from tests.agent.workshop import Workshop, environment, left_by
from tests.tools.xserver import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

ON_BUTTON = click(470, 530)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_several_runs_at_a_time_have_displays_and_recordings_of_their_own(workshop: Workshop) -> None:
    asked = ("--repeat", "2", "--jobs", "2", "--record", "recs", "--report", "suite.html")
    done = workshop.run([ON_BUTTON, DONE], *asked)
    assert done.status == 0
    assert {run["task"] for run in done.answer["runs"]} == {"press #1", "press #2"}
    for folder in filter(Path.is_dir, (workshop.folder / "recs").iterdir()):
        assert replay(load_recording(folder)).verdict == "passed"
    page = (workshop.folder / "suite.html").read_text("utf-8")
    assert "press #1" in page
    assert "press #2" in page


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_of_runs_side_by_side_stops_at_once_and_keeps_what_is_finished(
    workshop: Workshop, sent: signal.Signals
) -> None:
    command = workshop.command([call("wait", time=60)] * 9, "--repeat", "6", "--jobs", "2")
    with begun(command, workshop, subprocess.PIPE) as process:
        wait_until(lambda: len(_under_way(workshop)) == 2, lambda: "two runs")
        process.send_signal(sent)
        answer, _ = process.communicate(timeout=180)
    assert process.returncode == 130
    endings = [(run["verdict"], run["message"]) for run in json.loads(answer)["runs"]]
    assert (
        endings
        == [("interrupted", "stopped by Ctrl-C" if sent == signal.SIGINT else "stopped by SIGTERM")] * 2
    )
    assert len(list((workshop.folder / "runs").iterdir())) == 2, "no other was begun"
    assert left_by(process.pid) == []


def test_processes_side_by_side_end_when_their_parent_is_killed(workshop: Workshop) -> None:
    command = workshop.command([call("wait", time=60)] * 9, "--repeat", "6", "--jobs", "2")
    with begun(command, workshop, subprocess.DEVNULL) as process:
        wait_until(lambda: len(_under_way(workshop)) == 2, lambda: "two runs")
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
    wait_until(lambda: not any(map(_lives, children)), lambda: f"the end of {list(filter(_lives, children))}")
    assert len(list((workshop.folder / "runs").iterdir())) == 2, "no other was begun"


def test_a_process_that_is_killed_costs_its_run_and_no_other(workshop: Workshop) -> None:
    command = workshop.command(
        [call("wait", time=2), ON_BUTTON, DONE], "--repeat", "3", "--jobs", "2", "--junit", "j.xml"
    )
    with begun(command, workshop, subprocess.PIPE) as process:
        wait_until(lambda: len(_under_way(workshop)) == 2, lambda: "two runs")
        [worker, *_] = workers(process.pid)
        worker.kill()
        answer, _ = process.communicate(timeout=600)
    assert process.returncode == 3
    runs = json.loads(answer)["runs"]
    assert sorted(run["verdict"] for run in runs) == ["environment_error", "passed", "passed"]
    [message] = [run["message"] for run in runs if run["verdict"] == "environment_error"]
    assert message == "the run's process was killed by signal 9; is there enough memory for --jobs?"
    assert (workshop.folder / "j.xml").read_text().count("<testcase") == 3


def workers(parent: int) -> list[psutil.Process]:
    """The processes that do runs."""
    children = psutil.Process(parent).children()
    return [child for child in children if any("spawn_main" in word for word in child.cmdline())]


def begun(command: list[str], workshop: Workshop, stdout: int) -> subprocess.Popen[str]:
    """In a process group of its own, as a shell starts it."""
    return subprocess.Popen(
        command,
        cwd=workshop.folder,
        env=environment(),
        stdout=stdout,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


def _under_way(workshop: Workshop) -> list[Path]:
    """Runs whose first step is on disk."""
    lines = workshop.folder.glob("runs/*/recording/session.jsonl")
    return [path for path in lines if path.read_text().count("\n") > 1]


def _lives(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.status() != psutil.STATUS_ZOMBIE
    return False


def test_nothing_to_run_is_nothing_to_wait_for() -> None:
    assert list(side_by_side(2, [], lambda *_: pytest.fail("begun"), RunOptions())) == []


def sleeps(seconds: float, _options: RunOptions) -> SimpleNamespace:
    """A run that takes so long."""
    time.sleep(seconds)
    return SimpleNamespace(verdict="passed")


def test_runs_that_nobody_takes_the_results_of_are_interrupted() -> None:
    results = side_by_side(2, [0.0, 900.0], sleeps, RunOptions())  # type: ignore[list-item, arg-type]
    assert next(results).verdict == "passed"
    began = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 600


@pytest.fixture
def _signals() -> Iterator[None]:
    put_back = end_on_signals()
    yield
    put_back()


@pytest.mark.usefixtures("_signals")
def test_a_signal_between_two_runs_is_no_passing() -> None:
    results = side_by_side(1, [0.0, 0.0, 0.0], sleeps, RunOptions())  # type: ignore[list-item, arg-type]
    assert next(results).verdict == "passed"
    signal.raise_signal(signal.SIGTERM)
    signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt, match="stopped by SIGTERM"):
        next(results)
    signal.raise_signal(signal.SIGINT)
    assert received() == "stopped by SIGTERM", "what comes while the results are written disturbs nothing"


class Numbered(float):
    """As much of a planned run as its result takes."""

    label, csv = "t", None
    run = SimpleNamespace(
        file=SimpleNamespace(
            written=SimpleNamespace(model="reader", tags=()), document=SimpleNamespace(path="t.yaml")
        ),
        where=("t.yaml", 1),
    )


def is_obstructed(planned: float, _options: RunOptions) -> SimpleNamespace:
    """A run whose folder has been taken meanwhile, if its number is not 0."""
    if planned:
        raise BadInput("the folder is in use")
    return SimpleNamespace(verdict="passed")


def test_what_comes_between_one_run_is_its_verdict_and_the_others_go_on() -> None:
    runs = [Numbered(number) for number in (0, 1, 0)]
    done = list(side_by_side(1, runs, is_obstructed, RunOptions()))  # type: ignore[arg-type]
    assert [one.verdict for one in done] == ["passed", "environment_error", "passed"]
    assert done[1].message == "the folder is in use"
