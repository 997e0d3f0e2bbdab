"""What lies in front: of equal captions those in a menu or dialog that the task has opened, else doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.errors import NotFound
from tools.locate.layout.titlebars import title_bar_around
from tools.ocrtext.may_be import may_be

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.see.scene import Popup, Scene

_TOLD = 60
"""Characters of what a pop-up says that are told."""
_WINDOW_SIGNS = frozenset("-_□▢Xx\N{MULTIPLICATION SIGN}")
"""As what a window's own buttons are read, which make it smaller, larger, and close it."""


def in_front(scene: Scene, locator: Locator, boxes: Sequence[Box]) -> list[int]:
    """The indices of the boxes in the newest pop-up of the task's own that holds any, else of all.

    Raises:
        NotFound: a pop-up that came by itself holds some of them, or has come over what the locator names.
    """
    for popup in reversed(scene.popups):
        inside = [index for index, box in enumerate(boxes) if popup.box.contains(box.center)]
        if not inside:
            continue
        if popup.is_sure and popup.is_own:
            return inside if locator.ordinal is None else [*range(len(boxes))]
        if len(inside) < len(boxes):
            raise NotFound(_doubt(popup, locator))
        if popup.is_sure and any(may_be(locator.text, line.text) for line in popup.covers):
            raise NotFound(f"{_told(popup)} came up over {locator}, and has one of its own")
    return [*range(len(boxes))]


def in_own_popup(scene: Scene, locator: Locator, boxes: Sequence[Box]) -> list[int]:
    """The indices of the boxes in the newest pop-up of the task's own that holds any; without one, of all.

    Asked of labels, whose fields may not all have been made out: the only field that was need not be meant.
    """
    plain = locator.ordinal is None and not locator.qualifiers
    for popup in reversed(scene.popups if plain else ()):
        inside = [index for index, box in enumerate(boxes) if popup.box.contains(box.center)]
        if inside and popup.is_sure and popup.is_own:
            return inside
    return [*range(len(boxes))]


def check_keys(scene: Scene) -> None:
    """Make sure that keys go where a step means them to go.

    Raises:
        NotFound: a dialog that came by itself is open, which would take them.
    """
    for popup in scene.popups:
        if popup.is_sure and not popup.is_own and can_be_answered(scene, popup):
            raise NotFound(f"{_told(popup)} came up by itself, and would take the keys")


def open_dialog(scene: Scene, box: Box) -> str | None:
    """What the newest dialog that is open beside a box says, and that came up since the task began.

    A notice, as "Archived" and its "Undo" on one row, takes no click from what is beside it.
    """
    for popup in reversed(scene.popups):
        if popup.is_sure and can_be_answered(scene, popup) and not _is_one_row(popup):
            return None if popup.box.contains(box.center) else _told(popup)
    return None


def _is_one_row(popup: Popup) -> bool:
    lines = popup.lines
    return len(lines) > 1 and all(line.box.same_row(lines[0].box) for line in lines)


def can_be_answered(scene: Scene, popup: Popup) -> bool:
    """Whether a pop-up can be answered: a list of proposals has neither a title nor a button."""
    buttons = (widget.box for widget in scene.widgets if widget.kind == "button")
    return (
        any(popup.box.contains(box.center) for box in buttons)
        or any(title_bar_around(scene, line) for line in popup.lines)
        or _has_window_signs(popup)
    )


def _has_window_signs(popup: Popup) -> bool:
    """Whether the first row of a pop-up holds nothing but signs, as that of a window without a title."""
    first = min(popup.lines, key=lambda line: line.box.top, default=None)
    row = [line.text for line in popup.lines if first is not None and line.box.same_row(first.box)]
    return len(row) > 1 and _WINDOW_SIGNS.issuperset(row)


def _doubt(popup: Popup, locator: Locator) -> str:
    there = "which came up by itself, and elsewhere" if popup.is_sure else "which is new, and elsewhere"
    return f'{locator} is in {_told(popup)}, {there}: say which, as in "{locator.text}" in "…"'


def _told(popup: Popup) -> str:
    words = " ".join(line.text for line in popup.lines)
    return repr(words if len(words) <= _TOLD else f"{words[: _TOLD - 1]}…")
