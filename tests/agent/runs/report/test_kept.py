"""Results that are kept beside recordings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadRecording
from agent.recording.reading import last_sum, load_lines
from agent.runs.report.kept import keep, keep_all, kept_path, load_kept
from tests.agent.fakes import DONE, click
from tests.agent.recordings import record
from tests.agent.results import result

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def rec(tmp_path: Path) -> Path:
    record(tmp_path / "rec", [click(), DONE])
    return tmp_path / "rec"


def test_a_result_is_kept_beside_its_recording_and_names_it(rec: Path) -> None:
    told = result(recording=str(rec), healed=(3,), flaky=True)
    keep(told)
    kept = load_kept(rec, load_lines(rec).sum)
    assert kept is not None
    assert (kept.result, kept.attempt) == (told, 1)
    assert kept_path(rec) == rec.with_name("rec.result.json")


def test_attempts_belong_to_one_run(rec: Path, tmp_path: Path) -> None:
    record(tmp_path / "rec-retry1", [click(), DONE])
    first = result(recording=str(rec), verdict="failed")
    last = result(recording=str(tmp_path / "rec-retry1"), attempts=(first,))
    keep_all([first, last])
    kept = [load_kept(folder, last_sum(folder)) for folder in (rec, tmp_path / "rec-retry1")]
    assert [one.attempt for one in kept if one] == [1, 2]
    assert len({one.run for one in kept if one}) == 1


def test_that_of_another_recording_is_passed_over(rec: Path) -> None:
    keep(result(recording=str(rec)))
    assert load_kept(rec, "0" * 64) is None
    assert load_kept(rec.with_name("other"), None) is None


def test_a_run_without_a_recording_leaves_its_result_where_that_would_be(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    told = result(verdict="environment_error", workdir=str(tmp_path / "run" / "workdir"))
    keep(told)
    kept = load_kept(tmp_path / "run" / "recording", None)
    assert kept is not None
    assert kept.result == told


def test_one_that_no_place_is_known_of_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keep(result())
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_no_fault_of_the_run(tmp_path: Path) -> None:
    keep(result(recording=str(tmp_path / "gone" / "rec")))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no result"),
        ("[]", "no result"),
        ('{"format": 2}', "newer deskhand"),
        ('{"format": 1}', "Field required"),
        ('{"format": 1, "recording": null, "run": "x", "ended": "", "result": {"task": 3}}', "result.task"),
    ],
)
def test_a_damaged_or_newer_one_is_refused_with_its_file(rec: Path, text: str, said: str) -> None:
    kept_path(rec).write_text(text)
    with pytest.raises(BadRecording, match=f"rec.result.json: .*{said}"):
        load_kept(rec, None)


def test_what_a_terminal_would_obey_is_escaped_in_the_file_and_read_back(rec: Path) -> None:
    keep(result("\x1b[31m\u202e", recording=str(rec)))
    assert "\x1b" not in kept_path(rec).read_text()
    kept = load_kept(rec, last_sum(rec))
    assert kept is not None
    assert kept.result.task == "\x1b[31m\u202e"
    assert json.loads(kept_path(rec).read_text())["format"] == 1


def test_the_last_sum_is_that_of_the_last_whole_line(rec: Path) -> None:
    whole = load_lines(rec).sum
    with (rec / "session.jsonl").open("a") as file:
        file.write('{"event": "torn')
    assert last_sum(rec) == whole
