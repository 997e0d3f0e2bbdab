"""Labels of fields and captions of indicators: one relation, asked from either side.

A label may stand right before its field or above it, and several labels may do so: the field belongs to the
one with the best claim. A caption stands right behind its indicator, or before it where none does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.above import far_below, is_in_column_named_from_above
from tools.locate.layout.claims import (
    CAPTION_GAP,
    RIGHT_AT_MOST,
    SURE,
    claim,
    claims,
    comes_behind,
    cost,
    is_parted,
)
from tools.locate.layout.feet import is_at_foot
from tools.locate.layout.fronts import is_named_from_front, leads_as_others, trails_as_others
from tools.locate.layout.leading import placing
from tools.locate.layout.row_alike import is_named_as_beside
from tools.locate.layout.switched import may_be_of_label
from tools.locate.layout.trailing import (
    at_foot_of,
    has_unseen_field,
    leads_like,
    led_by,
    past_help,
    trailed_by,
)
from tools.locate.layout.unseen import is_read_with_box, passes_unseen
from tools.see.pixels.ink import INK, relief
from tools.see.scene import Widget
from tools.see.shapes.notched import is_in_notch

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene

_NEARER = 0.6
"""Of its distances from two fields, the share that the shorter is of the other where it tells whose it is."""
_ENDINGS = (":", "*")
"""What a label may end with, and no remark on the field before it."""
_NEAR = 6
"""Heights of a text that its field may lie above or below it, help between them included."""


def is_sure(line: Line) -> bool:
    """Whether a text was read well enough to name anything."""
    return line.score >= SURE


def field_of(scene: Scene, label: Line) -> Widget | None:
    """The field that a text is the label of; None when it labels none, or of two there is no telling which.

    A label stands before its field or above it; behind it or at its foot where nothing else names the field;
    above it with a text of help between them where the whole form is laid out so. Where something stands
    nearer that isn't made out, or was read with the label, that may be its field.
    """
    if _is_in_field(scene, label):
        return None
    field = _likely_field(scene, label)
    may_be_unit = field is not None and trails_as_others(scene, label, field)
    return None if may_be_unit else field


def _likely_field(scene: Scene, label: Line) -> Widget | None:
    """The field that a text outside of all labels, if it is a label at all."""
    ahead, back = led_by(scene, label), trailed_by(scene, label)
    if ahead is not None and (is_read_with_box(scene, label) or passes_unseen(scene, label.box, ahead.box)):
        return None
    if ahead is not None and back is not None and not _is_below_list(scene, label, back):
        return _of_two(scene, label, ahead, back)
    if (
        ahead is not None
        and not label.box.same_row(ahead.box)
        and (
            has_unseen_field(scene, label)
            or any(
                _nearer(label.box, ahead, foot) == foot
                and not leads_like(scene, label, ahead, foot)
                and not is_in_column_named_from_above(scene, label, ahead.box)
                and not is_named_as_beside(scene, label, ahead)
                for foot in at_foot_of(scene, label)
            )
        )
    ):
        return None
    return ahead or back or past_help(scene, label) or _far_below(scene, label)


def _of_two(scene: Scene, label: Line, ahead: Widget, back: Widget) -> Widget | None:
    """Of the field before which a text stands and the one behind which it does, the one that it names."""
    nearer = ahead if is_in_notch(scene.frame, label.box, ahead.box) else _nearer(label.box, ahead, back)
    if label.box.same_row(ahead.box) and nearer != ahead:  # however close it stands behind the other one
        is_named = is_named_from_front(scene, back)
        is_close = ahead.box.left - label.box.right <= label.box.height
        if (is_named or is_close) and leads_as_others(scene, label, ahead):
            return ahead
        if is_named:
            return ahead if nearer is None else None
    return ahead if nearer is None and _leads_down(scene, label, ahead, back) else nearer


def _leads_down(scene: Scene, label: Line, ahead: Widget, back: Widget) -> bool:
    """Whether a text between two fields, no farther from the lower one, ends as a label of that one does.

    Where the lower one has a text at its own foot, labels may stand below their fields.
    """
    if not label.text.endswith(_ENDINGS) or any(label.box.same_row(one.box) for one in (ahead, back)):
        return False
    feet = [line for line in scene.lines if is_at_foot(line.box, ahead.box) and not _is_in_field(scene, line)]
    return not feet and label.box.gap(ahead.box) <= label.box.gap(back.box)


def _is_below_list(scene: Scene, label: Line, field: Widget) -> bool:
    """Whether a text stands under a list or an area, whose own label stands above it or before it."""
    return scene.holds_several_lines(field) and not label.box.same_row(field.box)


def _far_below(scene: Scene, label: Line) -> Widget | None:
    """The field that a text stands far above; None where another text has a claim on it."""
    field = far_below(scene, label)
    return field if field is not None and next(claims(scene, field, label), None) is None else None


def labels_of(scene: Scene, field: Widget) -> tuple[Line, ...]:
    """The texts that are the label of a field, the best first: mostly one, or none."""
    own = [
        (scene.widget_at(line.box.center) is not None, _far(scene, line, field), line)
        for line in scene.lines  # of these a button's caption comes last
        if is_sure(line)
        and (line.box.same_row(field.box) or line.box.gap_down(field.box) <= _NEAR * line.box.height)
        and field_of(scene, line) == field
    ]
    return tuple(line for *_, line in sorted(own, key=lambda one: one[:2]))


def indicator_of(scene: Scene, caption: Line) -> Widget | None:
    """The check box or radio button that a text is the caption of; None when it is of none."""
    near = [
        widget
        for widget in scene.widgets
        if widget.is_indicator
        and widget.box.same_row(caption.box)
        and widget.box.gap_across(caption.box) <= CAPTION_GAP * caption.box.height
        and not any(_lies_between_centers(scene, line.box, widget.box, caption.box) for line in scene.lines)
        and not is_parted(scene, widget.box, caption.box)
    ]
    before = [
        widget
        for widget in near
        if widget.box.center.x < caption.box.center.x and not may_be_of_label(scene, widget, caption)
    ]
    led = [one for one in near if one.box.left >= caption.box.right]
    if led and placing(scene, caption) != "before":
        led = []
    captioned = {one for one in near if any(comes_behind(line.box, one.box) for line in scene.lines)}
    behind = [widget for widget in near if widget not in captioned]
    return min(led or before or behind, key=lambda widget: widget.box.gap_across(caption.box), default=None)


def captions_of(scene: Scene, indicator: Widget) -> tuple[Line, ...]:
    """The texts that are the caption of a check box or radio button, the nearest first."""
    found = [line for line in scene.lines if is_sure(line) and indicator_of(scene, line) == indicator]
    return tuple(sorted(found, key=lambda line: line.box.gap(indicator.box)))


def field_behind(scene: Scene, label: Line) -> Widget | None:
    """The field that comes next on a text's row, right of it; None where another thing does.

    A text in a field is its value, and names none.
    """
    around = scene.widget_at(label.box.center)
    if around is not None and around.is_field:
        return None
    reach = RIGHT_AT_MOST * label.box.height
    parts: tuple[Line | Widget, ...] = (*scene.widgets, *scene.lines)
    behind = [
        part
        for part in parts
        if 0 <= part.box.left - label.box.right <= reach and part.box.same_row(label.box)
    ]
    first = min(behind, key=lambda part: part.box.left, default=None)
    return first if isinstance(first, Widget) and first.is_field else None


def field_under(scene: Scene, label: Line) -> Widget | None:
    """The field right below a text; None where there is none."""
    found = (
        widget
        for widget in scene.widgets
        if widget.is_field and not widget.box.same_row(label.box) and cost(label.box, widget.box) is not None
    )
    return next(found, None)


def _far(scene: Scene, line: Line, field: Widget) -> float:
    """How badly a field sits for a text that names it: before and above it better than elsewhere."""
    ahead = claim(scene, line, field)
    return ahead if ahead is not None else _NEAR + line.box.gap(field.box) / line.box.height


def _nearer(label: Box, ahead: Widget, back: Widget) -> Widget | None:
    """Of the field right of or below a text and the one left of or above it, the one that it belongs to."""
    if label.same_row(ahead.box) and not label.same_row(back.box):
        return ahead
    to_ahead, to_back = max(1, label.gap(ahead.box)), max(1, label.gap(back.box))
    if to_back <= _NEARER * to_ahead:
        return back
    return ahead if to_ahead <= _NEARER * to_back else None


def _is_in_field(scene: Scene, line: Line) -> bool:
    widget = scene.widget_at(line.box.center)
    return widget is not None and widget.is_field


def _lies_between_centers(scene: Scene, line: Box, indicator: Box, caption: Box) -> bool:
    """Whether a line stands between both, or words of it do where the caption was read with them."""
    if not line.same_row(caption):
        return False
    low, high = sorted((indicator.center.x, caption.center.x))
    if not caption.lies_mostly_in(line):
        return low < line.center.x < high
    # Beside the caption the indicator may have been read, as a letter; and what lies between may be blank.
    left, right = max(line.left, indicator.right), caption.left
    if high == indicator.center.x:
        left, right = caption.right, min(line.right, indicator.left)
    between = line._replace(left=left, width=max(0, right - left)).clip(scene.frame.size)
    return between.width >= scene.text_height and bool((relief(scene.frame, between) > INK).any())
