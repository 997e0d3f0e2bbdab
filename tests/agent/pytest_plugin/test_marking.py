"""Marks and tags in task files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.pytest_plugin import marking
from tests.agent.fakes import DONE, FAILED
from tests.agent.pytest_plugin.sessions import session, write_task

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    write_task(tmp_path / "skipped.agent.yaml", [DONE], marks=[{"skip": "not today"}])
    ci = {"env": "IN_CI", "reason": "slow there"}
    write_task(tmp_path / "conditional.agent.yaml", [DONE], marks=[{"skipif": ci}])
    write_task(tmp_path / "expected.agent.yaml", [FAILED], marks=[{"xfail": "bug 12"}])
    write_task(tmp_path / "better.agent.yaml", [DONE], marks=[{"xfail": {"reason": "bug", "strict": True}}])
    write_task(tmp_path / "broken.agent.yaml", [], marks=[{"xfail": "bug 14"}])
    write_task(tmp_path / "smoke.agent.yaml", [DONE], marks=["smoke"], tags=["billing"])
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = smoke: quick ones\n")
    return tmp_path


def test_each_is_heeded_and_an_error_is_expected_of_no_task(marked: Path) -> None:
    ended = session(marked, "-q", "-rA", "--strict-markers", IN_CI="1")
    assert ended.tally == "1 failed, 1 passed, 2 skipped, 1 xfailed, 1 error", ended.output
    assert "[XPASS(strict)] bug" in ended.output
    assert "XFAIL expected.agent.yaml::expected - bug 12" in ended.output
    assert "slow there" in ended.output
    assert "model_error" in ended.line("ERROR broken.agent.yaml::broken")


def test_marks_and_tags_select(marked: Path) -> None:
    chosen = ["smoke.agent.yaml::smoke"]
    for option in (["-m", "smoke"], ["-k", "billing"]):
        ended = session(marked, "--collect-only", "-q", *option)
        assert [line for line in ended.output.splitlines() if "::" in line] == chosen


def test_a_mark_that_is_not_registered_is_refused_with_its_place_where_marks_are_strict(marked: Path) -> None:
    (marked / "pytest.ini").unlink()
    ended = session(marked, "-q", "--strict-markers", "smoke.agent.yaml")
    assert ended.status != 0
    assert "smoke.agent.yaml:3:" in ended.output
    assert "'smoke' not found in `markers` configuration option" in ended.output
    assert marking.__name__ not in ended.output  # no traceback of ours
