"""Pictures are written once, lossless, under names that nothing recorded has a say in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from agent.bench.exports.pictures import IMAGES, Pictures
from tests.agent.fakes import make_frame

if TYPE_CHECKING:
    from pathlib import Path


def test_equal_frames_are_one_file(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path / "out")
    names = {pictures.path(make_frame(shade)) for shade in (1, 2, 1)}
    assert (len(pictures), names) == (2, {f"{IMAGES}/{make_frame(shade).digest}.png" for shade in (1, 2)})
    with Image.open(tmp_path / "out" / pictures.path(make_frame(2))) as picture:
        assert (np.asarray(picture) == make_frame(2).rgb).all()
