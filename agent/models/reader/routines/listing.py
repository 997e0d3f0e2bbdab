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
from tools.ocrtext.same import letters

if TYPE_CHECKING:
    from collections.abc import Generator

    from agent.models.reader.routines.routine import Decide, Decision, Routine
    from agent.protocol.write import Reply
    from tools.geometry import Box
    from tools.locate.areas.entries import EntryList
    from tools.locate.areas.wheel import Way
    from tools.locate.locator import Locator
    from tools.locate.look import Look

    Turning = Generator[Decision, Look, tuple[Look, str | None]]
    """Is sent looks; returns the last one, and the entry as its list spells it, None where there is none."""

_CLICKS = 2
"""Clicks on an entry, at most, while another one is the chosen one."""


def select_entry(option: str, target: Locator, entries: EntryList, look: Look) -> Routine:
    """Click an entry of a list that always stands there; nothing is clicked before it is in sight.

    Raises:
        StepFailed: the list lacks it or has several, or another entry is chosen.
    """
    look, entry = yield from turn_to(option, target, entries, look)
    if entry is None:
        raise StepFailed(f"turned {target} from end to end: {absent(look.scene, option)}")
    for _ in range(_CLICKS):
        before = look
        look = yield aim_entry(entry, entries)
        if not _is_taken(entry, entries, before, look):
            look = yield wait(PATIENCE, f'{target} does not show that "{entry}" is chosen yet.')
        if _is_taken(entry, entries, before, look) or entries.chosen(look) is None:
            return look
    chosen = entries.chosen(look)
    raise StepFailed(f'clicked "{entry}" in {target}, and {chosen.text if chosen else None!r} is chosen')


def turn_to(option: str, target: Locator, entries: EntryList, look: Look) -> Turning:
    """Turn a list, down and then up, until an entry is in sight, and no edge cuts it.

    One in other capitals is taken only where the option's own spelling can't be in the list: where this was
    seen from end to end, or is in alphabetical order.

    Raises:
        StepFailed: several entries are the option, or it has several spellings, none of which is its own.
    """
    spellings: dict[str, str] = {}
    look, entry = yield from _turn_until(option, target, entries, look, spellings)
    if entry is not None:
        return look, entry
    if len(spellings) > 1:
        raise StepFailed(f'"{option}" in {target} could be {" or ".join(map(repr, spellings.values()))}')
    for spelt in spellings.values():
        look, entry = yield from _turn_until(spelt, target, entries, look, {})
    return look, entry


def _turn_until(
    option: str, target: Locator, entries: EntryList, look: Look, spellings: dict[str, str]
) -> Turning:
    """Turn a list, down and then up, until an entry is in sight that is it for certain, and no edge cuts it.

    Args:
        option: The entry.
        target: The list.
        entries: Where it is.
        look: The present one.
        spellings: Takes up the entries in other capitals, by their signs.
    """
    for way in _ways(option, entries, look):
        turns = Turns(
            way,
            entries.place,
            f'"{option}" is not in sight',
            lambda look: entries.entry(look, option) is not None,
            is_list=True,
        )
        while not turns.is_over:
            doubt = entries.doubt(look, option)
            if doubt is not None:
                raise StepFailed(f"which entry of {target} is meant can't be told: {doubt}")
            spellings |= {letters(text): text for text in sorted(entries.spellings(look, option))}
            spelt = entries.only_spelling(look, option) or option
            entry = entries.entry(look, spelt)
            if entry is not None and _is_in_sight(entry, entries, look, turns):
                return look, spelt
            look = yield from turn(turns, look)
    return look, None if entries.entry(look, option) is None else option


def _ways(option: str, entries: EntryList, look: Look) -> tuple[Way, ...]:
    """Which way a list is turned first: up where its head cuts what may be the entry."""
    entry = entries.entry(look, option)
    is_cut_above = entry is not None and entries.hides_part(look, entry, at_foot=False)
    return ("up", "down") if is_cut_above else ("down", "up")


def _is_in_sight(entry: Box, entries: EntryList, look: Look, turns: Turns) -> bool:
    """Whether an edge of the list cuts no part of an entry, nor, once it was turned, an arrow there may."""
    at_foot = turns.way == "down"
    if turns.last is None:
        return not entries.hides_part(look, entry, at_foot=at_foot)
    return not is_cut(entry, entries.shown, at_foot=at_foot)


def _is_taken(option: str, entries: EntryList, before: Look, look: Look) -> bool:
    """Whether an entry is the chosen one: as it reads, or else as the row that it was, for it is lit now."""
    row, chosen = entries.entry(before, option), entries.chosen(look)
    if is_chosen(option, entries, look) or row is None or chosen is None:
        return is_chosen(option, entries, look)
    others = [
        {(line.text, line.box) for line in entries.lines(one) if not line.box.same_row(row)}
        for one in (before, look)
    ]
    return chosen.box.same_row(row) and others[0] == others[1]


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
