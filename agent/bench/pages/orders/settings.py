"""Rules: opening what is named, setting what has a name, and leaving things alone. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.pages.orders.writing import (
    click,
    click_in_row,
    press,
    right_click,
    scroll_in,
    select,
    tick,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Rule = tuple[str, Callable[..., Sequence[str]]]

_NAME = r'"([^"]+)"'
_OPENED = r"(?:dialog|drawer|modal|panel|popover|menu|section)"
_LIST = r"(?:(?:native )?(?:dropdown|drop-down|select|combobox)|list)"
_SURFACE = r"(?:area|card|tile|row|file|folder|item|block|widget)"
_LABELED = r"(?:labeled|named|titled|called)"


def _as_said(step: str) -> list[str]:
    """An order that is a step already, word for word."""
    return [step]


def _ticks(*names: str | None) -> list[str]:
    return [tick(name) for name in names if name]


_OPENING: tuple[Rule, ...] = (
    (
        rf"(?:open|choose|select)(?: the)?(?: {_OPENED} {_LABELED})? {_NAME}(?: {_OPENED})?",
        lambda name: [click(name)],
    ),
    (
        rf"open the context menu for(?: the)?(?: {_SURFACE}(?: {_LABELED})?)? {_NAME}(?: {_SURFACE})?",
        lambda place: [right_click(place)],
    ),
    (rf"click(?: on)? {_NAME} in the (\w+) row", lambda name, row: [click_in_row(name, row)]),
    (r"click (ok)", lambda name: [click(name)]),
    (r"press escape", lambda: [press("Escape")]),
    (r'((?:expand|collapse|turn on|turn off|hover over) "[^"]+")', _as_said),
)
_SETTING: tuple[Rule, ...] = (
    (rf"set(?: only)?(?: the)? {_NAME} {_LIST} to {_NAME}", lambda field, value: [select(value, field)]),
    (r'((?:choose|select) "[^"]+" (?:from|in) "[^"]+")', _as_said),
    (r'((?:type|enter) "[^"]+" (?:into|in) "[^"]+")', _as_said),
    (rf"check(?: only)? {_NAME}(?:, {_NAME})?(?:,? and {_NAME})?", _ticks),
    (
        rf"in the {_NAME} (?:list|feed|table), scroll until {_NAME} is visible",
        lambda place, name: [scroll_in(place, name)],
    ),
    (
        rf"in the {_NAME} (?:list|feed), scroll until {_NAME} is visible,(?: then)? select it",
        lambda place, name: [scroll_in(place, name), click(name)],
    ),
)
_NOTHING: tuple[Rule, ...] = (
    (r"the task will finish automatically when done", list),
    (r"do not [^,;]+", list),
    (r"(?:leave|keep) [^,;]+ (?:unchanged|open)", list),
)
"""What says how things are to stay asks for no step."""
SETTING_RULES: tuple[Rule, ...] = (*_OPENING, *_SETTING, *_NOTHING)
