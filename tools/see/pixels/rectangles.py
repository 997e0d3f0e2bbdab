"""Rectangles: how areas and outlines fit into one another, as a field into its border, in relative sizes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.glyphs import THICK, bounds, is_glyph
from tools.see.pixels.regions import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.geometry import Box
    from tools.see.pixels.regions import Outline, Region

RECTANGLE = 0.85
"""Share of its box that an area with rounded corners, or a letter at its edge, still encloses."""
JOINED = 0.95
"""Share of its box that an outline encloses, at most, where it is that of several things that touch."""
MOST = 0.42
"""The same of the area within a rectangular border, where letters reach its edge in a narrow field."""
EDGE = 0.95
"""Share of an edge of an area that has its colour where nothing touches it, at least (round corners)."""
BORDER, ONE_LINE, ARROW = 0.67, 6.7, 2.7
"""Heights of a letter that a border, a focus ring included, is wide at most; that a box for one line of text
is high at most; and that the arrow part beside several lines is wide at most."""
LEAST_WIDTH, LEAST_HEIGHT = 1.5, 1.1
"""Heights of a letter that the flat area of a widget that is no indicator is wide and high, at least."""
CLOSE = 0.28
"""Heights of a letter that selected text leaves on either side, at most; a button's caption leaves more."""
SHARP = 0.99
"""Share of its box that an area with sharp corners has, at least: what differs at its ends are letters."""
OTHER = 25
"""Levels of luminance between selected text and its field; parts of a table's header have one colour."""
OWN_BORDERS = 2
"""Pixels between two fields that touch, at least: each has its border. Cells of a table share one line."""
CAPTION, HALF = 2.5, 0.5
"""Heights of a letter that a caption which touches a border reaches above it, at most; and the share of the
room there that it fills, at most: a box would fill more."""
SELECTED = 3.0
"""Heights of a letter that selected text is high, at most."""
LINE = 2
"""Pixels between cells that share a line, at most."""
SHADE = 2
"""Levels of a channel by which two areas of one ground differ, at most."""
ROUND = 4
"""Part of its lower side at either end of each side where the corners of an area may be round."""
ASTRAY = 0.34
"""Heights of a letter by which the edges of fields in one column differ, at most: a focus ring is thicker."""


def lies_in(box: Box, outer: Box) -> bool:
    """Whether nothing of a box is outside of another."""
    return box.overlap(outer) == box


def borders(outer: Box, inner: Box, letter: float) -> bool:
    """Whether outer is inner plus a border, and perhaps an arrow part on the right."""
    border = BORDER * letter
    left, top = inner.left - outer.left, inner.top - outer.top
    bottom, right = outer.bottom - inner.bottom, outer.right - inner.right
    arrow = outer.height + 2 * border if outer.height <= ONE_LINE * letter else ARROW * letter
    return 0 <= left <= border and 0 <= top <= border and 0 <= bottom <= border and 0 <= right <= arrow


def is_whole(region: Region, outline: Outline, letter: float) -> bool:
    """Whether an area is a rectangle: or all that is in one, but for the letters that reach its edge.

    What is selected before it is no edge for the letters behind that.
    """
    if region.fill >= RECTANGLE:
        return True
    wide = 2 * region.box.width >= 3 * region.box.height
    framed = outline.fill >= RECTANGLE and borders(outline.box, region.box, letter)
    is_line = outline.box.height <= ONE_LINE * letter  # a window has thousands of areas to go through
    framed = framed or (is_line and fills(selected_row(region, outline, letter), outline, letter))
    framed = framed or below_caption(region, outline, letter) is not None
    return wide and framed and (region.fill >= MOST or _is_free_around(region))


