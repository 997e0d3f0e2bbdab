"""Which field or indicator belongs to which label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.errors import NotFound
from tools.locate.find import absent, choose, qualified, spots_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.locate.find import Spot
    from tools.locate.locator import Locator
    from tools.see.scene import Line, Scene, Widget

_RIGHT_AT_MOST = 16
"""Heights of a label that its field may begin right of it."""
_BELOW_AT_MOST = 1.5
"""Heights of a label that its field may lie below it."""
_INDICATOR_GAP = 2.5
"""Heights of a caption that its indicator may lie beside it."""


def find_field(scene: Scene, target: Locator) -> Widget:
    """The field that a target names by its label, its placeholder, or its column and row.

    Raises:
        Missing: there is none, or several are equally good.
    """
    spots = spots_of(scene, target.text, colon=True)
    if not spots:
        raise NotFound(absent(scene, target.text))
    try:
        return _own_field(scene, target, spots)
    except NotFound:
        cell = _cell(scene, target, spots)
        if cell is None:
            raise
        return cell


def find_indicator(scene: Scene, target: Locator) -> Widget:
    """The check box or radio button with that caption.

    Raises:
        Missing: there is none, or several are equally good.
    """
    spots = spots_of(scene, target.text)
    if not spots:
        raise NotFound(absent(scene, target.text))
    pairs = [(spot, near) for spot in spots if (near := _indicator(scene, spot.line)) is not None]
    if not pairs:
        raise NotFound(f'"{target.text}" is on the screen, but no box to tick beside it')
    kept = qualified(scene, target, [spot.line.box for spot, _ in pairs])
    found = [pairs[index][1] for index in kept]
    return found[choose(target, [widget.box for widget in found])]


def _own_field(scene: Scene, target: Locator, spots: Sequence[Spot]) -> Widget:
    """The field that one of the labels, or of the placeholders, has for itself."""
    pairs = _labelled(scene, spots) or _placeholders(spots)
    if not pairs:
        raise NotFound(f'"{target.text}" is on the screen, but no field right of it, below it or around it')
    kept = qualified(scene, target, [spot.line.box for spot, _ in pairs])
    fields = [pairs[index][1] for index in kept]
    return fields[choose(target, [field.box for field in fields])]


def _labelled(scene: Scene, spots: Sequence[Spot]) -> list[tuple[Spot, Widget]]:
    labels = _labels(scene)
    pairs = []
    for spot in spots:
        if spot.widget is not None and spot.widget.is_field:
            continue
        costs = [
            (cost, widget)
            for widget in scene.widgets
            if widget.is_field
            and (cost := _cost(spot.line.box, widget.box)) is not None
            and _is_free(scene, labels, spot.line, widget)
        ]
        if costs:
            pairs.append((spot, min(costs, key=lambda pair: pair[0])[1]))
    return pairs


def _labels(scene: Scene) -> list[Line]:
    """The lines that can name a field: outside of fields and buttons, and no captions of indicators."""
    indicators = [widget.box for widget in scene.widgets if widget.is_indicator]
    return [
        line
        for line in scene.lines
        if scene.widget_at(line.box.center) is None
        and not any(_follows(line.box, indicator) for indicator in indicators)
    ]


def _placeholders(spots: Sequence[Spot]) -> list[tuple[Spot, Widget]]:
    return [(spot, spot.widget) for spot in spots if spot.widget is not None and spot.widget.is_field]


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


def _is_free(scene: Scene, labels: Sequence[Line], label: Line, field: Widget) -> bool:
    """Whether nothing lies between the two, and no other label has a better claim to the field."""
    cost = _claim(scene, label, field)
    claims = [claim for other in labels if (claim := _claim(scene, other, field)) is not None]
    return cost is not None and cost <= min(claims, default=cost)


def _claim(scene: Scene, label: Line, field: Widget) -> float | None:
    between = any(
        widget != field and _lies_between(widget.box, label.box, field.box) for widget in scene.widgets
    )
    return None if between else _cost(label.box, field.box)


def _lies_between(box: Box, left: Box, right: Box) -> bool:
    return box.same_row(left) and left.right <= box.center.x < right.left


def _indicator(scene: Scene, caption: Line) -> Widget | None:
    """The nearest indicator right before the caption, or else right behind it, that is nobody else's."""
    near = [
        widget
        for widget in scene.widgets
        if widget.is_indicator
        and widget.box.same_row(caption.box)
        and widget.box.gap_across(caption.box) <= _INDICATOR_GAP * caption.box.height
        and not any(_lies_between_captions(line.box, widget.box, caption.box) for line in scene.lines)
    ]
    before = [widget for widget in near if widget.box.center.x < caption.box.center.x]
    behind = [widget for widget in near if not any(_follows(line.box, widget.box) for line in scene.lines)]
    return min(before or behind, key=lambda widget: widget.box.gap_across(caption.box), default=None)


def _follows(line: Box, indicator: Box) -> bool:
    """Whether the line stands right behind the indicator, and so is its caption."""
    gap = line.left - indicator.right
    return line.same_row(indicator) and -line.height / 2 <= gap <= _INDICATOR_GAP * line.height


def _lies_between_captions(box: Box, indicator: Box, caption: Box) -> bool:
    if box == caption or not box.same_row(caption):
        return False
    low, high = sorted((indicator.center.x, caption.center.x))
    return low < box.center.x < high


def _cell(scene: Scene, target: Locator, headers: Sequence[Spot]) -> Widget | None:
    """The field of a table under the header that the target names, in the row that a qualifier names."""
    found: list[tuple[int, Widget]] = []
    for _, row in target.qualifiers:
        anchors = [spot.line.box for spot in spots_of(scene, row.text)]
        found += [
            (header.line.box.gap_down(widget.box), widget)
            for header in headers
            for widget in scene.widgets
            if widget.is_field
            and widget.box.top >= header.line.box.center.y
            and header.line.box.gap_across(widget.box) == 0
            and any(anchor.same_row(widget.box) and anchor.right <= widget.box.center.x for anchor in anchors)
        ]
    return min(found, key=lambda pair: pair[0], default=(0, None))[1]


def find_area(scene: Scene, target: Locator | None) -> Box:
    """Where to turn the wheel: the field or list that a target names, or the middle of what is on the screen.

    Raises:
        Missing: the target is not there.
    """
    if target is None:
        return _around_all(scene.lines) if scene.lines else Box(0, 0, *scene.frame.size)
    try:
        return find_field(scene, target).box
    except NotFound:
        spots = spots_of(scene, target.text)
        if not spots:
            raise
        below = spots[qualified(scene, target, [spot.box for spot in spots])[0]].line.box
        return Box(below.left, below.bottom + below.height, below.width, below.height)


def _around_all(lines: Sequence[Line]) -> Box:
    around = lines[0].box
    for line in lines[1:]:
        around = around.union(line.box)
    return around
