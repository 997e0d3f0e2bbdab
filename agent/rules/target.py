"""Target: what an action of the mouse would land on, as the eye reads it in a frame."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.rules.wording import best, fits_text
from tools.geometry import Box
from tools.locate.describe import named_at
from tools.locate.element import element_at, line_at
from tools.locate.icons import ALONE, CLOSE, KNOWN, RIVAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from agent.rules.wording import Fits
    from tools.geometry import Point
    from tools.locate.element import Element
    from tools.see.icons.icon import Icon
    from tools.see.scene import Line, Scene

    NameIcons = Callable[[Scene], Sequence[Icon]]

_REACH = 2
"""Heights of a text beside a spot or an icon whose caption it may be, at most."""
_NEAR = 3
"""Pixels by which a click may miss an icon."""
_DOUBTFUL, _SURE, _FEW = 0.8, 0.9, 4
"""Scores of the recogniser: below the first a text may be none, below the second one of few signs."""


@dataclass(frozen=True, slots=True)
class Target:
    """What lies under a point."""

    name: str
    """As a person says it; "" where it has none."""
    lines: tuple[Line, ...]
    """The texts that it is called after, and those that stand in it."""
    beside: tuple[Line, ...] = ()
    """Texts that may be its caption."""
    icon: Icon | None = None
    is_unreadable: bool = False
    """Whether it shows something that could be a caption, and nobody can tell which."""
    box: Box = field(kw_only=True)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All that was looked at to know it, in frame pixels."""
        icons = () if self.icon is None else (self.icon.box,)
        return (self.box, *icons, *(line.box for line in (*self.lines, *self.beside)))

    def fits(self, wanted: str) -> Fits:
        """Whether a rule's words are about it."""
        found = [fits_text(wanted, text) for text in self._texts()]
        if any(fits_text(wanted, line.text) != "no" for line in self.beside) or self.is_unreadable:
            found.append("maybe")
        if self.icon is not None and (score := self.icon.score(wanted)) >= RIVAL:
            found.append("yes" if score >= ALONE else "maybe")
        return best(found)

    def _texts(self) -> Iterator[str]:
        yield from (line.text for line in self.lines)
        if len(self.lines) > 1:  # a caption over several lines
            yield " ".join(line.text for line in self.lines)


def target_at(scene: Scene, point: Point, name_icons: NameIcons) -> Target:
    """What lies under a point of a scene."""
    element = element_at(scene, point)
    under = line_at(scene, point)
    lines = tuple(dict.fromkeys([*element.texts, *([under] if under else [])]))
    icon = _icon_at(name_icons(scene), point)
    beside = (
        () if any(map(_is_sure, lines)) else tuple(_beside(scene, icon.box if icon else Box(*point, 1, 1)))
    )
    named = named_at(scene, point)
    return Target(
        name=str(named.locator) if named else element.label or " ".join(line.text for line in lines),
        lines=lines,
        beside=beside,
        icon=icon,
        is_unreadable=_is_unreadable(scene, element, lines, icon, point),
        box=element.box,
    )


def _icon_at(icons: Sequence[Icon], point: Point) -> Icon | None:
    near = [icon for icon in icons if icon.box.grow(_NEAR).contains(point)]
    return min(near, key=lambda icon: icon.box.area, default=None)


def _beside(scene: Scene, spot: Box) -> Iterator[Line]:
    """Texts in one row with a spot, and those right under it."""
    for line in scene.lines:
        height = line.box.height
        in_row = abs(line.box.center.y - spot.center.y) <= max(height, spot.height) / 2 + _NEAR
        under = 0 <= line.box.top - spot.bottom <= CLOSE * height and line.box.gap_across(spot) == 0
        if (in_row and line.box.gap_across(spot) <= _REACH * height) or under:
            yield line


def _is_unreadable(
    scene: Scene, element: Element, lines: Sequence[Line], icon: Icon | None, point: Point
) -> bool:
    if any(line.box.grow(_NEAR).contains(point) for line in scene.unread) and not _is_known(icon):
        return True
    if any(map(_is_sure, lines)):
        return False
    if icon is not None:
        return not _is_known(icon)
    return bool(lines) or element.kind == "button"


def _is_sure(line: Line) -> bool:
    """Whether a text is one, and no icon that was read as letters."""
    return line.score >= (_SURE if len(line.text) <= _FEW else _DOUBTFUL)


def _is_known(icon: Icon | None) -> bool:
    return icon is not None and icon.best[1] >= KNOWN
