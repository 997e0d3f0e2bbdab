"""Mistaken elements: what the detector sees right at a field, where only a remark or a label is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.elements.fusing import AS_WIDGET, INDICATORS
from tools.see.elements.on_line import ASTRAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import Box
    from tools.see.elements.element import Element, ElementKind
    from tools.see.scene import Line

BARS: frozenset[ElementKind] = frozenset(("slider", "progress"))
"""Kinds that a border may be taken for where a label breaks it."""
LOWER = 0.85
"""Part of the height of a field that a remark on it, or a label between two, is high, at most."""


FLUSH = 1
"""Pixels by which a label, as it is read, begins right of its field, at most: with it there is a margin."""
INDENT = 0.8
"""Heights of a label's box by which it begins behind the fields above and below it, at most."""


def without_mistaken(
    elements: Iterable[Element], underlined: Sequence[Box], drawn: Sequence[Box], texts: Sequence[Box]
) -> list[Element]:
    """The elements but for low fields, and bars, that are none.

    Args:
        elements: What the detector proposes.
        underlined: Fields on a line; what begins where one ends is a remark on it.
        drawn: Fields whose shape is seen; what lies between two of a column is the lower one's label.
        texts: Where lines of text are; no bar ends in the middle of one, as a border does in which it stands.
    """
    return [
        one
        for one in elements
        if not (
            AS_WIDGET.get(one.kind) in ("field", "dropdown")
            and (_is_low(one.box, underlined, drawn) or _is_label(one.box, drawn, texts))
        )
        and not (one.kind in BARS and any(_cuts(one.box, text) for text in texts))
    ]


def without_asterisks(elements: Iterable[Element], lines: Iterable[Line]) -> list[Element]:
    """The elements but for indicators that are the asterisk of a label, which says that it is required."""
    ends = [line.box for line in lines if line.text.endswith("*")]
    return [
        one
        for one in elements
        if one.kind not in INDICATORS or not any(_is_end(one.box, end) for end in ends)
    ]


def _is_end(box: Box, text: Box) -> bool:
    """Whether a small box is what a text ends with."""
    return text.contains(box.center) and text.right - box.right <= box.width and 2 * box.width < text.width


def _is_low(box: Box, underlined: Sequence[Box], drawn: Sequence[Box]) -> bool:
    return any(_begins_at(box, one) for one in underlined) or any(
        _begins_at(box, one, INDENT * box.height) and _ends_at_any(box, one, drawn) for one in drawn
    )


def _is_label(box: Box, drawn: Sequence[Box], texts: Iterable[Box]) -> bool:
    """Whether a box between two fields of a column holds a text that begins with those, as no value does."""
    above = [one for one in drawn if _is_next(box.top - one.bottom, box, one)]
    below = [one for one in drawn if _is_next(one.top - box.bottom, box, one)]
    own = [text for text in texts if box.contains(text.center)]
    return any(
        text.left <= min(upper.left, lower.left) + FLUSH for text in own for upper in above for lower in below
    )


def _is_next(gap: int, box: Box, field: Box) -> bool:
    """Whether a box ends so many pixels from a field of its column, or reaches into it: right at it."""
    return abs(gap) <= ASTRAY and abs(box.left - field.left) <= ASTRAY


def _cuts(bar: Box, text: Box) -> bool:
    """Whether a bar ends in the middle of a text, above or below."""
    off = text.height // 4
    is_cut = any(text.top + off <= end <= text.bottom - off for end in (bar.top, bar.bottom))
    return is_cut and bar.gap_across(text) == 0


def _begins_at(low: Box, field: Box, aside: float = ASTRAY) -> bool:
    """Whether a box that is lower than a field begins where that ends, so many pixels aside at most."""
    is_at = abs(low.top - field.bottom) <= ASTRAY and abs(low.left - field.left) <= max(aside, ASTRAY)
    return is_at and low.height <= LOWER * field.height


def _ends_at_any(low: Box, above: Box, fields: Iterable[Box]) -> bool:
    """Whether a field as high as the one above a box, or higher, begins where that ends."""
    return any(
        abs(low.bottom - field.top) <= ASTRAY
        and abs(low.left - field.left) <= max(INDENT * low.height, ASTRAY)
        and low.height <= LOWER * field.height
        for field in fields
        if field != above
    )
