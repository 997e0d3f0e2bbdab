"""Widgets: fields, buttons, drop-downs, check boxes and radio buttons, found by their shape."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from tools.geometry import Size
from tools.see.arrows import find_marks
from tools.see.glyphs import DOT, bounds, is_glyph, is_rule
from tools.see.indicators import find_indicators
from tools.see.regions import Region, find_regions
from tools.see.scene import Widget, WidgetKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.regions import Outline

BORDER = 6
"""Pixels that a border, a focus ring included, is wide at most."""
ONE_LINE, GLYPHS, ENOUGH = 60, 5, 20
"""A box higher than so many pixels, and than so many heights of a glyph where there are enough of them, holds
several lines: at twice the usual size of fonts a button is 68 pixels high."""
RECTANGLE = 0.85
"""Share of its box that an area with rounded corners, or a letter at its edge, still encloses."""
LEAST_AREA = Size(14, 10)
"""Of the flat area of a widget that is no indicator."""
LEAST_FIELD = Size(30, 14)
LARGEST_KEY = Size(120, 90)
"""A button higher than one line: a calculator's key."""
WIDEST_BUTTON = 400
"""Pixels; a wider box with a caption in its middle is a notice."""
PAPER = 250
"""Luminance, at least, of a part of a window that one writes on."""
WHITE, LEAST_EMPTY = 240, 50
"""On a white panel an empty field isn't lighter than the panel: there a box this wide is one."""
CLOSE = 3
"""Pixels; selected text leaves less on either side, a button's caption more."""
LIT = 3
"""Heights of an indicator that the area which lights up around it and its caption is high, at most."""
CAPTION_GAP = 10
"""Pixels between an indicator and the focus ring around its caption, at most."""
CONTRAST = 6
"""Levels of luminance that set a field off from the panel that it lies on."""
DARK = 110
"""Luminance below which a panel is of a dark theme, where fields are darker than panels, not lighter."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rectangle that may be a widget."""

    box: Box
    """With its border."""
    region: Region
    """The flat area that makes most of it."""
    panel: Region
    """What it lies on."""
    beside: tuple[Outline | Region, ...]
    """What else lies within the border: an arrow part."""
    is_high: bool
    """Whether it holds several lines of text."""
    is_pane: bool = False
    """Whether it is a part of a window, without a border of its own: paper to write on, or a title bar."""


def find_widgets(frame: Frame, regions: list[Region] | None = None) -> tuple[Widget, ...]:
    """The widgets on a frame, top to bottom.

    Args:
        frame: what to look at.
        regions: its flat areas, if they are known already.
    """
    regions = find_regions(frame) if regions is None else regions
    indicators = find_indicators(frame, regions)
    line = _one_line(regions)
    candidates = [found for region in regions if (found := _candidate(region, line)) is not None]
    kept = _leaves(candidates)
    boxes = [
        Widget(kind, candidate.box) for candidate in kept if (kind := _kind(frame, candidate)) is not None
    ]
    boxes = [box for box in boxes if not any(_labels(indicator.box, box) for indicator in indicators)]
    return tuple(sorted([*boxes, *indicators], key=lambda widget: (widget.box.top, widget.box.left)))


def _one_line(regions: Iterable[Region]) -> float:
    """Pixels that a box for one line of text is high, at most."""
    glyphs = [
        outline.box.height
        for region in regions
        for outline in region.outlines
        if is_glyph(outline.box) and outline.box.height > DOT and not is_rule(outline.box)
    ]
    return max(ONE_LINE, GLYPHS * median(glyphs)) if len(glyphs) >= ENOUGH else ONE_LINE


def _candidate(region: Region, line: float) -> Candidate | None:
    """The box around a rectangular area, with its border."""
    if region.inside is None or region.fill < RECTANGLE or not _is_at_least(region.box, LEAST_AREA):
        return None
    box, outer, beside = region.box, region, []
    while outer.inside is not None:
        outline = outer.inside
        if outline.fill < RECTANGLE or not _borders(outline.box, outer.box, line):
            break
        beside += [other for other in outline.regions if other is not outer]
        box, outer = outline.box, outline.on
        if not _borders(outer.box, box, line):
            break
    if outer is region and not _spans(region, region.inside):
        # A part of a window: what it is set off from is the part beside it, not what the window lies on.
        others = [other for other in region.inside.regions if other is not region]
        panel = max(others, key=lambda other: other.box.area, default=region.inside.on)
        return Candidate(box, region, panel, (), is_high=box.height > line, is_pane=True)
    panel = outer if outer is not region else region.inside.on
    return Candidate(box, region, panel, tuple(beside), is_high=box.height > line)


def _spans(region: Region, outline: Outline) -> bool:
    """Whether an area is as high as what it lies in, as linked buttons are."""
    return outline.box.height <= region.box.height + 2 * BORDER


