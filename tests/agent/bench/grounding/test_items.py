"""Items: an attempt is judged anew from its raw reply and the data alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.grounding.items import (
    GroundingItems,
    grounding_items,
    picture_digest,
    read_published,
    size_class,
)
from agent.bench.grounding.layouts.sample import Nowhere, Polygon, Rectangle, Target
from agent.bench.sets import load_items
from agent.errors import BadInput
from tests.agent.bench.grounding.folders import grey, grid, osworld_g, screenspot, screenspot_pro, write
from tests.agent.bench.sets import configured, made
from tests.agent.fakes import click

if TYPE_CHECKING:
    from pathlib import Path


def items(name: str, data: Path) -> GroundingItems:
    return grounding_items(configured(set=name), data)


def test_an_altered_verdict_is_put_right(tmp_path: Path) -> None:
    found = items("screenspot", screenspot(tmp_path))
    picture = picture_digest(tmp_path / "screenspot_imgs" / "web.png")
    attempt = made("web/0", "passed", reply=click(*grid(500, 300)), details={"picture": picture})
    again = found.again(attempt, tmp_path)
    assert (again.outcome, again.score) == ("failed", 0)
    assert again.details["point"] == [500, 300]
    assert found.again(again, tmp_path) == again


def test_another_picture_is_refused(tmp_path: Path) -> None:
    found = items("screenspot", screenspot(tmp_path))
    picture = tmp_path / "screenspot_imgs" / "web.png"
    attempt = made("web/0", reply="", details={"picture": picture_digest(picture)})
    grey(picture, (640, 400))
    with pytest.raises(BadInput, match="is not the picture that 'web/0' was asked with"):
        found.again(attempt, tmp_path)
    picture.unlink()
    with pytest.raises(BadInput, match="can't be read"):
        found.again(attempt, tmp_path)


def test_an_attempt_without_a_reply_stays(tmp_path: Path) -> None:
    found = items("screenspot-pro", screenspot_pro(tmp_path))
    attempt = made("word_windows_0", "environment")
    assert found.again(attempt, tmp_path) == attempt


def test_an_item_of_other_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="has no item 'web/7'"):
        items("screenspot", screenspot(tmp_path)).again(made("web/7", reply=""), tmp_path)


def test_the_digest_is_of_annotations_and_pictures(tmp_path: Path) -> None:
    data = screenspot_pro(tmp_path)
    before = items("screenspot-pro", data).digest()
    assert items("screenspot-pro", data).digest() == before
    grey(data / "images" / "word_windows" / "screenshot.png", (640, 400))
    after = items("screenspot-pro", data).digest()
    write(data / "annotations" / "blender_windows.json", [])
    assert len({before, after, items("screenspot-pro", data).digest()}) == 3


def test_originals_and_refined_are_kept_apart(tmp_path: Path) -> None:
    found = load_items(configured(set="osworld-g"), osworld_g(tmp_path))
    assert found.apart == "instructions"
    assert [item.name for item in found.items()][::3] == ["original/ABC-0", "refined/ABC-0"]


@pytest.mark.parametrize("name", ["screenspot", "osworld-g"])
def test_no_folder_and_no_items_are_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="name the folder of the published data with --data"):
        read_published(name, None)
    data = {"screenspot": screenspot, "osworld-g": osworld_g}[name](tmp_path)
    for file in data.glob("[sO]*.json"):
        write(file, [])
    with pytest.raises(BadInput, match="there are no items in it"):
        read_published(name, data)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (Rectangle(0, 0, 15.9, 90), "00-15 px"),
        (Rectangle(0, 0, 16, 90), "16-31 px"),
        (Rectangle(10, 10, 90, 73), "32-63 px"),
        (Polygon(((0, 0), (200, 0), (0, 64))), "64 px and more"),
        (Nowhere(), ()),
    ],
)
def test_targets_are_told_apart_by_their_shorter_side(target: Target, told: object) -> None:
    assert size_class(target) == told
