"""A report is never an older run's, never half a one, and what can't be written is said at once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.runs.report.file import ReportFile

if TYPE_CHECKING:
    from pathlib import Path


def test_an_older_report_goes_at_the_start_and_each_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "report.json"
    path.parent.mkdir()
    path.write_text("<testsuites>")
    file = ReportFile("--report", path)
    assert not path.exists()
    for report in (b"one", b"two"):
        file.write(report)
        assert path.read_bytes() == report
    assert list(path.parent.iterdir()) == [path]
    assert file.fault == ""


def test_what_lies_beside_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "report.part").write_text("mine")
    ReportFile("--report", tmp_path / "report.json").write(b"one")
    assert (tmp_path / "report.part").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "is a folder; name a file in it"),
        ("pipe", "is no plain file"),
        ("file/report", "can't be written: File exists"),
        ("x" * 300, "can't be written: File name too long"),
    ],
)
def test_what_can_not_be_written_is_said_at_once(tmp_path: Path, name: str, why: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match=rf"^--report .*: {why}"):
        ReportFile("--report", tmp_path / name)


def test_a_report_that_could_not_be_written_is_a_fault_until_one_can(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "report.json"
    file = ReportFile("--report", path)
    path.parent.rmdir()
    file.write(b"one")
    assert (
        file.fault
        == f"--report {path}: can't be written: No such file or directory; results are missing in it"
    )
    path.parent.mkdir()
    file.write(b"one and two")
    assert (file.fault, path.read_bytes()) == ("", b"one and two")
