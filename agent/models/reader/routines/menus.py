"""Menus that stand open where something else is clicked: many toolkits spend that click on closing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import PATIENCE
from agent.protocol.write import wait
from tools.action import Click
from tools.geometry import Box
from tools.observation import differing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.models.reader.routines.routine import Decide, Routine
    from agent.protocol.write import Reply
    from tools.geometry import Point
    from tools.locate.look import Look
    from tools.see.scene import Popup

_SHADOW = 16
"""Pixels around something open in which its shadow lies, at most."""
_LIT = 6
"""Pixels around a button in which it is drawn otherwise under the pointer, or with the focus."""
_TITLE = 2.5
"""Heights of a text that a menu's title or an icon is high, at most."""
_PADDING = 4.0
"""Heights of a text that a menu's title is wider than its text, at most: a row of a list is wider."""


def clicked(
    decide: Decide,
    called: str,
    locate: Callable[[Look], Box | None],
    look: Look,
    *,
    is_icon: bool = False,
) -> Routine:
    """One click, and the look at which it has shown something or had the time to.

    Args:
        decide: the click.
        called: what is clicked, as messages name it.
        locate: finds the box of the button, icon or picture that is clicked, in frame pixels; None where it
            is a mere text: a click on that may be meant to close something.
        look: the present one.
        is_icon: whether it is an icon, which may open a menu as a text does.

    Raises:
        StepFailed: it may only have closed a menu.
    """
    target: Box | None = None
    open_: list[Popup] = []
    place: Point | None = None

    def aim(look: Look) -> Reply:
        """The click; what stands open is told anew when it is decided anew: a menu may have come late."""
        nonlocal target, open_, place
        target = locate(look)
        open_ = [] if target is None else beside(look, target)
        reply = decide(look)
        match reply.does:
            case Click(button="left", count=1, point=point):
                place = point
            case _:
                place = None
        return reply

    look = yield aim
    if look.changed is None:
        look = yield wait(PATIENCE, f"Nothing changed yet after the click on {called}.")
    elif place is not None and (target is None or is_icon) and has_only_lit(look, place):
        later = yield wait(PATIENCE, f"Nothing but light changed yet after the click on {called}.")
        look = look if later.changed is None else later
    if target is not None and has_only_closed(look, open_, target):
        closed = f"the click on {called} may only have closed what was open"
        look = yield wait(PATIENCE, f"{closed[0].upper()}{closed[1:]}.")
        if look.changed is None:
            raise StepFailed(f"{closed}: press Escape before it")
    return look


def has_only_lit(look: Look, place: Point) -> bool:
    """Whether all that a click is seen to have done is what the pointer or the focus may do alone.

    So a menu's title shows at once that it was clicked, and its menu may take a moment more.

    Args:
        look: after the click.
        place: where it was, in frame pixels.
    """
    written = next((line.box.width for line in look.scene.lines if line.box.contains(place)), 0)
    return any(box.contains(place) for box in look.changes) and all(
        _is_light(look, box, written if box.contains(place) else None) for box in look.changes
    )


def _is_light(look: Look, box: Box, written: int | None) -> bool:
    """Whether a change is none of what is written there.

    Args:
        look: after the click.
        box: the change.
        written: pixels that the text under the pointer is wide, 0 where it is on none; None elsewhere.
    """
    high = look.scene.text_height
    if any(one.is_indicator and one.box.meets(box) for one in look.scene.widgets):
        return False  # which has turned
    if box.height > _TITLE * high or (written is not None and box.width > written + _PADDING * high):
        return False
    return written == 0 or look.reads_as_before(box)


def beside(look: Look, target: Box) -> list[Popup]:
    """The menus that stand open beside a target.

    None where the target lies in anything open, or has opened it: a second click is meant to close that.

    Args:
        look: the present one.
        target: the box of what is to be clicked, in frame pixels.
    """
    if any(popup.box.grow(_LIT).contains(target.center) for popup in look.scene.popups):
        return []
    return [popup for popup in look.scene.popups if _is_menu(look, popup, target)]


def _is_menu(look: Look, popup: Popup, target: Box) -> bool:
    """Whether something is a menu of a title or a row, and no panel of a button, or with fields or buttons.

    A page that closes such a panel, or a field's calendar, takes the click as well. What a click has opened
    late may seem to have come by itself.
    """
    if popup.opener is None:
        return popup.is_sure and not _has_parts(look, popup)
    if target.contains(popup.opener):
        return False
    opener = look.scene.widget_at(popup.opener)
    if opener is not None and (opener.kind == "button" or not look.scene.holds_several_lines(opener)):
        return False
    return not _has_parts(look, popup)


def _has_parts(look: Look, popup: Popup) -> bool:
    """Whether fields or buttons stand in a pop-up; what takes most of it is the menu itself."""
    inside = (one for one in look.scene.widgets if one.box.lies_mostly_in(popup.box))
    return any(not one.is_indicator and 2 * one.box.area <= popup.box.area for one in inside)


def has_only_closed(look: Look, open_: Sequence[Popup], target: Box) -> bool:
    """Whether all that a click is seen to have done was to close a menu beside its target.

    Args:
        look: after the click.
        open_: what stood open before it.
        target: the box of what was clicked, in frame pixels.
    """
    left = {popup.box for popup in look.scene.popups}
    closed = [popup for popup in open_ if popup.box not in left]
    if not closed or look.before is None or look.changed is None or look.before.size != look.frame.size:
        return False
    places = [target.grow(_LIT), *(popup.box.grow(_SHADOW) for popup in closed)]
    places += [_lit(look, popup) for popup in closed]
    for changed in look.changes:  # no caret that has blinked meanwhile
        rest = differing(look.before, look.frame, changed)
        for place in places:
            rest[place.overlap(changed).shift(-changed.left, -changed.top).slices] = False
        if rest.any():
            return False
    return True


def _lit(look: Look, popup: Popup) -> Box:
    """Where a menu's title, or what else opened it, is drawn otherwise while it is open."""
    high = round(look.scene.text_height)
    if popup.opener is None:
        return popup.box.grow(2 * high)
    texts = [line.box for line in look.scene.lines if line.box.contains(popup.opener)]
    box = texts[0] if texts else Box(popup.opener.x, popup.opener.y, 1, 1)
    return box.grow(high)
