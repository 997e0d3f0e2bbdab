"""Stills: what is read of their files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.exam.stills import Element, stills
from tools.geometry import Box, Point

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path, name: str, truth: dict[str, object]) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.png").write_bytes(b"")
    (folder / f"{name}.json").write_text(json.dumps(truth))


def test_a_picture_with_its_truth_beside_it_at_any_depth(tmp_path: Path) -> None:
    told = {"kind": "field", "box": [1, 2.4, 30, 20], "label": "Name", "label_box": None, "focused": False}
    put(tmp_path / "tk", "b", {"elements": [told], "plan": {"theme": "clam"}})
    put(tmp_path, "a", {"toolkit": "qt6", "theme": "Fusion", "elements": []})
    (tmp_path / "tk" / "alone.png").write_bytes(b"")
    first, second = stills(tmp_path)
    assert (first.look, second.look) == ("qt6 Fusion", "tk clam")
    assert second.elements == (Element("field", Box(1, 2, 30, 20), label="Name"),)


def test_what_lies_at_a_point_is_the_smallest_and_no_window(tmp_path: Path) -> None:
    elements = [
        {"kind": kind, "box": box}
        for kind, box in (("dialog", [0, 0, 90, 90]), ("row", [0, 0, 80, 20]), ("cell", [0, 0, 30, 20]))
    ]
    put(tmp_path, "a", {"elements": elements})
    [still] = stills(tmp_path)
    at = [still.element_at(Point(*point)) for point in ((5, 5), (50, 5), (5, 60))]
    assert [one and one.kind for one in at] == ["cell", "row", None]
