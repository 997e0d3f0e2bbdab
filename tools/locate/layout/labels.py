"""Labels of fields and captions of indicators: one relation, asked from either side.

A label may stand right before its field or above it, and several labels may do so: the field belongs to the
one with the best claim. A caption stands right behind its indicator, or before it where none does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.scene import Widget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Box
    from tools.see.scene import Line, Scene

_RIGHT_AT_MOST = 16
"""Heights of a label that its field may begin right of it."""
_BELOW_AT_MOST = 1.5
"""Heights of a label that its field may lie below it."""
_CAPTION_GAP = 2.5
"""Heights of a caption that its indicator may lie beside it."""
_SURE = 0.8
"""The recogniser's score below which a reading names nothing."""


def is_sure(line: Line) -> bool:
    """Whether a text was read well enough to name anything."""
    return line.score >= _SURE


def field_of(scene: Scene, label: Line) -> Widget | None:
    """The field that a text is the label of: right of it or below it; None when it labels none."""
    if _is_in_field(scene, label):
        return None
    claims = (
        (claim, field)
        for field in scene.widgets
        if field.is_field
        and (claim := _claim(scene, label, field)) is not None
        and claim <= min(_claims(scene, field), default=claim)
    )
    return min(claims, key=lambda pair: pair[0], default=(0.0, None))[1]


def labels_of(scene: Scene, field: Widget) -> tuple[Line, ...]:
    """The texts that are the label of a field, the best first: mostly one, or none."""
    own = [
        (scene.widget_at(line.box.center) is not None, claim, line)  # a button's caption comes last
        for line in scene.lines
        if is_sure(line)
        and (claim := _claim(scene, line, field)) is not None
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
        and widget.box.gap_across(caption.box) <= _CAPTION_GAP * caption.box.height
        and not any(_lies_between_centers(line.box, widget.box, caption.box) for line in scene.lines)
    ]
    before = [widget for widget in near if widget.box.center.x < caption.box.center.x]
    behind = [widget for widget in near if not any(_follows(line.box, widget.box) for line in scene.lines)]
    return min(before or behind, key=lambda widget: widget.box.gap_across(caption.box), default=None)


def captions_of(scene: Scene, indicator: Widget) -> tuple[Line, ...]:
    """The texts that are the caption of a check box or radio button, the nearest first."""
    found = [line for line in scene.lines if is_sure(line) and indicator_of(scene, line) == indicator]
    return tuple(sorted(found, key=lambda line: line.box.gap(indicator.box)))


def field_behind(scene: Scene, label: Line) -> Widget | None:
    """The field that comes next on a text's row, right of it; None where another thing does."""
    reach = _RIGHT_AT_MOST * label.box.height
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
        if widget.is_field and not widget.box.same_row(label.box) and _cost(label.box, widget.box) is not None
    )
    return next(found, None)


def _is_in_field(scene: Scene, line: Line) -> bool:
    widget = scene.widget_at(line.box.center)
    return widget is not None and widget.is_field


def _claim(scene: Scene, label: Line, field: Widget) -> float | None:
    """How badly a field sits for a label, as `_cost`; None also where another widget lies between them."""
    cost = _cost(label.box, field.box)
    if cost is None or any(
        widget != field and _lies_between(widget.box, label.box, field.box) for widget in scene.widgets
    ):
        return None
    return cost


def _claims(scene: Scene, field: Widget) -> Iterator[float]:
    """What the texts that can be labels claim of a field: no captions, and none in a widget."""
    indicators = [widget.box for widget in scene.widgets if widget.is_indicator]
    for line in scene.lines:
        claim = _claim(scene, line, field)
        if (
            claim is not None
            and scene.widget_at(line.box.center) is None
            and not any(_follows(line.box, indicator) for indicator in indicators)
        ):
            yield claim


def _cost(label: Box, field: Box) -> float | None:
    """How badly a field sits for a label, in the label's heights; None: neither right of it nor below it.

    Right of it, a wide gap is usual (labels of one column differ in length), another base line is not;
    below it, the left edges are one, and next to nothing lies between.
    """
    height = label.height
    gap = field.left - label.right
    if label.same_row(field) and -height / 2 <= gap <= _RIGHT_AT_MOST * height:
        astray = min(abs(label.center.y - field.center.y), abs(label.top - field.top))
        return max(0, gap) / height / 10 + 2 * astray / height
    down = field.top - label.bottom
    shared = min(label.right, field.right) - max(label.left, field.left)
    if -height / 2 <= down <= _BELOW_AT_MOST * height and shared >= label.width / 2:
        return 0.3 + max(0, down) / height + abs(label.left - field.left) / height / 2
    return None


def _lies_between(box: Box, left: Box, right: Box) -> bool:
    return box.same_row(left) and left.right <= box.center.x < right.left


def _follows(line: Box, indicator: Box) -> bool:
    """Whether the line stands right behind the indicator, and so is its caption."""
    gap = line.left - indicator.right
    return line.same_row(indicator) and -line.height / 2 <= gap <= _CAPTION_GAP * line.height


def _lies_between_centers(box: Box, indicator: Box, caption: Box) -> bool:
    if box == caption or not box.same_row(caption):
        return False
    low, high = sorted((indicator.center.x, caption.center.x))
    return low < box.center.x < high
