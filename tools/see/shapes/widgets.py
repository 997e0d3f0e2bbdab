"""Widgets: fields, buttons, drop-downs, check boxes and radio buttons, found by their shape.

A box with a caption in its middle is a button, one with a mark that points down at its end a drop-down. What
is lighter than the panel that it lies on is a field, and so is a frame on the ground of a page whose text
stands at one of its ends. A box that may be either is a button: nothing is typed into a button.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tools.see.pixels.dotted import without_rings
from tools.see.pixels.glyphs import bounds
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.scene import Widget
from tools.see.shapes.bars import is_partly_filled
from tools.see.shapes.bevels import is_pressed_into_panel
from tools.see.shapes.boxes import find_boxes
from tools.see.shapes.dropdowns import drops_down, has_steppers
from tools.see.shapes.indicators import find_indicators
from tools.see.shapes.minus_plus import numbers_before_signs
from tools.see.shapes.narrow import is_empty_like
from tools.see.shapes.notched import HOLLOW
from tools.see.shapes.radio_groups import with_states_of_groups
from tools.see.shapes.selected import is_all_selected
from tools.see.shapes.typed_words import is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.pixels.regions import Outline, Region
    from tools.see.scene import WidgetKind
    from tools.see.shapes.boxes import Candidate

LEAST_FIELD, LEAST_EMPTY = 3.0, 5.5
"""Heights of a letter that a field is wide, at least: of its own colour, and where it is only a frame."""
LEAST_AREA = 8
"""Heights of a letter that an area with a grip is wide, at least: a tool's button may have a mark there."""
LOWEST_FIELD, HIGHEST_FRAME = 1.5, 5.4
"""Heights of a letter that a field is high at least, and at most one that is only a frame around a text."""
WIDEST_KEY, HIGHEST_KEY = 13.4, 10
"""Heights of a letter that a button higher than one line, a calculator's key, is wide and high at most."""
WIDEST_BUTTON = 45
"""Heights of a letter; a wider box with a caption in its middle is a notice."""
BESIDE_CAPTION, BESIDE_FACE = 0.17, 0.55
"""Heights of a letter that a caption leaves on either side at least: on a button like its panel, and on one
as light as a field, whose text may reach from end to end."""
OFF_MIDDLE, OFF_FACE = 0.67, 0.45
"""Heights of a letter by which a caption may be off the middle of its button, of either kind."""
IN_CAPTION, AT_END = 3.0, 1.8
"""Heights of a letter between two parts of a caption, as an icon and a text, at most; and between a text and
a last sign that stands at the end of its box, as the calendar of a date does."""
INSET, BELOW_EDGE = 1.8, 1.1
"""Heights of a letter between the end of a frame and the text in it, at most; and above the first of several
lines: a card keeps them further from its edge."""
BELOW_GRIPPED = 2.0
"""Heights of a letter above the first of several lines where a grip in the corner shows an area, no card."""
PAPER = 250
"""Luminance, at least, of a part of a window that one writes on."""
WHITE, DARK = 240, 110
"""Luminances: on a page as light as the first, or darker than the second, fields are told by their shape.
On a dark one they may be lighter or darker than it."""
CONTRAST = 6
"""Levels of luminance that set a field off from the panel that it lies on."""
TINT = 40
"""Levels between the channels of a colour that no field has: a notice's, or a chosen row's."""
ASTRAY = 0.34
"""Heights of a letter by which the height of a row and the distance of the next text differ, at most."""
LIT = 3
"""Heights of an indicator that the area which lights up around it and its caption is high, at most."""
PAGE = 0.4
"""Share of the screen that a page takes, at least."""
OF_PAGE = 2
"""Indicators on a page of a form, at least; one may be a letter of what is written in a field."""
CAPTION_GAP = 1.1
"""Heights of a letter between an indicator and the focus ring around its caption, at most."""


