"""Claims of texts on the fields right of them and below them: how badly a field sits for a label."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tools.locate.layout.bands import is_in_rule, is_ruled_off
from tools.locate.layout.borders import BESIDE, OTHER, is_across_border, is_across_line
from tools.locate.layout.remarks import is_remark
from tools.locate.layout.units import may_be_unit
from tools.see.pixels.ink import ground_behind
from tools.see.shapes.notched import has_own_border

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Box
    from tools.see.scene import Line, Scene, Widget

RIGHT_AT_MOST = 16
"""Heights of a label that its field may begin right of it; further only where other rows do so as well."""
BELOW_AT_MOST = 1.5
"""Heights of a label that its field may lie below it."""
CAPTION_GAP = 2.5
"""Heights of a caption that its indicator may lie beside it."""
SURE = 0.8
"""The recogniser's score below which a reading names nothing."""
_EDGE = 4
"""Pixels above a field's upper edge that the middle of a label in that edge stands, at most."""
_AS_UNIT = 1.0
"""What is added to a text's claim on a field where it may be the unit of the one before it."""
_APART = 3
"""Heights of a text that its own ground ends before a field which is then not its own."""
_JOINED = 3
"""Pixels by which the upper and lower edges of a field and of a part that is joined to it may differ."""
_SHADE = 2
"""Levels of a channel that tell the ground of a sign from the page's, which may be faint."""


def claim(scene: Scene, label: Line, field: Widget) -> float | None:
    """How badly a field sits for a label, as `cost`; None also where a widget or a line lies between them."""
    found = cost(label.box, field.box)
    if found is None and not _may_sit(label.box, field.box):
        return None  # as most of a screen's
    if found is None:
        parts = (one.box for one in scene.widgets if one != field and _is_part(one.box, field.box))
        found = next(
            (far for part in parts if (far := cost(label.box, part.union(field.box))) is not None), None
        )
    if found is None or any(
        widget != field
        and _lies_between(widget.box, label.box, field.box)
        and not _is_part(widget.box, field.box)
        for widget in scene.widgets
    ):
        return None
    is_above = field.box.top >= label.box.center.y
    if is_above and (_is_table(scene, field, label) or is_ruled_off(scene.frame, label.box, field.box)):
        return None
    if label.box.same_row(field.box) and (
        _stands_apart(scene, label.box, field.box)
        or is_across_border(scene, label.box, field.box)
        or has_own_border(scene.frame, label.box)
    ):
        return None
    if field.box.left - label.box.right > RIGHT_AT_MOST * label.box.height and not _has_like(
        scene, label, field
    ):
        return None
    return found + (_AS_UNIT if may_be_unit(scene, label, field.box) else 0)


def claims(scene: Scene, field: Widget, label: Line | None = None) -> Iterator[tuple[float, Line]]:
    """The texts that can be labels and what they claim of a field: no captions or titles, none in a widget.

    Before a label on its row, towards whose field it would reach across it, none has a claim. Nor has a sign
    behind the label, as the @ at the left end of a field, or a single sign that is a guess: an arrow's. Nor
    has a heading that stands in a line drawn across, save in the field's own edge; nor, beside a label, what
    is beyond an upright line.

    Args:
        scene: what is on the screen.
        field: of it.
        label: a text that is left out, line by line, and where it was read with a mark, as in `Name *`.
    """
    for line in scene.lines:
        if label is not None and (
            _is_of(line, label)
            or _lies_between(label.box, line.box, field.box)
            or (_lies_between(line.box, label.box, field.box) and _is_sign(scene, line, label))
        ):
            continue
        found = claim(scene, line, field)
        if found is None or not is_free(scene, line) or _is_title(scene, line, field) or _is_guess(line):
            continue
        if field.box.top - line.box.center.y > _EDGE and is_in_rule(scene.frame, line.box):
            continue
        if label is not None and (
            is_remark(scene, line, label, field) or is_across_line(scene, line.box, field.box)
        ):
            continue
        yield found, line


