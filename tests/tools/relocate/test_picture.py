"""A picture of what has no name is cut out, and found again where it is there once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.tools.icons import with_crosses
from tools.geometry import Point
from tools.locate.errors import NotFound
from tools.relocate.picture import cut_out, find_picture, open_picture, picture_around
from tools.see.scene import Scene

if TYPE_CHECKING:
    from pathlib import Path

    from tools.geometry import Box
    from tools.observation import Frame

BRUSH, CROSS = Point(100, 80), Point(200, 80)


def around(frame: Frame, point: Point) -> Box | None:
    return picture_around(Scene(frame, (), ()), point)


def test_an_icon_is_cut_out_and_found_where_it_has_gone() -> None:
    shown = with_crosses(CROSS, brush=BRUSH)
    box = around(shown, CROSS)
    assert box is not None
    assert box.center == CROSS
    moved = find_picture(cut_out(shown, box), with_crosses(Point(300, 222)), "cross.png")
    assert moved.center == Point(300, 222)


def test_what_is_there_twice_is_shown_with_what_is_around_it_or_not_at_all() -> None:
    near = with_crosses(CROSS, Point(310, 200), Point(340, 200), brush=BRUSH)
    box = around(near, Point(310, 200))
    assert box is not None
    assert box.width > 2 * 17
    assert around(with_crosses(Point(100, 80), Point(300, 200)), Point(300, 200)) is None
    assert around(with_crosses(), Point(300, 150)) is None, "nothing is there"


@pytest.mark.parametrize(
    ("frame", "why"),
    [
        (with_crosses(brush=BRUSH), "is not on the screen"),
        (with_crosses(CROSS, BRUSH), "is on the screen in 2 places"),
    ],
)
def test_nothing_is_found_where_there_is_none_or_several(frame: Frame, why: str) -> None:
    shown = with_crosses(CROSS)
    box = around(shown, CROSS)
    assert box is not None
    with pytest.raises(NotFound, match=f'the picture "cross.png" {why}'):
        find_picture(cut_out(shown, box), frame, "cross.png")


def test_a_picture_without_anything_on_it_is_refused(tmp_path: Path) -> None:
    Image.new("RGB", (30, 30), "white").save(tmp_path / "a.png")
    with pytest.raises(ValueError, match="too little"):
        open_picture(tmp_path / "a.png")
    with pytest.raises(OSError, match="No such file"):
        open_picture(tmp_path / "b.png")
