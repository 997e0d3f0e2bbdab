"""A recording of one release, replayed on the next one, which may be at fault; on real windows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.bench.realdrift.items import RealDriftItems
from agent.bench.realdrift.releases import ReleaseSet
from agent.bench.realdrift.replaying import replay_on
from agent.bench.realdrift.set import RealDrift
from agent.bench.results.reading import read_results
from agent.bench.run import run_benchmark
from agent.bench.sets import Asked
from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.bench.results.attempt import Attempt

FAULTS = ("none", "wrong field", "no row")


@pytest.fixture(scope="session")
def out(releases: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of all replays without healing, and of one with."""
    folder = tmp_path_factory.mktemp("out")
    benchmark = RealDrift(Asked(name="realdrift", model="reader", data=releases))
    items = [
        item
        for item in benchmark.items()
        if item.groups["healing"] == "without" or item.groups["regression"] == "none"
    ]
    summary = run_benchmark(benchmark, items, 1, folder, lambda *_told: None)
    benchmark.show(summary, read_results(folder).latest, folder)
    return folder


@pytest.fixture(scope="session")
def attempts(out: Path) -> Sequence[Attempt]:
    return read_results(out).latest


def test_a_recording_goes_on_on_the_next_release_and_stops_at_each_fault(attempts: Sequence[Attempt]) -> None:
    became = {one.groups["regression"]: one.details["became"] for one in attempts}
    assert became == {"none": "survived", **dict.fromkeys(FAULTS[1:], "stopped")}
    assert all(one.seconds["total"] > 0 for one in attempts)


def test_what_was_saved_is_told_of_a_replay_that_said_it_was_done(attempts: Sequence[Attempt]) -> None:
    told = {one.groups["regression"]: one.details.get("saved") for one in attempts}
    assert told == {"none": [["Harvest", "Ghent"]], **dict.fromkeys(FAULTS[1:])}


def test_a_replay_is_judged_again_offline_and_comes_to_the_same(
    releases: Path, out: Path, attempts: Sequence[Attempt]
) -> None:
    items = RealDriftItems(ReleaseSet(releases))
    for attempt in attempts:
        assert items.again(attempt, out) == attempt


@pytest.mark.parametrize("group", ["replayed", "regression", "healing", "recorded"])
def test_a_recording_of_another_item_is_refused(
    releases: Path, out: Path, attempts: Sequence[Attempt], group: str
) -> None:
    altered = attempts[0].model_copy(update={"groups": {**attempts[0].groups, group: "other"}})
    with pytest.raises(BadInput, match="not of book-1 on book-2"):
        RealDriftItems(ReleaseSet(releases)).again(altered, out)


def test_a_program_that_does_not_tell_what_it_saved_is_the_environments_fault(
    releases: Path, tmp_path: Path
) -> None:
    [item, *_] = RealDriftItems(ReleaseSet(releases)).items()
    groups = {**item.groups, "replayed": "unknown"}
    result = replay_on(replace(item, groups=groups), ReleaseSet(releases), None, tmp_path / "rec").result
    assert result.verdict == "environment_error"


def test_the_recording_stays_as_it_was(releases: Path, attempts: Sequence[Attempt]) -> None:
    assert attempts
    assert [path.name for path in (releases / "recordings").iterdir()] == ["book-1"]


def test_the_matrix_has_each_replay(out: Path, attempts: Sequence[Attempt]) -> None:
    assert attempts
    page = (out / "matrix.md").read_text()
    assert "| book-1 | book-2 | survived | stopped / - | stopped / - |" in page
