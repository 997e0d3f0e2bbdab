"""Lines of text: one tight box for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.pixels.dotted import without_rings
from tools.see.pixels.glyphs import THICK, bounds, gather_runs, is_glyph, is_rule
from tools.see.pixels.rectangles import is_selected_value, lies_in
from tools.see.pixels.regions import TOLERANCE, flat_mask
from tools.see.pixels.sizes import letter_height
from tools.see.pixels.touching import off_ground, rows_in
from tools.see.shapes.sliders import thin_sliders
from tools.see.text.borders import LEAST_WORD, Homes, glyphs_at_borders, is_border, may_be_letter
from tools.see.text.cells import parted_by_columns
from tools.see.text.columns import before_underlined, columns, separated, separators
from tools.see.text.pictures import parted_at_pictures
from tools.see.text.selection import is_selected_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.pixels.regions import Outline, Region
    from tools.see.scene import Widget

MARGIN = 3
"""Pixels around the letters that the recogniser likes to have: it scales each line to its own height."""
LOWEST = 16
"""Pixels; a lower line (a full stop, a minus) is shown with that much height, so that its place counts."""
NARROW = 5.4
"""Heights of a letter that an open frame is wide, at least."""
LETTER_SIZED = 1.8
"""Heights of a letter that a letter is high, at most: nothing else is written inside a lower one."""
INKED = 60
"""Levels of luminance by which a thick stroke differs from its ground, at least."""
OPEN = 0.25
"""Share of its box that a frame open on one side encloses, at most."""
WIDE = 4
"""Part of its width that an area within a frame is wide, at least, such as a slider's trough on one side."""
SPINNER = 2.7
"""Heights of a letter that the arrow buttons of a number field are wide, at most."""
BESIDE, ASCENDER = 0.4, 1.5
"""Heights of a letter between an l and the letter beside it, at most; and that an l is high, at most."""
ACCENT, OVER = 0.4, 0.2
"""Heights of a word that an accent is high, at most, and half as wide; and that it stands over a capital."""
FLAT = 0.25
"""Heights of a letter that an underline is high, at most."""
ARROW = 2.3
"""Heights of a letter that the arrow part of a drop-down is wide, at least."""


def find_text(frame: Frame, regions: Sequence[Region], widgets: Sequence[Widget]) -> list[Box]:
    """The boxes of all lines of text, as they are to be cropped, top to bottom."""
    frame, regions = without_rings(frame, regions)
    ink, letter = 1 - flat_mask(frame), letter_height(regions)
    taken = {widget.box for widget in widgets} | {one.box for one in thin_sliders(frame, regions, letter)}
    fields, buttons = ([one.box for one in widgets if one.kind == kind] for kind in ("field", "button"))
    parts = [part for widget in widgets if (part := _without_text(widget, letter)) is not None]
    on = [_glyphs(region, taken, buttons, letter) for region in regions]
    touching = set()
    homes = Homes(regions, on, letter)
    for box, index in glyphs_at_borders(ink, on, homes, letter):
        center = box.center
        around = next((widget for widget in taken if widget.contains(center)), None)
        if around in buttons and is_border(box, around):
            continue
        if around is None or lies_in(regions[index].box, around):  # else it is a caret at the border
            letters, rest = off_ground(box, (one for glyphs in on for one in glyphs), frame, letter)
            at_home = [(one, homes.home(one)) for one in letters]
            for one, home in [*at_home, (rest, index)]:
                on[index if home is None else home].append(one)
                touching.add(one)
    rules = [
        one.box
        for region in regions
        for one in region.outlines
        if is_rule(one.box) and one.box.height <= THICK
    ]
    footed = {one.box for region in regions for one in region.outlines if is_selected_value(one, letter)}
    boxes, gathered = [], []
    for region, glyphs in zip(regions, on, strict=True):
        if not glyphs or any(_is_spinner(region.box, box, letter) for box in fields):
            continue
        prose = _is_in_any(region.box.center, fields)
        letters = [box for box in glyphs if not _is_in_any(box.center, parts)]
        single = [row for box in letters for row in rows_in(box, letters, frame, letter)]
        lower = set(single) - set(letters)
        on_lines = gather_runs(single, prose=prose)
        runs = [
            part
            for run in on_lines
            for plain in before_underlined(run, rules, letter, footed)
            for part in parted_at_pictures(frame, plain, letter)
        ]
        gathered.append((region, single, lower, runs))
    strokes = separators((run for *_, runs in gathered for run in runs), frame.gray, letter)
    apart = [[*separated(run, strokes, letter)] for *_, runs in gathered for run in runs]
    cells = iter(parted_by_columns(frame, [cell for run in apart for cell in run], letter))
    parted = iter([[part for _ in run for part in next(cells)] for run in apart])
    for region, single, lower, on_lines in gathered:
        runs = [part for _ in on_lines for cell in next(parted) for part in columns(cell, widgets, letter)]
        pictures = set(single).difference(*runs)
        runs += [[box] for box in pictures if is_selected_word(frame.gray, box, letter)]
        words = [
            bounds(run)
            for run in runs
            if bounds(run).width >= LEAST_WORD * letter
            or not touching.issuperset(run)
            or may_be_letter(bounds(run), region.box, letter)
        ]
        flat = [word for word in words if word.height <= FLAT * letter]
        under = {word for word in flat if any(_is_under(word, other) for other in words)}
        close = {bounds(run) for run in runs if not lower.isdisjoint(run)}
        shown = [word for word in words if word not in under]
        boxes += [
            _crop(_with_accents(word, single), region, ink, above=0 if word in close else MARGIN)
            for word in shown
        ]
    return sorted(boxes, key=lambda box: (box.top, box.left))


