"""What may be deleted for a new report, and what somebody wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.runs.report.earlier import forget
from agent.runs.report.file import ReportFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\n",
        "<testsuites/>",
        '<?xml version="1.0"?>\n<testsuites>',
        '{\n "trials": []}',
        "\ufeff<?xml ?>",
        "<!doctype html>\n<!-- deskhand report -->",
    ],
)
def test_a_report_goes(tmp_path: Path, content: str) -> None:
    for take in (forget, lambda path: ReportFile("--junit", path)):
        (tmp_path / "report").write_text(content)
        take(tmp_path / "report")
        assert not (tmp_path / "report").exists()


@pytest.mark.parametrize(
    "content",
    [
        "instruction: Look.\n",
        '{"format": 1, "trials": 2}\n',
        "<html>",
        "<!doctype html>\n<html>",
        "dear diary",
    ],
)
def test_what_is_none_stays_and_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "mine").write_text(content)
    forget(tmp_path / "mine")
    with pytest.raises(BadInput, match=r"--junit .*mine: holds something else than a report; name another"):
        ReportFile("--junit", tmp_path / "mine")
    assert (tmp_path / "mine").read_text() == content


def test_what_is_no_file_is_left_to_who_writes_there(tmp_path: Path) -> None:
    forget(tmp_path)
    forget(tmp_path / "gone" / "x")
    assert tmp_path.is_dir()
