"""Indicators: check boxes and radio buttons left of a caption, and whether they are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.pixels.glyphs import DOT, LETTER
from tools.see.scene import Widget
from tools.see.shapes.forms import LARGEST, form_of, has_size, is_even, is_square
from tools.see.shapes.paper import CONTRAST
from tools.see.shapes.ringed import within_ring
from tools.see.shapes.rising import has_other_ink, is_bent, is_filled, is_of_paper, is_pair, rises
from tools.see.shapes.ticks import is_ticked
from tools.see.text.selection import is_selected_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.pixels.regions import Outline, Region
    from tools.see.shapes.ticks import IndicatorKind

IN_WORD, TO_CAPTION, FAR = 0.42, 0.3, 1.65
"""Its own heights: up to the first a letter may follow another; from the second on and up to the third a
caption stands behind its indicator."""
ABOVE_CAPTION = 1.3
"""Heights of the next letter that a letter before it is high, at most; an indicator may be higher."""
TAILED = 1.5
"""Heights of a letter that letters are high together that touch: one reaches up and another down."""
IN_TEXT = 3
"""Pixels that letters of one word are apart at most, in a font as large as a small indicator."""
CLOSE = 1
"""The same beside an indicator that is no letter for certain."""
ALONE = 1.5
"""Heights of a check box without a caption within which nothing stands beside it."""
FRAMED, FRAME = 0.95, 1.5
"""Share of its box that a frame encloses, at least, and widths of an indicator before it that it is wide."""
POINTED = 0.7
"""Share of its box that a diamond encloses, at most: what is round encloses more."""
LEAST_DOT = 3
"""Pixels that a dot in a ring is wide, at least."""
HIGHER = 3
"""Times as high as an indicator that what stands beside it is, at most."""


def find_indicators(frame: Frame, regions: Sequence[Region], letter: float = LETTER) -> list[Widget]:
    """The indicators on a frame, with their state: those with a caption, and check boxes in a column.

    Args:
        frame: what to look at.
        regions: its flat areas.
        letter: pixels that a letter of the frame is high.
    """
    shapes = [
        (outline, kind)
        for region in regions
        for outline in region.outlines
        if (kind := form_of(frame, outline, letter)) is not None
    ]
    captioned = [
        (outline, kind)
        for outline, kind in shapes
        if _has_caption(frame, outline, letter, close=_is_no_letter(frame, outline, kind, shapes))
    ]
    captioned += [one for one in shapes if _ends_row_of(one, captioned)]
    alone = [(outline, kind) for outline, kind in shapes if kind == "checkbox" and _is_alone(outline)]
    boxes = [outline.box for outline, _ in alone]
    in_column = [one for one in alone if any(_is_above_or_below(one[0].box, box) for box in boxes)]
    return [
        Widget(kind, outline.box, is_ticked(frame, within_ring(frame, outline, kind), kind))
        for outline, kind in (*captioned, *(one for one in in_column if one not in captioned))
        if kind != "checkbox" or not is_selected_word(frame.gray, outline.box, letter)
    ]


def _is_no_letter(
    frame: Frame, outline: Outline, kind: IndicatorKind, shapes: Sequence[tuple[Outline, IndicatorKind]]
) -> bool:
    """Whether it bears paper or a dot as no letter does, or rises above all letters beside it.

    Of one that is round, or a square whose sides bend, more is asked, for an O may rise as well.
    """
    alike = [one.box for one, other in shapes if other == kind]
    row = [other.box for other in _row(outline)]
    if (kind == "radio" and _is_dotted(frame, outline) and _is_before_frame(outline)) or is_of_paper(
        frame, outline.box, row
    ):
        return True
    if not rises(outline.box, row, alike):
        return False
    has_pair = any(is_pair(box, outline.box) for box in alike)
    is_straight = kind == "checkbox" and not is_bent(frame, outline.box)
    return is_straight or (has_pair and has_other_ink(frame, outline.box, row, alike))


def _is_dotted(frame: Frame, outline: Outline) -> bool:
    """Whether there is nothing in a ring but a dot of another colour than its ground, in its middle.

    In an O there is its ground; and in a zero the dot is higher than wide.
    """
    within = outline.main.outlines if outline.main else []
    if len(within) != 1 or abs(outline.box.width - outline.box.height) > 1:
        return False
    dot, middle = within[0].box, outline.box.center
    astray = max(abs(dot.center.x - middle.x), abs(dot.center.y - middle.y), abs(dot.width - dot.height))
    is_dot = astray <= 1 and dot.width >= LEAST_DOT and is_even(within[0].contour)
    return is_dot and abs(int(frame.gray[middle.y, middle.x]) - outline.ground_light) > CONTRAST


def _is_before_frame(outline: Outline) -> bool:
    """Whether the next on its row is a frame, such as the focus ring around a caption, and no letter."""
    behind = [other for other in _row(outline) if other.box.left >= outline.box.right]
    following = min(behind, key=lambda other: other.box.left, default=None)
    return (
        following is not None
        and following.fill >= FRAMED
        and following.box.height > outline.box.height
        and following.box.width > FRAME * outline.box.width
    )


def _ends_row_of(
    shape: tuple[Outline, IndicatorKind], captioned: Sequence[tuple[Outline, IndicatorKind]]
) -> bool:
    """Whether a ring is the last of its row and as another one in it: captions may stand before buttons."""
    outline, kind = shape
    box, row = outline.box, [one.box for one in _row(outline)]
    if kind != "radio" or any(one.left >= box.right for one in row):
        return False
    if any(0 <= box.left - one.right <= IN_WORD * box.height for one in row):
        return False
    return any(
        other == kind and one.on is outline.on and is_pair(one.box, box) and one.box.right <= box.left
        for one, other in captioned
    )


def _has_caption(frame: Frame, outline: Outline, letter: float, *, close: bool) -> bool:
    """Whether letters begin a little to its right, and none end just left of it (as within a word).

    Args:
        frame: what to look at.
        outline: the indicator's.
        letter: pixels that a letter of the frame is high.
        close: whether they may stand as close as letters of a word, for it is none.
    """
    box = outline.box
    row = [other for other in _row(outline) if other is not outline]
    left = min(
        (box.left - other.box.right for other in row if other.box.right <= box.left), default=box.width
    )
    after = [other for other in row if other.box.left >= box.right]
    if not after:
        return False
    filled = is_filled(frame, box, [other.box for other in row])
    # A filled square may be the chosen page of a row of pages, close behind the button to the one before; and
    # what is round a lamp between two words, which shows a state that no click changes.
    close_behind = close or (filled and outline.fill < POINTED)
    if left <= (CLOSE if close_behind else IN_WORD * box.height):
        return False
    caption = min(after, key=lambda other: other.box.left)
    is_raised = box.bottom <= caption.box.center.y  # as the º of "N.º"
    if is_raised or any(_is_dot(other.box, box, caption.box) for other in outline.on.outlines):
        return False
    # The buttons in a title bar are squares in a row, too, but without captions.
    boxed = min(caption.box.width, caption.box.height) >= box.height - 1 and is_square(frame, caption)
    button = boxed and (has_size(caption.box, letter) or abs(caption.box.height - box.height) <= 1)
    # A focus ring around the caption is nearer to the indicator than letters are.
    height = min(box.height, ABOVE_CAPTION * _letter_of(caption.box, letter))
    nearest = CLOSE if close or filled else max(IN_TEXT, TO_CAPTION * height)
    if boxed and caption.box.width > LARGEST * letter:
        nearest = 0
    return nearest < caption.box.left - box.right <= FAR * box.height and not button


def _is_dot(dot: Box, box: Box, caption: Box) -> bool:
    """Whether a full stop stands between a letter and the next one, as in "O.K."."""
    between = box.right <= dot.left and dot.right <= caption.left
    return between and max(dot.width, dot.height) <= DOT and abs(dot.bottom - box.bottom) <= 1


def _letter_of(caption: Box, letter: float) -> float:
    """Pixels that a letter is high in a caption's first shape, which may be of letters that touch."""
    single = caption.width <= caption.height
    return caption.height if single else max(caption.height / TAILED, min(letter, caption.height))


def _is_alone(outline: Outline) -> bool:
    """Whether nothing stands near it on its row, as in a cell of a table."""
    box = outline.box
    others = (other.box for other in _row(outline) if other is not outline)
    return not any(other.gap_across(box) <= ALONE * box.height for other in others)


def _is_above_or_below(one: Box, other: Box) -> bool:
    astray = max(abs(one.left - other.left), abs(one.width - other.width))
    return astray <= 1 and one.gap_down(other) > 0


def _row(outline: Outline) -> list[Outline]:
    """What stands on its row, itself included, and is not much higher."""
    middle, most = outline.box.center.y, HIGHER * outline.box.height
    beside = []
    for other in outline.on.outlines:
        _, top, _, height = other.box  # read once: it is asked a hundred thousand times a run
        if top < middle < top + height <= top + most:
            beside.append(other)
    return beside
