"""`agent report` and `agent trace` as a user gives them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent import cli
from agent.commands.report import main
from agent.commands.trace import main as trace
from tests.agent.commands.given import options_of
from tests.agent.report.runs import TREE, record

if TYPE_CHECKING:
    from pathlib import Path


def test_page_video_and_gif_of_one_recording(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = f"-o {tmp_path}/p.html --video {tmp_path}/v.webm --gif {tmp_path}/g.gif"
    assert main(options_of(f"report {TREE}/xterm_command {out}")) == 0
    assert (tmp_path / "p.html").read_bytes().startswith(b"<!doctype html>")
    assert (tmp_path / "v.webm").read_bytes()[:4] == b"\x1aE\xdf\xa3"
    assert (tmp_path / "g.gif").read_bytes()[:6] == b"GIF89a"
    said, told = capsys.readouterr()
    assert said == ""
    assert f"{tmp_path}/v.webm: video of 1 run" in told


def test_json_names_what_was_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["report", f"{TREE}/xterm_command", "-o", f"{tmp_path}/p.html", "--json"]) == 0
    assert json.loads(capsys.readouterr()[0]) == {
        "recordings": [f"{TREE}/xterm_command"],
        "page": f"{tmp_path}/p.html",
        "unread": [],
    }


def test_what_cannot_be_read_of_many_is_told_and_the_others_are_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "ab":
        record(tmp_path / name)
    (tmp_path / "a" / "session.jsonl").write_text("{}\n")
    assert cli.main(["report", str(tmp_path), "-o", f"{tmp_path}/p.html"]) == 2
    assert f"agent: {tmp_path}/a/session.jsonl:1" in capsys.readouterr()[1]
    assert b'<body class="many">' in (tmp_path / "p.html").read_bytes()


def test_the_trace_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert trace(options_of(f"trace {TREE}/xterm_command -o {tmp_path}/t.zip")) == 0
    assert (tmp_path / "t.zip").read_bytes()[:2] == b"PK"
    assert "show-trace" in capsys.readouterr()[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "{0}/none", "-o", "{0}/p.html"), "is no folder"),
        (("report", "{0}", "-o", "{0}/p.html"), "holds no recording"),
        (("trace", "{0}", "-o", "{0}/t.zip"), "is not a recording"),
        (("report", str(TREE), "--gif", "{0}/g.gif"), "a film is of one recording, and there are"),
    ],
)
def test_what_is_wrong_is_said(
    words: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([word.format(tmp_path) for word in words]) == 2
    assert said in capsys.readouterr()[1]
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_recording_is_said_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rec = record(tmp_path / "rec")
    session = rec / "session.jsonl"
    session.write_text(session.read_text().replace("Do it.", "Do that."))
    assert cli.main(["report", str(rec), "-o", f"{tmp_path}/p.html"]) == 2
    assert "session.jsonl:1: the line was altered" in capsys.readouterr()[1]
