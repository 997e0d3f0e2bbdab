"""The library in a suite that the real `robot` runs."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from robot.api import ExecutionResult

import deskhand
from agent.robot.library import RobotLibrary
from agent.runs.demand import TaskError
from tests.agent.fakes import DONE
from tests.agent.pytest_plugin.sessions import PRESS, ROOT, write_task

if TYPE_CHECKING:
    from pathlib import Path

SUITE = ROOT / "tests" / "agent" / "robot" / "desk.robot"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Robot's output folder after the suite."""
    folder = tmp_path_factory.mktemp("robot")
    there = {"command": {"run": ["test", "${n}", "-gt", "0"], "exit": 0}}
    task = write_task(folder / "task.yaml", [DONE], vars={"n": "1"}, checks=[there])
    remote = write_task(folder / "remote.yaml", model="http://127.0.0.1:9/v1")
    given = {"PRESS": PRESS, "TASK": task, "REMOTE": remote, "RECORDING": ROOT / "recordings/zenity_form"}
    variables = [part for name, value in given.items() for part in ("-v", f"{name}:{value}")]
    done = subprocess.run(
        [sys.executable, "-m", "robot", "-d", folder / "out", *variables, SUITE],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert "[ ERROR ]" not in done.stderr, done.stderr
    return folder / "out"


@pytest.fixture(scope="module")
def tests(output: Path) -> dict[str, Any]:
    """Its tests, by name."""
    return {test.name: test for test in ExecutionResult(output / "output.xml").suite.tests}


PASSED = ("A Button Is Pressed", "A Recording", "A Task With Values")


def test_each_keyword_passes_and_fails_where_it_should(tests: dict[str, Any]) -> None:
    assert {name for name, test in tests.items() if test.passed} == set(PASSED), {
        name: test.message for name, test in tests.items()
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("An Expectation That Does Not Hold", 'failed: expected "Nope", actual the screen shows'),
        ("A Step Outside The Grammar", "bad input: "),
        ("Nothing Is Open", "no desktop is open; open one first: Open Desktop"),
        ("A Task That Fails", "failed: expected "),
        ("A Remote Model", "bad input: the task names the model http://127.0.0.1:9/v1"),
        ("No Screen At All", "no X server answers at display ':4321'"),
    ],
)
def test_the_reason_stands_first_without_a_class_name(tests: dict[str, Any], name: str, said: str) -> None:
    assert tests[name].message.startswith(said)


def test_without_a_screen_nothing_goes_on(tests: dict[str, Any]) -> None:
    assert "fatal error" in tests["What Comes After A Fatal Error"].message


def test_what_was_done_is_recorded_and_a_failure_is_pictured_in_the_log(output: Path) -> None:
    assert len(list(output.glob("deskhand/*/001/recording/session.jsonl"))) >= 2
    tasks = [json.loads(path.read_text())["id"] for path in output.glob("deskhand/*/001/task.yaml")]
    assert "An Expectation That Does Not Hold 1" in tasks
    [picture] = output.glob("deskhand/*.png")
    assert picture.stat().st_size > 100
    assert f'<img src="deskhand/{picture.name}"' in (output / "output.xml").read_text().replace("&lt;", "<")


def test_robot_finds_the_class_by_the_modules_name() -> None:
    assert deskhand.deskhand is RobotLibrary


@pytest.mark.parametrize("size", ["1280", "x", "1280x", "axb", "1280x800x2"])
def test_a_size_that_is_none_is_refused(size: str) -> None:
    with pytest.raises(TaskError, match="write it as"):
        RobotLibrary().open_desktop(size)
