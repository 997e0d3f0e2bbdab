"""Entries: what a recording and its kept result tell of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.recording.reading import load_lines
from agent.report.found import Found
from agent.report.pages.view import CUT_OFF
from agent.report.suites.entry import DAMAGED, entries_of, entry_of
from agent.runs.report.kept import keep
from tests.agent.report.runs import TREE, record
from tests.agent.results import result

if TYPE_CHECKING:
    from pathlib import Path


def test_a_recording_alone_tells_verdict_time_and_model() -> None:
    entry, recording = entry_of(Found(TREE / "wrong_email")), load_lines(TREE / "wrong_email")
    assert (entry.label, entry.verdict, entry.model, entry.steps) == ("wrong_email", "passed", "reader", 11)
    assert recording.end is not None
    assert entry.seconds == recording.end.timing["seconds"]
    assert str(entry.started)[:16] == recording.header.started[:16].replace("T", " ")
    assert entry.file == "tasks/wrong_email.yaml"


def test_its_result_tells_more(tmp_path: Path) -> None:
    rec = record(tmp_path / "rec")
    keep(result("form[Ada]", recording=str(rec), healed=(2,), tags=("smoke",), tokens=12))
    entry = entry_of(Found(rec))
    assert (entry.label, entry.healed, entry.tags, entry.tokens) == ("form[Ada]", (2,), ("smoke",), 12)
    assert entry.recording is not None


def test_a_run_that_came_to_no_recording_is_known_by_its_result(tmp_path: Path) -> None:
    keep(result(verdict="environment_error", workdir=str(tmp_path / "workdir"), file="t.yaml"))
    entry = entry_of(Found(tmp_path / "recording"))
    assert (entry.verdict, entry.file, entry.recording) == ("environment_error", "t.yaml", None)
    assert entry.started is not None


def test_a_run_that_was_cut_off_says_so(tmp_path: Path) -> None:
    assert entry_of(Found(record(tmp_path / "rec", cut=True))).verdict == CUT_OFF


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    rec = record(tmp_path / "rec")
    (rec / "session.jsonl").write_text("{}\n")
    entry = entry_of(Found(rec))
    assert entry.verdict == DAMAGED
    assert "session.jsonl:1" in entry.message
    assert entry_of(Found(tmp_path / "none")).verdict == DAMAGED


def test_results_just_come_are_entries_each_attempt_for_itself(tmp_path: Path) -> None:
    first = result(verdict="failed", recording=str(record(tmp_path / "rec")))
    last = result(recording=str(record(tmp_path / "two")), attempts=(first,), flaky=True)
    lost = result("lost", verdict="environment_error")
    entries = entries_of([last, lost])
    assert [(entry.label, entry.verdict, entry.recording is None) for entry in entries] == [
        ("demo", "failed", False),
        ("demo", "passed", False),
        ("lost", "environment_error", True),
    ]
    assert entries[0].kept is not None
    assert entries[1].kept is not None
    assert entries[0].kept.run == entries[1].kept.run


def test_of_a_result_whose_recording_was_damaged_both_are_told(tmp_path: Path) -> None:
    rec = record(tmp_path / "rec")
    (rec / "session.jsonl").write_text("{}\n")
    [entry] = entries_of([result(recording=str(rec))])
    assert (entry.verdict, entry.recording) == ("passed", None)
    assert "session.jsonl:1" in entry.message
