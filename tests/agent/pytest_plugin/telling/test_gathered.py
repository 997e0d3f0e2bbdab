"""What a session came to."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from agent.pytest_plugin.kept.unused import unused
from agent.pytest_plugin.options import read
from agent.pytest_plugin.telling.gathered import Gathered
from agent.pytest_plugin.telling.told import counts, told
from tests.agent.pytest_plugin.configs import config

if TYPE_CHECKING:
    from pathlib import Path


def report(outcome: Any, when: Any = "call", **changes: Any) -> Any:
    made = pytest.TestReport("a.yaml::a", ("a.yaml", 4, "a"), {}, outcome, None, when)
    vars(made).update({"agent_item": True, "duration": 2.0, **changes})
    return made


@pytest.mark.parametrize(
    ("outcome", "when", "changes", "word"),
    [
        ("passed", "call", {}, "passed"),
        ("passed", "call", {"agent_healed": "healed step 1"}, "healed"),
        ("failed", "call", {"longrepr": "failed: no"}, "failed"),
        ("failed", "setup", {"longrepr": "model_error: no"}, "error"),
        ("failed", "teardown", {"longrepr": "no"}, "error"),
        ("skipped", "setup", {"longrepr": ("a.yaml", 1, "Skipped: not today")}, "skipped"),
        ("skipped", "call", {"wasxfail": "bug"}, "xfailed"),
        ("passed", "call", {"wasxfail": "bug"}, "xpassed"),
    ],
)
def test_each_outcome_has_its_word(outcome: str, when: str, changes: dict[str, Any], word: str) -> None:
    made = report(outcome, when, **changes)
    assert counts(made)
    assert told(made).word == word


def test_setting_up_and_a_run_that_is_done_again_say_nothing() -> None:
    assert not counts(report("passed", "setup"))
    assert not counts(report("passed", "teardown"))
    assert not counts(report("rerun"))


def test_the_reason_is_what_a_person_is_told() -> None:
    assert told(report("skipped", longrepr=("a", 1, "Skipped: not today"))).reason == "not today"
    passed = told(report("passed", user_properties=[("agent_message", "all hold"), ("agent_seconds", 1.5)]))
    assert (passed.reason, passed.seconds, passed.line) == ("all hold", 1.5, 5)


def test_recordings_of_tests_in_python_are_in_the_page_too(tmp_path: Path) -> None:
    made = config(tmp_path, [], agent_report="page.html")
    read(made)
    gathered = Gathered(made)
    properties = [("agent_recording", str(tmp_path / "nowhere"))]
    gathered.pytest_runtest_logreport(
        report("passed", "teardown", agent_item=False, user_properties=properties)
    )
    assert gathered.recordings == [str(tmp_path / "nowhere")]


def test_workers_hand_over_what_the_main_process_can_not_know(tmp_path: Path) -> None:
    made = config(tmp_path, [])
    read(made)
    lines: list[str] = []
    gathered = Gathered(made)
    gathered.pytest_testnodedown(SimpleNamespace(workeroutput={"agent_unused": ["/x/\x1b[2Jold"]}))
    gathered.pytest_testnodedown(SimpleNamespace())
    reporter = SimpleNamespace(section=lambda *_args, **_kw: None, write_line=lines.append)
    gathered.pytest_terminal_summary(reporter)
    assert lines == ["/x/\\x1b[2Jold"]
    assert unused(made) == []
