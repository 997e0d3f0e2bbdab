"""Parts of a line: captions that stand so close that they were read as one text, cut apart.

A line is cut only where its picture shows that two captions meet, never by its words alone: where a gap is
wider than any space, where the edge between two columns of a table runs through it, in a menu bar, behind the
unit of a field, where the column of labels begins that stand before the next, and above two fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from tools.locate.candidates.above_columns import above_columns
from tools.locate.candidates.column_edges import at_column_edges
from tools.locate.candidates.menu_bars import in_menu_bar
from tools.locate.candidates.set_off import WIDE, begins_caption, set_off
from tools.locate.layout.units import is_written_unit
from tools.see.text.gaps import parts_between, spacing_of
from tools.see.text.pitch import may_be_fixed_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.see.scene import Line, Scene
    from tools.see.text.gaps import Gap, Spacing

_WIDER = 1.6
"""Times as wide as any space of the line is such a gap, at least."""

_BEHIND_UNIT, _SPACE = 0.5, 0.4
"""Heights of a line's letters that a gap between a unit and the label behind it is wide, at least; and where
another row has a label and a field at the same places: tails of letters make the line higher."""
_SET_OFF = 1.5
"""Times as wide as any space of the label is that gap, at least, where only the label's end is in line."""
_BEFORE, _LINED, _SHORT = 1.2, 2, 2.0
"""Heights of a line between it and the field beside it, at most; pixels by which labels of a column may begin
or end beside each other; and heights of the line that a unit far behind its field is wide, at most."""


def parts_of(scene: Scene, line: Line) -> list[Line]:
    """The parts of a line, left to right; none where it is one text, as a button's caption is."""
    widget = scene.widget_at(line.box.center)
    if line.evidence is None or (widget is not None and widget.kind == "button"):
        return []
    spacing = spacing_of(scene.frame, line.box)
    typed = widget is not None and widget.is_field and not scene.holds_several_lines(widget)
    wide = () if typed else wide_gaps(line.text.split(), spacing)
    edges = at_column_edges(scene, line, spacing)
    above = above_columns(scene, line.box, spacing)
    alone = () if typed else set_off(scene, line, spacing)
    cuts = {
        *wide,
        *alone,
        *in_menu_bar(scene, line, spacing),
        *edges,
        *behind_unit(scene, line, spacing),
        *above,
    }
    return [line.evidence.read(box) for box in parts_between(line.box, sorted(cuts))] if cuts else []


def wide_gaps(words: Sequence[str], spacing: Spacing) -> tuple[Gap, ...]:
    """The gaps between two words that no space is as wide as; none before a small letter, as in a sentence.

    In a fixed-width font a space is as wide as a letter.
    """
    between = spacing.between_words(len(words) - 1)
    if not between:
        return ()
    cuts = [gap for gap in between if gap.width >= WIDE * spacing.height]
    widest = max((gap.width for gap in between if gap not in cuts), default=0)
    begun = [word for gap, word in zip(between, words[1:], strict=True) if gap in cuts]
    if any(gap.width < _WIDER * widest for gap in cuts) or not all(map(begins_caption, begun)):
        return ()
    return () if cuts and may_be_fixed_width(words, spacing) else tuple(cuts)


def behind_unit(scene: Scene, line: Line, spacing: Spacing) -> tuple[Gap, ...]:
    """The gap between a unit and the label of the next field or switch, with which another label is in line.

    A unit may stand right behind its field, or at the end of a cell as wide as its column; that field may be
    one that is not made out. Behind a sign right behind a field that has its own label the next one may stand
    anywhere.
    """
    box, reach = line.box, _BEFORE * line.box.height
    fields = [one.box for one in scene.widgets if one.is_field and one.box.same_row(box)]
    before = [box.left - one.right for one in fields if box.left - one.right >= -_LINED]
    widest = max(spacing.gaps, key=lambda gap: gap.width, default=None)
    if widest is None or widest.width < _SPACE * spacing.height:
        return ()
    is_wide = widest.width >= _BEHIND_UNIT * spacing.height
    is_short = widest.left - box.left <= _SHORT * box.height
    if is_wide and is_short and _begins_with_unit(line.text) and _is_behind_named(scene, box, fields, reach):
        return (widest,)
    ahead = _next_on_row(scene, box)
    label = parts_between(box, [widest])[-1]
    is_near = is_wide and ahead is not None and ahead.left - box.right <= reach
    is_unit = is_wide and is_written_unit(line.text.split(maxsplit=1)[0] if line.text.strip() else "")
    if ahead is None or not (is_near or is_unit or _has_like(scene, label, ahead)):
        return ()
    others = [other.box for other in scene.lines if not other.box.same_row(box)]
    begins = any(abs(other.left - label.left) <= _LINED for other in others)
    ends = any(abs(other.right - label.right) <= _LINED and other.left >= widest.left for other in others)
    if not before or min(before) > reach:
        # At the end of a wide cell: what is short and begins where no label does, alone.
        beside = [other for other in others if abs(other.left - box.left) <= _LINED]
        is_label = any(
            _next_on_row(scene, other) is not None for other in beside if not _is_value(scene, other)
        )
        in_line = (begins and bool(before)) or (ends and _is_widest(widest, spacing))
        return (widest,) if in_line and is_short and not is_label else ()
    return (widest,) if begins or ends else ()


def _is_value(scene: Scene, text: Box) -> bool:
    """Whether a text stands in a field, and is no label."""
    around = scene.widget_at(text.center)
    return around is not None and around.is_field


def _is_widest(gap: Gap, spacing: Spacing) -> bool:
    """Whether a gap is wider than the spaces of its line are."""
    others = [one.width for one in spacing.gaps if one != gap]
    return gap.width >= _SET_OFF * max(others, default=gap.width)


def _next_on_row(scene: Scene, text: Box) -> Box | None:
    """What comes next behind a text: a field, or an indicator."""
    behind = [
        one.box for one in scene.widgets if one.box.same_row(text) and one.box.left >= text.right - _LINED
    ]
    return min(behind, key=lambda box: box.left, default=None)


def _has_like(scene: Scene, label: Box, field: Box) -> bool:
    """Whether on another row a text begins where a label does, and what comes next where its field does."""
    rows = [
        one.box
        for one in scene.lines
        if not one.box.same_row(label) and abs(one.box.left - label.left) <= _LINED
    ]
    nexts = [_next_on_row(scene, row) for row in rows]
    return any(one is not None and abs(one.left - field.left) <= _LINED for one in nexts)


def _begins_with_unit(text: str) -> bool:
    """Whether a text, which may be empty, begins with the sign of a unit, as of a currency."""
    return text.startswith(("%", "\u2030", "\u00b0")) or any(category(char) == "Sc" for char in text[:1])


def _is_behind_named(scene: Scene, text: Box, fields: Sequence[Box], reach: float) -> bool:
    """Whether a text stands right behind a field of its row with a text before it, and another follows."""
    lefts = [one.left for one in fields if -_LINED <= text.left - one.right <= reach]
    leads = any(one.left >= text.right for one in fields)
    return leads and any(
        line.box.same_row(text) and line.box.right <= left for line in scene.lines for left in lefts
    )
