"""What boxes show that real toolkits drew, also in looks that the net was never trained on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from tools.geometry import Box
from tools.observation import Frame
from tools.see.toggles.reader import ToggleReader

if TYPE_CHECKING:
    from collections.abc import Sequence

DRAWN = Path(__file__).parent / "drawn"
"""Pictures that are named as what they show: look, kind, state and the box's left, top, width and height."""


@pytest.fixture(scope="module")
def reader() -> ToggleReader:
    return ToggleReader()


def shown(path: Path) -> tuple[Frame, Box, Sequence[str]]:
    pixels = np.asarray(cv2.imread(str(path), cv2.IMREAD_COLOR), np.uint8)
    look, kind, state, *box = path.stem.split("_")
    return Frame.from_rgb(pixels[:, :, ::-1]), Box(*map(int, box)), (look, kind, state)


@pytest.mark.parametrize("path", sorted(DRAWN.glob("*.png")), ids=lambda path: path.stem)
def test_a_toggle_is_told_with_its_state(reader: ToggleReader, path: Path) -> None:
    frame, box, (_, kind, state) = shown(path)
    (reading,) = reader.read(frame, [box])
    assert reading.state == (None if state == "none" else state)
    assert reading.kind == (None if kind == "none" else kind)


def test_there_are_pictures_of_each_kind_and_state() -> None:
    told = {tuple(path.stem.split("_")[1:3]) for path in DRAWN.glob("*.png")}
    assert len(told) == 8


def test_nothing_is_asked_for_no_boxes(reader: ToggleReader) -> None:
    assert reader.read(Frame.from_rgb(np.zeros((40, 40, 3), np.uint8)), []) == []