def _borders(outer: Box, inner: Box, line: float) -> bool:
    """Whether outer is inner plus a border, and perhaps an arrow part on the right."""
    left, top = inner.left - outer.left, inner.top - outer.top
    bottom, right = outer.bottom - inner.bottom, outer.right - inner.right
    arrow = outer.height + 2 * BORDER if outer.height <= line else 24
    return 0 <= left <= BORDER and 0 <= top <= BORDER and 0 <= bottom <= BORDER and 0 <= right <= arrow


def _leaves(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that hold no other, each box once; selected text within a field is none."""
    real = [one for one in candidates if not _is_selection(one)]
    largest: dict[Box, Candidate] = {}
    for one in real:
        known = largest.get(one.box)
        if known is None or known.region.box.area < one.region.box.area:
            largest[one.box] = one
    return [
        one
        for one in largest.values()
        if not any(_holds(one, other) for other in largest.values())
        and not any(_is_part(other, one) for other in largest.values())
    ]


def _holds(one: Candidate, other: Candidate) -> bool:
    """Whether one is a panel with the other on it."""
    return one is not other and one.region.box.overlap(other.box) == other.box


def _is_part(whole: Candidate, part: Candidate) -> bool:
    """Whether the part is the arrow button within a drop-down or number field."""
    return whole is not part and any(part.region is beside for beside in whole.beside)


def _is_selection(one: Candidate) -> bool:
    """Whether it is selected text: a colour without border that fits its letters closely."""
    assert one.region.inside is not None
    if one.region.inside.box != one.box or one.box != one.region.box.overlap(one.box):
        return False
    glyphs = [outline.box for outline in one.region.outlines if is_glyph(outline.box)]
    if not glyphs:
        return False
    text = bounds(glyphs)
    return max(text.left - one.box.left, one.box.right - text.right) <= CLOSE


def _labels(indicator: Box, widget: Widget) -> bool:
    """Whether the box is the focus ring around a caption, or what lights up under the pointer."""
    gap = widget.box.left - indicator.right
    if widget.box.overlap(indicator) == indicator:
        near = indicator.left - widget.box.left <= indicator.width
        return near and widget.box.height <= LIT * indicator.height
    return widget.box.top < indicator.center.y < widget.box.bottom and -indicator.width <= gap <= CAPTION_GAP


def _kind(frame: Frame, one: Candidate) -> WidgetKind | None:
    box, inner = one.box, one.region.box
    if one.is_pane:
        paper = one.region.light >= PAPER > one.panel.light and one.is_high
        return "field" if paper and _is_at_least(box, LEAST_FIELD) else None
    glyphs = [outline.box for outline in one.region.outlines if is_glyph(outline.box)]
    raised = one.region.light
    panel = one.panel.light
    sunk = raised > panel + CONTRAST if panel >= DARK else raised < panel - CONTRAST
    if not one.is_high:
        if 2 * box.width >= 3 * box.height and _drops_down(frame, one, glyphs, sunk=sunk):
            return "dropdown"
        if glyphs and box.width <= WIDEST_BUTTON and _is_centred(bounds(glyphs), inner, 11 if sunk else 2):
            return "button"
    elif _is_at_least(LARGEST_KEY, box) and glyphs and _is_centred(bounds(glyphs), inner, 8):
        return "button"
    empty = panel >= WHITE and not glyphs and box.width >= LEAST_EMPTY
    return "field" if (sunk or empty) and _is_at_least(box, LEAST_FIELD) else None


def _is_at_least(one: Box | Size, other: Box | Size) -> bool:
    return one.width >= other.width and one.height >= other.height


def _is_centred(text: Box, inner: Box, margin: int) -> bool:
    """Whether a caption stands in the middle of a box with at least that margin on either side."""
    left, right = text.left - inner.left, inner.right - text.right
    above, below = text.top - inner.top, inner.bottom - text.bottom
    return (
        min(left, right) >= margin
        and abs(left - right) <= max(6, inner.width // 8)
        and abs(above - below) <= max(6, inner.height // 3)
    )


def _drops_down(frame: Frame, one: Candidate, glyphs: list[Box], *, sunk: bool) -> bool:
    """Whether its right end bears a mark that points down, and none that points up."""
    marks = list(find_marks(frame, one.box))
    if any(mark == "up" for mark, _ in marks):
        return False
    wanted = {"down"} if sunk or not glyphs else {"down", "bar"}
    return any(mark in wanted and _stands_apart(box, glyphs, one.box) for mark, box in marks)


def _stands_apart(mark: Box, glyphs: list[Box], box: Box) -> bool:
    """Whether a mark is at the end of its box, and no letter of the caption."""
    gap = min((mark.left - glyph.right for glyph in glyphs if glyph.left < mark.left - 1), default=99)
    return gap > CLOSE and box.right - mark.right <= max(16, box.height // 2) and mark.left > box.center.x
