"""Runs that are done again while they do not pass."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from agent.errors import BadInput
from agent.recording.lines import SESSION
from agent.runs.attempts import attempt
from agent.runs.options import RunOptions
from agent.runs.planning.plan import Planned
from agent.task import Run, load_task
from tests.agent.results import result
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from agent.runs.report.result import Result


@pytest.fixture
def run(tmp_path: Path) -> Run:
    (tmp_path / "t.yaml").write_text("instruction: a\n")
    return load_task(tmp_path / "t.yaml").runs()[0]


class Doing:
    """Does a run by saying what came of it; remembers where it was recorded."""

    def __init__(self, *verdicts: str) -> None:
        self.verdicts = list(verdicts)
        self.records: list[Path | None] = []

    def __call__(self, planned: Planned, options: RunOptions, watchers: object = ()) -> Result:
        self.records.append(planned.record)
        return result(planned.label, verdict=self.verdicts.pop(0))


def tried(run: Run, does: Doing, retries: int, record: Path | None = None) -> Result:
    return attempt(Planned(run, "t", record), RunOptions(), does=does, retries=retries)


def test_one_that_passes_at_once_is_done_once(run: Run) -> None:
    done = tried(run, Doing("passed"), 2)
    assert (done.flaky, done.attempts) == (False, ())


@pytest.mark.parametrize("verdict", ["failed", "gave_up", "stopped", "model_error", "environment_error"])
def test_one_that_passes_later_is_flaky(run: Run, verdict: str) -> None:
    done = tried(run, Doing(verdict, "passed"), 2)
    assert (done.verdict, done.flaky) == ("passed", True)
    assert [earlier.verdict for earlier in done.attempts] == [verdict]


def test_one_that_never_passes_is_done_so_often(run: Run) -> None:
    done = tried(run, Doing("failed", "stopped", "failed"), 2)
    assert (done.verdict, done.flaky, len(done.attempts)) == ("failed", False, 2)


def test_each_further_try_is_announced_with_what_came_before(run: Run) -> None:
    told: list[str] = []
    planned = Planned(run, "t", None)
    attempt(planned, RunOptions(), does=Doing("failed", "passed"), retries=2, starting=told.append)
    assert told == ["t  (retry 1 of 2; failed: done)"]


def test_one_that_was_interrupted_is_not_done_again(run: Run) -> None:
    assert tried(run, Doing("interrupted"), 2).verdict == "interrupted"


def test_every_new_recording_has_a_folder_of_its_own(run: Run) -> None:
    does = Doing("failed", "failed", "passed")
    tried(run, does, 2, Path("rec"))
    assert does.records == [Path("rec"), Path("rec-retry1"), Path("rec-retry2")]


def test_a_recording_that_is_followed_stays_where_it_is(run: Run, tmp_path: Path) -> None:
    record = tmp_path / "rec"
    record.mkdir()
    (record / SESSION).touch()
    does = Doing("failed", "passed")
    tried(run, does, 1, record)
    assert does.records == [record, record]


def fails(error: Exception) -> Doing:
    """Something that keeps each run from beginning."""

    def does(planned: Planned, options: RunOptions, watchers: object = ()) -> Result:
        raise error

    return cast("Doing", does)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (EnvironmentFault("no room"), "no room"),
        (MemoryError("libx"), "unexpected MemoryError: libx (--debug shows where)"),
    ],
)
def test_what_keeps_a_run_from_beginning_is_its_verdict(run: Run, error: Exception, said: str) -> None:
    done = tried(run, fails(error), 1)
    assert (done.verdict, done.message, len(done.attempts)) == ("environment_error", said, 1)
    assert (done.task, done.model, done.file) == ("t", "reader", str(run.file.document.path))


def test_bad_input_is_the_commands_and_so_is_what_is_to_be_shown_in_full(run: Run) -> None:
    with pytest.raises(BadInput):
        tried(run, fails(BadInput("no")), 0)
    with pytest.raises(MemoryError):
        attempt(Planned(run, "t", None), RunOptions(debug=True), does=fails(MemoryError()), retries=0)
