"""`agent bench plots` as a user gives it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agent.cli import main
from agent.commands import bench_plots
from tests.agent.bench.runs import attempts, written

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_pictures_are_written_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run, out = written(tmp_path / "run", attempts(1, 2, seconds={"total": 2})), tmp_path / "out"
    assert main(["bench", "plots", str(run), "--out", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["plots"]
    assert told["files"] == [str(out / "told-time.svg"), str(out / "told-time.png")]
    assert len(told["left_out"]) == 3


def test_without_results_nothing_is_drawn_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = written(tmp_path / "run", [])
    assert main(["bench", "plots", str(run), "--out", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().err == "not drawn: told: there are no attempts\n"


def test_a_folder_for_the_pictures_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_plots.main.__doc__
    assert main(["bench", "plots", str(tmp_path)]) == 2
    assert "name a folder for the pictures (--out)" in capsys.readouterr().err