def find_widgets(frame: Frame, regions: Sequence[Region] | None = None) -> tuple[Widget, ...]:
    """The widgets on a frame, top to bottom.

    Args:
        frame: what to look at.
        regions: its flat areas, if they are known already.
    """
    regions = find_regions(frame) if regions is None else regions
    letter = letter_height(regions)
    bare, areas = without_rings(frame, regions)
    indicators = with_states_of_groups(bare, find_indicators(bare, areas, letter))
    found = find_boxes(regions, letter)
    boxes = [
        Widget(kind, one.box)
        for one in found
        if (kind := _kind(frame, one)) is not None
        and not (kind == "field" and any(_is_cell_beside(one, other) for other in found))
        and not (
            any(_labels(indicator.box, one.box, letter) for indicator in indicators)
            and not has_steppers(frame, one)  # then it is an O
        )
        and not (kind == "field" and _is_page(frame, one.box, indicators))
    ]
    numbers = {*numbers_before_signs(found)}
    fields = [one.box for one in boxes if one.kind == "field"]
    boxes += [
        Widget("field", one.box)
        for one in found
        if _kind(frame, one) is None
        and (
            one.box in numbers
            or (is_empty_like(one, fields) and not any(_is_cell_beside(one, other) for other in found))
        )
    ]
    fields = [one.box for one in boxes if one.kind == "field"]
    written = [one for one in found if one.box in fields]
    indicators = [box for box in indicators if not any(is_word(frame, box.box, one) for one in written)]
    return tuple(sorted([*boxes, *indicators], key=lambda widget: (widget.box.top, widget.box.left)))


def _is_page(frame: Frame, box: Box, indicators: Sequence[Widget]) -> bool:
    """Whether several boxes to tick or radio buttons stand on what looks like a field: a form's page or card.

    In a text area they may be signs of a list that somebody wrote, one a row; a page is larger.
    """
    inside = [one.box for one in indicators if one.box.lies_mostly_in(box)]
    if len(inside) < OF_PAGE:
        return False
    is_large = box.area >= PAGE * frame.size.width * frame.size.height
    return is_large or any(one.same_row(other) for one, other in combinations(inside, 2))


def find_plain_boxes(frame: Frame, regions: Sequence[Region]) -> list[Box]:
    """The boxes as large as a field whose shape alone tells no kind, such as a coloured area with a text."""
    return [
        one.box
        for one in find_boxes(regions, letter_height(regions))
        if _is_large(one) and not one.is_pane and _kind(frame, one) is None
    ]


def _is_large(one: Candidate) -> bool:
    return one.box.width >= LEAST_FIELD * one.letter and one.box.height >= LOWEST_FIELD * one.letter


def _kind(frame: Frame, one: Candidate) -> WidgetKind | None:
    large = _is_large(one)
    if one.is_pane:
        paper = one.region.light >= PAPER > one.panel.light and one.is_high
        return "field" if paper and large else None
    sunk = _is_sunk(one)
    if drops_down(frame, one, sunk=sunk):
        return "dropdown"
    sunk = sunk or is_pressed_into_panel(frame, one)
    is_area = _has_grip(one) and one.box.width >= LEAST_AREA * one.letter
    if large and (is_all_selected(one) or ((sunk or _begins_at_end(one)) and has_steppers(frame, one))):
        return "field"
    if one.glyphs and not is_area and not one.has_sign and _has_caption(one, sunk=sunk):
        return "button"
    return "field" if large and (sunk or _is_frame(one)) and not is_partly_filled(frame, one) else None


def _begins_at_end(one: Candidate) -> bool:
    """Whether its text begins at its left end, as that of a list to choose from does which looks raised.

    On a shaded face its letters aren't made out, and there are its arrows alone.
    """
    before = [glyph.left for glyph in one.written if glyph.left < one.box.center.x]
    return min(before, default=one.inner.left) - one.inner.left <= INSET * one.letter


def _is_sunk(one: Candidate) -> bool:
    """Whether its colour alone makes it a field: lighter than its panel, or in a dark theme darker."""
    face, panel = one.region.light, one.panel.light
    return face > panel + CONTRAST if panel >= DARK else face < panel - CONTRAST


def _has_grip(one: Candidate) -> bool:
    """Whether there is something in its corner by which a text area is pulled larger."""
    return len(one.written) < len(one.glyphs)


