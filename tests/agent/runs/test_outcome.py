"""The result of a run: secrets hidden, files named by where they are kept, a picture where it failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.checks import CheckResult
from agent.episode import Ending
from agent.runs.beforehand import Beforehand
from agent.runs.outcome import Outcome
from agent.runs.planning.plan import RunFolder
from agent.runs.planning.work_folder import WorkFolder
from agent.runs.report.tally import Tally
from tests.agent.fakes import make_frame, make_task

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agent.episode import Verdict

SECRET = "s3cr3t-and-long"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[RunFolder]:
    work = WorkFolder(tmp_path / "workdir", "demo")
    yield RunFolder("demo", tmp_path, tmp_path / "recording", work, line=7)
    work.close()


def outcome(folder: RunFolder) -> Outcome:
    tally = Tally(steps=3, said=f"done with {SECRET}", at=f"step 3: Type {SECRET}.")
    return Outcome(folder, make_task(), "reader", {"PW": SECRET}, tally, Beforehand(lambda _seen: ()))


def test_no_text_of_it_tells_a_secret(folder: RunFolder) -> None:
    result = outcome(folder).result(Ending("gave_up", f"no {SECRET}"), 1.23456, 2, None)
    assert SECRET not in result.model_dump_json()
    assert result.message.endswith("2 of the steps were a person's")
    assert (result.seconds, result.steps, result.line, result.recording) == (1.235, 3, 7, None)


def test_a_file_is_named_by_where_it_is_kept(folder: RunFolder) -> None:
    check = CheckResult(
        kind="file",
        what=f"{folder.workdir}/a.csv",
        passed=True,
        expected="x",
        actual="x",
        seconds=0.1,
    )
    result = outcome(folder).result(Ending("passed", "", checks=(check,)), 1, 0, None)
    assert [one.what for one in result.checks] == [f"{folder.path}/workdir/a.csv"]


@pytest.mark.parametrize(("verdict", "shown"), [("failed", True), ("passed", False)])
def test_the_last_screen_is_kept_where_it_failed(folder: RunFolder, verdict: Verdict, *, shown: bool) -> None:
    picture = folder.path / "failure.png"
    result = outcome(folder).result(Ending(verdict, ""), 1, 0, make_frame())
    assert result.picture == (str(picture) if shown else None)
    assert picture.exists() is shown


def test_a_picture_that_can_not_be_written_costs_no_result(folder: RunFolder) -> None:
    (folder.path / "failure.png").mkdir()
    assert outcome(folder).result(Ending("failed", ""), 1, 0, make_frame()).picture is None
