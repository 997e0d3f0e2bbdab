"""Routine of drop-downs and lists: the field is read afterwards to see whether it took the option."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.listing import aim_entry, is_chosen, select_entry, turn_to
from agent.models.reader.routines.present import as_it_is, current
from agent.models.reader.routines.routine import LATER, PATIENCE, TRIES, seek, typed
from agent.protocol.write import do, wait
from tools.action import Click, Key
from tools.locate.areas.entries import EntryList
from tools.locate.areas.opened import opened_list
from tools.locate.contents import content, is_full, shows
from tools.locate.fields import find_field
from tools.locate.find import absent
from tools.ocrtext.same import is_other_case
from tools.ocrtext.typed import is_cut_off

if TYPE_CHECKING:
    from collections.abc import Generator

    from agent.models.reader.routines.routine import Decide, Decision, Routine
    from agent.models.reader.steps import SelectStep
    from agent.protocol.write import Reply
    from tools.geometry import Point
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget

    Picking = Generator[Decision, Look, tuple[Look, "Picked | None"]]
    """Is sent looks; returns the last one, and what was clicked; None where the list lacks the option."""


class Picked(NamedTuple):
    """An entry of a drop-down's list that was clicked."""

    entry: str
    """As the list spells it."""
    others: tuple[str, ...] = ()
    """What else was in sight in the list."""


def select(step: SelectStep, look: Look) -> Routine:
    """Make the drop-down show the option, or click it in a list.

    Raises:
        StepFailed: the list does not open, lacks the option, or the field does not take it.
    """
    target, option = step.field, step.option
    field, look = yield from seek(lambda look: find_field(look.scene, target), look)
    if field.kind == "field" and look.scene.holds_several_lines(field):
        return (yield from select_entry(option, target, EntryList(field.box), look))
    before, picked, first = content(look, field), None, look.frame
    if field.kind == "dropdown" and shows(look, field, option) and not is_other_case(option, before):
        return look
    for attempt in range(TRIES):
        if attempt < TRIES - 1:
            look = yield _open(target, field, attempt, first)
            look, picked = yield from _pick(option, target, field, look, before, with_keys=attempt > 0)
        elif picked is not None:
            look = yield _open(target, field, attempt, first)
            look = yield from _type_ahead(picked.entry, field, before, look)
        chosen = picked or Picked(option)
        for seconds in LATER:  # its list may still be closing, or a caret touch the option's last letter
            if not _has_taken(chosen, before, as_it_is(look, field, target, first), look):
                look = yield wait(seconds, f"{target} does not show it yet.")
        if _has_taken(chosen, before, as_it_is(look, field, target, first), look):
            return look
    not_again = ""
    try:
        look = yield from _put_back(before, target, field, look)
    except StepFailed:
        not_again = f"; {before!r}, as it was, could not be chosen again"
    shown = f"{content(look, field)!r}{not_again}"
    raise StepFailed(f'tried {TRIES} times to select "{option}" in {target}, and it shows {shown}')


def _has_taken(picked: Picked, before: str, field: Widget, look: Look) -> bool:
    """Whether a drop-down shows an option now, and not still what it showed in other capitals before.

    One without room for it shows its beginning, which no other entry of the list may have.
    """
    seen = content(look, field)
    if shows(look, field, picked.entry):
        return not (seen == before and is_other_case(picked.entry, seen))
    return (
        seen != before
        and bool(picked.others)
        and is_full(look, field)
        and is_cut_off(picked.entry, seen)
        and not any(is_cut_off(other, seen) for other in picked.others)
    )


def _open(target: Locator, field: Widget, attempt: int, first: Frame) -> Decide:
    def decide(look: Look) -> Reply:
        now = current(look, field, target, first)
        place = now.box.center if attempt == 0 else _arrow(now)
        thought = f"The drop-down {target} is at ({place.x}, {place.y})."
        return do(Click(point=place), thought, f"the drop-down {target}")

    return decide


def _arrow(field: Widget) -> Point:
    center = field.box.center
    return center._replace(x=field.box.right - field.box.height // 2)


def _pick(
    option: str, target: Locator, field: Widget, look: Look, before: str, *, with_keys: bool = False
) -> Picking:
    """Click the option in the list that has opened, which is turned for it; else close the list again.

    Args:
        option: to be clicked.
        target: the drop-down's name.
        field: the drop-down, which was clicked.
        look: after that.
        before: what the drop-down showed before.
        with_keys: whether the keyboard opens the list where the click did not: some close again at once.

    Raises:
        StepFailed: the list was turned from end to end and lacks it, or it has several such options.
    """
    opened = opened_list(look, field, before)
    for number in range(TRIES):
        if opened is not None:
            break
        if with_keys and number == 1:
            look = yield do(Key(keys=("alt", "down")), "The list has not opened by a click.")
        else:
            look = yield wait(PATIENCE, "The list has not opened yet.")
        opened = opened_list(look, field, before)
    if opened is None:
        return look, None  # and no Escape, which would close the window that the drop-down is in
    is_list, entry = len(opened.lines(look)) > 1, None
    holds = opened.entry(look, option) is not None or opened.spellings(look, option)
    if is_list or holds:  # else the wheel may change what lies there
        look, entry = yield from turn_to(option, target, opened, look)
    if entry is not None:
        others = tuple(line.text for line in opened.lines(look) if line.text != entry)
        return (yield aim_entry(entry, opened)), Picked(entry, others)
    lacks = absent(look.scene, option)
    look = yield do(Key(keys=("escape",)), f"The list is no help: {lacks}.")
    if is_list:
        raise StepFailed(f"the list of {target} was turned from end to end: {lacks}")
    return look, None


def _type_ahead(option: str, field: Widget, before: str, look: Look) -> Routine:
    """The keyboard's way to an option that the list has: its first letters, and Enter once it is lit up."""
    opened = opened_list(look, field, before)
    look = yield from typed(option, "The mouse did not do it; lists go to what is typed.", look)
    if opened is not None and is_chosen(option, opened, look):
        return (yield do(Key(keys=("enter",)), f'The list has gone to "{option}".'))
    return (yield do(Key(keys=("escape",)), f'The list has not gone to "{option}".'))


def _put_back(before: str, target: Locator, field: Widget, look: Look) -> Routine:
    """Choose again what was chosen before, where it is something else now."""
    if not before or shows(look, field, before):
        return look
    shown = content(look, field)
    look = yield _open(target, field, 0, look.frame)
    look, _ = yield from _pick(before, target, field, look, shown)
    return look
