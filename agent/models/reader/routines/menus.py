"""Menus that stand open where something else is clicked: many toolkits spend that click on closing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import PATIENCE
from agent.protocol.write import wait
from tools.geometry import Box
from tools.observation import differing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.models.reader.routines.routine import Decide, Routine
    from agent.protocol.write import Reply
    from tools.locate.look import Look
    from tools.see.scene import Popup

_SHADOW = 16
"""Pixels around something open in which its shadow lies, at most."""
_LIT = 6
"""Pixels around a button in which it is drawn otherwise under the pointer, or with the focus."""


def clicked(decide: Decide, called: str, locate: Callable[[Look], Box | None], look: Look) -> Routine:
    """One click, and the look at which it has shown something or had the time to.

    Args:
        decide: the click.
        called: what is clicked, as messages name it.
        locate: finds the box of the button, icon or picture that is clicked, in frame pixels; None where it
            is a mere text: a click on that may be meant to close something.
        look: the present one.

    Raises:
        StepFailed: it may only have closed a menu.
    """
    target: Box | None = None
    open_: list[Popup] = []

    def aim(look: Look) -> Reply:
        """The click; what stands open is told anew when it is decided anew: a menu may have come late."""
        nonlocal target, open_
        target = locate(look)
        open_ = [] if target is None else beside(look, target)
        return decide(look)

    look = yield aim
    if look.changed is None:
        look = yield wait(PATIENCE, f"Nothing changed yet after the click on {called}.")
    if target is not None and has_only_closed(look, open_, target):
        closed = f"the click on {called} may only have closed what was open"
        look = yield wait(PATIENCE, f"{closed[0].upper()}{closed[1:]}.")
        if look.changed is None:
            raise StepFailed(f"{closed}: press Escape before it")
    return look


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
    rest = differing(look.before, look.frame, look.changed)
    places = [target.grow(_LIT), *(popup.box.grow(_SHADOW) for popup in closed)]
    for place in (*places, *(_lit(look, popup) for popup in closed)):
        rest[place.overlap(look.changed).shift(-look.changed.left, -look.changed.top).slices] = False
    return not rest.any()


def _lit(look: Look, popup: Popup) -> Box:
    """Where a menu's title, or what else opened it, is drawn otherwise while it is open."""
    high = round(look.scene.text_height)
    if popup.opener is None:
        return popup.box.grow(2 * high)
    texts = [line.box for line in look.scene.lines if line.box.contains(popup.opener)]
    box = texts[0] if texts else Box(popup.opener.x, popup.opener.y, 1, 1)
    return box.grow(high)
