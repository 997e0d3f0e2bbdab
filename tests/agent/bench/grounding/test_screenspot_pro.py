"""ScreenSpot-Pro as it comes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.bench.grounding.layouts.sample import Rectangle
from agent.bench.grounding.layouts.screenspot_pro import read_screenspot_pro
from agent.errors import BadInput
from tests.agent.bench.grounding.folders import draw, screenspot, screenspot_pro, write

if TYPE_CHECKING:
    from pathlib import Path


def test_boxes_are_two_corners(tmp_path: Path) -> None:
    found = read_screenspot_pro(screenspot_pro(tmp_path))
    assert [sample.name for sample in found.samples] == [
        "blender_windows_0", "blender_windows_1", "word_windows_0", "word_windows_1",
    ]  # fmt: skip
    last = found.samples[-1]
    assert last.target == Rectangle(300, 40, 420, 76)
    assert (last.instruction, last.size) == ("Cancel", (640, 400))
    assert last.picture == tmp_path / "images" / "word_windows" / "screenshot.png"
    assert last.groups == {
        "group": "Office", "ui_type": "icon", "group and ui_type": "Office icon", "application": "word",
        "platform": "windows",
    }  # fmt: skip
    assert found.count == 1581


def test_chinese_instructions_are_kept_apart_from_english_ones(tmp_path: Path) -> None:
    found = read_screenspot_pro(screenspot_pro(tmp_path), "cn")
    assert {(sample.instruction, sample.groups["language"]) for sample in found.samples} == {("保存", "cn")}
    assert found.language == "cn"
    assert read_screenspot_pro(tmp_path).language is None


def test_an_item_without_a_chinese_instruction_is_named(tmp_path: Path) -> None:
    file = screenspot_pro(tmp_path) / "annotations" / "word_windows.json"
    write(file, [{**entry, "instruction_cn": " "} for entry in json.loads(file.read_text())])
    assert len(read_screenspot_pro(tmp_path).samples) == 4
    with pytest.raises(BadInput, match="'word_windows_0' has no instruction_cn: --language cn needs it"):
        read_screenspot_pro(tmp_path, "cn")


def test_widths_are_never_taken_for_corners(tmp_path: Path) -> None:
    for file in (screenspot_pro(tmp_path) / "annotations").iterdir():
        write(file, [{**entry, "bbox": [420, 300, 120, 36]} for entry in json.loads(file.read_text())])
    with pytest.raises(BadInput, match="4 of 4 boxes end before they begin"):
        read_screenspot_pro(tmp_path)


def test_an_id_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    file = screenspot_pro(tmp_path) / "annotations" / "word_windows.json"
    write(file, json.loads(file.read_text()) * 2)
    with pytest.raises(BadInput, match="'word_windows_0' is there twice"):
        read_screenspot_pro(tmp_path)


def test_another_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="use `agent bench screenspot`"):
        read_screenspot_pro(screenspot(tmp_path))


def test_pictures_that_were_made_smaller_are_another_mirror(tmp_path: Path) -> None:
    for application in ("word", "blender"):
        draw(screenspot_pro(tmp_path) / "images" / f"{application}_windows" / "screenshot.png", (320, 200))
    draw(tmp_path / "images" / "word_windows" / "screenshot.png", (640, 400))
    with pytest.raises(BadInput, match=r"2 of 4 pictures .* \(320x200, not 640x400\)"):
        read_screenspot_pro(tmp_path)


@pytest.mark.parametrize("size", [[0, 400], [640, -1], [640], "640x400"])
def test_a_size_that_is_none_is_refused(tmp_path: Path, size: object) -> None:
    file = screenspot_pro(tmp_path) / "annotations" / "word_windows.json"
    write(file, [{**entry, "img_size": size} for entry in json.loads(file.read_text())])
    with pytest.raises(BadInput, match=r"word_windows\.json: entry 1: img_size"):
        read_screenspot_pro(tmp_path)
