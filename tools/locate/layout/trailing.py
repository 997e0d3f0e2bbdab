"""Where a label can stand: before or above its field, behind it, at its foot, or above a text of help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.claims import CAPTION_GAP, RIGHT_AT_MOST, claim, claims, cost, is_free, whole
from tools.locate.layout.feet import is_at_foot, is_in_own_column
from tools.locate.layout.fronts import leads_to_button
from tools.locate.layout.unseen import is_drawn_behind, is_drawn_below

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene, Widget

_HELP = 1.0
"""The same of a text of help below the label that it goes with, and of that above."""
_ALIGNED = 0.5
"""Heights of a text by which what begins at one edge may begin beside it."""
_INSET = 0.4
"""The same between the left edge of a field and the text in it."""
_CLOSE = (0.9, 0.75)
"""Shares of the width and the height of what has the focus that its caption takes, at least."""
_LIKE, _ASTRAY, _RING = 0.2, 3, 5
"""Heights of a text, and pixels, by which labels of one form may be astray, each next to its field; and
pixels by which a field with the focus is larger on each side, at most, for the ring around it."""


def led_by(scene: Scene, label: Line) -> Widget | None:
    """The field right of a text or below it on which no other text has a better claim."""
    label = whole(scene, label)
    found = (
        (own, field)
        for field in scene.widgets
        if field.is_field
        and (own := claim(scene, label, field)) is not None
        and not any(
            far < own and not _is_caption_above(scene, line, label, field)
            for far, line in claims(scene, field, label)
        )
    )
    return min(found, key=lambda pair: pair[0], default=(0.0, None))[1]


def _is_caption_above(scene: Scene, line: Line, label: Line, field: Widget) -> bool:
    """Whether a text above the field that another stands before is a caption, whose box no shape shows.

    As of a box without borders, or one that a focus ring runs along. Its state is seen: an E may look like a
    box that is on for a part.
    """
    if not label.box.same_row(field.box) or line.box.same_row(field.box):
        return False
    found = scene.indicator_before(line)
    return found is not None and found.checked is not None


def trailed_by(scene: Scene, label: Line) -> Widget | None:
    """The field that a text stands behind, or at the foot of, where no text before or above names it."""
    if not is_free(scene, label):
        return None
    near = [
        field
        for field in scene.widgets
        if field.is_field
        and (_is_behind(label.box, field.box) or _is_named_at_foot(scene, label.box, field))
        and not (is_at_foot(label.box, field.box) and _leads_on(scene, label.box, field.box))
        and not (_is_behind(label.box, field.box) and _names_no_field_before(scene, label, field))
        and next(claims(scene, field), None) is None
        and not _is_second(scene, label, field)
        and not _has_nearer(scene, label, field)
        and not _is_ring(scene, field)
    ]
    return min(near, key=lambda field: label.box.gap(field.box), default=None)


def _is_named_at_foot(scene: Scene, label: Box, field: Widget) -> bool:
    """Whether a text stands at the foot of a field of one line; lists and areas have no label there."""
    return _is_at_own_foot(label, field.box) and not scene.holds_several_lines(field)


def _names_no_field_before(scene: Scene, label: Line, field: Widget) -> bool:
    """Whether a text behind a field leads to a button, or stands beside an area, whose label is elsewhere."""
    return leads_to_button(scene, label.box) or scene.holds_several_lines(field)


def _is_ring(scene: Scene, field: Widget) -> bool:
    """Whether what seems a field lies close around a text, as the focus does around a caption."""
    return any(
        line.box.width >= _CLOSE[0] * field.box.width and line.box.height >= _CLOSE[1] * field.box.height
        for line in scene.lines_in(field.box)
    )


def _leads_on(scene: Scene, label: Box, field: Box) -> bool:
    """Whether a text at the foot of a field stands before or above something else, made out or not."""
    return (
        _stands_on_another(scene, label)
        or is_drawn_behind(scene, label, _reach(scene, label, field))
        or is_drawn_below(scene, label, field.right)
    )


def _reach(scene: Scene, label: Box, field: Box) -> int:
    """How far right a field of its own may begin: as far as any does, up to what is known on its row."""
    known = (one.box.left for one in scene.widgets if one.box.same_row(label))
    end = max(field.right, label.right + RIGHT_AT_MOST * label.height)
    return min((left for left in known if left >= label.right), default=end)


def _is_second(scene: Scene, label: Line, field: Widget) -> bool:
    """Whether a text stands behind a field that is nearer to one before it, and has that one's name."""
    gap = label.box.left - field.box.right
    return any(
        one.is_field and one.box.same_row(field.box) and 0 <= field.box.left - one.box.right < gap
        for one in scene.widgets
    )


