"""Menus that stand open where something else is clicked: many toolkits spend that click on closing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.observation import differing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Point
    from tools.locate.look import Look
    from tools.locate.spots import Spot
    from tools.see.scene import Popup

_SHADOW = 16
"""Pixels around something open in which its shadow lies, at most."""
_LIT = 6
"""Pixels around a button in which it is drawn otherwise under the pointer, or with the focus."""


def beside(look: Look, target: Box) -> list[Popup]:
    """The menus that clicks of the task have opened and that stand open beside a target.

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

    A page that closes such a panel, or a field's calendar, takes the click as well.
    """
    if not popup.is_own or popup.opener is None or target.contains(popup.opener):
        return False
    opener = look.scene.widget_at(popup.opener)
    if opener is not None and (opener.kind == "button" or not look.scene.holds_several_lines(opener)):
        return False
    parts = [one for one in look.scene.widgets if one.box.lies_mostly_in(popup.box) and not one.is_indicator]
    return all(2 * one.box.area > popup.box.area for one in parts)  # that is the menu itself


def has_only_closed(look: Look, open_: Sequence[Popup], spot: Spot) -> bool:
    """Whether all that a click on a button is seen to have done was to close a menu beside it.

    Args:
        look: after the click.
        open_: what stood open before it.
        spot: the button; clicking a mere text may be meant to close something.
    """
    left = {popup.box for popup in look.scene.popups}
    closed = [popup for popup in open_ if popup.box not in left]
    if not closed or spot.widget is None or spot.widget.kind != "button" or look.before is None:
        return False
    if look.changed is None or look.before.size != look.frame.size:
        return False
    rest = differing(look.before, look.frame, look.changed)
    places = [spot.box.grow(_LIT), *(popup.box.grow(_SHADOW) for popup in closed)]
    for place in (*places, *(_lit(look, popup.opener) for popup in closed if popup.opener is not None)):
        rest[place.overlap(look.changed).shift(-look.changed.left, -look.changed.top).slices] = False
    return not rest.any()


def _lit(look: Look, opener: Point) -> Box:
    """Where a menu's title, or what else opened it, is drawn otherwise while it is open."""
    texts = [line.box for line in look.scene.lines if line.box.contains(opener)]
    box = texts[0] if texts else Box(opener.x, opener.y, 1, 1)
    return box.grow(round(look.scene.text_height))
