"""A task with all that its file may say, done on the real form, and its twins in which one thing is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.report.junit import junit
from agent.runs.run import run_one
from agent.task import load_task

if TYPE_CHECKING:
    from agent.runs.report.result import Result

    Change = tuple[str, str, str]

TASKS = Path(__file__).parents[2] / "tasks"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the task, beside the form that it starts."""
    shutil.copytree(TASKS / "customers", tmp_path / "tasks" / "customers")
    shutil.copytree(TASKS / "apps", tmp_path / "tasks" / "apps")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "tasks" / "customers"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def done(folder: Path) -> Result:
    """The run of the last row."""
    *_, last = plan(load_task(folder / "customers.yaml").runs(), 1, None)
    return run_one(last, RunOptions())


def test_a_row_is_registered_and_told_with_its_line(folder: Path) -> None:
    result = done(folder)
    assert (result.verdict, result.tags) == ("passed", ("form", "batch")), result.message
    assert result.workdir
    assert (Path(result.workdir) / "data.tar.gz").stat().st_size
    case = ET.fromstring(junit([result])).find("testsuite/testcase")
    assert case is not None
    assert (case.get("file"), case.get("line")) == ("tasks/customers/customers.csv", "3")


TWINS = {
    "another value in the table": (
        ("customers.csv", "zoe@example.org,France", "zoe@example.org,Sweden"),
        ("_person.yaml", 'Type "${name}"', 'Type "Mr ${name}"'),
        "failed",
        "expected",
    ),
    "a setup that does nothing": (
        ("customers.yaml", "[mkdir,", "[echo,"),
        None,
        "environment_error",
        "customer_form",
    ),
    "a setup that fails": (
        ("customers.yaml", "[mkdir,", "[mkdir, /proc/no/such,"),
        None,
        "environment_error",
        "customers.yaml:8:5: setup[0]: mkdir ended with exit status 1",
    ),
    "another state at the start": (
        ("customers.yaml", "equals: [[0]]", "equals: [[1]]"),
        None,
        "environment_error",
        "the initial state is not as expected; nothing was done\nprecheck[0] sql",
    ),
    "a teardown that fails": (
        ("customers.yaml", "[tar,", "[tar, --no-such-option,"),
        None,
        "environment_error",
        "teardown[0]: tar ended with exit status",
    ),
    "an own step that does something else": (
        ("steps.py", 'Click "Yes"', 'Click "No"'),
        ("steps.py", "appears'", "appears for 3 seconds'"),
        "gave_up",
        "Customer saved",
    ),
}


@pytest.mark.parametrize(("first", "second", "verdict", "said"), TWINS.values(), ids=TWINS)
def test_what_is_wrong_in_it_is_noticed(
    folder: Path, first: Change, second: Change | None, verdict: str, said: str
) -> None:
    for name, old, new in filter(None, (first, second)):
        change(folder / name, old, new)
    result = done(folder)
    told = result.message + "".join(
        f" expected {check.expected}" for check in result.checks if not check.passed
    )
    assert (result.verdict, said in told) == (verdict, True), told
