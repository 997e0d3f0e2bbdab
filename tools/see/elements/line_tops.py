"""How high a field is of which only the line at its foot is drawn: by the texts around it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tools.see.scene import Widget
from tools.see.shapes.arrows import find_marks
from tools.see.shapes.underscores import THICKEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.shapes.underscores import Underscore

LEAST = 2.0
"""Heights of a letter that a field is high, at least."""
FLUSH, AREA = 4, 14
"""Pixels by which the left ends of an area and of its label above differ, at most; and heights of a letter
that an area is high, at most."""
BEGUN = 2
"""Pixels by which such a label, as it is read, may begin right of its area: with it there is a margin."""
CLOSE = 0.6
"""Heights of a text between it and the label of its field above it, at most."""
INSET, WITHIN, PAD = 1.6, 5, 0.5
"""Heights of a letter that the text in an area stands right of its left end, at most; and above what is known
to be of it, at most, for further up may be the text of a field that isn't seen. And by which its top is above
that text."""
OVER = 1.5
"""Heights of a letter that a field's top is above the first text in it, at most: a wider gap is of what the
detector sees too high."""
VALUES = 2
"""Lines with such a value, at least."""
PITCH = 0.35
"""Share of the distance of two lines of one text by which another may be off a multiple of it, at most: their
middles shift with tails and capitals."""


def whole_field(
    frame: Frame, line: Underscore, box: Box, above: Sequence[Box], texts: Sequence[Box], letter: float
) -> Widget:
    """A field as high as it is, on its line; a drop-down where an arrow says so."""
    ends = [one.bottom for one in above if one.gap_across(box) == 0 and one.center.y < box.center.y]
    top = max(box.top, *(end for end in ends if end <= line.box.top - LEAST * letter), 0)
    if line.has_grip:
        least = max((one.bottom for one in above if one.gap_across(box) == 0 and one.bottom < top), default=0)
        lines = [one for one in above if one.height <= THICKEST and one != line.box]
        top = _top_of_area(box._replace(top=top, height=box.bottom - top), texts, least, letter, lines)
    else:
        low = box._replace(top=top, height=box.bottom - top)
        top = _around_label(low, above, texts, letter) or _beside_text(low, texts, letter)
    top = max(top, _over_text(box._replace(top=top, height=box.bottom - top), texts, letter))
    whole = box._replace(top=top, height=box.bottom - top)
    marks = [mark for mark, _ in find_marks(frame, whole, letter) if mark != "bar"]
    return Widget("dropdown" if marks == ["down"] else "field", whole)


def _over_text(field: Box, texts: Sequence[Box], letter: float) -> int:
    """The highest that a field's top is above the first text in it: it is written from the top on."""
    own = [
        one.top
        for one in texts
        if field.contains(one.center) and -FLUSH <= one.left - field.left <= INSET * letter
    ]
    return round(min(own, default=field.top) - OVER * letter)


def _top_of_area(foot: Box, texts: Sequence[Box], least: int, letter: float, lines: Sequence[Box]) -> int:
    """The top of an area with a grip: below its label above; where that is before it, over its first text.

    So it is where that text stands as far right of its line as values do.

    Args:
        foot: What is known to be of it, down to its line.
        texts: Where lines of text are.
        least: Where what stands above it ends.
        letter: Pixels that a letter is high.
        lines: Those on which other fields may stand.
    """
    highest = max(least, foot.bottom - AREA * letter)
    over = [one for one in texts if highest <= one.bottom and one.center.y < foot.top]
    label = max((one.bottom for one in over if -FLUSH <= one.left - foot.left <= BEGUN), default=None)
    if label is not None:
        return label
    near = [one for one in over if one.bottom >= foot.top - WITHIN * letter]
    own = [one for one in near if BEGUN < one.left - foot.left <= INSET * letter]
    if not own:
        return foot.top
    first = min(own, key=lambda one: one.top)
    top = max(least, round(first.top - PAD * letter))
    whole = foot._replace(top=top, height=foot.bottom - top)
    is_led = any(one.right <= foot.left and one.same_row(whole) for one in texts)
    is_value = is_led or _is_set_in_as_values(first.left - foot.left, texts, letter, lines)
    return top if is_value else foot.top  # else that text may be its label


