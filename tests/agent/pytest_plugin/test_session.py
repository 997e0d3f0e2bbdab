"""A folder of tasks under pytest: each verdict where a QA team looks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.agent.fakes import FAILED
from tests.agent.pytest_plugin.sessions import Ended, press_task, properties, session, write_show, write_task

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    folder = tmp_path_factory.mktemp("show")
    write_show(folder)
    return session(folder, "-v", "-rA", "--junitxml=junit.xml", "--strict-markers")


def test_each_run_is_an_item_with_its_verdict(ended: Ended) -> None:
    assert ended.status == 1
    assert ended.tally == "2 failed, 3 passed, 4 errors"
    for node, word in {
        "good.agent.yaml::good[one]": "PASSED",
        "good.agent.yaml::good[two]": "PASSED",
        "bad.agent.yaml::bad": "FAILED",
        "lost.agent.yml::lost": "FAILED",
        "endless.agent.yaml::endless": "ERROR",
        "mute.agent.yaml::mute": "ERROR",
        "machine.agent.yaml::machine": "ERROR",
        "remote.agent.yaml::remote": "ERROR",
        "test_python.py::test_mine": "PASSED",
    }.items():
        assert f"{node} {word}" in ended.line(node)


def test_the_reason_stands_in_the_first_line(ended: Ended) -> None:
    bad = ended.line("FAILED bad.agent.yaml::bad")
    assert 'failed: expected contains "hello", actual there is no file' in bad
    assert "after step 1: left_click." in ended.output
    assert "gave_up: So." in ended.line("FAILED lost.agent.yml::lost")
    assert "stopped: " in ended.line("ERROR endless.agent.yaml::endless")
    assert "model_error: the script has no reply left" in ended.line("ERROR mute.agent.yaml::mute")
    assert "environment_error: " in ended.line("ERROR machine.agent.yaml::machine")
    remote = ended.line("ERROR remote.agent.yaml::remote")
    assert "allow it with --agent-model=http://127.0.0.1:9/v1" in remote


def test_junit_tells_failures_from_errors_and_where_the_recording_is(ended: Ended) -> None:
    cases = ended.junit()
    kinds = {
        name: [part.tag for part in case if part.tag in ("failure", "error")] for name, case in cases.items()
    }
    assert kinds == {
        "good[one]": [],
        "good[two]": [],
        "bad": ["failure"],
        "lost": ["failure"],
        "endless": ["error"],
        "mute": ["error"],
        "machine": ["error"],
        "remote": ["error"],
        "test_mine": [],
    }
    bad = properties(cases["bad"])
    assert (bad["agent_verdict"], bad["agent_model"], bad["agent_steps"]) == ("failed", "scripted", "2")
    assert (ended.folder / bad["agent_recording"] / "session.jsonl").is_file()
    assert (ended.folder / bad["agent_screenshot"]).name == "test-failed-1.png"
    assert (
        properties(cases["good[one]"])["agent_recording"] == "test-results/good-agent-yaml-good-one/recording"
    )
    assert "agent_screenshot" not in properties(cases["good[one]"])


def test_the_output_is_laid_out_as_playwrights(ended: Ended) -> None:
    folder = ended.folder / "test-results" / "bad-agent-yaml-bad"
    assert {"recording", "test-failed-1.png", "workdir"} <= {path.name for path in folder.iterdir()}
    assert not (ended.folder / "runs").exists()


def test_a_file_that_is_no_task_is_an_error_of_collection_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "wrong.agent.yaml").write_text("instruction: Do it.\nstepps: []\n")
    ended = session(tmp_path, "-q")
    assert ended.status == 2
    assert "wrong.agent.yaml:2:" in ended.output
    assert "Traceback" not in ended.output


def test_a_secret_that_is_not_set_costs_its_task_alone(tmp_path: Path) -> None:
    write_task(tmp_path / "one.agent.yaml", [], secrets=["NOT_SET"])
    write_task(tmp_path / "two.agent.yaml", [FAILED])
    ended = session(tmp_path, "-q")
    assert '"NOT_SET" is not set' in ended.line("ERROR one.agent.yaml::one")
    assert ended.tally == "1 failed, 1 error"


def test_a_real_button_is_pressed_by_the_embedded_model(tmp_path: Path) -> None:
    write_task(tmp_path / "press.agent.yaml", **press_task())
    ended = session(tmp_path, "-q")
    assert (ended.status, ended.tally) == (0, "1 passed"), ended.output
    assert (tmp_path / "test-results/press-agent-yaml-press/workdir/pressed").read_text() == "pressed"
