"""The pictures that show a person where the clicks went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from agent.clicktest.asking import Shot
from agent.clicktest.pictures import write_pictures
from agent.clicktest.targets import Drawing, Target
from agent.usage import Usage
from tools.geometry import Box, Size
from tools.observation import Frame

if TYPE_CHECKING:
    from pathlib import Path

SIZE = Size(200, 100)
TARGET = Target("Click the box.", Box(40, 40, 20, 20))


def drawing(size: Size = SIZE) -> Drawing:
    return Drawing(Frame.from_rgb(np.full((size.height, size.width, 3), 200, np.uint8)), (TARGET,))


def shot(place: tuple[float, float] | None, *, hit: bool = False, size: Size = SIZE) -> Shot:
    return Shot(size, TARGET, "", place, usable=place is not None, hit=hit, usage=Usage())


def colours(folder: Path, name: str = "200x100.png") -> np.ndarray:
    return np.asarray(Image.open(folder / name)).astype(int)


def greenish(pixels: np.ndarray) -> np.ndarray:
    return pixels[..., 1] > pixels[..., 0] + 50


def reddish(pixels: np.ndarray) -> np.ndarray:
    return pixels[..., 0] > pixels[..., 1] + 50


def test_a_hit_is_green_and_a_miss_is_red_from_target_to_click(tmp_path: Path) -> None:
    write_pictures(tmp_path, [drawing()], [shot((50, 50), hit=True)])
    hit = colours(tmp_path)
    assert greenish(hit)[36:64, 36:64].any()
    assert not reddish(hit).any()
    write_pictures(tmp_path, [drawing()], [shot((150, 50))])
    miss = colours(tmp_path)
    assert reddish(miss)[50, 60:159].all()
    assert not greenish(miss).any()


def test_a_click_off_the_picture_is_drawn_at_its_edge(tmp_path: Path) -> None:
    write_pictures(tmp_path, [drawing()], [shot((5000, -40))])
    assert reddish(colours(tmp_path))[0, -8:].all()


def test_without_a_place_only_the_target_is_framed(tmp_path: Path) -> None:
    write_pictures(tmp_path, [drawing()], [shot(None)])
    marked = np.argwhere(reddish(colours(tmp_path)))
    assert marked.min() >= 36
    assert marked.max() <= 63


def test_each_size_has_a_picture_with_its_own_shots(tmp_path: Path) -> None:
    other = Size(120, 100)
    write_pictures(tmp_path, [drawing(), drawing(other)], [shot((150, 50))])
    assert {path.name for path in tmp_path.iterdir()} == {"200x100.png", "120x100.png"}
    assert not reddish(colours(tmp_path, "120x100.png")).any()
