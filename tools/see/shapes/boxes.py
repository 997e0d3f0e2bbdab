"""Boxes that may be widgets: rectangular areas with their borders, each as large as it shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tools.geometry import Point
from tools.see.pixels.glyphs import is_glyph, is_rule
from tools.see.pixels.rectangles import (
    BORDER,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    ONE_LINE,
    OTHER,
    RECTANGLE,
    below_caption,
    borders,
    column_of,
    fills,
    fits_ink,
    has_own_line,
    has_sign,
    hugs,
    is_alone,
    is_as_high_as_letters,
    is_rest,
    is_selected_text,
    is_whole,
    lies_in,
    selected_row,
)
from tools.see.shapes.lists import chosen_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import Box
    from tools.see.pixels.regions import Outline, Region

REACHING, MIDDLE = 0.5, 4
"""Heights of a letter that what touches a border reaches into an area, at least; and the part of the area's
height, above and below, in which its round corners may reach as far."""
LOWEST_AREA, GRIP = 3.5, 1.2
"""Heights of a letter that a text area is high at least; that its grip is large and off its corner most."""

CARET = 2
"""Pixels that a caret is wide, at most, as it stands at the end of what is selected."""
PAIR = 2
"""Arrows of a number field."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A rectangle that may be a widget."""

    box: Box
    """With its border."""
    region: Region
    """The flat area that makes most of it."""
    panel: Region
    """What it lies on."""
    letter: float
    """Pixels that a letter of its screen is high."""
    beside: tuple[Outline | Region, ...] = ()
    """What else lies within the border: an arrow part, the rows of a list."""
    is_pane: bool = False
    """Whether it is a part of a window, without a border of its own: paper to write on, or a title bar."""
    is_list: bool = False
    """Whether it is a list with a chosen row."""
    is_broken: bool = False
    """Whether selected text, or letters from edge to edge, break its area up: the region is the rest."""
    has_sign: bool = False
    """Whether a sign on a ground of its own is joined to it, as an @ to a field."""

    @property
    def is_high(self) -> bool:
        """Whether it holds several lines of text."""
        return self.box.height > ONE_LINE * self.letter

    @property
    def has_border(self) -> bool:
        """Whether something is drawn around it."""
        return self.box != self.region.box

    @property
    def inner(self) -> Box:
        """Where its text is: in the flat area."""
        return self.box if self.is_broken else self.region.box

    @property
    def is_broken_into(self) -> bool:
        """Whether letters that touch its border reach into its middle: its text begins at that end."""
        inner = self.region.box
        margin = round(REACHING * self.letter)
        within = inner.grow(-margin).overlap(inner.grow(-inner.height // MIDDLE))
        return any(within.contains(Point(x, y)) for x, y in self.region.contour[:, 0].tolist())

    @cached_property
    def glyphs(self) -> list[Box]:
        """What is written on its flat area."""
        boxes = (outline.box for outline in self.region.outlines)
        glyphs = [box for box in boxes if is_glyph(box, self.letter) and not is_rule(box)]
        return [*glyphs, *(part.box for part in self.beside)] if self.is_broken else glyphs

    @cached_property
    def written(self) -> list[Box]:
        """The same without what a text area is pulled larger by."""
        return [glyph for glyph in self.glyphs if not self._is_grip(glyph)]

    def _is_grip(self, glyph: Box) -> bool:
        """Whether a glyph is a small thing in the lower right corner of an area."""
        off = max(self.inner.right - glyph.right, self.inner.bottom - glyph.bottom)
        is_small = max(off, glyph.width, glyph.height) <= GRIP * self.letter
        return is_small and self.box.height >= LOWEST_AREA * self.letter


def find_boxes(regions: Iterable[Region], letter: float) -> list[Candidate]:
    """The boxes that hold no other, each once; selected text within a field is none."""
    found = [one for region in regions if (one := _candidate(region, letter)) is not None]
    rows = {id(part) for one in found if one.is_list for part in one.beside}
    found = [one for one in found if id(one.region) not in rows]
    largest: dict[Box, Candidate] = {}
    for one in found:
        known = largest.get(one.box)
        if not _is_selection(one) and (known is None or _is_rather(one.region.box, known.region.box)):
            largest[one.box] = one
    boxes = list(largest.values())
    return [one for one in boxes if not any(_holds(one, other) or _is_part(other, one) for other in boxes)]


def _is_rather(one: Box, other: Box) -> bool:
    """Whether the first of two areas is what a box is made of: the larger, or what a border surrounds."""
    return lies_in(one, other) or (one.area > other.area and not lies_in(other, one))


def _candidate(region: Region, letter: float) -> Candidate | None:
    """The box around a rectangular area, with its border."""
    is_small = region.box.width < LEAST_WIDTH * letter or region.box.height < LEAST_HEIGHT * letter
    if region.inside is None or is_small:
        return None
    if rows := chosen_rows(region, region.inside, letter):
        return _list(region, region.inside, rows, letter)
    if not is_whole(region, region.inside, letter) or is_selected_text(region, region.inside, letter):
        return None
    box, outer, beside = region.box, region, []
    while outer.inside is not None:
        outline = outer.inside
        if outline.fill < RECTANGLE or not borders(outline.box, outer.box, letter):
            break
        beside += [other for other in outline.regions if other is not outer]
        box, outer = outline.box, outline.on
        if not borders(outer.box, box, letter):
            break
    if outer is not region:
        return Candidate(box, region, outer, letter, tuple(beside))
    return _broken(region, region.inside, letter) or _part(region, region.inside, letter)


def _broken(region: Region, outline: Outline, letter: float) -> Candidate | None:
    """The box around the last part of a field of one line that something divides; None: it is none."""
    row = selected_row(region, outline, letter)
    whole = below_caption(region, outline, letter, row) if row else None
    if whole is None and (fills(row, outline, letter) or is_rest(region, outline, letter)):
        whole = outline.box
    return whole and Candidate(whole, region, outline.on, letter, tuple(row[:-1]), is_broken=True)


def _list(region: Region, outline: Outline, rows: Sequence[Region], letter: float) -> Candidate:
    """The box around a list, where rows of other colours lie in it."""
    inner = region.box
    for part in rows:
        inner = inner.union(part.box)
    is_framed = outline.fill >= RECTANGLE and borders(outline.box, inner, letter)
    box = outline.box if is_framed else inner.grow(1)
    return Candidate(box, region, outline.on, letter, tuple(rows), is_list=True)


def _part(region: Region, outline: Outline, letter: float) -> Candidate:
    """One of several areas in one outline: linked buttons, touching fields, or the panes of a window."""
    is_row = outline.box.height <= region.box.height + 2 * BORDER * letter
    is_lone = is_alone(region, outline, letter)
    is_joined = is_lone and (is_row or outline.fill < RECTANGLE)
    # Letters beside it, or a popup below it, touch its border: which is all that lies right around it.
    is_bordered = is_joined or has_own_line(region, outline, letter)
    if is_bordered or is_row:
        whole = region.box.grow(1) if is_bordered else region.box
        return Candidate(whole, region, outline.on, letter, has_sign=has_sign(region, outline))
    column, box = column_of(region, outline, letter), below_caption(region, outline, letter)
    if column:
        border = (column[1].box.top - column[0].box.bottom) // 2
        box = region.box.grow(border)._replace(width=outline.box.right - region.box.left + border)
    if box:
        own = (*column, region)
        beside = tuple(other for other in outline.regions if other not in own and lies_in(other.box, box))
        return Candidate(box, region, outline.on, letter, beside)
    # A part of a window: what it is set off from is the part beside it, not what the window lies on.
    others = [other for other in outline.regions if other is not region]
    panel = max(others, key=lambda other: other.box.area, default=outline.on)
    return Candidate(region.box, region, panel, letter, is_pane=True)


def _holds(one: Candidate, other: Candidate) -> bool:
    """Whether one is a panel with the other on it, which is no pair of arrows in a number field."""
    return one is not other and lies_in(other.box, one.region.box) and not _is_spinner(other, one)


def _is_spinner(part: Candidate, field: Candidate) -> bool:
    """Whether a part of a field is set off by its colour, and holds two arrows, one above the other."""
    if field.is_high or part.has_border or part.box.width > part.box.height:
        return False
    glyphs = part.glyphs
    return len(glyphs) == PAIR and glyphs[0].gap_across(glyphs[1]) == 0 and glyphs[0].width == glyphs[1].width


def _is_part(whole: Candidate, part: Candidate) -> bool:
    """Whether the part is the arrow button within a drop-down or number field, or lies in a broken field."""
    if whole is part:
        return False
    inside = whole.is_broken and lies_in(part.box, whole.box)
    return inside or any(part.region is beside for beside in whole.beside)


def _is_selection(one: Candidate) -> bool:
    """Whether it is selected text: an area without border that fits its letters, or is set off in a line.

    Where only a part is selected, the rest of its word is joined to it.
    """
    region, outline = one.region, one.region.inside
    if outline is None:
        return False
    line = outline.on.inside is not None and outline.on.box.height <= ONE_LINE * one.letter
    is_set_off = line and abs(region.light - outline.ground_light) > OTHER
    if is_set_off and _continues(region, outline, one.letter):
        return True
    is_bare = outline.box == one.box and _fits(one.box, region.box)
    return is_bare and (is_set_off or hugs(region, one.letter))


def _fits(box: Box, area: Box) -> bool:
    """Whether nothing of a box is outside of an area, but for a caret at one end of it."""
    beside = area._replace(left=area.left - CARET, width=area.width + 2 * CARET)
    return lies_in(box, beside) and box.width - area.width <= CARET


def _continues(region: Region, outline: Outline, letter: float) -> bool:
    """Whether an area that fits its letters is joined to others in its rows: it is selected with them.

    What joins a button to something else is a line.
    """
    text, box = outline.box, region.box
    is_in_line = (text.top, text.bottom) == (box.top, box.bottom) and text.width - box.width >= letter / 2
    return (
        is_in_line
        and outline.fill < RECTANGLE
        and is_alone(region, outline, letter)
        and fits_ink(region, letter)
        and all(is_as_high_as_letters(region, side, letter) for side in _beside(box, text))
    )


def _beside(box: Box, text: Box) -> list[Box]:
    """What a text has left and right of a part of it."""
    left = text._replace(width=box.left - text.left)
    right = text._replace(left=box.right, width=text.right - box.right)
    return [side for side in (left, right) if side.width > 1]
