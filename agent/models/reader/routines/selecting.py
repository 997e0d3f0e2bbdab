"""Routine of drop-downs and lists: the field is read afterwards to see whether it took the option."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import PATIENCE, TRIES, seek
from agent.models.reader.routines.turning import Turns, turn
from agent.protocol.write import do, wait
from tools.action import Click, Key, Type
from tools.locate.areas.crop import scene_in
from tools.locate.areas.opened import list_place, opened_list
from tools.locate.contents import shows
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.find import absent, find
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Decide, Routine
    from agent.models.reader.steps import SelectStep
    from agent.protocol.write import Reply
    from tools.geometry import Box, Point
    from tools.locate.areas.wheel import Way
    from tools.locate.look import Look
    from tools.see.scene import Widget

_WAYS: tuple[Way, ...] = ("down", "up")


def select(step: SelectStep, look: Look) -> Routine:
    """Make the drop-down show the option, or click it in a list.

    Raises:
        StepFailed: the list does not open, lacks the option, or the field does not take it.
    """
    target, option = step.field, step.option
    field, look = yield from seek(lambda look: find_field(look.scene, target), look)
    if field.kind == "dropdown" and shows(look, field, option):
        return look
    for attempt in range(TRIES):
        look = yield _open(target, attempt)
        look = yield from (_pick(option, field, look) if attempt < TRIES - 1 else _type_ahead(option))
        if not shows(look, field, option):
            look = yield wait(PATIENCE, f"{target} does not show it yet.")  # its list may still be closing
        if shows(look, field, option):
            return look
    raise StepFailed(f'tried {TRIES} times to select "{option}" in {target}, and it does not show it')


def _open(target: Locator, attempt: int) -> Decide:
    def decide(look: Look) -> Reply:
        field = find_field(look.scene, target)
        place = field.box.center if attempt == 0 else _arrow(field)
        thought = f"The drop-down {target} is at ({place.x}, {place.y})."
        return do(Click(point=place), thought, f"the drop-down {target}")

    return decide


def _arrow(field: Widget) -> Point:
    center = field.box.center
    return center._replace(x=field.box.right - field.box.height // 2)


def _pick(option: str, field: Widget, look: Look) -> Routine:
    """Click the option in the list that has opened, which is scrolled for it; else close the list again."""
    opened = opened_list(look, field)
    for _ in range(TRIES):
        if opened is not None:
            break
        look = yield wait(PATIENCE, "The list has not opened yet.")
        opened = opened_list(look, field)
    if opened is not None:
        look = yield from _turn_to(option, opened, field, look)
        if _listed(look, opened, field, option) is not None:
            return (yield _aim_entry(option, opened, field))
    look = yield do(Key(keys=("escape",)), f"The list is no help: {absent(look.scene, option)}.")
    return look


def _listed(look: Look, opened: Box, field: Widget, option: str) -> Box | None:
    try:
        return find(scene_in(look, opened, without=field.box), Locator(option)).line.box
    except NotFound:
        return None


def _turn_to(option: str, opened: Box, field: Widget, look: Look) -> Routine:
    """Turn the list, down and then up, until the option is in sight, and no edge cuts it."""
    shown: Box | None = None
    for way in _WAYS:
        turns = Turns(way, partial(list_place, opened, field), f'"{option}" is not in sight', is_list=True)
        while not turns.is_over:
            entry = _listed(look, opened, field, option)
            if entry is not None and (shown is None or not _is_cut(entry, shown, way)):
                break
            look = yield from turn(turns, look)
            shown = turns.place.pane if turns.place else shown
    return look


def _is_cut(entry: Box, shown: Box, way: Way) -> bool:
    """Whether an entry reaches to the edge of its list, where an arrow may cover it."""
    inner = shown.grow(-entry.height // 4)
    return entry.bottom > inner.bottom if way == "down" else entry.top < inner.top


def _aim_entry(option: str, opened: Box, field: Widget) -> Decide:
    def decide(look: Look) -> Reply:
        entry = _listed(look, opened, field, option)
        if entry is None:
            raise NotFound(absent(look.scene, option))
        place = entry.center
        thought = f'The list shows "{option}" at ({place.x}, {place.y}).'
        return do(Click(point=place), thought, f'"{option}"')

    return decide


def _type_ahead(option: str) -> Routine:
    """The keyboard's way through a list: its first letters, then Enter."""
    yield do(Type(text=option), "The mouse did not do it; lists go to what is typed.")
    look = yield do(Key(keys=("enter",)), f'I take what the list has gone to for "{option}".')
    return look
