"""Underlined fields: those of which only a line at the foot is drawn, where the detector sees a field on it.

The line alone may as well set off a heading or a row; and the detector alone tells such a field's ends badly.
Where it sees fields on several lines that are drawn alike, the others that are drawn so are fields too: a
form has one look, and lines that part it are fainter. So is one beside them with a remark in its own colour
below it: an error. And one with a value that is selected down to it is a field.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tools.see.elements.fusing import ADDED, AS_WIDGET
from tools.see.elements.line_tops import FLUSH, whole_field
from tools.see.elements.on_line import ASTRAY, UPON, is_caption, is_ruled_off, on_line, stands_on
from tools.see.pixels.ink import COLOURED, shows_colour
from tools.see.pixels.rectangles import is_selected_value
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.scene import Widget
from tools.see.shapes.underscores import find_underscores

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.elements.element import Element
    from tools.see.pixels.regions import Region
    from tools.see.shapes.underscores import Underscore

ALIKE, MASKED_ALIKE = 2, 1
"""Lines of one look that the detector sees fields on, at least, so that the others of that look are some; and
so that one is on which a password's dots stand."""
LONGER = 3
"""Times as wide as a button at its end a field is, at least."""
MET = 2
"""Pixels by which what the detector sees may reach into the field above or below."""
SAME = 0.6
"""Share of their union that what is seen twice has in common, at least."""


def with_underlined_fields(
    frame: Frame,
    widgets: Sequence[Widget],
    elements: Sequence[Element],
    texts: Sequence[Box] = (),
    masks: Sequence[Box] = (),
) -> list[Widget]:
    """The widgets, and the underlined fields where none of them lies.

    Args:
        frame: What to look at.
        widgets: Those that are known.
        elements: What the detector proposes.
        texts: Where lines of text are.
        masks: Where those of them are that are dots in place of a password.
    """
    regions = find_regions(frame)
    letter = letter_height(regions)
    lines = find_underscores(frame, regions, letter)
    lines = [line for line in lines if not _is_edge_below(line.box, lines, letter)]
    proposed = [one for one in elements if AS_WIDGET.get(one.kind) in ("field", "dropdown")]
    boxes = [line.box for line in lines]
    above = [*boxes, *(one.box for one in widgets)]

    names = [text for text in texts if not is_caption(text, widgets) and not stands_on(text, boxes)]
    labels = [text for text in texts if not is_ruled_off(frame, text) and not stands_on(text, boxes, UPON)]

    def whole(line: Underscore, one: Widget) -> Widget:
        return whole_field(frame, line, one.box, above, texts, letter) if one.kind == "field" else one

    seen = [
        (line, whole(line, one))
        for line in lines
        if (one := on_line(line.box, proposed, labels, names, is_lit=_is_lit(line))) is not None
        and not _is_row(one.box, boxes)
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
    remarks = [text for line in lines for text in _below(line.box, texts, letter)]
    certain = [one.box for one in proposed if one.score >= ADDED]
    sure = [*(one.box for one in widgets), *(box for box in certain if not _meets_any(box, remarks))]
    wrong = [line for line in lines if _is_wrong(frame, line, texts, letter)]
    like = [whole(line, one) for line, one in _like(lines, seen, boxes, wrong, masks)]
    # What the detector sees there it may see too wide: then it is the same.
    like = [
        one
        for one in like
        if not _meets_any(one.box.grow(-MET), (box for box in sure if box.agreement(one.box) < SAME))
    ]
    return [*known, *selected, *like]


def _selected(regions: Iterable[Region], letter: float) -> list[Widget]:
    """The fields whose value is selected down to their line: no text but a field's is."""
    found = (one.box for region in regions for one in region.outlines if is_selected_value(one, letter))
    return [Widget("field", box) for box in dict.fromkeys(found)]


def _is_edge_below(box: Box, lines: Iterable[Underscore], letter: float) -> bool:
    """Whether a line lies right below one at least as long, where nothing is written: the edge of a list."""
    return any(
        one.box.left <= box.left and box.right <= one.box.right and 0 < box.top - one.box.bottom < letter
        for one in lines
    )


def _is_end_of(field: Box, known: Widget) -> bool:
    """Whether a button stands at the right end of a field, in its rows: the arrows of a number, an icon."""
    box = known.box
    is_small = box.width <= field.height and LONGER * box.width <= field.width
    is_within = is_small and field.top <= box.top and box.bottom < field.bottom
    return known.kind == "button" and is_within and 0 <= field.right - box.right <= box.width


def _meets_any(box: Box, others: Iterable[Box]) -> bool:
    return any(box.meets(other) for other in others)


def _is_wrong(frame: Frame, line: Underscore, texts: Iterable[Box], letter: float) -> bool:
    """Whether a remark begins right below a line, in the line's own colour, which is no grey."""
    if not _is_lit(line):
        return False
    return any(shows_colour(frame, text, line.color) for text in _below(line.box, texts, letter))


def _is_lit(line: Underscore) -> bool:
    """Whether a line is drawn in a colour that is no grey."""
    return max(line.color) - min(line.color) >= COLOURED


def _below(line: Box, texts: Iterable[Box], letter: float) -> list[Box]:
    """The texts that begin right below a line, at its left end: remarks on what stands on it."""
    return [
        text
        for text in texts
        if abs(text.left - line.left) <= FLUSH and 0 <= text.center.y - line.bottom <= 2 * letter
    ]


def _like(
    lines: Sequence[Underscore],
    seen: Sequence[tuple[Underscore, Widget]],
    boxes: Sequence[Box],
    wrong: Sequence[Underscore],
    masks: Sequence[Box],
) -> list[tuple[Underscore, Widget]]:
    """The fields on lines that are drawn as several are on which the detector sees fields, or are wrong.

    Where a password's dots stand on it, as one is.
    """
    found = []
    for line in lines:
        like = [one.box.height for other, one in seen if line in wrong or line.is_like(other)]
        least = MASKED_ALIKE if any(stands_on(mask, [line.box]) for mask in masks) else ALIKE
        if len(like) >= least and not any(line == other for other, _ in seen):
            height = round(median(like))
            box = line.box._replace(top=line.box.bottom - height, height=height)
            if not _is_row(box, boxes):
                found.append((line, Widget("field", box)))
    return found


def _is_row(box: Box, lines: Sequence[Box]) -> bool:
    """Whether a box is one of several rows of a list: lines as long bound it above too, and the next row."""
    ends = [
        line.bottom for line in lines if max(abs(line.left - box.left), abs(line.right - box.right)) <= ASTRAY
    ]

    def has_line(end: int) -> bool:
        return any(abs(other - end) <= ASTRAY for other in ends)

    return has_line(box.top) and (has_line(box.top - box.height) or has_line(box.bottom + box.height))
