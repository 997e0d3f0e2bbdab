"""Pictures of an altered target: another label, greyed out, removed; and of a dialog.

Pixels are blue, green, red and an unused byte, shape (height, width, 4), as in `tools.observation.Frame`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.ImageFont import FreeTypeFont

    from tools.observation import Frame

    Pixels = NDArray[np.uint8]

_GREYED = 0.45
"""Part of the contrast that a greyed-out text keeps (GTK 0.5, Tk 0.45, Qt 0.5)."""
_RING = 3
_SMALLEST, _LARGEST = 6, 60
"""Pixels of a letter's height, in a font's own measure."""
_PANEL, _INK, _BUTTON = (0xE8, 0xE8, 0xE8), (0x20, 0x20, 0x20), (0xF8, 0xF8, 0xF8)


def relabelled(frame: Frame, box: Box, label: Box, texts: tuple[str, str], font: str) -> Pixels:
    """A box of the frame with another text in its label's place, in the same colours and size.

    Args:
        frame: what is on the screen.
        box: the part that is painted.
        label: where the old text stands, inside the box.
        texts: the old text, by whose width the size is found, and the new one.
        font: a font file.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415  (heavy: loaded on use)

    shown = frame.bgrx[box.slices].copy()
    inside = label._replace(left=label.left - box.left, top=label.top - box.top)
    ground, ink = colours(frame, label)
    shown[inside.grow(1).clip(_size(shown)).slices] = ground
    old, new = texts
    letters = _fitting(font, old, label.width)
    room = min(box.width - 2, label.width if letters.getlength(new) <= label.width else box.width - 2)
    if letters.getlength(new) > room:
        letters = _fitting(font, new, room - 1, is_limit=True)
    mask = Image.new("L", (box.width, box.height))
    left = min(inside.left, box.width - 1 - round(letters.getlength(new)))
    at = (max(left, 1), inside.top + inside.height // 2)
    ImageDraw.Draw(mask).text(at, new, fill=255, font=letters, anchor="lm")
    share = np.asarray(mask, np.float32)[:, :, None] / 255
    mixed = shown * (1 - share) + np.asarray(ink, np.float32) * share
    return mixed.round().astype(np.uint8)


def greyed(frame: Frame, box: Box) -> Pixels:
    """A box of the frame as toolkits draw it when it is out of use."""
    shown = frame.bgrx[box.slices].astype(np.float32)
    ground = ground_around(frame, box).astype(np.float32)
    return (ground + (shown - ground) * _GREYED).round().astype(np.uint8)


def emptied(frame: Frame, box: Box) -> Pixels:
    """A box of the frame with nothing in it but the ground that it stands on."""
    shown = frame.bgrx[box.slices].copy()
    shown[:] = ground_around(frame, box)
    return shown


def ground_around(frame: Frame, box: Box) -> Pixels:
    """The colour that a box stands on: the commonest in the ring around it."""
    outer = box.grow(_RING).clip(frame.size)
    ring = frame.bgrx[outer.slices].copy()
    outside = np.ones(ring.shape[:2], bool)
    outside[box._replace(left=box.left - outer.left, top=box.top - outer.top).clip(_size(ring)).slices] = (
        False
    )
    return _commonest(ring[outside])


def colours(frame: Frame, box: Box) -> tuple[Pixels, Pixels]:
    """The ground inside a box, and the colour that stands out from it most."""
    pixels = frame.bgrx[box.clip(frame.size).slices].reshape(-1, 4)
    ground = _commonest(pixels)
    far = np.abs(pixels[:, :3].astype(np.int16) - ground[:3]).sum(axis=1)
    return ground, np.asarray(pixels[int(far.argmax())])


def even_beside(frame: Frame, box: Box, most: int) -> int:
    """How many pixels right of a box have nothing but the ground that it stands on; at most so many."""
    strip = Box(box.right, box.top, most, box.height).clip(frame.size)
    if strip.width <= 0:
        return 0
    even = (frame.bgrx[strip.slices][:, :, :3] == ground_around(frame, box)[:3]).all(axis=(0, 2))
    return int(np.argmin(even)) if not even.all() else strip.width


def free_places(frame: Frame, size: Size, ground: Pixels) -> list[Box]:
    """Where a frame shows nothing but that colour over a whole extent; every eighth pixel is tried."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    flat = (frame.bgrx[:, :, :3] == ground[:3]).all(axis=2)
    sums = cv2.integral(flat.astype(np.uint8))
    width, height = size
    if width >= frame.size.width or height >= frame.size.height:
        return []
    filled = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    rows, columns = np.nonzero(filled[::8, ::8] == width * height)
    return [
        Box(8 * column, 8 * row, width, height)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    ]


def dialog(lines: tuple[str, ...], buttons: tuple[str, ...], font: str) -> Pixels:
    """A small window's inside: a text, and buttons below it."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415  (heavy: loaded on use)

    letters = ImageFont.truetype(font, 15)
    width = round(max(letters.getlength(line) for line in lines)) + 60
    height = 26 * len(lines) + 90
    picture = Image.new("RGB", (max(width, 120 * len(buttons) + 40), height), _PANEL)
    drawing = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        drawing.text((30, 34 + 26 * number), line, fill=_INK, font=letters, anchor="lm")
    for number, button in enumerate(buttons):
        right = picture.width - 20 - 120 * number
        drawing.rectangle((right - 104, height - 46, right, height - 16), fill=_BUTTON, outline=_INK)
        drawing.text((right - 52, height - 31), button, fill=_INK, font=letters, anchor="mm")
    rgb = np.asarray(picture)
    return np.dstack([rgb[:, :, ::-1], np.zeros(rgb.shape[:2], np.uint8)])


def _fitting(font: str, text: str, width: int, *, is_limit: bool = False) -> FreeTypeFont:
    """The font in the size in which a text is about so wide; under a limit no wider, or it would be cut."""
    from PIL import ImageFont  # noqa: PLC0415  (heavy: loaded on use)

    sizes = [ImageFont.truetype(font, size) for size in range(_SMALLEST, _LARGEST)]
    within = [letters for letters in sizes if not is_limit or letters.getlength(text) <= width]
    return min(within or sizes[:1], key=lambda letters: abs(letters.getlength(text) - width))


def _commonest(pixels: Pixels) -> Pixels:
    found, counts = np.unique(pixels.reshape(-1, 4)[:, :3], axis=0, return_counts=True)
    return np.append(found[int(counts.argmax())], 0).astype(np.uint8)


def _size(pixels: Pixels) -> Size:
    return Size(pixels.shape[1], pixels.shape[0])
