"""Runs side by side: what they are called, and which may stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.beside import read_runs, section_names
from agent.errors import BadInput
from tests.agent.bench.runs import HOSTILE, attempts, written
from tests.agent.bench.sets import made

if TYPE_CHECKING:
    from pathlib import Path


def test_a_run_is_called_by_its_model_and_its_folder_too_where_the_model_is_another_ones(
    tmp_path: Path,
) -> None:
    one = written(tmp_path / "one", attempts(1, 2), model="m")
    other = written(tmp_path / "other", attempts(2, 2), model="n")
    again = written(tmp_path / "again", attempts(2, 2), model="m")
    assert [run.label for run in read_runs([one, other])] == ["m", "n"]
    assert [run.label for run in read_runs([one, other, again])] == ["m (one)", "n (other)", "m (again)"]


def test_folders_of_one_name_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    one = written(tmp_path / "a" / "run", attempts(1, 2))
    other = written(tmp_path / "b" / "run", attempts(1, 2))
    assert [run.label for run in read_runs([one, other])] == [f"m ({one})", f"m ({other})"]


def test_a_label_is_one_line_with_every_sign_visible(tmp_path: Path) -> None:
    run = written(tmp_path / "run", attempts(1, 1), model=f"a\n\tb\x1b[31m\u202e {HOSTILE}")
    assert read_runs([run])[0].label == rf"a b\x1b[31m\u202e {HOSTILE}"


def test_parts_that_are_kept_apart_have_figures_of_their_own(tmp_path: Path) -> None:
    told = [
        *attempts(2, 4, groups={"words": "original"}),
        made("other", "failed", groups={"words": "refined"}),
    ]
    run = read_runs([written(tmp_path / "run", told, apart="words")])[0]
    assert section_names([run]) == ["original", "refined"]
    assert [run.section(name).passed.of for name in ("original", "refined")] == [4, 1]
    assert [one.item for one in run.attempts("refined")] == ["other"]
    assert run.section("Refined") is None


@pytest.mark.parametrize("key", ["set", "data"])
def test_runs_of_other_sets_or_data_are_refused(key: str, tmp_path: Path) -> None:
    one = written(tmp_path / "one", attempts(1, 2))
    other = written(tmp_path / "other", attempts(1, 2), **{key: "x" * 64})
    with pytest.raises(BadInput, match=f"{key}: .*one is of .*, .*other of x.*side by side"):
        read_runs([one, other])


def test_a_folder_that_is_named_twice_is_refused(tmp_path: Path) -> None:
    one = written(tmp_path / "one", attempts(1, 2))
    with pytest.raises(BadInput, match="is named twice"):
        read_runs([one, tmp_path / "nowhere" / ".." / "one"])


def test_an_altered_folder_is_refused(tmp_path: Path) -> None:
    one = written(tmp_path / "one", attempts(1, 2))
    lines = one / "results.jsonl"
    lines.write_bytes(lines.read_bytes().replace(b'"passed"', b'"failed"'))
    with pytest.raises(BadInput, match=r"results\.jsonl"):
        read_runs([one])
