"""Beside other plugins in one environment: none of them loses anything, and each tells the same."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.agent.fakes import DONE, FAILED
from tests.agent.pytest_plugin.sessions import properties, session, write_task

if TYPE_CHECKING:
    from pathlib import Path


def test_pytest_playwright_empties_the_output_before_the_first_item_and_never_after(tmp_path: Path) -> None:
    (tmp_path / "test-results/older").mkdir(parents=True)
    write_task(tmp_path / "a.agent.yaml", [DONE])
    (tmp_path / "test_b.py").write_text("def test_b(output_path):\n    pass\n")
    ended = session(tmp_path, "-q", "a.agent.yaml", "test_b.py", "--tracing=on", "--agent-trace=off")
    assert ended.tally == "2 passed", ended.output
    assert [path.name for path in (tmp_path / "test-results").iterdir()] == ["a-agent-yaml-a"]


def test_workers_of_xdist_and_reruns_keep_each_attempt(tmp_path: Path) -> None:
    for name in "abc":
        write_task(tmp_path / f"{name}.agent.yaml", [FAILED])
    (tmp_path / "test_b.py").write_text("def test_b(output_path):\n    pass\n")
    ended = session(tmp_path, "-q", "-n2", "--reruns=1", "--junitxml=junit.xml", "-v")
    assert ended.tally == "3 failed, 1 passed, 3 rerun", ended.output
    kept = {path.name for path in (tmp_path / "test-results").iterdir()}
    assert kept == {f"{name}-agent-yaml-{name}{retry}" for name in "abc" for retry in ("", "-retry1")}
    for name in "abc":
        said = [part.attrib["name"] for part in ended.junit()[name].iter("property")]
        assert len(said) == len(set(said))
        recording = f"test-results/{name}-agent-yaml-{name}-retry1/recording"
        assert properties(ended.junit()[name])["agent_recording"] == recording


MEET = """
import os, pathlib, sys, time
here, deadline = pathlib.Path(sys.argv[1]), time.monotonic() + 120
(here / os.environ["DISPLAY"]).touch()
while len(list(here.iterdir())) < 2 and time.monotonic() < deadline:
    time.sleep(0.05)
print(len(list(here.iterdir())))
"""


def test_each_worker_of_xdist_has_a_display_of_its_own(tmp_path: Path) -> None:
    """Each of two runs waits until it has met the other one, on another display."""
    (tmp_path / "displays").mkdir()
    command = [sys.executable, "-c", MEET, str(tmp_path / "displays")]
    met = {"command": {"run": command, "stdout": "2"}}
    for name in "ab":
        write_task(tmp_path / f"{name}.agent.yaml", [DONE], checks=[met])
    ended = session(tmp_path, "-q", "-n2")
    assert ended.tally == "2 passed", ended.output
