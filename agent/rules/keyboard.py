"""Keyboard: whether keys may press a button or choose an entry that a rule names. Pure.

What has the keyboard can't be seen on a frame, nor which button Enter presses. So where a key could press
what a rule names, and that is on the screen, the answer is maybe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.rules.wording import best, fits_text
from tools.action import Key, Type
from tools.keys import MODIFIERS, canonical
from tools.locate.element import element_at, elements
from tools.ocrtext.same import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.rules.wording import Fits
    from tools.geometry import Box, Point
    from tools.see.scene import Line, Scene

_PRESSING = {"enter", "space"}
_MORE = 2
"""Words that a caption has beside the rule's, at most; a sentence that holds them is none."""


def may_press(action: Key | Type, *, in_field: bool) -> bool:
    """Whether keys may press a button or choose an entry.

    Args:
        action: the keys.
        in_field: whether a field is known to have the keyboard, which takes letters and blanks for itself.
    """
    if isinstance(action, Type):
        return "\n" in action.text or not in_field
    pressed = _pressed(action)
    if pressed & {"ctrl", "super"}:
        return False
    if "enter" in pressed or "alt" in pressed:
        return True
    return not in_field and (bool(pressed & _PRESSING) or any(len(key) == 1 for key in pressed - MODIFIERS))


def fits_focused(scene: Scene, point: Point, wanted: str) -> tuple[Fits, tuple[Box, ...]]:
    """Whether a rule's words are about the field at a point, and what was read to know."""
    element = element_at(scene, point)
    boxes = (element.box, *(line.box for line in element.texts))
    return best(fits_text(wanted, line.text) for line in element.texts), boxes


def fits_anywhere(scene: Scene, wanted: str) -> Fits:
    """Maybe, if anything on the screen that keys may go to has a rule's words."""
    return "maybe" if any(fits_text(wanted, line.text) != "no" for line in _captions(scene, wanted)) else "no"


def _captions(scene: Scene, wanted: str) -> Iterator[Line]:
    most = len(words(wanted)) + _MORE
    for kind in ("button", "text", "field", "dropdown", "checkbox", "radio"):
        for element in elements(scene, kind):
            yield from (line for line in element.texts if len(words(line.text)) <= most)


def _pressed(action: Key) -> set[str]:
    try:
        return {canonical(key) for key in action.keys}
    except ValueError:  # no such key: it is refused elsewhere
        return set()
