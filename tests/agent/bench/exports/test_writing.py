"""Which episodes are exported, that nothing altered is, and that nothing half-written is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.exports.writing import export
from agent.bench.results.reading import LINES
from agent.errors import AgentError, BadInput, BadRecording
from tests.agent.bench.episodes import episodes_in
from tests.agent.bench.exports.exported import quiet, recorded, samples
from tests.agent.fakes import make_frame

if TYPE_CHECKING:
    from pathlib import Path


def test_only_what_passed_is_exported_unless_all_is_asked_for(tmp_path: Path) -> None:
    recorded(tmp_path / "runs" / "good")
    recorded(tmp_path / "runs" / "deep" / "bad", passed=False)
    made = export([tmp_path / "runs"], "sharegpt", tmp_path / "some", quiet)
    assert (made.episodes, made.left_out, made.samples, made.pictures) == (1, 1, 1, 2)
    made = export([tmp_path / "runs"], "sharegpt", tmp_path / "every", quiet, failed=True)
    assert (made.episodes, made.left_out, made.samples) == (2, 0, 2)


def test_of_a_results_folder_the_attempts_count_and_not_what_else_lies_there(tmp_path: Path) -> None:
    """Even seeds passed; a recording that no result names is none of the run's."""
    results = episodes_in(tmp_path / "results")
    recorded(results / "recordings" / "planted")
    found = samples(results, "qwen-vl", tmp_path / "out")
    assert len(found) == 3
    assert all("planted" not in sample["id"] for sample in found)


def test_an_episode_that_is_named_twice_is_written_once(tmp_path: Path) -> None:
    folder = recorded(tmp_path / "runs" / "one")
    assert export([folder, tmp_path / "runs", folder], "agentnet", tmp_path / "out", quiet).episodes == 1


def test_an_altered_recording_is_an_error_with_its_path_and_nothing_is_written(tmp_path: Path) -> None:
    recorded(tmp_path / "runs" / "a")
    altered = recorded(tmp_path / "runs" / "b")
    frame = altered / "frames" / f"{make_frame(1).digest}.webp"
    frame.write_bytes((altered / "frames" / f"{make_frame(2).digest}.webp").read_bytes())
    with pytest.raises(BadRecording, match=f"{frame}: the frame was altered"):
        export([tmp_path / "runs"], "qwen-vl", tmp_path / "out", quiet)
    assert [path.name for path in tmp_path.iterdir()] == ["runs"]


@pytest.mark.parametrize("name", ["session.jsonl", LINES])
def test_an_altered_line_is_an_error_with_its_path(name: str, tmp_path: Path) -> None:
    results = episodes_in(tmp_path / "results")
    path = next(results.rglob(name))
    path.write_bytes(path.read_bytes().replace(b'"passed', b'"failed', 1))
    with pytest.raises(AgentError, match=path.name):
        export([results], "huggingface", tmp_path / "out", quiet, failed=True)
    assert not (tmp_path / "out").exists()


def test_another_runs_recording_in_an_attempts_place_is_noticed(tmp_path: Path) -> None:
    results = episodes_in(tmp_path / "results")
    first, second = sorted((results / "recordings").iterdir())[:2]
    first.rename(tmp_path / "aside")
    second.rename(first)
    with pytest.raises(BadInput, match="one of them was altered"):
        export([results], "huggingface", tmp_path / "out", quiet, failed=True)


def test_a_folder_with_something_in_it_is_refused_and_an_empty_one_taken(tmp_path: Path) -> None:
    folder, out = recorded(tmp_path / "one"), tmp_path / "out"
    out.mkdir()
    export([folder], "sharegpt", out, quiet)
    held = sorted(path.name for path in out.iterdir())
    assert held == ["dataset_info.json", "episodes.json", "images"]
    with pytest.raises(BadInput, match="is not empty"):
        export([folder], "sharegpt", out, quiet)


def test_what_holds_nothing_to_export_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="none of 1 episodes passed; with --all"):
        export([recorded(tmp_path / "bad", passed=False)], "sharegpt", tmp_path / "out", quiet)
    with pytest.raises(BadInput, match="is no folder"):
        export([tmp_path / "nowhere"], "sharegpt", tmp_path / "out", quiet)
