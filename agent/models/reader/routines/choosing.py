"""Routines of check boxes, radio buttons, tabs and menus, whose new state can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.clicking import click, until_in_use
from agent.models.reader.routines.routine import LOOKS, PATIENCE, TRIES, move_away, seek
from agent.models.reader.routines.tree import open_entry, unfold
from agent.models.reader.steps import ClickStep
from agent.protocol.write import do, wait
from tools.action import Click, Key
from tools.locate.areas.crop import scene_in
from tools.locate.errors import NotFound
from tools.locate.expanders import expander_of, find_by_path, told_by_mark
from tools.locate.find import find
from tools.locate.indicators import find_indicator
from tools.locate.locator import Locator
from tools.locate.look import changes_between
from tools.locate.siblings import chosen_among_siblings
from tools.locate.states import is_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.models.reader.routines.routine import Decide, Routine
    from agent.models.reader.steps import ChooseStep, TickStep
    from agent.protocol.write import Reply
    from tools.locate.look import Look
    from tools.locate.spots import Spot
    from tools.see.scene import Scene, Widget

_UNHOVERS = LOOKS - 1
"""The look at which the pointer leaves a box that is not in its state yet: it may look otherwise under it."""
_PAGE = 3
"""Heights of a text: a higher change is one of the page that a click has led to."""


def tick(step: TickStep, look: Look) -> Routine:
    """Make the check box ticked, or not.

    Raises:
        StepFailed: it does not change.
    """
    return (yield from _set(step.target, look, on=step.on))


def choose(step: ChooseStep, look: Look) -> Routine:
    """Choose a radio button, a tab, a menu's entry, menu by menu, or a tree's, entry by entry.

    Raises:
        StepFailed: a part of the path is not there, or the radio button stays off.
    """
    path = [*map(Locator, step.path[:-1]), step.target]
    for number in range(1, len(path)):
        entry, following = path[number - 1], path[number].text
        if _is_told_by_mark(look.scene, entry) or _is_in_tree(look.scene, path[:number]):
            look = yield from unfold(path[:number], following, look)
            continue
        spot, look = yield from seek(lambda look, entry=entry: find(look.scene, entry), look)  # type: ignore[misc]
        look = yield from click(ClickStep(entry), look, may_stay=True)
        look = yield from open_entry(spot.line.box, following, look)
    if len(step.path) > 1:
        return (yield from _entry(path, look))
    found, look = yield from seek(lambda look: _choice(look.scene, step.target), look)
    if found is not None:
        return (yield from _set(step.target, look, on=True))
    return (yield from _click_unmarked(step.target, look))


def _is_told_by_mark(scene: Scene, entry: Locator) -> bool:
    """Whether of several texts that say the same only one can be opened, and the others are no menus."""
    try:
        return told_by_mark(scene, entry, or_menu=True) is not None
    except NotFound:
        return False


def _is_in_tree(scene: Scene, path: Sequence[Locator]) -> bool:
    """Whether the last entry of a path belongs to one that bears a mark."""
    try:
        return len(path) > 1 and expander_of(scene, find_by_path(scene, path[:-1]).line.box) is not None
    except NotFound:
        return False


def _click_unmarked(target: Locator, look: Look) -> Routine:
    """Click what bears no mark; where another one is seen to stay the chosen one, it was not taken."""
    first = look
    look = yield from click(ClickStep(target), look, may_stay=True)
    for _ in range(LOOKS):
        other = _still_chosen(target, first, look)
        if other is None:
            return look
        look = yield wait(PATIENCE, f'"{other}" is still the chosen one.')
    other = _still_chosen(target, first, look)
    if other is None:
        return look
    raise StepFailed(f'clicked {target}, and "{other}" is still the chosen one')


def _still_chosen(target: Locator, first: Look, look: Look) -> str | None:
    """Which other caption stands out among its siblings, and looks as it did; None where a page changed."""
    high = _PAGE * look.scene.text_height
    if any(box.height > high for box in changes_between(first.frame, look.frame)):
        return None
    try:
        captions = [find(one.scene, target).line for one in (first, look)]
    except NotFound:
        return None
    was, is_now = (
        chosen_among_siblings(one.scene, line, but=True)
        for one, line in zip((first, look), captions, strict=True)
    )
    if was is None or is_now is None or is_now.line == captions[1] or not is_now.is_still(was):
        return None
    return is_now.line.text


def _choice(scene: Scene, target: Locator) -> Widget | None:
    """The indicator with that caption; None for a tab or an entry, which has none."""
    try:
        return find_indicator(scene, target)
    except NotFound:
        find(scene, target)
        return None


def _set(target: Locator, look: Look, *, on: bool) -> Routine:
    found, look = yield from seek(lambda look: find_indicator(look.scene, target), look)
    if found.checked is None and not found.is_mixed:
        raise StepFailed(f"whether {target} is on or off can't be told by its look")
    first, wanted, left = look.frame, _named(on), False
    for attempt in range(TRIES):
        if is_on(look, found, first) is on:
            return look
        look = yield _aim_indicator(target, caption=attempt == 1)
        for number in range(LOOKS):
            if is_on(look, found, first) is on:
                return look
            why = f"{target} is not {wanted} yet."
            look = yield move_away(look, why) if number == _UNHOVERS else wait(PATIENCE, why)
        if is_on(look, found, first) is None:  # another click might undo the first
            look = yield do(Key(keys=("tab",)), f"The keyboard moves on: its ring may hide what {target} is.")
            left = True
            break
    state = is_on(look, found, first, left=left)
    if state is on:
        return look
    shown = "whether it is on can't be told" if state is None else f"it is still {_named(state)}"
    raise StepFailed(f"clicked {target} {_times(attempt + 1)}, and {shown}")


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _named(on: bool) -> str:  # noqa: FBT001 (the state itself)
    return "on" if on else "off"


def _aim_indicator(target: Locator, *, caption: bool) -> Decide:
    def decide(look: Look) -> Reply:
        indicator = find_indicator(look.scene, target)
        place = find(look.scene, target).line.box.center if caption else indicator.box.center
        state = "on for a part" if indicator.is_mixed else _named(bool(indicator.checked))
        thought = f"{target} is {state}: I see its box at ({place.x}, {place.y})."
        return do(Click(point=place), thought, str(target))

    return decide


def _entry(path: Sequence[Locator], look: Look) -> Routine:
    """Click an entry of the tree or menu that has just opened; elsewhere only where none is made out."""
    target = path[-1]

    def locate(look: Look) -> Spot:
        return find_by_path(look.scene, path) if _is_in_tree(look.scene, path) else _menu_entry(look, target)

    def decide(look: Look) -> Reply:
        spot = locate(look)
        place = spot.line.box.center
        thought = f'It is open and shows "{spot.line.text}" at ({place.x}, {place.y}).'
        return do(Click(point=place), thought, str(target))

    look, _ = yield from until_in_use(locate, target, look, is_entry=True)
    look = yield decide
    return look


def _menu_entry(look: Look, target: Locator) -> Spot:
    menu, changed = look.scene.newest_own_popup, look.changed
    if menu is not None:
        return find(scene_in(look, menu.box), target)
    try:
        return find(look.scene if changed is None else scene_in(look, changed), target)
    except NotFound:
        return find(look.scene, target)
