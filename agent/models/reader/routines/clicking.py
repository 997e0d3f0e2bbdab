"""Routines of clicks, drags and keys, whose effect only the program knows.

What a click should change can't be told from the step, so it is looked at whether anything changed at all. If
nothing did, the program gets a moment more; then it is told that no effect was seen. The click is not made
again, unless the step says so: it may have counted where nobody sees it (an order sent, a record deleted).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.menus import clicked
from agent.models.reader.routines.routine import PATIENCE, TRIES, seek
from agent.protocol.write import do, wait
from tools.action import Click, Drag, Key, Move
from tools.locate.candidates.front import check_keys, open_dialog
from tools.locate.dimmed import is_dim
from tools.locate.errors import NotFound
from tools.locate.find import find
from tools.observation import bounds, differing

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from agent.models.reader.routines.routine import Decide, Decision, Routine
    from agent.models.reader.steps import ClickStep, DragStep, HoverStep, PressStep
    from agent.protocol.write import Reply
    from tools.action import Action
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.locate.spots import Spot

_WHOLE = 0.8
"""Share of a button's width and height that lights up with it, at least."""


def click(step: ClickStep, look: Look, *, may_stay: bool = False) -> Routine:
    """Click the target; what changes nothing is clicked again only where the step says so.

    Args:
        step: what is clicked.
        look: the present one.
        may_stay: whether all may be as the click would leave it: what is chosen already.

    Raises:
        StepFailed: the target is greyed out; a click that was to change something did not, or may only have
            closed a menu; or none can, for it is behind a dialog.
    """
    target, action = step.target, partial(Click, button=step.button, count=step.count)
    look, grey = yield from until_in_use(lambda look: find(look.scene, target), target, look)
    if not grey and not may_stay and _may_be_greyed(find(look.scene, target), look):
        look, grey = (yield _rest(lambda look: find(look.scene, target), target)), True
    for attempt in range(TRIES if step.again else 1):
        aim = _aim(target, action, again=attempt > 0)
        look = yield from clicked(aim, str(target), partial(_button, target), look)
        if look.changed is not None:
            return look
    dialog = open_dialog(look.scene, find(look.scene, target).line.box)
    if dialog is not None:
        raise StepFailed(f"no effect seen of the click on {target}, and {dialog} is open in front of it")
    if grey or step.again:
        drawn = ", which is drawn in grey" if grey else ""
        raise StepFailed(f"no effect seen of the click on {target}{drawn}")
    return look


def _button(target: Locator, look: Look) -> Box | None:
    """The box of a button; None of a mere text."""
    spot = find(look.scene, target)
    return spot.box if spot.widget is not None and spot.widget.kind == "button" else None


def until_in_use(
    locate: Callable[[Look], Spot], target: Locator, look: Look, *, is_entry: bool = False
) -> Generator[Decision, Look, tuple[Look, bool]]:
    """Wait while the target is greyed out; the look then, and whether it is drawn in grey.

    Some are drawn in grey and in use: those light up under the pointer.

    Args:
        locate: finds the target.
        target: its name.
        look: the present one.
        is_entry: whether it is a menu's entry; of other texts than those and buttons, grey says nothing.

    Raises:
        StepFailed: it does not come into use.
    """

    def in_use(look: Look) -> Spot:
        spot = locate(look)
        if _is_greyed(spot, look, is_entry=is_entry):
            raise NotFound(f"{target} is greyed out, and did not come into use")
        return spot

    spot, look = yield from seek(locate, look)
    if not _is_greyed(spot, look, is_entry=is_entry):
        return look, False
    look = yield wait(PATIENCE, f"{target} is greyed out; I wait for it to come into use.")
    look = yield _rest(locate, target)
    spot, look = yield from seek(locate, look)
    if _is_greyed(spot, look, is_entry=is_entry) and _lights_up(spot.box, look):
        return look, True
    _, look = yield from seek(in_use, look)
    return look, False


def _is_greyed(spot: Spot, look: Look, *, is_entry: bool) -> bool:
    """Whether a button or an entry of an open menu is greyed out."""
    place = spot.line.box.center
    is_button = spot.widget is not None and spot.widget.kind == "button"
    in_menu = any(popup.is_own and popup.box.contains(place) for popup in look.scene.popups)
    return (is_button or in_menu or is_entry) and is_dim(look.scene, spot.line.box)


def _may_be_greyed(spot: Spot, look: Look) -> bool:
    """Whether a text may be the caption of a button that is greyed out, and is not made out as one.

    It may as well be a link in grey: then its click shows something. The pointer has to be there before:
    what it leaves may look otherwise then.
    """
    return spot.widget is None and is_dim(look.scene, spot.line.box)


def _rest(locate: Callable[[Look], Spot], target: Locator) -> Decide:
    """The pointer on the target."""
    return lambda look: do(Move(point=locate(look).line.box.center), "It may light up.", str(target))


def _lights_up(box: Box, look: Look) -> bool:
    """Whether the whole of a button looks different now, and not a part that a tip covers."""
    if look.before is None or look.before.size != look.frame.size:
        return False
    part = bounds(differing(look.before, look.frame, box.clip(look.frame.size)))
    return part is not None and part.width >= _WHOLE * box.width and part.height >= _WHOLE * box.height


def drag(step: DragStep, look: Look) -> Routine:
    """Go to the source, then drag to the destination."""
    _, look = yield from seek(lambda look: find(look.scene, step.source), look)
    look = yield _aim(step.source, Move)
    _, look = yield from seek(lambda look: find(look.scene, step.destination), look)
    look = yield _aim(step.destination, Drag)
    return look


def hover(step: HoverStep, look: Look) -> Routine:
    """Move the pointer to the target; the next step waits for what it looks for to come up there."""
    _, look = yield from seek(lambda look: find(look.scene, step.target), look)
    look = yield _aim(step.target, Move)
    return look


def press_keys(step: PressStep, look: Look) -> Routine:
    """Press the chord, as often as asked."""
    _, look = yield from seek(lambda look: check_keys(look.scene), look)
    count = f" {step.times} times" if step.times > 1 else ""
    look = yield do(
        Key(keys=step.keys, times=step.times), f"The step says to press {'+'.join(step.keys)}{count}."
    )
    return look


def _aim(target: Locator, action: Callable[..., Action], *, again: bool = False) -> Decide:
    """The action at the target's text."""

    def decide(look: Look) -> Reply:
        spot = find(look.scene, target)
        place = spot.line.box.center
        thought = f'I see "{spot.line.text}" at ({place.x}, {place.y}).'
        if again:
            thought += " The last click changed nothing; the step says to click again."
        return do(action(point=place), thought, str(target))

    return decide
