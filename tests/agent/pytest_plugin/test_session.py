"""A folder of tasks under pytest: each verdict where a QA team looks for it."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.agent.junit_rules import faults
from tests.agent.pytest_plugin.sessions import Ended, press_task, properties, session, write_show, write_task

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    folder = tmp_path_factory.mktemp("show")
    write_show(folder)
    reports = ["--junitxml=junit.xml", "--html=report.html", "--alluredir=allure", "--agent-report=runs.html"]
    github = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    return session(folder, "-v", "-rA", "--strict-markers", "--self-contained-html", *reports, **github)


def test_each_run_is_an_item_with_its_verdict(ended: Ended) -> None:
    assert ended.status == 1
    assert ended.tally == "2 failed, 3 passed, 1 skipped, 1 xfailed, 1 xpassed, 5 errors"
    for node, word in {
        "good.agent.yaml::good[one]": "PASSED",
        "good.agent.yaml::good[two]": "PASSED",
        "bad.agent.yaml::bad": "FAILED",
        "lost.agent.yml::lost": "FAILED",
        "endless.agent.yaml::endless": "ERROR",
        "mute.agent.yaml::mute": "ERROR",
        "machine.agent.yaml::machine": "ERROR",
        "remote.agent.yaml::remote": "ERROR",
        "secret.agent.yaml::secret": "ERROR",
        "known.agent.yaml::known": "XFAIL (issue 77)",
        "mended.agent.yaml::mended": "XPASS (issue 77)",
        "later.agent.yaml::later": "SKIPPED (not yet)",
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
    assert '"NOT_SET" is not set' in ended.line("ERROR secret.agent.yaml::secret")
    assert "allow it with --agent-model=http://127.0.0.1:9/v1" in remote


def test_junit_tells_failures_from_errors_and_where_the_recording_is(ended: Ended) -> None:
    cases = ended.junit()
    kinds = {
        name: [part.tag for part in case if part.tag in ("failure", "error", "skipped")]
        for name, case in cases.items()
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
        "secret": ["error"],
        "known": ["skipped"],
        "mended": [],
        "later": ["skipped"],
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


def test_junit_is_as_the_public_schema_has_it(ended: Ended) -> None:
    assert list(faults(ET.parse(ended.folder / "junit.xml").getroot())) == []


def test_allure_tells_failed_from_broken_and_each_case_apart(ended: Ended) -> None:
    results = [json.loads(path.read_text()) for path in (ended.folder / "allure").glob("*-result.json")]
    assert {one["name"]: one["status"] for one in results} == {
        "good[one]": "passed",
        "good[two]": "passed",
        "bad": "failed",
        "lost": "failed",
        "endless": "broken",
        "mute": "broken",
        "machine": "broken",
        "remote": "broken",
        "secret": "broken",
        "known": "skipped",
        "mended": "passed",
        "later": "skipped",
        "test_mine": "passed",
    }
    assert len({one["historyId"] for one in results}) == len(results)  # else one hides the other as a retry
    named = {one["name"]: one for one in results}
    assert {"screenshot", "recording", "trace"} <= {one["name"] for one in named["bad"]["attachments"]}
    assert {"name": "verdict", "value": "stopped"} in named["endless"]["labels"]
    said = {name: one["statusDetails"]["message"] for name, one in named.items() if one.get("statusDetails")}
    assert said["bad"].startswith("failed: expected contains")
    assert said["machine"].startswith("environment_error: ")
    assert said["known"].startswith("XFAIL issue 77\n\nfailed: expected")


def test_pytest_html_counts_them_so_too_and_shows_the_last_screen(ended: Ended) -> None:
    page = html.unescape((ended.folder / "report.html").read_text())
    for said in (
        "2 Failed",
        "3 Passed",
        "5 Errors",
        "1 Skipped",
        "1 Expected failures",
        "1 Unexpected passes",
    ):
        assert said in page
    [data] = re.findall(r'data-jsonblob="(.*?)"></div>', (ended.folder / "report.html").read_text())
    tests = json.loads(html.unescape(data))["tests"]
    links = {one["name"]: one for one in tests["bad.agent.yaml::bad"][0]["extras"]}
    assert links["screenshot"]["format_type"] == "image"
    assert links["recording"]["content"] == "test-results/bad-agent-yaml-bad/recording"
    assert ">machine.agent.yaml::machine<" in tests["machine.agent.yaml::machine"][0]["resultsTableRow"][1]


def test_github_is_told_of_each_once_at_its_line(ended: Ended) -> None:
    """By the plugin for annotations of what failed in the call, by ours of the rest."""
    commands = [line for line in ended.output.splitlines() if "::error " in line]
    places = sorted(re.findall(r"::error file=(.*?),line=(\d+)::", "\n".join(commands)))
    names = (
        "bad.agent.yaml",
        "endless.agent.yaml",
        "lost.agent.yml",
        "machine.agent.yaml",
        "mute.agent.yaml",
    )
    assert places == [(name, "1") for name in (*names, "remote.agent.yaml", "secret.agent.yaml")]
    summary = (ended.folder / "summary.md").read_text()
    assert summary.count("| failed |") == 2
    assert summary.count("| error |") == 5
    assert summary.count("| passed |") == 2
    assert [word in summary for word in ("| xfailed |", "| xpassed |", "| skipped |")] == [True] * 3


def test_a_page_tells_of_all_runs(ended: Ended) -> None:
    assert "deskhand report: " in ended.output
    page = (ended.folder / "runs.html").read_text()
    names = ("good[one]", "good[two]", "bad", "endless", "machine")  # the last one has no recording
    assert all(name in page for name in names)


def test_the_output_is_laid_out_as_playwrights(ended: Ended) -> None:
    folder = ended.folder / "test-results" / "bad-agent-yaml-bad"
    assert {"recording", "test-failed-1.png", "trace.zip", "workdir"} <= {
        path.name for path in folder.iterdir()
    }
    assert not (ended.folder / "runs").exists()


def test_a_file_that_is_no_task_is_an_error_of_collection_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "wrong.agent.yaml").write_text("instruction: Do it.\nstepps: []\n")
    ended = session(tmp_path, "-q")
    assert ended.status == 2
    assert "wrong.agent.yaml:2:" in ended.output
    assert "Traceback" not in ended.output


def test_a_real_button_is_pressed_by_the_embedded_model(tmp_path: Path) -> None:
    write_task(tmp_path / "press.agent.yaml", **press_task())
    ended = session(tmp_path, "-q")
    assert (ended.status, ended.tally) == (0, "1 passed"), ended.output
    assert (tmp_path / "test-results/press-agent-yaml-press/workdir/pressed").read_text() == "pressed"