def _is_in_any(point: Point, boxes: Sequence[Box]) -> bool:
    return any(box.contains(point) for box in boxes)


def _glyphs(region: Region, taken: set[Box], buttons: Sequence[Box], letter: float) -> list[Box]:
    found = list(_drawn(region, taken, buttons, letter))
    rules = [box for box in found if is_rule(box)]
    thin = [box for box in rules if letter <= box.height <= ASCENDER * letter]
    return _with_thin_letters([box for box in found if box not in rules], thin, letter)


def _with_thin_letters(letters: list[Box], thin: Sequence[Box], letter: float) -> list[Box]:
    """The letters, and those thin lines beside one which are one: a large "l" is as high as a caret."""
    near = [box for box in thin if any(_is_beside(box, other, letter) for other in letters)]
    rest = [box for box in thin if box not in near]
    return _with_thin_letters([*letters, *near], rest, letter) if near else letters


def _is_beside(line: Box, glyph: Box, letter: float) -> bool:
    """Whether an upright line stands on a glyph's base line, closer to it than a space."""
    return line.gap_across(glyph) <= BESIDE * letter and abs(line.bottom - glyph.bottom) <= 1


def _drawn(region: Region, taken: set[Box], buttons: Sequence[Box], letter: float) -> Iterator[Box]:
    on_button = region.inside is not None and region.inside.box in buttons
    inside = None if on_button else region.inside
    for outline in region.outlines:
        box = outline.box
        if not is_glyph(box, letter) or box in taken:
            continue
        if box.width > NARROW * letter and any(lies_in(widget, box) for widget in taken):  # fields that touch
            continue
        if not _is_panel(outline, letter) and not _is_hole(outline, inside, letter):
            yield box


def _is_panel(outline: Outline, letter: float) -> bool:
    """Whether something else is written inside it, as on a button's face, or it is a frame."""
    if outline.box.width >= NARROW * letter and (outline.fill < OPEN or _is_trough(outline)):
        return True
    return max(outline.box.width, outline.box.height) > LETTER_SIZED * letter and any(
        is_glyph(inner.box, letter) and not _is_hole(inner, outline, letter)
        for region in outline.regions
        for inner in region.outlines
    )


def _is_trough(outline: Outline) -> bool:
    """Whether it lies around a wide area: letters that touch have narrow ones between their strokes."""
    least = (outline.box.width / WIDE, outline.box.height / 2)
    return any(region.box.width >= least[0] and region.box.height >= least[1] for region in outline.regions)