def _is_guess(line: Line) -> bool:
    """Whether a text is a single sign that was hardly read, as which an icon or an arrow may be."""
    return len(line.text) == 1 and line.score < SURE


def whole(scene: Scene, label: Line) -> Line:
    """A label with the box of all its lines, where it is wrapped and its own box is that of the first."""
    firsts = (one for one in scene.lines if one.box == label.box and one.text != label.text)
    last = next((one for one in firsts if label.text.startswith(one.text)), None)
    box, rest = label.box, label.text
    while last is not None:
        box, rest = box.union(last.box), rest[len(last.text) :].strip()
        last = _line_after(scene, last.box, rest) if rest else None
    return replace(label, box=box)


def _line_after(scene: Scene, last: Box, rest: str) -> Line | None:
    """The line close below another, or behind it, with which the rest of a text begins."""
    close = (one for one in scene.lines if one.box.center.y > last.top and one.box.gap(last) < last.height)
    following = (one for one in close if one.box != last and one.text)
    return next((one for one in following if rest.startswith(one.text)), None)


def _is_of(line: Line, label: Line) -> bool:
    """Whether a line is one of those of a label, or all of it with nothing but marks behind it.

    Or what the label was read with, as a link before it.
    """
    if label.box.contains(line.box.center) and line.text in label.text:
        return True
    if label.box != line.box and label.box.lies_mostly_in(line.box) and line.text.endswith(label.text):
        return True
    rest = line.text.removeprefix(label.text)
    return (
        line.box.contains(label.box.center) and len(rest) < len(line.text) and not any(map(str.isalnum, rest))
    )


def _is_sign(scene: Scene, line: Line, label: Line) -> bool:
    """Whether a text is a sign on a ground of its own, which is joined to a field: elsewhere it parts two."""
    if any(map(str.isalnum, line.text)):
        return False
    grounds = (ground_behind(scene.frame, one.box) for one in (line, label))
    return bool(np.abs(np.subtract(*grounds)).max() > _SHADE)


def is_free(scene: Scene, line: Line) -> bool:
    """Whether a text is neither in a widget nor the caption of a check box or radio button."""
    return scene.widget_at(line.box.center) is None and not any(
        widget.is_indicator
        and comes_behind(line.box, widget.box)
        and not is_parted(scene, widget.box, line.box)
        for widget in scene.widgets
    )


def is_parted(scene: Scene, indicator: Box, line: Box) -> bool:
    """Whether what seems an indicator is an icon at the end of a field of one line, and a text outside."""
    return any(
        one.is_field
        and not scene.holds_several_lines(one)
        and indicator.lies_mostly_in(one.box)
        and indicator.left > one.box.center.x
        and not one.box.contains(line.center)
        for one in scene.widgets
    )


def cost(label: Box, field: Box) -> float | None:
    """How badly a field sits for a label, in the label's heights; None: neither right of it nor below it.

    Right of it, a wide gap is usual (labels of one column differ in length), another base line is not;
    below it, the left edges are one, and next to nothing lies between.
    """
    height = label.height
    gap = field.left - label.right
    if label.same_row(field) and -height / 2 <= gap:
        astray = min(abs(label.center.y - field.center.y), abs(label.top - field.top))
        return max(0, gap) / height / 10 + 2 * astray / height
    down = field.top - label.bottom
    shared = min(label.right, field.right) - max(label.left, field.left)
    is_flush = abs(label.left - field.left) <= height / 2  # then it may be much wider than a short field
    least = min(label.width, field.width) if is_flush else label.width
    if -height / 2 <= down <= BELOW_AT_MOST * height and 2 * shared >= least:
        return 0.3 + max(0, down) / height + abs(label.left - field.left) / height / 2
    return None


