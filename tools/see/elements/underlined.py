"""Underlined fields: those of which only a line at the foot is drawn, where the detector sees a field on it.

The line alone may as well set off a heading or a row; and the detector alone tells such a field's ends badly.
Where it sees fields on several lines that are drawn alike, the others that are drawn so are fields too: a
form has one look, and lines that part it are fainter. And one with a value that is selected down to it is a
field.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tools.see.elements.fusing import ADDED, AS_WIDGET
from tools.see.pixels.rectangles import is_selected_value
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.scene import Widget
from tools.see.shapes.arrows import find_marks
from tools.see.shapes.underscores import find_underscores

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.elements.element import Element
    from tools.see.pixels.regions import Region
    from tools.see.shapes.underscores import Underscore

ASTRAY = 6
"""Pixels by which the foot of what the detector sees is off the line, at most."""
ON_LINE = 0.8
"""Share of what the detector sees that stands on the line, at least."""
COVERED = 0.35
"""Share of the line that the detector sees a field on, at least."""
ALIKE = 2
"""Lines of one look that the detector sees fields on, at least, so that the others of that look are some."""
LEAST = 2.0
"""Heights of a letter that a field is high, at least."""
LONGER, LOWER = 3, 0.85
"""Times as wide as a button at its end a field is, at least; part of its height that a remark is, at most."""
MET = 2
"""Pixels by which what the detector sees may reach into the field above or below."""
FLUSH, AREA = 4, 14
"""Pixels by which the left ends of an area and of its label above differ, at most; and heights of a letter
that an area is high, at most."""
BEGUN = 2
"""Pixels by which such a label, as it is read, may begin right of its area: with it there is a margin."""
LABEL = 1.5
"""Heights of a label that it stands above its area, at most."""
INSET, WITHIN, PAD = 1.6, 5, 0.5
"""Heights of a letter that the text in an area stands right of its left end, at most; and above what is known
to be of it, at most, for further up may be the text of a field that isn't seen. And by which its top is above
that text."""


def with_underlined_fields(
    frame: Frame, widgets: Sequence[Widget], elements: Sequence[Element], texts: Sequence[Box] = ()
) -> list[Widget]:
    """The widgets, and the underlined fields where none of them lies.

    Args:
        frame: What to look at.
        widgets: Those that are known.
        elements: What the detector proposes.
        texts: Where lines of text are.
    """
    regions = find_regions(frame)
    letter = letter_height(regions)
    lines = find_underscores(frame, regions, letter)
    proposed = [one for one in elements if AS_WIDGET.get(one.kind) in ("field", "dropdown")]
    boxes = [line.box for line in lines]
    above = [*boxes, *(one.box for one in widgets)]

    def whole(line: Underscore, one: Widget) -> Widget:
        return _whole(frame, line, one.box, above, texts, letter) if one.kind == "field" else one

    seen = [
        (line, whole(line, one))
        for line in lines
        if (one := _on(line.box, proposed, texts)) is not None and not _is_row(one.box, boxes)
    ]
    seen = [
        (line, one)
        for line, one in seen
        if not _meets_any(one.box, (known.box for known in widgets if not _is_end_of(one.box, known)))
    ]
    known = [*widgets, *(one for _, one in seen)]
    selected = [
        one for one in _selected(regions, letter) if not _meets_any(one.box, (it.box for it in known))
    ]
    sure = [*(one.box for one in widgets), *(one.box for one in proposed if one.score >= ADDED)]
    like = [whole(line, one) for line, one in _like(lines, seen, boxes)]
    like = [one for one in like if not _meets_any(one.box.grow(-MET), sure)]
    return [*known, *selected, *like]


def _selected(regions: Iterable[Region], letter: float) -> list[Widget]:
    """The fields whose value is selected down to their line: no text but a field's is."""
    found = (one.box for region in regions for one in region.outlines if is_selected_value(one, letter))
    return [Widget("field", box) for box in dict.fromkeys(found)]


def without_remarks(elements: Sequence[Element], fields: Sequence[Box]) -> list[Element]:
    """The elements but for low fields that begin where an underlined one ends: that is a remark on it."""
    return [
        one
        for one in elements
        if AS_WIDGET.get(one.kind) not in ("field", "dropdown")
        or not any(
            max(abs(one.box.top - box.bottom), abs(one.box.left - box.left)) <= ASTRAY
            and one.box.height <= LOWER * box.height
            for box in fields
        )
    ]


def _is_end_of(field: Box, known: Widget) -> bool:
    """Whether a button stands at the right end of a field, in its rows: the arrows of a number, an icon."""
    box = known.box
    is_small = box.width <= field.height and LONGER * box.width <= field.width
    is_within = is_small and field.top <= box.top and box.bottom < field.bottom
    return known.kind == "button" and is_within and 0 <= field.right - box.right <= box.width


def _meets_any(box: Box, others: Iterable[Box]) -> bool:
    return any(box.meets(other) for other in others)


