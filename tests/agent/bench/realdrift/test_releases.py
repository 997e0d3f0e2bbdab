"""The folder of the data: what it lists, and what is wrong with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.bench.realdrift.items import RealDriftItems, read_releases
from agent.bench.realdrift.releases import ReleaseSet
from agent.errors import BadInput
from tests.agent.bench.realdrift.conftest import LISTED

if TYPE_CHECKING:
    from pathlib import Path


def listed(folder: Path, recorded: tuple[str, ...] = (), **others: object) -> ReleaseSet:
    """A folder of data without programs."""
    (folder / "set.json").write_text(json.dumps({**LISTED, **others}))
    for name in recorded:
        (folder / "recordings" / name).mkdir(parents=True)
    return ReleaseSet(folder)


def test_a_pair_is_a_recorded_release_and_a_later_one_of_its_library(tmp_path: Path) -> None:
    names = ["a-1", "b-1", "a-2", "a-3", "b-2"]
    releases = [{"name": name, "library": name[0]} for name in names]
    known = listed(tmp_path, ("a-1", "a-2", "a-3"), releases=releases)
    assert [str(pair) for pair in known.pairs] == ["a-1 on a-2", "a-1 on a-3", "a-2 on a-3"]


def test_each_pair_has_an_item_for_no_fault_and_for_each_healed_and_not(tmp_path: Path) -> None:
    items = RealDriftItems(listed(tmp_path, ("book-1",))).items()
    assert len(items) == 3 * 2
    assert items[0].name == "book-1 on book-2, none, without healing"
    assert len({item.name for item in items}) == len(items)


def test_without_a_recorded_release_there_is_nothing_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no library has a recorded release and a later one"):
        RealDriftItems(listed(tmp_path)).items()


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"regressions": 3}, "regressions"),
        ({"more": 1}, "more"),
        ({"releases": [{"name": "a"}]}, "releases.0.library"),
    ],
)
def test_a_list_that_is_none_is_refused_with_its_place(
    tmp_path: Path, others: dict[str, object], said: str
) -> None:
    with pytest.raises(BadInput, match=rf"set\.json: {said}"):
        listed(tmp_path, **others)


def test_a_folder_without_a_list_is_refused_and_so_is_none(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"python -m benchmarks\.realdrift DIR"):
        ReleaseSet(tmp_path)
    with pytest.raises(BadInput, match="--data DIR"):
        read_releases(None)


def test_the_digest_hangs_on_every_file_but_on_what_releases_were_made_of(tmp_path: Path) -> None:
    known = listed(tmp_path)
    was = known.digest()
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "package.json").write_text("{}")
    assert known.digest() == was
    (tmp_path / "page.html").write_text("<p>")
    assert known.digest() != was
