"""Routine that finds an icon by its tip: the pointer rests on those that may be meant, as a person does."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING

from agent.protocol.write import do, wait
from tools.action import Move
from tools.locate.errors import NotFound
from tools.locate.find import choose
from tools.locate.icons import LIKELY, doubtful
from tools.locate.tips.coming import tip_of
from tools.locate.tips.saying import is_name, may_tell, sentence, tells

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from agent.models.reader.routines.routine import Decision
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.icons.icon import Icon
    from tools.see.scene import Line


class NoTips(NotFound):
    """None of the icons shows a tip."""


MOST_TIPS = 60
"""Icons whose tips are read, at most."""
WITHOUT = 6
"""Icons in a row without a tip after which there are none to be had."""
_LATE = 1.5
"""Seconds without any change after which there is no tip."""
_LOOKS = 4
"""Looks at one icon while something goes on changing, at most."""
_TOLD = 12
"""Tips that are told where none is the name."""


@dataclass
class Tips:
    """The tips that were read so far, and the icons that they speak of."""

    target: Locator
    read: list[tuple[Icon, tuple[Line, ...]]] = field(default_factory=list)
    silent: int = 0
    """Icons in a row without one."""

    def add(self, icon: Icon, tip: tuple[Line, ...]) -> None:
        """Another one; without any lines the icon has none."""
        self.silent = 0 if tip else self.silent + 1
        self.read += [(icon, tip)] if tip else []

    def passes_over(self, icon: Icon) -> bool:
        """Whether its tip need not be read: another icon is found, and nothing speaks for this one.

        What looks as the one that is found may have the same tip.
        """
        text = self.target.text
        named = [one for one, tip in self.read if is_name(tip, text)]
        told = [one for one, tip in self.read if tells(tip, text) and one.score(text) >= LIKELY]
        found = named or told
        if not found or self.target.ordinal is not None:
            return False
        return icon.score(text) < LIKELY and not any(one.likely == icon.likely for one in found)

    def found(self) -> Icon | None:
        """The only icon whose tip is the name, else the only one whose tip tells it; None where none is.

        Raises:
            Ambiguous: several may be meant.
        """
        text = self.target.text
        may = [icon for icon, tip in self.read if is_name(tip, text)]
        if not may:
            may = [icon for icon, tip in self.read if tells(tip, text)]
            best = max((icon.score(text) for icon in may), default=inf)
            may += [icon for icon in self._rivals() if icon.score(text) >= best]
        return may[choose(self.target, [icon.box for icon in may])] if may else None

    def _rivals(self) -> list[Icon]:
        """Those whose tips begin like one that tells it."""
        text = self.target.text
        return [icon for icon, tip in self.read if may_tell(tip, text) and not tells(tip, text)]

    @property
    def said(self) -> str:
        """What they said, in words."""
        if not self.read:
            return "they show no tips"
        told = ", ".join(repr(sentence(tip)) for _, tip in self.read[:_TOLD])
        more = len(self.read) - _TOLD
        return f"their tips say {told}{f' and {more} more' if more > 0 else ''}"


def by_tips(
    target: Locator, icons: Sequence[Icon], look: Look
) -> Generator[Decision, Look, tuple[Icon, Look]]:
    """The only icon that its tip names, with the pointer on it.

    Args:
        target: What is looked for.
        icons: All that are seen.
        look: The present one.

    Raises:
        NoTips: there are none.
        NotFound: no tip names one; the message says what they say.
        Ambiguous: several do.
    """
    tips, base, rested = Tips(target), look, None
    candidates = doubtful(look.scene, icons, target)[:MOST_TIPS]
    for one in candidates:
        if tips.silent >= WITHOUT:
            break
        if not tips.passes_over(one):
            tip, look = yield from _tip(one, base, look)
            rested = one
            tips.add(one, tip)
    try:
        found = tips.found()
    except NotFound as several:
        raise type(several)(f"{several}; {tips.said}") from None
    if found is None:
        raise (NotFound if tips.read or not candidates else NoTips)(tips.said if candidates else "")
    if found is not rested:
        tip, look = yield from _tip(found, base, look)
        if tip and not (
            is_name(tip, target.text) or tells(tip, target.text)
        ):  # the first was another's, late
            raise NotFound(f"its tip says {sentence(tip)!r} at the second look; {tips.said}")
    return found, look


def _tip(icon: Icon, base: Look, look: Look) -> Generator[Decision, Look, tuple[tuple[Line, ...], Look]]:
    """The tip that an icon shows while the pointer rests on it.

    Args:
        icon: The one.
        base: The look before any was rested on.
        look: The present one, perhaps with the tip of another.
    """
    earlier = (base, look)
    look = yield do(
        Move(point=icon.box.center), "I am not sure what this icon means; its tip may tell.", "an icon"
    )
    tip = tip_of(icon, earlier, look)
    for _ in range(_LOOKS):
        if tip:
            break
        look = yield wait(_LATE, "I wait for the icon's tip.")
        tip = tip_of(icon, earlier, look)
        if look.changed is None:
            break
    return tip, look