def _has_caption(one: Candidate, *, sunk: bool) -> bool:
    """Whether a text stands in its middle, and it has a button's size."""
    text, inner = bounds(one.glyphs), one.inner
    left, right = text.left - inner.left, inner.right - text.right
    above, below = text.top - inner.top, inner.bottom - text.bottom
    least, off = (BESIDE_FACE, OFF_FACE) if sunk else (BESIDE_CAPTION, OFF_MIDDLE)
    across = max(off * one.letter, 0 if sunk else inner.width / 8)
    if one.is_high:
        least, across = 1.0, max(OFF_MIDDLE * one.letter, inner.width / 8)
        if one.box.width > WIDEST_KEY * one.letter or one.box.height > HIGHEST_KEY * one.letter:
            return False
    middle = abs(above - below) <= max(OFF_MIDDLE * one.letter, inner.height / 3)
    wide = one.box.width > WIDEST_BUTTON * one.letter or _has_gap(one) or (sunk and one.is_broken_into)
    return not wide and middle and min(left, right) >= least * one.letter and abs(left - right) <= across


def _has_gap(one: Candidate) -> bool:
    """Whether its text and something at its other end stand far apart, as a number and its arrows."""
    glyphs = sorted(one.glyphs)
    reached = glyphs[0].right
    for glyph in glyphs:
        is_last = glyph is glyphs[-1] and one.has_border and not _is_sunk(one)
        if glyph.left - reached > (AT_END if is_last else IN_CAPTION) * one.letter:
            return True
        reached = max(reached, glyph.right)
    return False


def _is_frame(one: Candidate) -> bool:
    """Whether its shape makes it a field, on the ground of a page: it is empty, or its text at one end."""
    if DARK <= one.panel.light < WHITE or max(one.region.color) - min(one.region.color) > TINT:
        return False
    if not one.written:
        return one.box.width >= LEAST_EMPTY * one.letter
    text, inner = bounds(one.written), one.inner
    if one.box.height > HIGHEST_FRAME * one.letter:
        if any(_is_open_frame(outline, one.letter) for outline in one.region.outlines):
            return False  # a group of fields, whose labels stand in their borders
        most = BELOW_GRIPPED if _has_grip(one) else BELOW_EDGE
        return (one.has_border or _has_grip(one)) and text.top - inner.top <= most * one.letter
    aside = min(text.left - inner.left, inner.right - text.right)
    return aside <= INSET * one.letter and (one.has_border or not _is_row(one))


def _is_open_frame(outline: Outline, letter: float) -> bool:
    """Whether it is the border of a field that its label breaks."""
    box = outline.box
    is_large = box.width >= LEAST_EMPTY * letter and box.height >= LOWEST_FIELD * letter
    return is_large and outline.fill <= HOLLOW


def _is_cell_beside(one: Candidate, other: Candidate) -> bool:
    """Whether a frame on a page is a cell of a table: another stands right beside it on its row.

    A field in a cell has its own border within the cell's.
    """
    if one is other or one.region.inside is None or one.region.inside.box != one.box or _is_sunk(one):
        return False
    astray = max(abs(one.box.top - other.box.top), abs(one.box.height - other.box.height))
    return max(astray, one.box.gap_across(other.box)) <= ASTRAY * one.letter


def _is_row(one: Candidate) -> bool:
    """Whether texts stand one row above or below it as in a list: where its own begins, or as in a tree."""
    text, near = bounds(one.glyphs), ASTRAY * one.letter
    below = [
        (other.box.left, abs(other.box.center.y - one.box.center.y), other.box.top > one.box.top)
        for other in one.panel.outlines
        if one.box.left <= other.box.left < one.box.right and other.box.height < one.box.height
    ]
    rows = [{side for _, far, side in below if abs(far - rows * one.box.height) <= near} for rows in (1, 2)]
    is_list = any(abs(left - text.left) <= 1 and abs(far - one.box.height) <= near for left, far, _ in below)
    return is_list or not rows[0].isdisjoint(rows[1])


def _labels(indicator: Box, widget: Box, letter: float) -> bool:
    """Whether the box is the focus ring around a caption, or what lights up under the pointer."""
    gap = widget.left - indicator.right
    if widget.overlap(indicator) == indicator:
        near = indicator.left - widget.left <= indicator.width
        return near and widget.height <= LIT * indicator.height
    beside = -indicator.width <= gap <= CAPTION_GAP * letter
    return beside and widget.top < indicator.center.y < widget.bottom
