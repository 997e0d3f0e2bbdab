"""Regions of even colour and the outlines in them, nested as on the screen.

A desktop is painted in flat areas. A pixel that equals its right, lower and lower right neighbours is
*flat* (without the last, areas would leak through the corners of one-pixel borders), and so are the first two
to each other. The connected flat areas are panels, fields and buttons (`Region`), and each hole in one is the
outer edge of something on it: a widget's border or a glyph (`Outline`). Regions and outlines alternate as in
the contour tree of Suzuki and Abe (1985), which is what `cv2.findContours` gives.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.geometry import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame

TOLERANCE = 7
"""Levels of a channel by which neighbours of one area may differ: a title bar's gradient is flat (its
steepest step measured 6), a border is not (the faintest measured 18, at a rounded corner in dark grey 8)."""
STEEPEST, SMOOTH = 16, 2
"""Levels from one row to the next of a steep shading, at most, and by which two such steps differ."""
SHADED, RECTANGULAR = 32, 0.85
"""Levels between the lightest and the darkest places at the edge of a steep shading, at least, and the share
of its box that its area fills."""
COLUMNS, ENDS = 32, 3
"""Columns of a shaded rectangle that are looked at, and at either of its ends."""
BAND = 128
"""Rows that are looked at together."""
ABOVE, BELOW = 1, 3
"""Rows above and below a band that its own depend on."""
BESIDE = 2
"""Columns of one colour on either side of what is painted on it: none of them is uneven but for that."""
BGR = 0x00FFFFFF
"""The bytes of a pixel that are colours."""


@dataclass(eq=False)
class Outline:
    """The outer edge of something that lies on a region."""

    box: Box
    contour: NDArray[np.int32]
    on: Region
    regions: list[Region] = field(default_factory=list)
    """Flat areas directly inside."""

    @cached_property
    def fill(self) -> float:
        """Share of the box that the outline encloses: 1 a rectangle, 0.79 a circle, 0.5 a diamond."""
        return _fill(self.contour)

    @cached_property
    def ground(self) -> tuple[int, int, int]:
        """Blue, green, red around it: the region that it lies on may be of several colours that blend."""
        return _middle(_along(self.contour, self.on.pixels))

    @property
    def ground_light(self) -> float:
        """Luminance around it, as `Region.light`."""
        return luminance(self.ground)

    @cached_property
    def main(self) -> Region | None:
        """The largest flat area directly inside."""
        return max(self.regions, key=lambda region: region.box.area, default=None)


@dataclass(eq=False)
class Region:
    """A connected area of even colour."""

    box: Box
    contour: NDArray[np.int32]
    pixels: NDArray[np.uint8]
    """Of the whole frame: blue, green, red and a byte that says nothing."""
    inside: Outline | None
    """The outline that it lies in; None for the outermost."""
    outlines: list[Outline] = field(default_factory=list)
    """What lies directly on it."""

    @cached_property
    def fill(self) -> float:
        """Share of the box that the region's outer edge encloses."""
        return _fill(self.contour)

    @cached_property
    def color(self) -> tuple[int, int, int]:
        """Blue, green, red, as most of its edge is: at a corner it may still be in the shadow of a bar.

        Of a rectangle that is shaded steeply from top to bottom, as most of its rows are.
        """
        colors = _along(self.contour, self.pixels)
        if int((colors[-1] - colors[0]).max()) > SHADED and self.fill >= RECTANGULAR:
            shades = np.sort(self._shades(), axis=0)
            colors = shades if int((shades[-1] - shades[0]).max()) > SHADED else colors
        return _middle(colors)

    def _shades(self) -> NDArray[np.uint8]:
        """The colour of each row, as two of three have it: either end and most of its columns.

        Letters may stand at one end, and a selection take most of it.
        """
        box, step = self.box, max(1, self.box.width // COLUMNS)
        rows = self.pixels[box.top : box.bottom, box.left + 1 : max(box.left + 2, box.right - 1), :3]
        parts = [np.median(part, axis=1) for part in (rows[:, :ENDS], rows[:, -ENDS:], rows[:, ::step])]
        return np.asarray(np.median(parts, axis=0), np.uint8)

    @property
    def light(self) -> float:
        """Luminance, 0 to 255 (ITU-R BT.601)."""
        return luminance(self.color)


def luminance(color: tuple[int, int, int]) -> float:
    """Of blue, green and red, 0 to 255 (ITU-R BT.601)."""
    blue, green, red = color
    return 0.114 * blue + 0.587 * green + 0.299 * red


@lru_cache(maxsize=3)
def find_regions(frame: Frame, tolerance: int = TOLERANCE) -> tuple[Region, ...]:
    """All flat regions of a frame, outer ones before those inside them.

    Remembered: sliders, switches and icons are looked for on a frame that was read already.

    Args:
        frame: What to look at.
        tolerance: Levels of a channel by which neighbours of one area may differ.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    contours, hierarchy = cv2.findContours(
        flat_mask(frame, tolerance), cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE
    )
    if not contours:
        return ()
    parents = np.asarray(hierarchy, np.int32)[0, :, 3].tolist()
    boxes = [Box(*cv2.boundingRect(contour)) for contour in contours]
    nodes: list[Region | Outline] = []
    for contour, box, parent in zip(contours, boxes, parents, strict=True):
        # findContours lists a parent before its children.
        nodes.append(_node(frame, np.asarray(contour, np.int32), box, nodes[parent] if parent >= 0 else None))
    return tuple(node for node in nodes if isinstance(node, Region))


def flat_mask(frame: Frame, tolerance: int = TOLERANCE) -> NDArray[np.uint8]:
    """`flat` of a frame, remembered."""
    return _flat_mask(frame, tolerance)  # the memory takes an argument left out for another one


class _Looked(NamedTuple):
    """Pixels, and which of them are flat."""

    pixels: NDArray[np.uint8]
    mask: NDArray[np.uint8]


_LAST: dict[int, _Looked] = {}
"""Of the last frame, by tolerance: most bands of the next one are the same, as where a field was typed in."""


@lru_cache(maxsize=3)
def _flat_mask(frame: Frame, tolerance: int) -> NDArray[np.uint8]:
    last = _LAST.get(tolerance)
    is_like = last is not None and last.pixels.shape == frame.bgrx.shape
    mask = flat(frame.bgrx, tolerance, last if is_like else None)
    _LAST[tolerance] = _Looked(frame.bgrx, mask)
    return mask


def flat(
    pixels: NDArray[np.uint8], tolerance: int = TOLERANCE, like: _Looked | None = None
) -> NDArray[np.uint8]:
    """1 where a pixel equals its right, lower and lower right neighbours (within a tolerance), else 0.

    Found in bands, each with the rows around it that it depends on: what is small stays in the processor's
    cache and is not asked of the system anew each time (a seventh of the time of a whole frame at once).

    Args:
        pixels: BGRX, shape (height, width, 4).
        tolerance: Levels of a channel.
        like: Others of the same shape, looked at with that tolerance: what is the same there is known.
    """
    found = np.ones(pixels.shape[:2], np.uint8)
    for top in range(0, len(pixels), BAND):
        first, own = max(0, top - ABOVE), slice(top, top + BAND)
        around = slice(first, top + BAND + BELOW)
        band = pixels[around]
        if like is not None and np.array_equal(band.view("<u4"), like.pixels[around].view("<u4")):
            found[own] = like.mask[own]
        elif painted := _painted(band):
            rows = _flat_rows(band[:, painted], tolerance)
            found[own, painted] = rows[top - first :][:BAND]
    return found


def _painted(band: NDArray[np.uint8]) -> slice | None:
    """The columns outside which a band has one colour, as beside a window; None: it has one everywhere."""
    words = band.view("<u4")[:, :, 0]
    columns = np.flatnonzero((words != words[:1, :1]).any(axis=0))
    return slice(max(0, columns[0] - BESIDE), columns[-1] + 1 + BESIDE) if len(columns) else None


def _flat_rows(pixels: NDArray[np.uint8], tolerance: int) -> NDArray[np.bool_]:
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    here, right, down = pixels[:-1, :-1], pixels[:-1, 1:], pixels[1:, :-1]
    steps = np.zeros(pixels.shape, np.uint8)  # the greatest one of each channel, looked at once: quick
    for to, one, other in (
        (steps[:, :-1], pixels[:, 1:], pixels[:, :-1]),
        (steps[:-1], pixels[1:], pixels[:-1]),
        (steps[:-1, :-1], pixels[1:, 1:], here),
        # A letter's edge between two shades is close to both; they are not to each other, or areas leak.
        (steps[:-1, :-1], right, down),
    ):
        if to.size:  # not of a band of a row, or of one column
            cv2.max(to, cv2.absdiff(one, other), dst=to)
    even = _within(steps, tolerance)
    if tolerance >= TOLERANCE:  # a finer look breaks shadings up on purpose
        _add_ramps(pixels, even)
    return even


def _add_ramps(pixels: NDArray[np.uint8], even: NDArray[np.bool_]) -> None:
    """Mark also what is even in its row, and from row to row of a steep shading, as in FLTK's fields.

    There two steps that follow one another are alike; a border is one step.
    """
    width = even.shape[1]
    words, colors = pixels.view("<u4").ravel(), pixels.reshape(-1, 4)[:, :3]
    low = _alike(pixels[2:-1], pixels[1:-2], STEEPEST)  # few are: a border is higher
    here = np.flatnonzero(low & ~even[1:-2]) + width
    here = here[here % width < width - 1]
    for down in (0, width):
        here = here[(words[here + down] ^ words[here + down + 1]) & BGR == 0]
    before, now, below, after = (colors[here + at * width].astype(np.int16) for at in (-1, 0, 1, 2))
    step = below - now
    likeness = np.minimum(
        np.abs(step - (now - before)).max(axis=1), np.abs(step - (after - below)).max(axis=1)
    )
    even.ravel()[here[likeness <= SMOOTH]] = True


def _alike(one: NDArray[np.uint8], other: NDArray[np.uint8], tolerance: int) -> NDArray[np.bool_]:
    """Where no channel differs by more than the tolerance."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    if not one.size:  # of a band of a row or two
        return np.ones(one.shape[:2], np.bool_)
    return _within(np.asarray(cv2.absdiff(one, other), np.uint8), tolerance)


def _within(steps: NDArray[np.uint8], tolerance: int) -> NDArray[np.bool_]:
    """Where no channel's step is above the tolerance. Four bytes are looked at as one number: quick."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    _, different = cv2.threshold(steps, tolerance, 1, cv2.THRESH_BINARY)
    return np.asarray((different.view("<u4")[:, :, 0] & BGR) == 0, np.bool_)


def _node(
    frame: Frame, contour: NDArray[np.int32], box: Box, parent: Region | Outline | None
) -> Region | Outline:
    if isinstance(parent, Region):
        # A hole's contour runs on the region around it, and the pixel after that still has its colour on
        # the left and top, because an edge is marked on the pixel before it.
        inner = Box(box.left + 2, box.top + 2, max(1, box.width - 3), max(1, box.height - 3))
        outline = Outline(inner, contour, parent)
        parent.outlines.append(outline)
        return outline
    # The last column and row of an area are marked as edges: they belong to it all the same.
    region = Region(Box(box.left, box.top, box.width + 1, box.height + 1), contour, frame.bgrx, parent)
    if parent is not None:
        parent.regions.append(region)
    return region


def _along(contour: NDArray[np.int32], pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Rows of blue, green, red at a contour's corners and halfway between them, each channel sorted."""
    corners = contour[:, 0]
    before = np.concatenate([corners[-1:], corners[:-1]])
    places = np.concatenate([corners, (corners + before) // 2])
    return np.sort(pixels[places[:, 1], places[:, 0], :3], axis=0)


def _middle(colors: NDArray[np.uint8]) -> tuple[int, int, int]:
    blue, green, red = colors[len(colors) // 2].tolist()
    return blue, green, red


def _fill(contour: NDArray[np.int32]) -> float:
    import cv2  # noqa: PLC0415

    _, _, width, height = cv2.boundingRect(contour)
    return float(cv2.contourArea(contour)) / max(1, (width - 1) * (height - 1))
