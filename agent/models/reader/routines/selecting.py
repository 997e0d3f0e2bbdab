"""Routine of drop-downs and lists: the field is read afterwards to see whether it took the option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import PATIENCE, TRIES, seek
from agent.protocol.write import do, wait
from tools.action import Click, Key, Scroll, Type
from tools.locate.contents import shows
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.find import absent, find
from tools.locate.locator import Locator
from tools.locate.part import part_of

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Decide, Routine
    from agent.models.reader.steps import SelectStep
    from agent.protocol.write import Reply
    from tools.geometry import Box, Point
    from tools.locate.look import Look
    from tools.see.scene import Widget

_NOTCHES = 3
"""Wheel notches a turn of an opened list: less than it shows at once."""


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
        if look.changed is None:
            look = yield wait(PATIENCE, f"The list of {target} has not opened yet.")
        look = yield from (_pick(option, field, look) if attempt < TRIES - 1 else _type_ahead(option))
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
    opened = look.changed
    for notches in (-_NOTCHES, _NOTCHES):
        while opened is not None:
            if _listed(look, opened, field, option) is not None:
                return (yield _aim_entry(option, opened, field))
            turn = Scroll(point=_middle(opened, field), vertical=notches)
            look = yield do(turn, f'"{option}" is not in sight yet.')
            if look.changed is None:
                break
    look = yield do(Key(keys=("escape",)), f"The list is no help: {absent(look.scene, option)}.")
    return look


def _listed(look: Look, opened: Box, field: Widget, option: str) -> Box | None:
    try:
        return find(part_of(look, opened, without=field.box), Locator(option)).line.box
    except NotFound:
        return None


def _aim_entry(option: str, opened: Box, field: Widget) -> Decide:
    def decide(look: Look) -> Reply:
        entry = _listed(look, opened, field, option)
        if entry is None:
            raise NotFound(absent(look.scene, option))
        place = entry.center
        thought = f'The list shows "{option}" at ({place.x}, {place.y}).'
        return do(Click(point=place), thought, f'"{option}"')

    return decide


def _middle(opened: Box, field: Widget) -> Point:
    """The middle of the list: of what opened, the part below the field or above it."""
    below, above = opened.bottom - field.box.bottom, field.box.top - opened.top
    x = field.box.center.x
    if below >= above:
        return opened.center._replace(x=x, y=field.box.bottom + max(1, below // 2))
    return opened.center._replace(x=x, y=opened.top + above // 2)


def _type_ahead(option: str) -> Routine:
    """The keyboard's way through a list: its first letters, then Enter."""
    yield do(Type(text=option), "The mouse did not do it; lists go to what is typed.")
    look = yield do(Key(keys=("enter",)), f'I take what the list has gone to for "{option}".')
    return look
