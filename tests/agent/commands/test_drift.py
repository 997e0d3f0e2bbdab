"""`agent drift`: a line for each replay, the table, the shares, and the status."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.commands import drift
from agent.commands.options.drift import DriftCommand
from agent.drift.report import Report
from agent.errors import BadInput
from agent.replay.options import LiveOptions
from tests.agent.drift.trials import REPORT, trial
from tests.agent.results import Printed

if TYPE_CHECKING:
    from pathlib import Path


def test_a_replay_that_went_as_it_should_is_one_line() -> None:
    console = Printed()
    drift._tell(console, trial("moved", "right", 3))
    assert console.text == "right         moved         seed 3     1.0 s  so\n"


def test_one_that_did_not_says_why_and_where_it_lies() -> None:
    console = Printed(60)
    drift._tell(console, trial("removed", "silent wrong"))
    lines = console.text.splitlines()
    assert lines[0].startswith("silent wrong  removed       seed 1")
    assert lines[1:] == ["    because", "    recording: runs/1"]


def test_a_long_line_is_cut_and_foreign_text_is_harmless() -> None:
    console = Printed(60)
    drift._tell(console, trial("moved", "right").model_copy(update={"told": "\x1b[31m" + "x" * 500}))
    (line,) = console.text.splitlines()
    assert len(line) <= 60
    assert line.isprintable()


def test_the_table_has_a_row_a_drift_and_the_shares_below() -> None:
    console = Printed()
    drift._print(console, REPORT)
    rows = [line.split() for line in console.text.splitlines()]
    assert ["moved", "pass", "3", "1", "1", "1", "0"] in rows
    assert ["removed", "stop", "2", "1", "0", "1", "1"] in rows
    assert console.text.endswith("silent wrong actions 20.0%, needless stops 33.3%\n")


def test_only_a_silent_wrong_action_is_a_failure() -> None:
    assert drift._status(REPORT) == 1
    harmless = Report(trials=tuple(one for one in REPORT.trials if one.outcome != "silent wrong"))
    assert drift._status(harmless) == 0


def test_what_there_is_not_is_said_before_anything_starts(tmp_path: Path) -> None:
    usual = DriftCommand((tmp_path,), (), (1,), inside=False, report=None, live=LiveOptions(), json=False)
    with pytest.raises(BadInput, match='no drift "shaken"'):
        drift.main(replace(usual, drifts=("shaken",)))
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match=r"--report .*: can't be written"):
        drift.main(replace(usual, report=tmp_path / "file" / "report.json"))
