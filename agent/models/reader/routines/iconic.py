"""Routines of a click on an icon, or a rest of the pointer on one, by what it means.

Where the eye is sure, it is clicked. Where it is not, the tips of those that may be meant are read, as a
person does (`hovering`); only what a tip names is clicked.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.routines.hovering import NoTips, by_tips
from agent.models.reader.routines.routine import PATIENCE
from agent.models.reader.steps import ClickIconStep
from agent.protocol.write import do, wait
from tools.action import Click, Move
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.icons import find_icon
from tools.observation import differing

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from agent.models.reader.routines.routine import Decide, Decision, Routine
    from agent.models.reader.steps import HoverIconStep
    from agent.protocol.write import Reply
    from tools.action import Action
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.icons.icon import Icon
    from tools.see.scene import Scene

    Name = Callable[[Scene], Sequence[Icon]]
    """Names the icons of a screen."""


def icon(step: ClickIconStep | HoverIconStep, look: Look, name: Name | None = None) -> Routine:
    """Click the icon, or rest the pointer on it.

    Args:
        step: Which one.
        look: The present one.
        name: Names icons; by default the net in `tools.see.icons`.

    Raises:
        NotFound: none is sure to be meant, and no tip names one; or several are.
    """
    named = _shared() if name is None else name
    action: Callable[..., Action] = Move
    if isinstance(step, ClickIconStep):
        action = partial(Click, button=step.button, count=step.count)
    decide, look = yield from _aimed(step.target, action, named, look)
    look = yield decide
    if look.changed is None and isinstance(step, ClickIconStep):
        look = yield wait(PATIENCE, f"Nothing changed yet after the click on the icon {step.target}.")
    return look


def _shared() -> Name:
    from tools.see.icons.namer import shared_namer  # noqa: PLC0415  (heavy: loaded on use)

    return shared_namer().name


def _aimed(
    target: Locator, action: Callable[..., Action], name: Name, look: Look
) -> Generator[Decision, Look, tuple[Decide, Look]]:
    """The act on the icon, once it is clear which one is meant."""

    def by_sight(look: Look, *, tipless: bool = False) -> Reply:
        found = find_icon(look.scene, name(look.scene), target, tipless=tipless)
        place = found.box.center
        score = found.score(target.text)
        return do(
            action(point=place), f"I see an icon for it ({score:.0%}) at {(*place,)}.", f"the icon {target}"
        )

    try:
        by_sight(look)
    except NotFound as unsure:
        try:
            found, look = yield from by_tips(target, name(look.scene), look)
        except Ambiguous as several:
            return _with(by_sight, str(several)), look
        except NoTips as none:
            return _with(partial(by_sight, tipless=True), f"{unsure}; {none}"), look
        except NotFound as untold:
            return _with(by_sight, "; ".join(filter(None, map(str, (unsure, untold))))), look
        return _unchanged(found, look, action, target), look
    return by_sight, look


def _with(decide: Decide, why: str) -> Decide:
    """The decision, which tells why it was not made before where it can't be made."""

    def decided(look: Look) -> Reply:
        try:
            return decide(look)
        except NotFound:
            raise NotFound(why) from None

    return decided


def _unchanged(icon: Icon, seen: Look, action: Callable[..., Action], target: Locator) -> Decide:
    """The act on an icon that a tip has named, as long as it stands there as it did."""

    def decide(look: Look) -> Reply:
        if look.frame.size != seen.frame.size or differing(seen.frame, look.frame, icon.box).any():
            raise NotFound(f"the icon {target}, which its tip had named, looks different now")
        return do(action(point=icon.box.center), "Its tip says that this is it.", f"the icon {target}")

    return decide
