"""Icons that a locator leads to: by the words under one, or by what it shows. Strict, as `tools.locate.find`.

What an icon shows is only a likelihood. Where none is sure, or several may be meant, `doubtful` tells whose
tips are worth a look (`tools.locate.tips`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.candidates.front import in_front
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.find import choose, qualified
from tools.locate.layout.windows import in_top_window
from tools.ocrtext.same import same
from tools.see.icons.icon import concepts_called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.see.icons.icon import Icon
    from tools.see.scene import Line, Scene

SURE, RIVAL = 0.95, 0.1
"""How likely an icon shows what is named, at least; and another one that makes the answer unsure."""
ALONE, FAINT = 0.94, 0.05
"""The same where no tip can tell.

By icon sets held back from training: of 20,000 icons that are asked for among like ones 22 % are found the
first way and 20 % the second; in 2.5 and 3.5 of 10,000 cases it is another one, and in 23 of 10,000 where the
right one is not there.
"""
LIKELY = 0.3
"""How likely an icon shows what is named for its look to speak for it, at least."""
CLOSE = 1.2
"""Heights of a caption between it and its icon, at most."""
_INTO = 2
"""Pixels by which a caption's box may reach into its icon's."""
_TOLD = 6
"""Icons that are told of where none is found."""
LETTERED = 0.9
"""Score of the recogniser from which on a letter is one, and likely no icon."""
KNOWN = 0.9
"""How likely an icon shows something from which on it is hardly called otherwise."""
BAR = 3
"""Others in a row or column with an icon of a tool bar, at least."""
SHARED = {"menu": ("justify", "list view")}
"""Concepts that have one drawing, here three bars: which is meant, what stands beside it tells."""
COMPANIONS = frozenset(("align left", "align center", "align right", "grid view"))
"""What one of the others would have beside it: a choice of alignments or of views."""
HALF = 0.5
"""How likely an icon shows a concept itself, at least, of those that share its drawing; and a companion.

On 243 screens, 228 stills of the exam and 15 programs, nothing but three bars is a menu for so much.
"""
_LIKE, _ALIGNED = 1.6, 0.5
"""Times as high as another one in its row, at most; and by which part of its height their middles differ."""


def find_icon(scene: Scene, icons: Sequence[Icon], locator: Locator, *, tipless: bool = False) -> Icon:
    """The only icon that a locator leads to.

    Args:
        scene: The screen.
        icons: All that are seen on it.
        locator: Which one.
        tipless: Whether no tip can tell what the icons do: what looks alone like it is taken sooner.

    Raises:
        NotFound: none is sure to show it, or it is not where the locator says.
        Ambiguous: several may.
    """
    captioned = [icon for icon in icons if any(_is_caption(line, icon, locator.text) for line in scene.lines)]
    if captioned:
        return _only(scene, captioned, locator)
    may, least = (FAINT, ALONE) if tipless and locator.ordinal is None else (RIVAL, SURE)
    likely = [icon for icon in icons if icon.score(locator.text) >= may]
    if not any(_sureness(icon, icons, locator.text) >= least for icon in likely):
        raise NotFound(f"no icon is sure to show {locator.text!r}: {_seen(icons, locator.text)}")
    found = _only(scene, likely, locator)
    if _sureness(found, icons, locator.text) < least:
        raise Ambiguous(
            f"the icon at ({found.box.center.x}, {found.box.center.y}) may not show {locator.text!r}"
        )
    return found


def doubtful(scene: Scene, icons: Sequence[Icon], locator: Locator) -> list[Icon]:
    """The icons that may be meant where none is sure, the likeliest first; those alone that a locator allows.

    Of those that nothing speaks for, letters come last, and before them what is known to show something else;
    icons of a tool bar come first.

    Raises:
        NotFound: what a qualifier names is not there.
    """
    allowed = _allowed(scene, icons, locator) if icons else []
    letters = [line.box for line in scene.lines if line.score >= LETTERED and line.text.isalpha()]

    def order(icon: Icon) -> tuple[float, bool, bool, bool]:
        is_letter = any(box.contains(icon.box.center) for box in letters)
        return -icon.score(locator.text), is_letter, icon.best[1] >= KNOWN, not _is_in_bar(icon, allowed)

    return sorted(allowed, key=order)


def _sureness(icon: Icon, icons: Sequence[Icon], word: str) -> float:
    """How likely an icon shows what a word means; with all that shares its drawing, where none of it fits in.

    That is its part of what the icon is likely to show at all.
    """
    sure = icon.sureness(word)
    shared = {other for name in concepts_called(word) for other in SHARED.get(name, ())}
    if sure < HALF or not shared or any(one.best[0] in COMPANIONS and one.best[1] >= HALF for one in icons):
        return sure
    return (sure + sum(icon.likely.get(name, 0.0) for name in shared)) / sum(icon.likely.values())


def _is_in_bar(icon: Icon, icons: Sequence[Icon]) -> bool:
    """Whether others of its size stand in one row or one column with it."""
    across, down = icon.box.center
    like = [one for one in icons if one is not icon and _is_like(one.box, icon.box)]
    near = _ALIGNED * max(icon.box.width, icon.box.height)
    row = sum(abs(one.box.center.y - down) <= near for one in like)
    column = sum(abs(one.box.center.x - across) <= near for one in like)
    return max(row, column) >= BAR


def _is_like(one: Box, other: Box) -> bool:
    small, large = sorted(max(box.width, box.height) for box in (one, other))
    return large <= _LIKE * small


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


def _seen(icons: Sequence[Icon], text: str) -> str:
    """What is seen, the likeliest to be meant first."""
    ranked = sorted(icons, key=lambda icon: (-icon.score(text), -icon.best[1]))
    told = [f'"{icon.best[0]}" ({icon.best[1]:.0%})' for icon in ranked if icon.best[0]][:_TOLD]
    return f"I see {', '.join(told)}" if told else "I see none that I know"
