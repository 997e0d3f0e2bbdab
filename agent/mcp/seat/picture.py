"""Pictures of frames within the limits of clients, and the one place where their pixels become a frame's.

A client's picture space: pixels of the picture that was sent, from its top left corner. Clients scale down
pictures whose longest edge is above 1568 pixels, and then a point means another place: none is sent so large.
"""

from __future__ import annotations

import io
from math import floor
from typing import TYPE_CHECKING

from agent.mcp.seat.requests import Picture
from tools.geometry import Box, Point, Size
from tools.picture import png

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.mcp.results import Area
    from tools.observation import Frame

LONGEST = 1568
"""Pixels of the longest edge."""
MOST_BYTES = 700_000
"""Of a picture: base64 makes a third more of it, and clients take 1 MB of an answer."""
_QUALITIES = (90, 75, 50, 30, 10)


def picture_size(size: Size) -> Size:
    """Extent of the picture of a frame of that size."""
    scale = _scale(size)
    return Size(max(1, round(size.width * scale)), max(1, round(size.height * scale)))


def to_frame(x: float, y: float, size: Size) -> Point | None:
    """The pixel of a frame of that size under a pixel of its picture; None: it lies outside."""
    shown = picture_size(size)
    if not (0 <= x < shown.width and 0 <= y < shown.height):
        return None
    across, down = (floor(x) + 0.5) / shown.width, (floor(y) + 0.5) / shown.height
    return Point(floor(across * size.width), floor(down * size.height))


def to_picture(point: Point, size: Size) -> tuple[int, int]:
    """The pixel of the picture that a frame's pixel is a part of."""
    shown = picture_size(size)
    across, down = (point.x + 0.5) / size.width, (point.y + 0.5) / size.height  # the pixel's middle
    return floor(across * shown.width), floor(down * shown.height)


def area_in_picture(box: Box, size: Size) -> Area:
    """The part of the picture that a frame's box takes up, whole pixels."""
    left, top = to_picture(Point(box.left, box.top), size)
    right, bottom = to_picture(Point(max(box.left, box.right - 1), max(box.top, box.bottom - 1)), size)
    return left, top, right - left + 1, bottom - top + 1


def encoded(frame: Frame, part: Box | None = None) -> Picture:
    """The picture of a frame, or of a part of it: lossless, unless it would be too large.

    Args:
        frame: is scaled down if it must be.
        part: in frame pixels.
    """
    if part is None and _scale(frame.size) == 1 and len(data := png(frame)) <= MOST_BYTES:
        return Picture(data, "image/png")
    return next(one for one in _smaller(frame, part) if len(one.data) <= MOST_BYTES)


def _smaller(frame: Frame, part: Box | None) -> Iterator[Picture]:
    from PIL import Image  # noqa: PLC0415  (heavy: loaded on use)

    image = Image.fromarray(frame.rgb)
    if _scale(frame.size) != 1:
        image = image.resize(picture_size(frame.size), Image.Resampling.LANCZOS)
    if part is not None:
        left, top, width, height = area_in_picture(part, frame.size)
        image = image.crop((left, top, left + width, top + height))
    yield _saved(image, "PNG", "image/png", optimize=True)
    for quality in _QUALITIES:
        yield _saved(image, "WEBP", "image/webp", quality=quality)
    yield _saved(image.convert("L"), "JPEG", "image/jpeg", quality=10)


def _saved(image: object, kind: str, mime: str, **options: object) -> Picture:
    file = io.BytesIO()
    image.save(file, kind, **options)  # type: ignore[attr-defined]
    return Picture(file.getvalue(), mime)


def _scale(size: Size) -> float:
    return min(1.0, LONGEST / max(size))
