"""What a field holds, as far as it can be seen; and whether that is what was typed."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.relations import reading_order
from tools.ocrtext.within import contains, difference, fold, likeness

if TYPE_CHECKING:
    from tools.locate.look import Look
    from tools.see.scene import Widget

_BORDER = 4
"""Pixels of a field's edge that are no text, a focus ring included."""
_ONE_LINE = 60
"""Pixels; a higher field may hold several lines."""
_ALIKE = 0.8
"""A text may be read with so many slips (`likeness`): the keyboard types exactly, only the OCR errs."""
_SIGNS_A_SLIP = 8
"""The OCR may overlook or add one sign in so many; more was there before, and was not replaced."""
_CARET = "l"
"""What a caret behind the text is read as, folded."""
_MASK = re.compile(r"[\W_oO0]+")
_CLEAR_DIGITS = "2346789"
"""Digits that no letter looks like: these must all be right."""


def text_part(field: Widget) -> Box:
    """Where a field's text stands: without its border, and without a drop-down's arrow."""
    inner = field.box.grow(-min(_BORDER, field.box.height // 4))
    arrow = field.box.height if field.kind == "dropdown" else 0
    return Box(inner.left, inner.top, max(1, inner.width - arrow), inner.height)


def content(look: Look, field: Widget) -> str:
    """The text in the field; lines joined by blanks."""
    part = text_part(field)
    if field.box.height > _ONE_LINE:
        lines = look.scene.lines_in(part)
        return " ".join(lines[index].text for index in reading_order([line.box for line in lines]))
    ink = look.ink(part)
    return "" if ink is None else look.read(ink.grow(_BORDER).overlap(part))


def holds(look: Look, field: Widget, text: str, *, secret: bool = False) -> bool:
    """Whether the field shows the text that was typed into it.

    Secrets, masked fields and scripts that the OCR can't read: that something stands there must do.

    Args:
        look: The frame, and what reads it.
        field: On it.
        text: What was typed.
        secret: Whether the text only refers to a secret.
    """
    seen = content(look, field)
    if secret or not _is_readable(text):
        return look.has_ink(text_part(field))
    if not seen:
        return not text.strip()
    if _MASK.fullmatch(seen) and not _MASK.fullmatch(text):
        return True
    return reads_as(text, seen) or (_is_full(look, field) and is_part(text, seen))


def shows(look: Look, field: Widget, option: str) -> bool:
    """Whether a drop-down shows the option: a name among others, so read strictly."""
    seen = content(look, field)
    return difference(option, seen) is not None or contains(option, seen)


def reads_as(text: str, seen: str) -> bool:
    """Whether what was read can be the text, slips of the OCR and a caret behind it aside."""
    one, other = fold(text), fold(seen)
    if other == one + _CARET or one == other:
        return True
    if any(one.count(digit) != other.count(digit) for digit in _CLEAR_DIGITS):
        return False
    number = 2 * sum(sign.isdigit() for sign in text) >= len(one)
    slack = 0 if number else len(one) // _SIGNS_A_SLIP
    return abs(len(one) - len(other)) <= slack and likeness(text, seen) >= _ALIKE


def is_part(text: str, seen: str) -> bool:
    """Whether what was read can be the visible part of a longer text."""
    one, other = fold(text), fold(seen)
    blocks = difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return len(other) >= 3 and max(block.size for block in blocks) >= _ALIKE / 2 * len(other)  # noqa: PLR2004 (a part worth its name)


def ends_with(text: str, seen: str) -> bool:
    """Whether what was read can end with the text."""
    one, other = fold(text), fold(seen)
    return any(reads_as(one, tail[-len(one) :]) for tail in (other, other.removesuffix(_CARET)))


def _is_readable(text: str) -> bool:
    """Whether most of the text is in letters, digits and signs that the OCR knows well."""
    signs = [sign for sign in text if not sign.isspace()]
    known = sum(ord(sign) < 0x250 for sign in signs)  # noqa: PLR2004 (the end of the Latin blocks)
    return known * 2 >= len(signs)


def _is_full(look: Look, field: Widget) -> bool:
    part = text_part(field)
    ink = look.ink(part)
    return ink is not None and ink.width >= 0.8 * part.width