def _may_sit(label: Box, field: Box) -> bool:
    """Whether a field with a part that is joined to it may lie on a label's row, or below that."""
    below = field.top - _JOINED - label.bottom
    return field.bottom + _JOINED >= label.top and below <= BELOW_AT_MOST * label.height


def follows(line: Box, indicator: Box) -> bool:
    """Whether the line stands right behind the indicator, and so is its caption."""
    gap = line.left - indicator.right
    return line.same_row(indicator) and -line.height / 2 <= gap <= CAPTION_GAP * line.height


def comes_behind(line: Box, indicator: Box) -> bool:
    """Whether the line stands right behind the indicator, or was read with it, as a knob is read as an O."""
    begins_in_it = line.contains(indicator.center) and line.right - indicator.right >= indicator.height
    return begins_in_it or follows(line, indicator)


def _is_table(scene: Scene, field: Widget, header: Line) -> bool:
    """Whether an area has a row of headers above it, and rows of several texts: none of them is its label."""
    above = [
        line for line in scene.lines if line.box.same_row(header.box) and line.box.gap_across(field.box) == 0
    ]
    texts = scene.lines_in(field.box)
    return (
        scene.holds_several_lines(field)
        and len(above) > 1
        and any(one.box.same_row(other.box) for at, one in enumerate(texts) for other in texts[:at])
    )


def _is_title(scene: Scene, line: Line, field: Widget) -> bool:
    """Whether a text above a field stands on another ground than the field, as a window's title does."""
    if line.box.same_row(field.box):
        return False
    place = max(0, field.box.top), max(0, field.box.left - BESIDE)
    ground = scene.frame.bgrx[place][:3].astype(np.float64)
    return bool(np.abs(ground_behind(scene.frame, line.box) - ground).max() > OTHER)


def _stands_apart(scene: Scene, label: Box, field: Box) -> bool:
    """Whether a text left of a field stands on a ground of its own that ends far before it.

    Such a text is a hint in a field that has no border, and names that one.
    """
    wide = _APART * label.height
    between = scene.frame.bgrx[
        label.center.y, max(label.right, field.left - BESIDE - wide) : field.left - BESIDE
    ]
    if len(between) < wide:
        return False
    own = ground_behind(scene.frame, label)  # not a pixel beside it, where a group's border may be
    ground = between[-1, :3].astype(np.int16)
    is_plain = np.abs(between[:, :3] - ground).max() <= OTHER
    return bool(is_plain and np.abs(own - ground).max() > OTHER)


def _has_like(scene: Scene, label: Line, field: Widget) -> bool:
    """Whether nothing stands between a label and its far field, and another row has both likewise."""
    height = label.box.height
    if any(line != label and _lies_between(line.box, label.box, field.box) for line in scene.lines):
        return False
    labels = [line.box for line in scene.lines if abs(line.box.left - label.box.left) <= height / 2]
    labels = [box for box in labels if not _is_in_field(scene, box)]  # a value, or a hint
    fields = [one.box for one in scene.widgets if abs(one.box.left - field.box.left) <= height / 2]
    rows = [box for box in fields if box != field.box and any(box.same_row(other) for other in labels)]
    return any(not box.same_row(label.box) for box in rows)


def _is_in_field(scene: Scene, text: Box) -> bool:
    around = scene.widget_at(text.center)
    return around is not None and around.is_field


def _is_part(box: Box, field: Box) -> bool:
    """Whether something is joined to the left end of a field, as high as it and hardly wider: its icon."""
    gap = abs(field.left - box.right)  # a ring around the field lies between them while it has the focus
    if 4 * gap > field.height:
        return False
    astray = max(abs(box.top - field.top), abs(box.bottom - field.bottom))
    return astray <= _JOINED and 2 * box.width <= 3 * box.height


def _lies_between(box: Box, left: Box, right: Box) -> bool:
    return box.same_row(left) and left.right <= box.center.x < right.left