def is_rest(region: Region, outline: Outline, letter: float) -> bool:
    """Whether an area is the empty right part of a field of one line, broken off by what stands before it."""
    border, whole = BORDER * letter, outline.box
    if region.outlines or outline.fill < RECTANGLE or whole.height > ONE_LINE * letter:
        return False
    if whole.height > region.box.height + 2 * border or whole.right - region.box.right > border:
        return False
    before = region.box.left - whole.left
    if outline.fill * whole.area - (whole.width - before) * whole.height < RECTANGLE * before * whole.height:
        return False  # letters of a label that touch its border are no part of a rectangle
    return not any(
        other is not region
        and other.fill >= RECTANGLE
        and other.box.width >= LEAST_WIDTH * letter
        and other.box.height + 2 * border >= whole.height
        and abs(other.light - region.light) <= OTHER
        for other in outline.regions
    )


def column_of(region: Region, outline: Outline, letter: float) -> list[Region]:
    """The touching fields of one line each that an outline consists of, top to bottom; empty: it does not.

    A label may touch them on the left, an arrow part of each on the right.
    """
    arrow = outline.box.right - region.box.right
    if region.box.height > ONE_LINE * letter or arrow > region.box.height + 2 * BORDER * letter:
        return []
    if any(_is_cell(other, letter) and other.box.right <= region.box.left for other in outline.regions):
        return []
    like = [other for other in outline.regions if other.fill >= RECTANGLE and _is_like(other, region, letter)]
    column = sorted(like, key=lambda other: other.box.top)
    ends = [(one.box.top, one.box.bottom) for one in column]
    edges = [outline.box.top, *(edge for pair in ends for edge in pair), outline.box.bottom]
    gaps = [below - above for above, below in zip(edges[::2], edges[1::2], strict=True)]
    apart = min(gaps[1:-1], default=0) >= OWN_BORDERS
    return column if apart and max(gaps) <= 2 * BORDER * letter else []


def below_caption(region: Region, outline: Outline, letter: float, row: Sequence[Region] = ()) -> Box | None:
    """The box around an area of one line, in an outline with a caption that touches its upper border.

    Args:
        region: The area.
        outline: What it lies in.
        letter: Pixels that a letter is high.
        row: The areas that it makes a row with, as `selected_row` has them.
    """
    area = bounds([region.box, *(one.box for one in row)])
    box, border = outline.box, area.left - outline.box.left
    if row:  # what is selected begins a little behind the border
        border = min(border, box.bottom - area.bottom)
    whole = box._replace(top=area.top - border, height=box.bottom - area.top + border)
    if area.height > ONE_LINE * letter or not borders(whole, area, letter) or border < 1:
        return None
    over = whole.top - box.top
    letters = outline.fill * box.area - whole.area
    if not 0 < over <= CAPTION * letter or letters > HALF * over * box.width:
        return None
    line = region.pixels[whole.top, whole.left : whole.right, :3].astype(np.int16)
    grounds = np.array([region.color, outline.ground], np.int16)[:, None]
    is_drawn = (np.abs(line - grounds).max(axis=2) > TOLERANCE).all(axis=0)
    return whole if is_drawn.mean() >= EDGE else None


def selected_row(region: Region, outline: Outline, letter: float) -> list[Region]:
    """The areas that a selected part of a line divides a field into, the last of which is this one.

    Returns:
        Left to right; none where it is not the last, where they don't touch, or no part of them is selected.
        Of a part that its letters divide (`12`, on one foot) the area above them and the one below.
    """
    rows = region.box.grow(1)._replace(left=outline.box.left, width=outline.box.width)
    on_it = [one for one in outline.regions if lies_in(one.box, rows)]
    wholes = sorted(whole for whole in _with_same_sides(on_it) if _is_beside(whole, region.box, letter))
    row = [one for whole in wholes for one in on_it if _has_sides_of(one.box, whole)]
    touch = all(one.right == other.left for one, other in pairwise(wholes))
    is_selected = any(abs(one.light - region.light) > OTHER and fits_ink(one, letter) for one in row)
    return row if touch and is_selected and row[-1] is region else []


