"""Contents of a field, as far as they can be seen, and whether they are what was typed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.locate.adornments import (
    before_arrow,
    before_grip,
    before_icons,
    before_spinner,
    behind_icon,
    below_label,
    room_before_icons,
    within_ring,
    without_arrow,
)
from tools.locate.endings import end_of
from tools.locate.glow import within_edge, within_frame
from tools.locate.masks import is_dotted, is_mask
from tools.locate.text_lines import area_line, line_of_all
from tools.ocrtext.reformatted import is_reformatted
from tools.ocrtext.segments import is_segmented
from tools.ocrtext.supposed import misread
from tools.ocrtext.typed import goes_on, is_beginning, is_end, reads_as
from tools.see.pixels.ink import INK, relief
from tools.see.scene import Line
from tools.see.text.marks import before_picture
from tools.see.text.saying import is_likeliest_digit, unlikeness_of, weighs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tools.locate.endings import End
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget

_BORDER = 4
"""Pixels of a field's edge that are no text, a focus ring included."""
_SIDE = 2
"""Columns at the left end that are the border's own, where its corners are round."""
_LINE = 1.5
"""Heights of a text that one line of text is high, at most."""
_BUTTONS = re.compile(r"\s[-\u2212\u2013]\s*\+$")
"""Those behind a number, which make it less and more."""
_RUN_TOGETHER = dict(zip("āēīōūĀĒĪŌŪ", "äëïöüÄËÏÖÜ", strict=True))
_SMALL_PRINT = 20
"""Letters as which others are read in small print, whose two dots run into one stroke; and pixels that a line
of it is high, at most, with its margin. No key for the one gives the other."""
_TAILED = frozenset("gjpqy")
_CLOSE = 3
"""Pixels at the end of a reading in which the next sign of a number begins, where it goes on."""
_TYPED = -4.0
"""Weight (`Line.weigh`) that a typed text has at least: it is likelier to stand there than any other."""
_AT_CARET = -6.0
"""The same where only the letter that a caret touches was read as another one."""