def at_foot_of(scene: Scene, label: Line) -> list[Widget]:
    """The fields that a text stands at the foot of, in their column, whatever else names them."""
    return [one for one in scene.widgets if one.is_field and _is_at_own_foot(label.box, one.box)]


def _is_at_own_foot(label: Box, field: Box) -> bool:
    return is_at_foot(label, field) and not is_in_own_column(label, field)


def leads_like(scene: Scene, label: Line, ahead: Widget, foot: Widget) -> bool:
    """Whether the field that a text is at the foot of is named from above, as the text names one below it.

    So on up to the first field of the column: in such a form no label stands at a foot.
    """
    own = [
        line
        for line in scene.lines
        if line != label and is_free(scene, line) and _is_alike(label.box, ahead.box, line.box, foot.box)
    ]
    return len(own) == 1 and all(
        leads_like(scene, own[0], foot, next_) for next_ in at_foot_of(scene, own[0])
    )


def has_unseen_field(scene: Scene, label: Line) -> bool:
    """Whether a text stands behind a label where another row has a field, in one that isn't made out."""
    behind = [
        line.box
        for line in scene.lines
        if line.box.same_row(label.box)
        and line.box.left > label.box.right
        and is_free(scene, line)
        and not any(one.is_field and claim(scene, line, one) is not None for one in scene.widgets)
    ]
    if not behind:
        return False
    free = (line for line in scene.lines if is_free(scene, line))
    rows = [line for line in free if _is_aligned(line.box, label.box, label.box)]
    others = [(row.box, one.box) for row in rows if row != label and (one := led_by(scene, row)) is not None]
    starts = [box.left for row, box in others if row.same_row(box)]
    if 2 * len(starts) < len(others):
        return False
    return any(abs(box.left - left) <= _INSET * label.box.height for box in behind for left in starts)


def past_help(scene: Scene, label: Line) -> Widget | None:
    """The field below the text of help that stands below a label, in a form where every field has both.

    Where one has only a label, what stands above another's label may be the heading of several fields.
    """
    below = [line for line in scene.lines if _is_above(label.box, line.box)]
    field = led_by(scene, below[0]) if len(below) == 1 and is_free(scene, label) else None
    if field is None or below[0].box.same_row(field.box):
        return None
    column = [
        other for other in scene.widgets if other.is_field and _is_aligned(other.box, field.box, label.box)
    ]
    return field if len(column) > 1 and all(_has_both(scene, other) for other in column) else None


def _is_alike(label: Box, field: Box, other: Box, its_field: Box) -> bool:
    """Whether two texts stand to their fields alike, left edge above left edge.

    An accent makes a text's box higher, a tail lower: the other of its edges tells. A switch, which is lower
    than a field, stands in the middle of its row.
    """
    if label.center.y >= field.top or other.center.y >= its_field.top:
        return False
    across = abs((label.left - field.left) - (other.left - its_field.left))
    above = abs((field.top - label.top) - (its_field.top - other.top))
    below = abs((field.top - label.bottom) - (its_field.top - other.bottom))
    middle = abs((field.center.y - label.center.y) - (its_field.center.y - other.center.y))
    ring = abs(field.left - its_field.left)  # around the one that has the focus
    most = ring + 1 if _ASTRAY < ring < _RING else _ASTRAY
    return max(across, min(above, below, middle)) <= max(most, _LIKE * label.height)


def _is_behind(label: Box, field: Box) -> bool:
    return label.same_row(field) and 0 <= label.left - field.right <= CAPTION_GAP * label.height


def _stands_on_another(scene: Scene, label: Box) -> bool:
    """Whether something that seems to be no field stands below a text as its field would: it may be one."""
    return any(not one.is_field and cost(label, one.box) is not None for one in scene.widgets)


def _has_nearer(scene: Scene, label: Line, field: Widget) -> bool:
    """Whether another text stands behind or at the foot of a field as well, and nearer."""
    others = (line.box for line in scene.lines if line != label and is_free(scene, line))
    return any(
        other.gap(field.box) <= label.box.gap(field.box)
        and (_is_behind(other, field.box) or is_at_foot(other, field.box))
        for other in others
    )


def _has_both(scene: Scene, field: Widget) -> bool:
    """Whether two texts stand above a field, one above the other."""
    lines = [line.box for line in scene.lines if is_free(scene, line)]
    upper = [box for box in lines if _is_above(box, field.box)]
    return any(_is_above(top, box) for box in upper for top in lines)


def _is_above(upper: Box, lower: Box) -> bool:
    """Whether a text stands right above something that begins at its edge."""
    return (
        _is_aligned(upper, lower, upper)
        and -upper.height / 4 <= lower.top - upper.bottom <= _HELP * upper.height
    )


def _is_aligned(one: Box, other: Box, text: Box) -> bool:
    return abs(one.left - other.left) <= _ALIGNED * text.height
