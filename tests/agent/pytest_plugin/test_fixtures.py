"""The fixtures, as a user's tests in Python have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import agent.pytest_plugin
from agent.pytest_plugin.fixtures import agent_run, desktop
from agent.pytest_plugin.runs import kept_of
from tests.agent.fakes import DONE, FAILED
from tests.agent.pytest_plugin.configs import item
from tests.agent.pytest_plugin.sessions import PRESS, Ended, properties, session, write_task

if TYPE_CHECKING:
    from pathlib import Path

TESTS = f"""
import pytest

def test_button(desktop, tmp_path):
    desktop.launch("python", {str(PRESS)!r}, str(tmp_path / "pressed"), wait_for="Press me", seconds=60)
    assert "Waiting" in desktop.lines()
    result = desktop.do('Click "Press me"')
    assert result.verdict == "passed"
    assert (tmp_path / "pressed").read_text() == "pressed"
    desktop.expect("Pressed")
    with pytest.raises(AssertionError, match='failed: expected "Nope"'):
        desktop.expect("Nope", seconds=0.5)

@pytest.mark.agent_desktop(size=(640, 480))
def test_size(desktop):
    assert desktop.look().size == (640, 480)
    assert False, "so that the picture is kept"

def test_task(agent_run):
    assert agent_run("good.agent.yaml", values={{"n": "7"}}).message == "1 of 1 checks hold"
    assert agent_run("bad.agent.yaml", check=False).verdict == "gave_up"

def test_bad(agent_run):
    agent_run("bad.agent.yaml")

def test_python_alone(agent_run):
    agent_run("good.agent.yaml")
    assert 1 + 1 == 3
"""


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    folder = tmp_path_factory.mktemp("python")
    there = {"command": {"run": ["test", "${n}", "-gt", "0"], "exit": 0}}
    write_task(folder / "good.agent.yaml", [DONE], vars={"n": "1"}, checks=[there])
    write_task(folder / "bad.agent.yaml", [FAILED])
    (folder / "test_mine.py").write_text(TESTS)
    return session(folder, "test_mine.py", "-v", "--strict-markers", "--junitxml=junit.xml", "--html=r.html")


def test_they_pass_and_fail_where_they_should(ended: Ended) -> None:
    assert ended.tally == "3 failed, 2 passed", ended.output
    assert "TaskFailed: gave_up: So." in ended.output
    assert "fixtures.py" not in ended.output  # the test's own line alone is shown
    for name in ("button", "task"):
        assert ended.line(f"test_mine.py::test_{name} PASSED")


def test_reports_are_told_of_every_run(ended: Ended) -> None:
    cases = ended.junit()
    told = [one.attrib["value"] for one in cases["test_task"].iter("property")]
    assert "test-results/test-mine-py-test-task/1-good/recording" in told
    assert "test-results/test-mine-py-test-task/2-bad/recording" in told
    assert (
        len(list((ended.folder / "test-results/test-mine-py-test-button/desktop").glob("*/recording"))) == 3
    )


def test_a_trace_is_kept_where_the_test_failed_though_its_run_passed(ended: Ended) -> None:
    kept = properties(ended.junit()["test_python_alone"])
    assert kept["agent_verdict"] == "passed"
    assert kept["agent_trace"] == "test-results/test-mine-py-test-python-alone/1-good/trace.zip"
    assert "agent_trace" not in properties(ended.junit()["test_button"])


def test_each_attempt_of_a_test_is_told_alone(tmp_path: Path) -> None:
    write_task(tmp_path / "bad.agent.yaml", [FAILED])
    (tmp_path / "test_mine.py").write_text("def test_bad(agent_run):\n    agent_run('bad.agent.yaml')\n")
    ended = session(tmp_path, "test_mine.py", "-q", "--reruns=1", "--junitxml=junit.xml")
    told = [one.attrib["name"] for one in ended.junit()["test_bad"].iter("property")]
    assert len(told) == len(set(told))
    folders = {path.name for path in (tmp_path / "test-results").iterdir()}
    assert folders == {"test-mine-py-test-bad", "test-mine-py-test-bad-retry1"}


def test_the_plugin_gives_them_to_every_test(tmp_path: Path) -> None:
    assert agent.pytest_plugin.agent_run is agent_run
    assert agent.pytest_plugin.desktop is desktop
    made = item(tmp_path)
    made.stash = pytest.Stash()
    assert list(kept_of(made)) == []