def _is_hole(inner: Outline, outline: Outline | None, letter: float) -> bool:
    """Whether what lies inside is the ground again, as in a big bold 9, whose strokes are flat areas."""
    if outline is None or not is_glyph(outline.box, letter):  # a window on a dark desktop is no letter
        return False
    if outline.box.width > 2 * outline.box.height:  # selected text
        return False
    ground, stroke = outline.ground_light, inner.on.light
    if abs(stroke - ground) < INKED:  # a button's face is much like the panel that it lies on
        return False
    return bool(inner.regions) and all(abs(part.light - ground) <= 2 * TOLERANCE for part in inner.regions)


def _is_under(stroke: Box, word: Box) -> bool:
    """Whether a flat stroke stands close under a word: the underline of a mnemonic or a link."""
    return (
        stroke.width > 2 * stroke.height
        and word.height > 2 * stroke.height
        and 0 <= stroke.top - word.bottom <= word.height // 2
        and 2 * (min(stroke.right, word.right) - max(stroke.left, word.left)) > stroke.width
    )


def _is_spinner(part: Box, field: Box, letter: float) -> bool:
    """Whether an area within a field is one of the arrow buttons at its end."""
    return (
        part.width <= SPINNER * letter
        and part.overlap(field) == part
        and field.right - part.right <= MARGIN + 1
    )


def _without_text(widget: Widget, letter: float) -> Box | None:
    """The part of a widget where there is no text: a drop-down's arrow, the whole of an indicator."""
    box = widget.box
    if widget.kind == "dropdown":
        width = max(round(ARROW * letter), box.height - 4)
        return Box(box.right - width, box.top, width, box.height)
    return box if widget.kind in {"checkbox", "radio"} else None


def _with_accents(word: Box, glyphs: Sequence[Box]) -> Box:
    """A word of large letters with the accents of its capitals, which stand further above them than a margin.

    Where letters stand as close above it, they are those of another row.
    """
    high, near = ACCENT * word.height, OVER * word.height
    if near <= MARGIN:
        return word
    marks = [
        one
        for one in glyphs
        if 0 <= word.top - one.bottom <= near and word.left <= (one.left + one.right) // 2 < word.right
    ]
    if not marks or any(max(one.width / 2, one.height) > high for one in marks):
        return word
    top = min(one.top for one in marks)
    return word._replace(top=top, height=word.bottom - top)


def _crop(letters: Box, region: Region, ink: NDArray[np.uint8], above: int) -> Box:
    """The box to read: the letters and a margin that ends where something else begins.

    Args:
        letters: Those of a word.
        region: What they are written on.
        ink: What is no even ground of the frame.
        above: Rows of the margin above them; none where letters of the row above run into them.
    """
    band = ink[max(0, letters.top) : letters.bottom]
    # An edge is marked one pixel before it, so the letters' own mark stands left of them.
    left = 1 + _free(band[:, max(0, letters.left - MARGIN) : max(0, letters.left - 1)][:, ::-1])
    right = _free(band[:, letters.right : letters.right + MARGIN])
    box = Box(letters.left - left, letters.top, left + letters.width + right, letters.height)
    column = ink[:, max(0, letters.left) : letters.right]
    up = min(above, 1 + _free_rows(column[max(0, letters.top - MARGIN) : max(0, letters.top - 1)][::-1]))
    down = _free_rows(column[letters.bottom : letters.bottom + MARGIN])
    box = Box(box.left, box.top - up, box.width, box.height + up + down)
    if box.height < LOWEST and above:
        one_line = region.box.height <= 3 * LOWEST and not _is_one_of_several(letters, region)
        middle = region.box.center.y if one_line else letters.center.y
        box = box.union(Box(box.left, middle - LOWEST // 2, box.width, LOWEST))
    return box.overlap(region.box).union(letters)


def _is_one_of_several(letters: Box, region: Region) -> bool:
    """Whether other letters of the region stand above or below these: a label over a value, a cut row."""
    apart = (
        one.box
        for one in region.outlines
        if one.box.bottom <= letters.top + 1 or one.box.top >= letters.bottom - 1
    )
    return any(min(box.right, letters.right) > max(box.left, letters.left) for box in apart)


def _free_rows(ink: NDArray[np.uint8]) -> int:
    """How many rows come before the first that is marked."""
    return _free(ink.T)


def _free(ink: NDArray[np.uint8]) -> int:
    """How many columns come before the first that is marked."""
    marked = np.flatnonzero(ink.max(axis=0, initial=0))
    return int(marked[0]) if marked.size else ink.shape[1]