def text_part(field: Widget) -> Box:
    """Where a field's text stands: without its border, and without a drop-down's arrow."""
    inner = field.box.grow(-min(_BORDER, field.box.height // 4))
    right = field.box.right - field.box.height if field.kind == "dropdown" else inner.right
    return Box(inner.left, inner.top, max(1, right - inner.left), inner.height)


def content(look: Look, field: Widget) -> str:
    """The text in the field; lines joined by blanks."""
    return content_line(look, field).text


def holds(
    look: Look,
    field: Widget,
    text: str,
    *,
    secret: bool = False,
    left: bool = False,
    before: Frame | None = None,
) -> bool:
    """Whether the field shows the text that was typed into it.

    Secrets, masked fields and scripts that the OCR can't read: that something stands there must do.

    Args:
        look: The frame, and what reads it.
        field: On it.
        text: What was typed.
        secret: Whether the text only refers to a secret.
        left: Whether the field has lost the focus since; it may show the beginning of a long text then.
        before: The frame before it was typed, if it is known: what stays before it is an icon.
    """
    return any(
        _holds(look, field, text, written, secret=secret, left=left)
        for written in readings(look, field, before)
    )


def readings(look: Look, field: Widget, before: Frame | None = None) -> Iterator[Line]:
    """What stands in a field: as read by itself, beside an icon, and with the whole screen."""
    written = content_line(look, field)
    yield written
    part = below_label(look, text_part(field))
    if not look.has_ink(part):
        return
    places = [
        within_ring(look, field.box),
        before_icons(look, part, field.box.height),
        _before_calendar(look, written),
    ]
    if before is not None:
        places.append(behind_icon(look, part, field.box.height, before))
    found = (look.read_line(place) for place in places if place is not None)
    yield from (line for line in found if not _is_cut(look, line, written))
    whole = line_of_all(look, part)
    if whole is not None:
        yield whole


def _is_cut(look: Look, part: Line, whole: Line) -> bool:
    """Whether a reading ends within a sign, or right before it, with which the whole goes on: 565 of 5651."""
    if not part.text:
        return False
    _, found, behind = whole.text.partition(part.text)
    edge = part.box._replace(left=part.box.right - 1, width=_CLOSE)
    goes_on = bool(found) and behind[:1].isascii() and behind[:1].isalnum()
    return goes_on and bool((relief(look.frame, edge) > INK).any())


def _before_calendar(look: Look, written: Line) -> Box | None:
    """Where a date stands whose calendar, close behind it, was read as a sign of it; None: it has none."""
    if written.text[-1:].isascii() or is_segmented(written.text) or not is_segmented(written.text[:-1]):
        return None
    return before_picture(look.frame, written.box)


def _holds(look: Look, field: Widget, text: str, written: Line, *, secret: bool, left: bool) -> bool:
    seen = _without_icons(written.text, text)
    if secret or not _is_readable(text):
        return look.has_ink(text_part(field))
    if not seen:
        return not text.strip()
    if is_reformatted(text, seen) or is_mask(text, seen) or is_dotted(look.frame, text_part(field), text):
        return True
    end = _end(look, field, written)
    if end == "selection" and goes_on(text, seen):
        return False  # the field has put that to it
    if _reads_as(text, written, seen, caret=end == "caret" and not left):
        return True
    return is_full(look, field) and (
        is_end(text, seen, is_cut=is_cut(look, field)) or (left and is_beginning(text, seen))
    )


def _reads_as(text: str, written: Line, seen: str, *, caret: bool) -> bool:
    if reads_as(text, seen, caret=caret):
        return True
    is_small = written.box.height <= _SMALL_PRINT
    if is_small and len(seen) == len(text) and reads_as(text, _with_umlauts_of(seen, text), caret=caret):
        return True
    if len(text) == 1 and text.isdigit() and is_likeliest_digit(written, text):
        return True
    least = _AT_CARET if caret and _differs_in_last_letter(text, seen) else _TYPED
    return weighs(written, misread(text, seen, caret=caret), least)


def _differs_in_last_letter(text: str, seen: str) -> bool:
    """Whether all but the last letter was read as it was typed: a caret that touches that hides its stem."""
    return text[:-1] == seen[:-1] and text[-1:].isalpha() and seen[-1:].isalpha()


def _with_umlauts_of(seen: str, text: str) -> str:
    """What was read, with two dots where the text has them and a stroke was read on the same letter."""
    signs = zip(seen, text, strict=True)
    return "".join(wanted if _RUN_TOGETHER.get(sign) == wanted else sign for sign, wanted in signs)


def is_completed(look: Look, field: Widget, text: str) -> bool:
    """Whether a field has put something to what was typed, which it selects so that typing on replaces it."""
    written = content_line(look, field)
    return goes_on(text, written.text) and _end(look, field, written) == "selection"


def _end(look: Look, field: Widget, written: Line) -> End:
    """What a field ends with; of several lines it can't be told, and there is a caret somewhere."""
    if look.scene.holds_several_lines(field):
        return "caret"
    part = text_part(field)
    place = written.box.grow(_BORDER).overlap(before_spinner(look, part, field.box) or part)
    return end_of(look.frame, place, have_tails=_have_tails(written.text[:-1]))


def _have_tails(letters: str) -> bool:
    return bool(letters) and _TAILED.issuperset(letters)


def shows(look: Look, field: Widget, option: str) -> bool:
    """Whether a drop-down shows the option, and nothing else: "Germany" is not "West Germany"."""
    return any(
        unlikeness_of(line, option) is not None
        or (reads_as(option, line.text) and _ends_in_caret(look, field, line))
        for line in readings(look, field)
    )


def _ends_in_caret(look: Look, field: Widget, line: Line) -> bool:
    """Whether a caret is seen behind a text: of a high drop-down it can't be told."""
    return not look.scene.holds_several_lines(field) and _end(look, field, line) == "caret"


def content_line(look: Look, field: Widget) -> Line:
    """What stands in a field as one line; its text is empty where it holds nothing."""
    part = below_label(look, _up_to_border(look, field))
    if look.scene.holds_several_lines(field):
        return area_line(look, field, part)
    spinner = before_spinner(look, text_part(field), field.box)
    if spinner is not None:
        return look.read_line(spinner)
    part = before_grip(look, part)
    ink = look.ink(part)
    if ink is not None and ink.height > _LINE * look.scene.text_height:  # the border's corners are in it
        end = part.right if field.kind == "dropdown" else 0  # where its arrow begins
        part = below_label(look, text_part(field))
        part = within_edge(look, part._replace(width=max(part.right, end) - part.left))
        ink = look.ink(part)
    is_seen = any(one.box == field.box for one in look.scene.widgets)
    framed = None if ink is None or is_seen else within_frame(look, ink)
    if framed is not None:
        part, ink = framed, look.ink(framed)
    if ink is None:
        return Line("", part)
    return look.read_line(ink.grow(_BORDER).overlap(part))


def _up_to_border(look: Look, field: Widget) -> Box:
    """Where a field's text stands, up to the border where the text itself reaches beyond `text_part`."""
    part = _with_tails(look, field)
    row = Box(field.box.left, part.top, field.box.width, part.height).clip(look.frame.size)
    ink = relief(look.frame, row) > INK
    uneven: NDArray[np.bool_] = np.logical_and(ink.any(axis=0), ~ink.all(axis=0))
    first, last = part.left - row.left, part.right - row.left
    before = np.flatnonzero(uneven[: max(0, first)])
    left = int(before[0]) if len(before) and before[-1] >= _SIDE else first
    right = last
    if field.kind == "dropdown":
        end = before_arrow(uneven, field.box.height) or without_arrow(uneven, last, field.box.height)
        right = max(last, end)
    elif uneven[max(0, last - 2) : last].any():
        right = len(uneven) - int(uneven[::-1].argmax())
    return Box(row.left + left, part.top, right - left, part.height)


def _with_tails(look: Look, field: Widget) -> Box:
    """Where a field's text stands, with accents and tails of letters in the rows of a low field's border."""
    part = text_part(field)
    across = Box(part.left, field.box.top, part.width, field.box.height)
    if across.clip(look.frame.size) != across:
        return part
    ink = relief(look.frame, across) > INK
    drawn: NDArray[np.bool_] = np.logical_and(ink.any(axis=1), ~ink.all(axis=1))
    first, last = part.top - across.top, part.bottom - across.top - 1
    above, below = (int(rows.cumprod().sum()) for rows in (drawn[first::-1], drawn[last:]))
    top, bottom = part.top - max(0, above - 1), part.bottom + max(0, below - 1)
    return Box(part.left, top, part.width, bottom - top)


def _without_icons(seen: str, text: str) -> str:
    """What was read without the signs at its ends that no one has typed: a clock, a number's buttons."""
    if text.isdecimal():
        seen = _BUTTONS.sub("", seen)
    icons = {sign for sign in seen if unicodedata.category(sign) in ("So", "Sm") and not sign.isascii()}
    icons -= set(text)
    return seen.strip("".join(icons) + " ") if icons else seen


def _is_readable(text: str) -> bool:
    """Whether most of the text is in letters, digits and signs that the OCR knows well."""
    signs = [sign for sign in text if not sign.isspace()]
    known = sum(ord(sign) < 0x250 for sign in signs)  # noqa: PLR2004 (the end of the Latin blocks)
    return known * 2 >= len(signs)


def is_full(look: Look, field: Widget) -> bool:
    """Whether the text in a field reaches its edge, so that a part of it may be out of sight."""
    part = _room(look, field)
    ink = look.ink(part)
    return ink is not None and ink.width >= 0.8 * part.width


def is_cut(look: Look, field: Widget) -> bool:
    """Whether the text in a field reaches from edge to edge, so that it may go on beyond one of them."""
    part = _room(look, field)
    ink = look.ink(part)
    return ink is not None and part.width - ink.width <= 2 * _BORDER


def _room(look: Look, field: Widget) -> Box:
    """What a field's text can fill: arrows or an icon at its end would look like a text from edge to edge."""
    return room_before_icons(look, text_part(field), field.box.height)
