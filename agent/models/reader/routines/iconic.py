"""Routines of a click on an icon, or a rest of the pointer on one, by what it means.

Where the eye is sure, it is clicked. Where it is not, the tips of those that may be meant are read, as a
person does (`hovering`); only what a tip names is clicked.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.routines.hovering import NoTips, by_tips
from agent.models.reader.routines.menus import clicked
from agent.models.reader.steps import ClickIconStep
from agent.protocol.write import do
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
    Locate = Callable[[Look], tuple[Icon, str]]
    """Finds the icon that is meant, and says why it is that one."""


def icon(step: ClickIconStep | HoverIconStep, look: Look, name: Name | None = None) -> Routine:
    """Click the icon, or rest the pointer on it.

    Args:
        step: Which one.
        look: The present one.
        name: Names icons; by default the net in `tools.see.icons`.

    Raises:
        NotFound: none is sure to be meant, and no tip names one; or several are.
        StepFailed: the click may only have closed a menu.
    """
    named = _shared() if name is None else name
    locate, look = yield from _located(step.target, named, look)
    called = f"the icon {step.target}"

    def aim(action: Callable[..., Action]) -> Decide:
        def decide(look: Look) -> Reply:
            found, thought = locate(look)
            return do(action(point=found.box.center), thought, called)

        return decide

    if not isinstance(step, ClickIconStep):
        return (yield aim(Move))
    click = aim(partial(Click, button=step.button, count=step.count))
    return (yield from clicked(click, called, lambda look: locate(look)[0].box, look, is_icon=True))


def _shared() -> Name:
    from tools.see.icons.namer import shared_namer  # noqa: PLC0415  (heavy: loaded on use)

    return shared_namer().name


def _located(target: Locator, name: Name, look: Look) -> Generator[Decision, Look, tuple[Locate, Look]]:
    """What finds the icon, once it is clear which one is meant."""

    def by_sight(look: Look, *, tipless: bool = False) -> tuple[Icon, str]:
        found = find_icon(look.scene, name(look.scene), target, tipless=tipless)
        return found, f"I see an icon for it ({found.score(target.text):.0%}) at {(*found.box.center,)}."

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
        return _unchanged(found, look, target), look
    return by_sight, look


def _with(locate: Locate, why: str) -> Locate:
    """The same, which tells why it was not found before where it can't be found."""

    def located(look: Look) -> tuple[Icon, str]:
        try:
            return locate(look)
        except NotFound:
            raise NotFound(why) from None

    return located


def _unchanged(icon: Icon, seen: Look, target: Locator) -> Locate:
    """An icon that a tip has named, as long as it stands there as it did."""

    def locate(look: Look) -> tuple[Icon, str]:
        if look.frame.size != seen.frame.size or differing(seen.frame, look.frame, icon.box).any():
            raise NotFound(f"the icon {target}, which its tip had named, looks different now")
        return icon, "Its tip says that this is it."

    return locate
