"""`agent bench export` as a user gives it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.cli import main
from agent.commands import bench_export
from tests.agent.bench.exports.exported import recorded

if TYPE_CHECKING:
    from pathlib import Path


def test_it_says_what_it_wrote_and_what_it_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench_export.main.__doc__
    recorded(tmp_path / "runs" / "good")
    recorded(tmp_path / "runs" / "bad", passed=False)
    out = tmp_path / "out"
    given = ["bench", "export", str(tmp_path / "runs"), "--form", "huggingface", "--out", str(out)]
    assert main(given) == 0
    assert capsys.readouterr().err == (
        f"{out}: 2 rows of 1 episode with 2 pictures (huggingface); left out: 1 that did not pass"
        " (--all takes them)\n"
    )
    talk = [*given[:4], "qwen-vl", "--out", str(tmp_path / "talk")]
    assert main(talk) == 0
    assert "talk: 1 conversation of 1 episode with" in capsys.readouterr().err
    assert main([*given[:-1], str(tmp_path / "every"), "--all", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "exit": 0,
        "exported": {
            "out": str(tmp_path / "every"), "form": "huggingface", "episodes": 2, "left_out": 0, "samples": 4,
            "pictures": 2,
        },
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["export", "--form", "sharegpt", "--out", "o"], "bench export: takes folders, and 0 are named"),
        (["export", "a", "--out", "o"], "bench export: name the form (--form)"),
        (["export", "a", "--form", "sharegpt"], "a new folder for it (--out)"),
        (["export", "a", "--form", "csv", "--out", "o"], '--form "csv": bench export has no such form'),
        (["verify", "a", "--all"], "--all: has no use with `agent bench verify`"),
        (["screenspot", "--form", "sharegpt"], "--form: has no use with `agent bench screenspot`"),
        (["export", "no-such-folder", "--form", "sharegpt", "--out", "o"], "no-such-folder: is no folder"),
    ],
)
def test_what_is_wrong_is_said(given: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        status = main(["bench", *given])
    except SystemExit as left:
        status = left.code
    assert status == 2
    assert said in capsys.readouterr().err
