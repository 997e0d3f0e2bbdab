"""Routines of a click on an icon, or a rest of the pointer on one, by what it means.

Where the eye is sure, it is clicked. Where it is not, the pointer rests on those that may be meant, the
likeliest first, and their tips are read, as a person does; only what a tip names is clicked.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.routines.routine import PATIENCE
from agent.models.reader.steps import ClickIconStep
from agent.protocol.write import do, wait
from tools.action import Click, Move
from tools.locate.errors import NotFound
from tools.locate.icons import RIVAL, doubtful, find_icon, tip_names, tip_of
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
    from tools.see.scene import Line, Scene

    Name = Callable[[Scene], Sequence[Icon]]
    """Names the icons of a screen."""

MOST_TIPS = 12
"""Icons whose tips are read, at most."""
TIP_LOOKS = 2
"""Looks that are waited for a tip."""
WITHOUT = 4
"""Icons in a row without a tip after which there are none to be had."""


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

    def by_sight(look: Look) -> Reply:
        found = find_icon(look.scene, name(look.scene), target)
        place = found.box.center
        score = found.score(target.text)
        return do(
            action(point=place), f"I see an icon for it ({score:.0%}) at {(*place,)}.", f"the icon {target}"
        )

    try:
        by_sight(look)
    except NotFound as unsure:
        told, found, look = yield from _by_tips(target, name, look)
        if found is None:
            return _with(by_sight, f"{unsure}{told}"), look
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


def _by_tips(
    target: Locator, name: Name, look: Look
) -> Generator[Decision, Look, tuple[str, Icon | None, Look]]:
    """What the tips said, and the only icon whose tip is the name, with the pointer on it."""
    read: list[str] = []
    matching: list[Icon] = []
    rested: Icon | None = None
    try:
        icons = doubtful(look.scene, name(look.scene), target)[:MOST_TIPS]
    except NotFound:
        icons = []
    silent = 0
    for one in icons:
        if silent >= WITHOUT or (matching and one.score(target.text) < RIVAL):
            break
        tip, look = yield from _tip(one, look)
        rested, silent = one, 0 if tip else silent + 1
        read += [line.text for line in tip[:1]]
        matching += [one] if tip_names(tip, target.text) else []
    told = (
        f"; their tips say {', '.join(map(repr, read))}" if read else "; they show no tips" if icons else ""
    )
    if len(matching) != 1:
        return f"{told}{', two of them the name' if matching else ''}", None, look
    if matching[0] is not rested:
        _, look = yield from _tip(matching[0], look)
    return told, matching[0], look


def _tip(icon: Icon, look: Look) -> Generator[Decision, Look, tuple[tuple[Line, ...], Look]]:
    """The tip that an icon shows while the pointer rests on it."""
    before, place = look.scene, icon.box.center
    look = yield do(Move(point=place), "I am not sure what this icon means; its tip may tell.", "an icon")
    for _ in range(TIP_LOOKS):
        if tip := tip_of(icon, before, look.scene):
            return tip, look
        look = yield wait(PATIENCE, "I wait for the icon's tip.")
    return tip_of(icon, before, look.scene), look


def _unchanged(icon: Icon, seen: Look, action: Callable[..., Action], target: Locator) -> Decide:
    """The act on an icon that a tip has named, as long as it stands there as it did."""

    def decide(look: Look) -> Reply:
        if look.frame.size != seen.frame.size or differing(seen.frame, look.frame, icon.box).any():
            raise NotFound(f"the icon {target}, which its tip had named, looks different now")
        return do(action(point=icon.box.center), "Its tip says that this is it.", f"the icon {target}")

    return decide