def _is_set_in_as_values(inset: int, texts: Sequence[Box], letter: float, lines: Sequence[Box]) -> bool:
    """Whether texts stand on other lines, right on them, with the same room before them; and none above."""
    gaps = []
    for text in texts:
        below = [line for line in lines if line.gap_across(text) == 0 and line.top >= text.bottom]
        line = min(below, key=lambda line: line.top, default=None)
        is_near = line is not None and line.top - text.bottom <= WITHIN * letter
        if line is not None and is_near and abs(text.left - line.left - inset) <= BEGUN:
            gaps.append(line.top - text.bottom)
    return len(gaps) >= VALUES and max(gaps) <= OVER * letter


def _around_label(foot: Box, above: Sequence[Box], texts: Sequence[Box], letter: float) -> int | None:
    """The top of an area whose label stands before its middle, and so above what is seen of it.

    Args:
        foot: What is known to be of it, down to its line.
        above: The boxes of other fields and lines.
        texts: Where lines of text are.
        letter: Pixels that a letter is high.

    Returns:
        That of its first text, as far above its middle as its line is below, and evenly spaced from there on,
        as the lines of one text are; of an empty one as far; None where there is none so.
    """
    before = [one for one in texts if one.right <= foot.left]
    own = [one for one in texts if abs(one.left - foot.left) <= FLUSH and one.bottom <= foot.top]
    for label in before:
        if not foot.bottom - AREA * letter / 2 <= label.center.y < foot.top:
            continue
        top = 2 * label.center.y - foot.bottom
        first = [one for one in own if abs(one.top - top) <= letter]
        whole = foot._replace(top=top, height=foot.bottom - top)
        is_free = not any(
            one.bottom > top and one.center.y < foot.top and one.gap_across(whole) == 0 for one in above
        )
        rows = [one.center.y for one in texts if abs(one.left - foot.left) <= FLUSH and whole.same_row(one)]
        if first and is_free and _are_evenly_spaced(rows):
            return min(one.top for one in first)
        is_alone = [one for one in before if one.same_row(whole)] == [label]
        if is_free and is_alone and not any(one.meets(whole) for one in texts):
            return top
    return None


def _are_evenly_spaced(rows: Sequence[int]) -> bool:
    """Whether lines of text are all as far apart, or a multiple: a heading and a label are not."""
    gaps = [after - before for before, after in pairwise(sorted(rows))]
    least = max(1, min(gaps, default=1))
    return all(abs(gap / least - round(gap / least)) <= PITCH for gap in gaps)


def _beside_text(box: Box, texts: Sequence[Box], letter: float) -> int:
    """The top of a field that cuts a text.

    Below one that crosses its ends, which is none of it; with one that stands in it where a label stands
    before the field, or close above that text; else that is its label, and it begins below.
    """
    lowest = box.bottom - LEAST * letter
    crossing = [one.bottom for one in texts if _crosses_end(one, box) and box.top < one.bottom <= lowest]
    if crossing:
        return max(crossing)
    within = [one for one in texts if one.left >= box.left - FLUSH and one.gap_across(box) == 0]
    cut = [one for one in within if one.top < box.top < one.bottom]
    if not cut:
        return box.top
    is_led = any(one.right <= box.left and one.same_row(box) for one in texts)
    holds = any(box.contains(one.center) for one in within if one not in cut)
    end = max(one.bottom for one in cut)
    is_named = any(
        _is_close_above(one, other) for one in texts for other in cut if box.contains(other.center)
    )
    if (is_led and not holds) or is_named:
        return min(one.top for one in cut)
    return end if end <= lowest else box.top


def _crosses_end(text: Box, field: Box) -> bool:
    """Whether a text lies on both sides of an end of a field."""
    return any(text.left < end - FLUSH and end + FLUSH < text.right for end in (field.left, field.right))


def _is_close_above(label: Box, value: Box) -> bool:
    """Whether a text stands right above another one, which begins with it: no heading stands so close."""
    is_flush = abs(label.left - value.left) <= FLUSH
    return is_flush and 0 <= value.top - label.bottom <= CLOSE * min(label.height, value.height)
