"""Routine of drop-downs and lists: the field is read afterwards to see whether it took the option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.listing import aim_entry, is_chosen, select_entry, turn_to
from agent.models.reader.routines.routine import PATIENCE, TRIES, seek
from agent.protocol.write import do, wait
from tools.action import Click, Key, Type
from tools.locate.areas.entries import EntryList
from tools.locate.areas.opened import opened_list
from tools.locate.contents import content, shows
from tools.locate.fields import find_field
from tools.locate.find import absent

if TYPE_CHECKING:
    from collections.abc import Generator

    from agent.models.reader.routines.routine import Decide, Decision, Routine
    from agent.models.reader.steps import SelectStep
    from agent.protocol.write import Reply
    from tools.geometry import Point
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.scene import Widget

    Picking = Generator[Decision, Look, tuple[Look, bool]]
    """Is sent looks; returns the last one, and whether the option was seen in the list."""


def select(step: SelectStep, look: Look) -> Routine:
    """Make the drop-down show the option, or click it in a list.

    Raises:
        StepFailed: the list does not open, lacks the option, or the field does not take it.
    """
    target, option = step.field, step.option
    field, look = yield from seek(lambda look: find_field(look.scene, target), look)
    if field.kind == "field" and look.scene.holds_several_lines(field):
        return (yield from select_entry(option, target, EntryList(field.box), look))
    if field.kind == "dropdown" and shows(look, field, option):
        return look
    before, is_seen = content(look, field), False
    for attempt in range(TRIES):
        if attempt < TRIES - 1:
            look = yield _open(target, attempt)
            look, is_seen = yield from _pick(option, target, field, look)
        elif is_seen:
            look = yield _open(target, attempt)
            look = yield from _type_ahead(option, field, look)
        if not shows(look, field, option):
            look = yield wait(PATIENCE, f"{target} does not show it yet.")  # its list may still be closing
        if shows(look, field, option):
            return look
    look = yield from _put_back(before, target, field, look)
    raise StepFailed(
        f'tried {TRIES} times to select "{option}" in {target}, and it shows {content(look, field)!r}'
    )


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


def _pick(option: str, target: Locator, field: Widget, look: Look) -> Picking:
    """Click the option in the list that has opened, which is turned for it; else close the list again.

    Raises:
        StepFailed: the list was turned from end to end and lacks it.
    """
    opened = opened_list(look, field)
    for _ in range(TRIES):
        if opened is not None:
            break
        look = yield wait(PATIENCE, "The list has not opened yet.")
        opened = opened_list(look, field)
    if opened is not None:
        look = yield from turn_to(option, opened, look)
        if opened.entry(look, option) is not None:
            return (yield aim_entry(option, opened)), True
    lacks, is_list = absent(look.scene, option), opened is not None and len(opened.lines(look)) > 1
    look = yield do(Key(keys=("escape",)), f"The list is no help: {lacks}.")
    if is_list:
        raise StepFailed(f"the list of {target} was turned from end to end: {lacks}")
    return look, False


def _type_ahead(option: str, field: Widget, look: Look) -> Routine:
    """The keyboard's way to an option that the list has: its first letters, and Enter once it is lit up."""
    opened = opened_list(look, field)
    look = yield do(Type(text=option), "The mouse did not do it; lists go to what is typed.")
    if opened is not None and is_chosen(option, opened, look):
        return (yield do(Key(keys=("enter",)), f'The list has gone to "{option}".'))
    return (yield do(Key(keys=("escape",)), f'The list has not gone to "{option}".'))


def _put_back(before: str, target: Locator, field: Widget, look: Look) -> Routine:
    """Choose again what was chosen before, where it is something else now."""
    if not before or shows(look, field, before):
        return look
    look = yield _open(target, 0)
    look, _ = yield from _pick(before, target, field, look)
    return look
