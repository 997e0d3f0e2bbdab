"""States of widgets by their look: enabled, ticked, chosen. Unknown where the look does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.contents import text_part
from tools.locate.dimmed import share_of_usual
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.find import find
from tools.locate.indicators import find_indicator
from tools.locate.siblings import chosen_among_siblings

if TYPE_CHECKING:
    from agent.expect.expectation import State
    from tools.locate.locator import Locator
    from tools.locate.look import Look

_DIM, _CLEAR = 0.56, 0.62
"""Share of the frame's usual contrast that a greyed-out caption has at most (GTK and Qt 0.5, Chromium 0.35),
and one in use at least (a white one on a coloured button 0.65)."""


def state_on(look: Look, target: Locator, state: State) -> tuple[bool | None, str]:
    """Whether a widget is in a state, and what is seen.

    Raises:
        NotFound: there is no such widget, or several are equally good.
    """
    match state:
        case "enabled" | "disabled":
            now, names = _enabled(look, target), ("enabled", "disabled")
        case "ticked" | "not ticked":
            now, names = find_indicator(look.scene, target).checked, ("ticked", "not ticked")
        case "chosen" | "not chosen":
            now, names = _chosen(look, target), ("chosen", "not chosen")
    if now is None:
        return None, f"whether it is {names[0]} can't be told by its look"
    return names[not now] == state, f"it is {names[not now]}"


def _enabled(look: Look, target: Locator) -> bool | None:
    """Whether a caption is drawn as one in use; of a field, what it holds."""
    spot = find(look.scene, target)
    box = spot.line.box
    if spot.widget is None:
        try:
            part = text_part(find_field(look.scene, target))
        except NotFound:
            pass  # a link, a tab, a menu's entry, the caption of a check box
        else:
            ink = look.ink(part)
            if ink is None:
                return None
            box = ink
    share = share_of_usual(look.scene, box)
    return None if _DIM < share < _CLEAR else share >= _CLEAR


def _chosen(look: Look, target: Locator) -> bool | None:
    """Whether a radio button is on; of what bears no mark, whether it stands out among its siblings."""
    try:
        return find_indicator(look.scene, target).checked
    except NotFound:
        line = find(look.scene, target).line
    one = chosen_among_siblings(look.scene, line)
    return None if one is None else one.line == line
