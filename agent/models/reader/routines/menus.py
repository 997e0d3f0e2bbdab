"""What stands open where something else is clicked: many toolkits spend that click on closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.protocol.write import do
from tools.action import Key
from tools.geometry import Box
from tools.observation import differing

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from agent.models.reader.routines.routine import Decision
    from tools.geometry import Point
    from tools.locate.look import Look
    from tools.locate.spots import Spot
    from tools.see.scene import Popup

_SHADOW = 16
"""Pixels around something open in which its shadow lies, at most."""
_LIT = 6
"""Pixels around a button in which it is drawn otherwise under the pointer, or with the focus."""


def without_context_menu(look: Look, target: Box) -> Generator[Decision, Look, Look]:
    """Close a context menu by Escape before something outside it is clicked; the look then.

    Args:
        look: the present one.
        target: the box of what is to be clicked, in frame pixels.
    """
    if any(popup.is_context and popup.is_sure for popup in beside(look, target)):
        look = yield do(
            Key(keys=("escape",)), "A context menu is open, and a click beside it only closes it."
        )
    return look


def beside(look: Look, target: Box) -> list[Popup]:
    """What a click of the task has opened and stands open beside a target: none where that lies in any.

    Nor what a click on the target itself has opened: a second one closes it, and is meant to. Nor what hangs
    on a field that was clicked: a calendar of a page takes no click elsewhere.
    """
    own = [popup for popup in look.scene.popups if popup.is_own and not _is_of_field(look, popup)]
    if any(popup.box.grow(_LIT).contains(target.center) for popup in look.scene.popups):
        return []
    return [popup for popup in own if popup.opener is not None and not target.contains(popup.opener)]


def _is_of_field(look: Look, popup: Popup) -> bool:
    widget = None if popup.opener is None else look.scene.widget_at(popup.opener)
    return widget is not None and widget.kind == "field"


def has_only_closed(look: Look, open_: Sequence[Popup], spot: Spot) -> bool:
    """Whether all that a click on a button did was to close what stood open beside it.

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
