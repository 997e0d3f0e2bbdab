"""Pictures that can be looked for, and those that can't."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from agent.checks.pictures.needle import open_needle

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def cross(tmp_path: Path) -> Path:
    picture = Image.new("RGB", (20, 10), "white")
    ImageDraw.Draw(picture).line((0, 0, 9, 9), "black")
    picture.save(tmp_path / "cross.png")
    return tmp_path / "cross.png"


def test_what_is_ignored_does_not_count(cross: Path) -> None:
    assert open_needle(cross).counts_all
    needle = open_needle(cross, [(10, 0, 10, 10), (0, 0, 1, 1)])
    assert (needle.counted.sum(), needle.counted[0, 0], needle.counted[0, 1]) == (99, False, True)


@pytest.mark.parametrize(
    ("ignore", "said"),
    [
        ([(15, 0, 6, 1)], r"\[15, 0, 6, 1\] reaches beyond the picture, which is 20x10"),
        ([(0, 5, 1, 6)], "reaches beyond the picture"),
        ([(0, 0, 10, 10)], "of one colour"),
        ([(0, 0, 20, 10)], "of one colour"),
    ],
)
def test_what_leaves_nothing_to_compare_is_refused(
    cross: Path, ignore: list[tuple[int, int, int, int]], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        open_needle(cross, ignore)