def _like(
    lines: Sequence[Underscore], seen: Sequence[tuple[Underscore, Widget]], boxes: Sequence[Box]
) -> list[tuple[Underscore, Widget]]:
    """The fields on lines that are drawn as several are on which the detector sees fields."""
    found = []
    for line in lines:
        like = [one.box.height for other, one in seen if line.is_like(other)]
        if len(like) >= ALIKE and not any(line == other for other, _ in seen):
            height = round(median(like))
            box = line.box._replace(top=line.box.bottom - height, height=height)
            if not _is_row(box, boxes):
                found.append((line, Widget("field", box)))
    return found


def _whole(
    frame: Frame, line: Underscore, box: Box, above: Sequence[Box], texts: Sequence[Box], letter: float
) -> Widget:
    """A field as high as it is, on its line; a drop-down where an arrow says so."""
    ends = [one.bottom for one in above if one.gap_across(box) == 0 and one.center.y < box.center.y]
    top = max(box.top, *(end for end in ends if end <= line.box.top - LEAST * letter), 0)
    if line.has_grip:
        least = max((one.bottom for one in above if one.gap_across(box) == 0 and one.bottom < top), default=0)
        top = _top_of_area(box._replace(top=top, height=box.bottom - top), texts, least, letter)
    else:
        top = _beside_text(box._replace(top=top, height=box.bottom - top), texts, letter)
    whole = box._replace(top=top, height=box.bottom - top)
    marks = [mark for mark, _ in find_marks(frame, whole, letter) if mark != "bar"]
    return Widget("dropdown" if marks == ["down"] else "field", whole)


def _top_of_area(foot: Box, texts: Sequence[Box], least: int, letter: float) -> int:
    """The top of an area with a grip: below its label above; where that is before it, over its first text.

    Args:
        foot: What is known to be of it, down to its line.
        texts: Where lines of text are.
        least: Where what stands above it ends.
        letter: Pixels that a letter is high.
    """
    highest = max(least, foot.bottom - AREA * letter)
    over = [one for one in texts if highest <= one.bottom and one.center.y < foot.top]
    label = max((one.bottom for one in over if -FLUSH <= one.left - foot.left <= BEGUN), default=None)
    if label is not None:
        return label
    near = [one for one in over if one.bottom >= foot.top - WITHIN * letter]
    own = [one.top for one in near if BEGUN < one.left - foot.left <= INSET * letter]
    top = max(least, round(min(own, default=foot.top) - PAD * letter))
    whole = foot._replace(top=top, height=foot.bottom - top)
    is_led = any(one.right <= foot.left and one.same_row(whole) for one in texts)
    return top if own and is_led else foot.top  # else that text may be its label


def _beside_text(box: Box, texts: Sequence[Box], letter: float) -> int:
    """The top of a field that cuts a text.

    Below one that crosses its ends, which is none of it; with one that stands in it where a label stands
    before the field; else that is its label, and it begins below.
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
    if is_led and not holds:
        return min(one.top for one in cut)
    return end if end <= lowest else box.top


def _crosses_end(text: Box, field: Box) -> bool:
    """Whether a text lies on both sides of an end of a field."""
    return any(text.left < end - FLUSH and end + FLUSH < text.right for end in (field.left, field.right))


def _is_row(box: Box, lines: Sequence[Box]) -> bool:
    """Whether a box is one of several rows of a list: lines as long bound it above too, and the next row."""
    ends = [
        line.bottom for line in lines if max(abs(line.left - box.left), abs(line.right - box.right)) <= ASTRAY
    ]

    def has_line(end: int) -> bool:
        return any(abs(other - end) <= ASTRAY for other in ends)

    return has_line(box.top) and (has_line(box.top - box.height) or has_line(box.bottom + box.height))


def _on(line: Box, fields: Sequence[Element], texts: Sequence[Box]) -> Widget | None:
    """The field that stands on a line."""
    own = [
        one
        for one in fields
        if abs(one.box.bottom - line.bottom) <= ASTRAY
        and min(line.right, one.box.right) - max(line.left, one.box.left) >= ON_LINE * one.box.width
    ]
    covered = sum(any(one.box.left <= x < one.box.right for one in own) for x in range(line.left, line.right))
    if covered < COVERED * line.width:
        return None
    drops = [one for one in own if AS_WIDGET[one.kind] == "dropdown"]
    long = [one for one in drops if 2 * one.box.width >= line.width]
    best = max(long or own, key=lambda one: one.score)
    below = [one for one in own if _is_labelled(one, best, line, texts)]
    best = max(below, key=lambda one: one.score, default=best)
    box = line._replace(top=best.box.top, height=line.bottom - best.box.top)
    return Widget("dropdown" if drops else "field", box)


def _is_labelled(one: Element, area: Element, line: Box, texts: Sequence[Box]) -> bool:
    """Whether an area is seen around a field and its label: that stands between both tops, and none above.

    Args:
        one: What may be the field.
        area: What may be seen around it.
        line: On which both stand; their labels begin with it.
        texts: Where lines of text are.
    """
    if area.kind != "area" or one.kind == "area":
        return False
    flush = [text for text in texts if abs(text.left - line.left) <= FLUSH]
    between = any(area.box.top <= text.center.y < one.box.top for text in flush)
    return between and not any(0 <= area.box.top - text.bottom <= LABEL * text.height for text in flush)