def _is_beside(one: Box, other: Box, letter: float) -> bool:
    """Whether an area takes the same rows as another, and is no part of a border."""
    astray = max(abs(one.top - other.top), abs(one.bottom - other.bottom))
    return astray <= 1 and one.width >= letter / 2


def fills(row: Sequence[Region], outline: Outline, letter: float) -> bool:
    """Whether areas side by side, if there are any, are all that a rectangular border surrounds."""
    if not row or outline.fill < RECTANGLE or row[0].box.height > ONE_LINE * letter:
        return False
    return borders(outline.box, bounds([one.box for one in row]), letter)


def is_alone(region: Region, outline: Outline, letter: float) -> bool:
    """Whether an area is the only one in an outline that is large enough to hold text."""
    return not any(other is not region and _is_cell(other, letter) for other in outline.regions)


def has_own_line(region: Region, outline: Outline, letter: float) -> bool:
    """Whether a line runs right around an area for one line of text, and is none between cells of a table."""
    low, near = ONE_LINE * letter, region.box.grow(LINE)
    beside = [one for one in outline.regions if one is not region and one.box.meets(near)]
    in_table = any(
        _is_cell(one, letter) and one.box.height <= low and not _is_sign(one, region) for one in beside
    )
    return region.box.height <= low and outline.fill < JOINED and not in_table and _is_outlined(region)


def _is_sign(part: Region, field: Region) -> bool:
    """Whether an area at an end of a field is as high and no wider than for a sign: an @, a currency's."""
    ends = abs(part.box.top - field.box.top), abs(part.box.bottom - field.box.bottom)
    return max(ends) <= LINE and 2 * part.box.width <= 3 * part.box.height


def has_sign(region: Region, outline: Outline) -> bool:
    """Whether a sign on a ground of its own is joined to an area that has the ground which both lie on.

    That is a field: buttons in a row have one ground.
    """
    is_plain = _differs(region, outline.on) <= SHADE
    return is_plain and any(
        _is_sign(one, region) and _differs(one, region) > SHADE and one.box.gap_across(region.box) <= LINE
        for one in outline.regions
        if one is not region
    )


def _differs(one: Region, other: Region) -> float:
    """Levels of a channel by which the colours of two areas differ, at most."""
    return float(np.abs(np.asarray(one.color, np.int16) - np.asarray(other.color, np.int16)).max())


