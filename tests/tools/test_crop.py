"""What a crop shows at a place is what the frame has there, for any frame, any point and any enlargement."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.protocol.grounding import to_grid, to_pixel
from tests.agent.models.grounded.pointer import marked_frame, seen
from tools.crop import LARGEST, Crop
from tools.geometry import Box, Point, Size
from tools.observation import Frame

SIZES = st.builds(Size, st.integers(1, 8000), st.integers(1, 8000))


@st.composite
def points(draw: st.DrawFn) -> tuple[Size, Point]:
    """A frame's size and one of its pixels, its corners and edges more often than by chance."""
    size = draw(SIZES)
    x, y = (draw(st.sampled_from((0, extent - 1)) | st.integers(0, extent - 1)) for extent in size)
    return size, Point(x, y)


@given(points(), st.integers(1, 9000), st.integers(1, 4))
def test_a_crop_lies_in_its_frame_around_its_point(frame: tuple[Size, Point], short: int, zoom: int) -> None:
    size, point = frame
    crop = Crop.around(point, short, size, zoom)
    assert crop.box.clip(size) == crop.box
    assert crop.box.contains(point)
    assert min(crop.box.width, crop.box.height) == min(short, *size)
    assert 1 <= crop.factor <= zoom
    assert crop.factor == 1 or crop.size.width * crop.size.height <= max(LARGEST, size.width * size.height)


@given(points(), st.integers(1, 9000), st.integers(1, 4))
def test_a_pixel_comes_back_through_the_crop(frame: tuple[Size, Point], short: int, zoom: int) -> None:
    size, point = frame
    crop = Crop.around(point, short, size, zoom)
    shown = crop.from_frame(point)
    assert crop.size.contains(shown)
    assert crop.to_frame(shown) == point


@given(points(), st.integers(1, 1000), st.integers(1, 4))
def test_an_answer_on_the_grid_of_a_crop_comes_back_within_a_pixel(
    frame: tuple[Size, Point], short: int, zoom: int
) -> None:
    """As long as the crop is no larger than the grid; above, within the grid's step."""
    size, point = frame
    crop = Crop.around(point, short, size, zoom)
    answer = to_grid(crop.from_frame(point), crop.size)
    back = crop.to_frame(to_pixel(answer, crop.size))
    for axis in (0, 1):
        assert abs(back[axis] - point[axis]) <= max(1.0, 1 + crop.box[2 + axis] / 2000)


@given(points(), st.integers(1, 9000), st.integers(1, 4), st.data())
def test_every_pixel_of_the_picture_is_one_of_the_crop(
    frame: tuple[Size, Point], short: int, zoom: int, data: st.DataObject
) -> None:
    size, point = frame
    crop = Crop.around(point, short, size, zoom)
    x, y = (data.draw(st.integers(0, extent - 1)) for extent in crop.size)
    assert crop.box.contains(crop.to_frame(Point(x, y)))


@pytest.mark.parametrize("zoom", [1, 2, 3, 4])
@pytest.mark.parametrize("target", [Point(640, 400), Point(5, 4), Point(1274, 795), Point(1000, 4)])
def test_the_picture_shows_what_the_mapping_says(target: Point, zoom: int) -> None:
    crop = Crop.around(target, 300, Size(1280, 800), zoom)
    picture = crop.picture(marked_frame(target))
    assert picture.size == crop.size
    found = seen(picture)
    assert found is not None
    back = crop.to_frame(found)
    assert max(abs(back.x - target.x), abs(back.y - target.y)) <= 1


def test_a_crop_of_all_at_its_own_size_is_the_frame_itself() -> None:
    frame = marked_frame(Point(50, 50), Size(200, 100))
    assert Crop.whole(frame.size).picture(frame) is frame


def test_a_crop_that_is_not_enlarged_has_the_very_pixels() -> None:
    frame = Frame.from_rgb(np.arange(40 * 60 * 3, dtype=np.uint32).astype(np.uint8).reshape(40, 60, 3))
    box = Box(7, 3, 20, 30)
    assert np.array_equal(Crop(box).picture(frame).rgb, frame.rgb[box.slices])


def test_a_picture_is_enlarged_no_further_than_there_is_room_for() -> None:
    assert Crop.around(Point(0, 0), 800, Size(1280, 800), 4).factor == 2
    assert Crop.around(Point(0, 0), 1080, Size(3840, 2160), 2).factor == 2
    assert Crop.around(Point(0, 0), 2160, Size(3840, 2160), 2).factor == 1
