"""ScreenSpot and ScreenSpot-v2 as they come, and every other mirror by its name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.bench.grounding.layouts.sample import Rectangle
from agent.bench.grounding.layouts.screenspot import read_screenspot
from agent.errors import BadInput
from tests.agent.bench.grounding.folders import grey, screenspot, screenspot_pro, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["screenspot", "screenspot-v2"])
def test_boxes_are_left_top_width_and_height(tmp_path: Path, name: str) -> None:
    found = read_screenspot(name, screenspot(tmp_path, second=name.endswith("2")))
    assert [sample.name for sample in found.samples] == [
        "mobile/0", "mobile/1", "desktop/0", "desktop/1", "web/0", "web/1",
    ]  # fmt: skip
    first = found.samples[3]
    assert first.target == Rectangle(420, 300, 540, 336)
    assert (first.instruction, first.size, first.picture.name) == ("Print", None, "desktop.png")
    assert first.groups == {
        "platform": "desktop", "type": "icon", "platform and type": "desktop icon", "source": "windows",
    }  # fmt: skip
    assert (len(found.files), found.count) == (3, 1272)


def refused(name: str, data: Path) -> str:
    with pytest.raises(BadInput) as fault:
        read_screenspot(name, data)
    return str(fault.value)


def test_the_other_set_is_named(tmp_path: Path) -> None:
    screenspot(tmp_path, second=True)
    assert "it is the layout of screenspot-v2: use `agent bench screenspot-v2`" in refused(
        "screenspot", tmp_path
    )
    pro = screenspot_pro(tmp_path / "pro")
    assert "use `agent bench screenspot-pro`" in refused("screenspot-v2", pro)


def test_a_mirror_in_parquet_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "test-00000.parquet").write_bytes(b"PAR1")
    said = refused("screenspot", tmp_path)
    assert "a mirror in Parquet files" in said
    assert "needed is the official layout: screenspot_mobile.json" in said


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"img_filename": "a.png", "annotations": []}, 'pictures with lists of "annotations"'),
        ({"image": "a.png", "answer": [1, 2, 3, 4]}, 'boxes called "answer", by their corners'),
        ({"conversations": []}, 'conversations ("ShareGPT")'),
    ],
)
def test_a_mirror_in_other_keys_is_named(tmp_path: Path, entry: object, told: str) -> None:
    write(tmp_path / "test.json", [entry])
    assert f"a mirror: test.json has {told}" in refused("screenspot", tmp_path)


def test_an_empty_folder_and_none_are_told_apart(tmp_path: Path) -> None:
    assert "it is empty" in refused("screenspot", tmp_path)
    assert "is no folder" in refused("screenspot", tmp_path / "none")


def change(data: Path, **changes: object) -> None:
    """Change the first entry of each file."""
    for file in data.glob("*.json"):
        entries = json.loads(file.read_text())
        for entry in entries:
            entry.update(changes)
        write(file, entries)


def test_corners_are_never_taken_for_widths(tmp_path: Path) -> None:
    change(screenspot(tmp_path), bbox=[420, 300, 540, 336])
    assert "6 of 6 boxes reach out of their pictures" in refused("screenspot", tmp_path)


def test_shares_are_never_taken_for_pixels(tmp_path: Path) -> None:
    change(screenspot(tmp_path), bbox=[0.1, 0.2, 0.3, 0.4])
    assert "shares of the picture" in refused("screenspot", tmp_path)


def test_a_few_boxes_that_reach_out_are_as_published(tmp_path: Path) -> None:
    data = screenspot(tmp_path)
    file = data / "screenspot_web.json"
    entries = json.loads(file.read_text())
    write(file, [*entries * 20, {**entries[0], "bbox": [600, 380, 60, 36]}])
    assert read_screenspot("screenspot", data).samples[-1].target == Rectangle(600, 380, 660, 416)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"bbox": [1, 2, 3]}, "entry 1: bbox.3: Field required"),
        ({"bbox": [1, 2, 3, float("nan")]}, "entry 1: bbox.3"),
        ({"bbox": "1,2,3,4"}, "entry 1: bbox"),
        ({"data_type": "image"}, "entry 1: data_type"),
        ({"instruction": ""}, "entry 1: instruction"),
        ({"img_filename": "../../secret.png"}, "is outside of it"),
        ({"img_filename": "/etc/passwd"}, "is outside of it"),
        ({"img_filename": "a" * 5000}, "1 of 1 pictures are missing: aaa"),
        ({"img_filename": "\x00"}, "1 of 1 pictures are missing"),
        ({"bbox": [1e308, 1, 1, 1]}, "entry 1: bbox.0"),
        ({"img_filename": "gone.png"}, "1 of 1 pictures are missing: gone.png"),
    ],
)
def test_what_is_wrong_in_an_entry_is_told_by_file_and_number(
    tmp_path: Path, changes: dict[str, object], told: str
) -> None:
    change(screenspot(tmp_path), **changes)
    assert told in refused("screenspot", tmp_path)


@pytest.mark.parametrize(("text", "told"), [("{", "is no JSON"), ('{"a": 1}', "an object with the keys a")])
def test_what_is_no_list_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (screenspot(tmp_path) / "screenspot_web.json").write_text(text)
    assert told in refused("screenspot", tmp_path)


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    (screenspot(tmp_path) / "screenspot_imgs" / "web.png").write_bytes(b"no picture")
    assert "web.png: is no picture that can be read" in refused("screenspot", tmp_path)


def test_a_grey_picture_is_one(tmp_path: Path) -> None:
    grey(screenspot(tmp_path) / "screenspot_imgs" / "web.png", (640, 400))
    assert len(read_screenspot("screenspot", tmp_path).samples) == 6
