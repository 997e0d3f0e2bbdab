"""A run of a task, from its empty folder to its result, on a desktop that is not there."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.recording.reading import load_recording
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import TaskRun
from agent.runs.setup import DesktopSetup
from agent.task import load_task
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, click
from tools.errors import Interrupted

if TYPE_CHECKING:
    from tools.observation import Observation

ROOT = Path(__file__).parents[3]
NO_X11 = """
import os, sys
for name in ("xcffib", "Xlib", "fcntl"):
    sys.modules[name] = None
del os.fdatasync

from contextlib import nullcontext
from pathlib import Path
from agent.recording.reading import load_recording
from agent.replay.offline import replay
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import TaskRun
from agent.runs.setup import DesktopSetup
from agent.task import load_task
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, click

sys.platform = "win32"  # whose screen has no name
[planned] = plan(load_task(Path("task.yaml")).runs(), 1, None)
folder = planned.new_folder()
run = TaskRun(
    folder,
    planned.run.resolve(folder.workdir),
    FakeModel([click(), DONE]),
    RunOptions(display="host"),
    desktop=DesktopSetup(open=lambda display: nullcontext(FakeDesktop())),
)
result = run.run()
assert result.verdict == "failed", result
assert [check.passed for check in result.checks] == [True, False], result
assert replay(load_recording(folder.recording)).verdict == "failed"
"""
TASK = """\
instruction: Press it.
checks:
  - file: {path: ../../../task.yaml, contains: Press it}
  - window: {title: Pressed}
"""


def test_a_whole_episode_where_there_is_no_x11(tmp_path: Path) -> None:
    """Programs, recorder, checks and result need nothing that only Linux has."""
    (tmp_path / "task.yaml").write_text(TASK)
    done = subprocess.run(
        [sys.executable, "-c", NO_X11],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def run_of(
    *replies: str | BaseException, debug: bool = False, setup: DesktopSetup | None = None, checks: str = "[]"
) -> TaskRun:
    """A run in the working folder, on a desktop that is not there."""
    Path("task.yaml").write_text(f"instruction: Do it.\nchecks: {checks}\n")
    [planned] = plan(load_task("task.yaml").runs(), 1, None)
    folder = planned.new_folder()
    options = RunOptions(display=":4711", debug=debug)
    setup = setup or DesktopSetup(open=lambda _display: nullcontext(FakeDesktop()))
    return TaskRun(folder, planned.run.resolve(folder.workdir), FakeModel(replies), options, desktop=setup)


def test_what_nobody_foresaw_is_a_verdict_and_the_recording_has_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run_of(click(), ZeroDivisionError("oh\nno")).run()
    assert result.verdict == "environment_error"
    assert result.message == "unexpected ZeroDivisionError: oh no (--debug shows where)"
    assert result.recording
    end = load_recording(Path(result.recording)).end
    assert end
    assert (end.verdict, end.message) == (result.verdict, result.message)


def test_with_debug_it_ends_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ZeroDivisionError):
        run_of(click(), ZeroDivisionError(), debug=True).run()


def test_bad_input_is_never_a_verdict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput):
        run_of(BadInput("no such step")).run()


def test_a_picture_that_can_not_be_written_costs_no_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = run_of(ZeroDivisionError())
    [folder] = (tmp_path / "runs").iterdir()
    (folder / "failure.png").mkdir()
    result = run.run()
    assert (result.verdict, result.picture) == ("environment_error", None)


class ActsFirst(FakeDesktop):
    """A person's desktop: when it is observed, all has been done."""

    def observe(self) -> Observation:
        Path("done.txt").write_text("done")
        return super().observe()


@pytest.mark.parametrize("late", [True, False])
def test_what_a_person_did_did_not_hold_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, late: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    setup = DesktopSetup(lambda _: nullcontext(FakeDesktop()), lambda _: ActsFirst(), observes_late=late)
    checks = f"[{{file: {{path: {tmp_path / 'done.txt'}, contains: done}}}}]"
    result = run_of(DONE, setup=setup, checks=checks).run()
    assert (result.verdict, result.checks[0].before) == ("passed", not late)


class Taken(FakeDesktop):
    """A desktop whose mouse a person has taken."""

    def observe(self) -> Observation:
        raise Interrupted("the mouse was moved by someone else")


def test_a_person_who_takes_over_before_the_first_step_interrupts_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    setup = DesktopSetup(lambda _: nullcontext(Taken()), observes_late=True)
    result = run_of(DONE, setup=setup).run()
    assert (result.verdict, result.message) == ("interrupted", "the mouse was moved by someone else")


@pytest.mark.parametrize(("shown", "verdict"), [(True, "passed"), (False, "stopped")])
def test_what_a_person_shows_is_done_already_and_no_rule_judges_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: object, verdict: str
) -> None:
    monkeypatch.chdir(tmp_path)
    desktop = FakeDesktop()
    setup = DesktopSetup(open=lambda _display: nullcontext(desktop), observes_late=bool(shown))
    result = run_of(click(), DONE, setup=setup, checks="[]\nrules: [{deny: any}]").run()
    assert (result.verdict, len(desktop.actions)) == (verdict, 1 if shown else 0), result
    assert shown or result.message.startswith(
        "task.yaml:3:9: deny any; refused at step 1: click at (100, 50)"
    )
