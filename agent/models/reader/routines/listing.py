"""Routines of lists: turned until an entry is in sight, which is then clicked, and seen to be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import PATIENCE
from agent.models.reader.routines.turning import Turns, turn
from agent.protocol.write import do, wait
from tools.action import Click
from tools.locate.areas.entries import is_cut
from tools.locate.errors import NotFound
from tools.locate.find import absent

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Decide, Routine
    from agent.protocol.write import Reply
    from tools.locate.areas.entries import EntryList
    from tools.locate.areas.wheel import Way
    from tools.locate.locator import Locator
    from tools.locate.look import Look

_WAYS: tuple[Way, ...] = ("down", "up")
_CLICKS = 2
"""Clicks on an entry, at most, while another one is the chosen one."""


def select_entry(option: str, target: Locator, entries: EntryList, look: Look) -> Routine:
    """Click an entry of a list that always stands there; nothing is clicked before it is in sight.

    Raises:
        StepFailed: the list lacks it, or another entry is chosen.
    """
    look = yield from turn_to(option, entries, look)
    if entries.entry(look, option) is None:
        raise StepFailed(f"turned {target} from end to end: {absent(look.scene, option)}")
    for _ in range(_CLICKS):
        look = yield aim_entry(option, entries)
        if not is_chosen(option, entries, look):
            look = yield wait(PATIENCE, f'{target} does not show that "{option}" is chosen yet.')
        if is_chosen(option, entries, look) or entries.chosen(look) is None:
            return look
    chosen = entries.chosen(look)
    raise StepFailed(f'clicked "{option}" in {target}, and {chosen.text if chosen else None!r} is chosen')


def turn_to(option: str, entries: EntryList, look: Look) -> Routine:
    """Turn a list, down and then up, until an entry is in sight, and no edge cuts it."""
    for way in _WAYS:
        turns = Turns(
            way,
            entries.place,
            f'"{option}" is not in sight',
            lambda look: entries.entry(look, option) is not None,
            is_list=True,
        )
        while not turns.is_over:
            entry = entries.entry(look, option)
            is_whole = entry is None or not is_cut(entry, entries.shown, at_foot=way == "down")
            if entry is not None and (is_whole or turns.last is None):
                return look
            look = yield from turn(turns, look)
    return look


def is_chosen(option: str, entries: EntryList, look: Look) -> bool:
    """Whether an entry is lit up, and no other."""
    entry, chosen = entries.entry(look, option), entries.chosen(look)
    return entry is not None and chosen is not None and chosen.box.same_row(entry)


def aim_entry(option: str, entries: EntryList) -> Decide:
    """A click on an entry."""

    def decide(look: Look) -> Reply:
        entry = entries.entry(look, option)
        if entry is None:
            raise NotFound(absent(look.scene, option))
        place = entry.center
        thought = f'The list shows "{option}" at ({place.x}, {place.y}).'
        return do(Click(point=place), thought, f'"{option}"')

    return decide
