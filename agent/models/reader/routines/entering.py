"""Entering of a text into a field that has something in it, or nothing: each try goes another way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.focusing import selecting
from agent.models.reader.routines.routine import typed
from agent.models.reader.routines.segments import numbers_of, shown_again, type_segments
from agent.redact.references import SECRET
from tools.locate.contents import content
from tools.locate.segments import has_lone_segment, shown_date
from tools.ocrtext.segments import as_shown, order_of
from tools.ocrtext.units import is_unit_alone, with_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.models.reader.routines.routine import Routine
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.scene import Widget


class Entering:
    """What enters a text into a field, and knows in which forms the field may show it then.

    Args:
        text: To be entered.
        field: As it was seen.
        target: Its name.
        look: The one on which it was seen.
    """

    def __init__(self, text: str, field: Widget, target: Locator, look: Look) -> None:
        self._text, self._field, self._target = text, field, target
        self._select_all = partial(selecting(field, target, look), field, target, first=look.frame)
        is_secret = SECRET.search(text) is not None
        before = "" if is_secret else content(look, field)
        self._is_unit_open = is_unit_alone(before)
        self._date = shown_date(look, field) if order_of(text) else ""
        """The one that the field showed, where one is to be entered."""
        self._ordered = as_shown(self._date, text)
        """The text as the field's segments take it, should it have any; None where that can't be told."""
        self._begun = numbers_of(self._ordered or "", look, field)
        self.forms = [text, with_unit(text, before), self._ordered or text]

    def enter(self, attempt: int, look: Look) -> Routine:
        """Enter it in the way of a try.

        Raises:
            StepFailed: what is to be typed can't be told; nothing was, or the field took nothing.
            NotTyped: the screen changed each time, or while it was typed.
        """
        if attempt == 0:
            return (yield from self._first(look))
        if attempt == 1:
            if self._ordered is None and shown_date(look, self._field) == self._date:
                raise self._untold()
            text = self._ordered or self._text
            look = yield from shown_again(self._begun, text, self._field, self._target, look)
            numbers = numbers_of(text, look, self._field) if self._ordered else []
            if numbers:
                return (yield from type_segments(numbers, self._field, self._target, look))
        return (yield from self._type(look, partial(self._select_all, attempt)))

    def _first(self, look: Look) -> Routine:
        """The first try, on a field that holds nothing yet of what was typed."""
        aim: Callable[[Look], Routine] = partial(self._select_all, 0)
        if self._ordered != self._text:
            look = yield from aim(look)
            if has_lone_segment(look, self._field):  # a busy machine may count two clicks: a word of any text
                look = yield from aim(look)
            if has_lone_segment(look, self._field):
                if self._ordered is None:
                    raise self._untold()
                self._text = self._ordered
            aim = _unless_done(aim, look)
        elif self._is_unit_open:
            look = yield from aim(look)
            self.forms.append(with_unit(self._text, content(look, self._field)))
            aim = _unless_done(aim, look)
        return (yield from self._type(look, aim))

    def _type(self, look: Look, aim: Callable[[Look], Routine]) -> Routine:
        return (yield from typed(self._text, f"{self._target} has the focus.", look, aim))

    def _untold(self) -> StepFailed:
        return StepFailed(
            f"{self._target} takes the numbers of a date one by one, and {self._date!r}, which it shows, "
            f"doesn't tell which of them is the month: {self._text!r} has to be written in its order"
        )


def _unless_done(aim: Callable[[Look], Routine], done: Look) -> Callable[[Look], Routine]:
    """What gives a field the keyboard, but on the look that followed when that was done."""

    def again(look: Look) -> Routine:
        return look if look is done else (yield from aim(look))

    return again
