"""Mirrors: what a folder seems to be, however odd its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.grounding.layouts.mirrors import check_boxes, check_corners, found_in
from agent.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

BOXES = [(10.0, 10.0, 20.0, 20.0)] * 19


def test_a_folder_of_anything_else_has_no_layout(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.json").mkdir()
    (tmp_path / "c.jsonl").write_text('{"answer": [1], "bbox": []}')
    assert found_in(tmp_path, "screenspot") == "no layout that is known here"


def test_one_odd_box_in_twenty_is_let_pass_and_two_are_not(tmp_path: Path) -> None:
    size = (40, 40)
    reaching, ending = (30.0, 30.0, 20.0, 20.0), (30.0, 30.0, 20.0, 40.0)
    check_boxes("screenspot", tmp_path, [(box, size) for box in [*BOXES, reaching]])
    check_corners("screenspot-pro", tmp_path, [*BOXES, ending])
    with pytest.raises(BadInput, match="2 of 21"):
        check_boxes("screenspot", tmp_path, [(box, size) for box in [*BOXES, reaching, reaching]])
    with pytest.raises(BadInput, match="2 of 21"):
        check_corners("screenspot-pro", tmp_path, [*BOXES, ending, ending])