def _is_outlined(region: Region) -> bool:
    """Whether a line of one colour that is not its own runs right around an area, but for round corners."""
    box, corner = region.box.grow(1), max(1, min(region.box.width, region.box.height) // ROUND)
    height, width = region.pixels.shape[:2]
    if min(box.left, box.top, width - box.right, height - box.bottom) < 0:
        return False
    frame = region.pixels[box.slices][:, :, :3].astype(np.int16)
    straight = slice(corner, -corner)
    line = np.concatenate([frame[0, straight], frame[-1, straight], frame[straight, 0], frame[straight, -1]])
    color = np.median(line, axis=0)
    is_even = float((np.abs(line - color).max(axis=1) <= TOLERANCE).mean()) >= EDGE
    return is_even and float(np.abs(color - np.asarray(region.color)).max()) > OTHER


def hugs(region: Region, letter: float) -> bool:
    """Whether an area ends right before and behind its letters, as selected text does."""
    glyphs = [outline.box for outline in region.outlines if is_glyph(outline.box, letter)]
    if not glyphs:
        return False
    is_sharp = region.inside is not None and region.inside.fill >= SHARP
    text = bounds([*glyphs, *(_inked(region) if is_sharp else ())])  # letters may touch its edges
    return max(text.left - region.box.left, region.box.right - text.right) <= CLOSE * letter


def fits_ink(region: Region, letter: float) -> bool:
    """Whether an area ends right before and behind what is drawn on it, which may touch its edges."""
    inked = _inked(region)
    return bool(inked) and (
        max(inked[0].left - region.box.left, region.box.right - inked[0].right) <= CLOSE * letter
    )


def is_as_high_as_letters(region: Region, place: Box, letter: float) -> bool:
    """Whether what is drawn beside an area, on what that lies on, is at least half as high as a letter."""
    ground = np.asarray(region.inside.ground if region.inside else region.color, np.int16)
    pixels = region.pixels[place.slices][:, :, :3].astype(np.int16)
    rows = (np.abs(pixels - ground).max(axis=2) > TOLERANCE).any(axis=1)
    return bool(2 * rows.sum() >= letter)


def is_selected_value(outline: Outline, letter: float) -> bool:
    """Whether it is a value of an underlined field, selected down to its line, which goes on behind it.

    Letters that touch one another all along divide its ground into one above and one below them.
    """
    box = outline.box
    if box.height > SELECTED * letter:
        return False
    parts = (part for part in outline.regions if box.right - part.box.right >= letter <= part.box.width)
    grounds = [part for part in parts if fits_ink(part, letter)]
    return any(
        whole.top - box.top <= 1 and 0 < box.bottom - whole.bottom <= THICK
        for whole in _with_same_sides(grounds)
    )


def _has_sides_of(one: Box, other: Box) -> bool:
    return (one.left, one.right) == (other.left, other.right)


def _with_same_sides(regions: Sequence[Region]) -> Iterator[Box]:
    """The box of all areas that begin and end in the same columns, for each such pair of columns."""
    parts: dict[tuple[int, int], list[Box]] = {}
    for one in regions:
        parts.setdefault((one.box.left, one.box.right), []).append(one.box)
    yield from map(bounds, parts.values())


def is_selected_text(region: Region, outline: Outline, letter: float) -> bool:
    """Whether an area without border is all the text of a field, selected: its field goes on behind it."""
    field = outline.on
    return (
        lies_in(outline.box.grow(-1), region.box)
        and borders(field.box, outline.box, letter)
        and field.box.right - outline.box.right > BORDER * letter
        and abs(region.light - field.light) > OTHER
        and not any(other.box.left >= outline.box.right for other in field.outlines)
    )


def _inked(region: Region) -> list[Box]:
    """The columns of an area from the first to the last that are not all of its colour; none if all are.

    Its upper and lower quarters are left out, where its corners may be round.
    """
    between = region.box.grow(-(region.box.height // 4))
    rows = region.box._replace(top=between.top, height=between.height)
    pixels = region.pixels[rows.slices][:, :, :3].astype(np.int16)
    inked = (np.abs(pixels - np.asarray(region.color, np.int16)).max(axis=2) > TOLERANCE).any(axis=0)
    columns = [int(at) for at in np.flatnonzero(inked)]
    return [rows._replace(left=rows.left + columns[0], width=columns[-1] - columns[0] + 1)] if columns else []


def _is_like(other: Region, region: Region, letter: float) -> bool:
    """Whether two areas have the same sides and height, one below the other."""
    moved = other.box.shift(0, region.box.top - other.box.top)
    return all(abs(one - same) <= ASTRAY * letter for one, same in zip(moved, region.box, strict=True))


def _is_free_around(region: Region) -> bool:
    """Whether the upper, lower and right edges of an area are its own: letters touch its left edge alone."""
    pixels = region.pixels[region.box.slices][:, :, :3].astype(np.int16)
    own = np.abs(pixels - np.asarray(region.color, np.int16)).max(axis=2) <= TOLERANCE
    return bool(min(own[0].mean(), own[-1].mean(), own[:, -1].mean()) >= EDGE)


def _is_cell(region: Region, letter: float) -> bool:
    """Whether an area is large enough to hold text."""
    return region.fill >= RECTANGLE and min(region.box.width, region.box.height) >= LEAST_HEIGHT * letter
