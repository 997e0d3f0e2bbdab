"""Picture of an element without a name: cut out of one frame, found again on another if it is there once."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.errors import NotFound
from tools.observation import Frame
from tools.plain_file import read_plain
from tools.relocate.peaks import equal_places
from tools.relocate.texture import has_texture

if TYPE_CHECKING:
    from pathlib import Path

    from tools.geometry import Point
    from tools.see.scene import Scene

_SIZES = (1.5, 2.5, 4.0, 6.0)
"""Widths and heights of a picture that are tried, in heights of a line of text: of an icon, and around it."""
_MOST_BYTES = 64_000_000
"""Of a picture's file."""
_LARGEST = 4_000_000
"""Pixels; a small file may unpack to far more."""


def open_picture(path: Path) -> Frame:
    """The picture in a file.

    Raises:
        OSError: it can't be read, or is no picture.
        ValueError: it can't be looked for.
    """
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)
    from PIL import Image  # noqa: PLC0415

    with Image.open(BytesIO(read_plain(path, _MOST_BYTES))) as picture:
        if picture.width * picture.height > _LARGEST:
            raise ValueError("the picture is too large")
        frame = Frame.from_rgb(np.asarray(picture.convert("RGB"), np.uint8))
    if not has_texture(frame, _whole(frame)):
        raise ValueError("there is too little on the picture; cut out something with an outline")
    return frame


def find_picture(picture: Frame, frame: Frame, name: str) -> Box:
    """The one place that shows the picture, in frame pixels.

    Raises:
        NotFound: there is none, or there are several.
    """
    places = equal_places(picture, _whole(picture), frame)
    if len(places) != 1:
        where = "is not on the screen" if not places else f"is on the screen in {len(places)} places"
        raise NotFound(f'the picture "{name}" {where}')
    return places[0]


def picture_around(scene: Scene, point: Point) -> Box | None:
    """The smallest box around a point that shows what nothing else on the frame shows; None without one."""
    frame = scene.frame
    for size in _SIZES:
        half = round(size * scene.text_height / 2)
        box = Box(point.x - half, point.y - half, 2 * half, 2 * half)
        if box.clip(frame.size) == box and has_texture(frame, box) and _is_unique(frame, box):
            return box
    return None


def _is_unique(frame: Frame, box: Box) -> bool:
    return len(equal_places(frame, box, frame)) == 1


def cut_out(frame: Frame, box: Box) -> Frame:
    """What a box of a frame shows."""
    return Frame.from_rgb(frame.rgb[box.slices])


def _whole(picture: Frame) -> Box:
    return Box(0, 0, *picture.size)
