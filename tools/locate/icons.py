"""Icons that a locator leads to: by the words under one, or by what it shows. Strict, as `tools.locate.find`.

What an icon shows is only a likelihood. Where none is sure, or several may be meant, `doubtful` tells whose
tips are worth a look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.locate.candidates.front import in_front
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.find import choose, qualified
from tools.locate.layout.windows import in_top_window
from tools.observation import bounds, differing
from tools.ocrtext.caption import is_shortcut
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Point
    from tools.locate.locator import Locator
    from tools.see.icons.icon import Icon
    from tools.see.scene import Line, Scene

SURE = 0.97
"""How likely an icon shows what is named, at least.

By icon sets held back from the training .9 was to be 98 % right; on desktop themes that was 96 %, this 98 %.
"""
RIVAL = 0.3
"""How likely another does that makes the answer unsure, at least."""
CLOSE = 1.2
"""Heights of a caption between it and its icon, at most."""
_INTO = 2
"""Pixels by which a caption's box may reach into its icon's."""
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]$")
_TOLD = 6
"""Icons that are told of where none is found."""
CERTAIN = 0.8
"""Score of the recogniser that a tip has, at least."""
PAINTED = 0.7
"""Share of a tip's width that has changed when it comes, at least."""
TIP_AWAY, TIP_BESIDE = 5, 3
"""Heights of its text that a tip is below or above the pointer, and beside it, at most."""


def find_icon(scene: Scene, icons: Sequence[Icon], locator: Locator) -> Icon:
    """The only icon that a locator leads to.

    Raises:
        NotFound: none is sure to show it, or it is not where the locator says.
        Ambiguous: several may.
    """
    captioned = [icon for icon in icons if any(_is_caption(line, icon, locator.text) for line in scene.lines)]
    if captioned:
        return _only(scene, captioned, locator)
    likely = [icon for icon in icons if icon.score(locator.text) >= RIVAL]
    if not any(icon.score(locator.text) >= SURE for icon in likely):
        raise NotFound(f"no icon is sure to show {locator.text!r}: {_seen(icons, locator.text)}")
    found = _only(scene, likely, locator)
    if found.score(locator.text) < SURE:
        raise Ambiguous(
            f"the icon at ({found.box.center.x}, {found.box.center.y}) may not show {locator.text!r}"
        )
    return found


def doubtful(scene: Scene, icons: Sequence[Icon], locator: Locator) -> list[Icon]:
    """The icons that may be meant where none is sure, the likeliest first; those alone that a locator allows.

    Raises:
        NotFound: what a qualifier names is not there.
    """
    allowed = _allowed(scene, icons, locator) if icons else []
    return sorted(allowed, key=lambda icon: (-icon.score(locator.text), icon.best[1]))


def tip_of(icon: Icon, before: Scene, now: Scene) -> tuple[Line, ...]:
    """What came up by an icon under the pointer since an earlier look: the lines of a tip, top to bottom.

    An icon that lights up may be read as a text too, and so may its neighbours, which did not change: what
    lies on it, or is painted as it was, or is read in doubt, is no tip.
    """
    fresh = [line for line in now.lines if line.score >= CERTAIN and _is_new(line, before, now)]
    own = icon.box.grow(_INTO)
    return tuple(line for line in fresh if _is_near(line, icon.box.center) and not line.box.meets(own))


def tip_names(lines: Sequence[Line], text: str) -> bool:
    """Whether a tip's first line is the name, but for a shortcut behind it, also in brackets."""
    if not lines:
        return False
    said = lines[0].text
    keys = _IN_BRACKETS.search(said)
    return same(said[: keys.start()] if keys is not None and is_shortcut(keys[1]) else said, text)


def _only(scene: Scene, icons: Sequence[Icon], locator: Locator) -> Icon:
    kept = _allowed(scene, icons, locator)
    if locator.ordinal is None:
        kept = [kept[index] for index in in_top_window(scene, [icon.box for icon in kept])] or kept
    return kept[choose(locator, [icon.box for icon in kept])]


def _allowed(scene: Scene, icons: Sequence[Icon], locator: Locator) -> list[Icon]:
    """The icons that fit a locator's qualifiers, and lie in front."""
    kept = [icons[index] for index in qualified(scene, locator, [icon.box for icon in icons])]
    return [kept[index] for index in in_front(scene, locator, [icon.box for icon in kept])]


def _is_caption(line: Line, icon: Icon, text: str) -> bool:
    """Whether a text is the name, and stands right under an icon, in its middle."""
    gap, aside = line.box.top - icon.box.bottom, abs(line.box.center.x - icon.box.center.x)
    under = -_INTO <= gap <= CLOSE * line.box.height and 2 * aside <= max(icon.box.width, line.box.height)
    return under and same(line.text, text)


def _is_near(line: Line, pointer: Point) -> bool:
    height = line.box.height
    down = max(line.box.top - pointer.y, pointer.y - line.box.bottom, 0)
    across = max(line.box.left - pointer.x, pointer.x - line.box.right, 0)
    return down <= TIP_AWAY * height and across <= TIP_BESIDE * height


def _is_new(line: Line, before: Scene, now: Scene) -> bool:
    """Whether a text was painted since, from end to end, and did not stand there before."""
    if before.frame.size != now.frame.size:
        return False
    if any(other.text == line.text and other.box.meets(line.box) for other in before.lines):
        return False
    part = bounds(differing(before.frame, now.frame, line.box.clip(now.frame.size)))
    return part is not None and part.width >= PAINTED * line.box.width


def _seen(icons: Sequence[Icon], text: str) -> str:
    """What is seen, the likeliest to be meant first."""
    ranked = sorted(icons, key=lambda icon: (-icon.score(text), -icon.best[1]))
    told = [f'"{icon.best[0]}" ({icon.best[1]:.0%})' for icon in ranked if icon.best[0]][:_TOLD]
    return f"I see {', '.join(told)}" if told else "I see none that I know"
