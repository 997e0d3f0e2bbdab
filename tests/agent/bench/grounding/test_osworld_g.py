"""OSWorld-G as it comes: boxes, polygons, refusals; original and refined words; several classes each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.bench.grounding.layouts.osworld_g import read_osworld_g
from agent.bench.grounding.layouts.sample import Nowhere, Polygon, Rectangle
from agent.errors import BadInput
from tests.agent.bench.grounding.folders import osworld_g, write

if TYPE_CHECKING:
    from pathlib import Path


def test_targets_are_boxes_polygons_and_what_is_not_there(tmp_path: Path) -> None:
    found = read_osworld_g(osworld_g(tmp_path))
    assert [sample.name for sample in found.samples] == [
        f"{words}/ABC-{number}" for words in ("original", "refined") for number in range(3)
    ]
    box, polygon, nowhere = (sample.target for sample in found.samples[:3])
    assert box == Rectangle(60.25, 200.5, 180.25, 236.5)
    assert polygon == Polygon(((60, 40), (180, 40), (60, 100)))
    assert nowhere == Nowhere()
    assert found.samples[3].instruction == 'Click "Open file"'
    assert found.samples[1].groups == {
        "instructions": "original",
        "part": "without refusals",
        "class": ("text_matching", "fine_grained_manipulation"),
        "box": "polygon",
        "GUI type": (),
    }
    assert found.samples[5].groups["part"] == "refusals"
    assert found.count == 1128


def test_the_repository_is_taken_as_well_as_its_folder(tmp_path: Path) -> None:
    osworld_g(tmp_path / "benchmark")
    assert read_osworld_g(tmp_path).samples == read_osworld_g(tmp_path / "benchmark").samples


def test_a_set_without_its_refined_words_is_not_whole(tmp_path: Path) -> None:
    (osworld_g(tmp_path) / "OSWorld-G_refined.json").unlink()
    with pytest.raises(BadInput, match=r"has no OSWorld-G_refined\.json"):
        read_osworld_g(tmp_path)


@pytest.mark.parametrize(
    ("kind", "numbers"), [("bbox", [1, 2, 3]), ("polygon", [1, 2, 3, 4]), ("polygon", [1, 2, 3, 4, 5, 6, 7])]
)
def test_numbers_that_make_no_area_are_refused(tmp_path: Path, kind: str, numbers: list[int]) -> None:
    file = osworld_g(tmp_path) / "OSWorld-G.json"
    entries = json.loads(file.read_text())
    write(file, [{**entries[0], "box_type": kind, "box_coordinates": numbers}])
    with pytest.raises(BadInput, match=rf"OSWorld-G\.json: entry 1: box_coordinates: {len(numbers)} numbers"):
        read_osworld_g(tmp_path)


@pytest.mark.parametrize("classes", [[], {"classified": [1]}, {"classified": {"a": [1]}}, {"a": 1}])
def test_classes_of_another_form_are_refused(tmp_path: Path, classes: object) -> None:
    write(osworld_g(tmp_path) / "classification_result.json", classes)
    with pytest.raises(BadInput, match=r"classification_result\.json: is not as published"):
        read_osworld_g(tmp_path)
