"""Where a recorded target is now: by its pixels, then by its name. No answer rather than a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from agent.models.reader.spoken import spoken
from tools.geometry import Box, Point
from tools.locate.describe import NamedElement, leads_to, named_at, resolve
from tools.locate.errors import NotFound
from tools.locate.find import spots_of
from tools.locate.look import Look
from tools.ocrtext.same import is_same
from tools.relocate.ladder import relocate
from tools.relocate.result import Located, NotLocated
from tools.relocate.snapshot import snapshot_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.replay.live.substitutions import Substitutions
    from tools.locate.locator import Locator as Named
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene

_INSET = 6
"""Pixels inside a field's edge at which it is clicked where only its label can be made out."""
_LABEL_REACH = 160
"""Pixels from a field within which its label stands."""
_FINAL = ("several", "disabled")
"""What the pixels say of a target and no name can mend."""


@dataclass(frozen=True, slots=True)
class TargetPoint:
    """Where the next action takes hold."""

    point: Point
    """In the new frame's pixels."""
    how: str
    """How it was found, for a person."""
    healed: bool = False
    """Whether the target may have another text than the recorded one."""


class Relocator:
    """What was clicked on a recorded frame.

    Args:
        frame: The frame that the click was decided on.
        point: The place on it.
        parser: Reads frames.
        substitutions: From recorded texts to those of this run.
        said: What the recording says of the click; a name in quotes there is spelt as a person spells it.
    """

    def __init__(
        self, frame: Frame, point: Point, parser: ScreenParser, substitutions: Substitutions, said: str = ""
    ) -> None:
        self._frame, self._point, self._parser, self._substitutions = frame, point, parser, substitutions
        self._said = said

    def find(self, frame: Frame) -> TargetPoint | NotLocated:
        """Where it is on this frame."""
        name = self._name
        if self._substitutions.changes and name and self._renamed(name) != name:
            return self._by_name(name, frame)
        more = self._more_often(name, frame) if name else None
        if more:
            return NotLocated("several", more)
        found = relocate(snapshot_of(self._frame, self._point, self._parser), frame, self._parser)
        if isinstance(found, Located):
            return self._agreed(found, frame)
        if name is None or found.why in _FINAL or not self._is_read(name, frame):
            return found
        return self._by_name(name, frame)

    def _more_often(self, name: NamedElement, frame: Frame) -> str | None:
        """What to say of a label that the screen shows more often than it did: there may be a second one."""
        was, now = (_places(self._parser.read(one), name) for one in (self._frame, frame))
        if now <= was:
            return None
        return f'"{name.locator.text}" stands {now} times on the screen, and did {was} times'

    @cached_property
    def _name(self) -> NamedElement | None:
        """What it is called: as it is spelt in the recording's own words, if those lead to it too."""
        scene = self._parser.read(self._frame)
        name = named_at(scene, self._point)
        if name is None:
            return None
        for quoted in re.findall(r'"([^"]+)"', self._said):
            spelt = replace(name, locator=replace(name.locator, text=quoted))
            if leads_to(scene, spelt, resolve(scene, name)):
                return spelt
        return name

    def _is_read(self, name: NamedElement, frame: Frame) -> bool:
        """Whether the very text is read, and not only one that may be a slip of the recogniser."""
        return any(is_same(name.locator.text, line.text) for line in self._parser.read(frame).lines)

    def _agreed(self, found: Located, frame: Frame) -> TargetPoint | NotLocated:
        """What the pixels found, if the name does not lead elsewhere."""
        at, name = TargetPoint(found.point, found.rung), self._name
        if name is None:
            return at
        if found.rung == "same place":
            return at
        scene = self._parser.read(frame)
        try:
            box = resolve(scene, name)
        except NotFound as missing:
            return (
                at if _places(scene, name) <= 1 else NotLocated("several", f"it looks right, but {missing}")
            )
        if box.grow(box.height // 2).contains(found.point):
            return at
        return NotLocated(
            "several",
            f"it could be at ({found.point.x}, {found.point.y}), where it looks the same, or at "
            f"({box.center.x}, {box.center.y}), where {spoken(name)} is",
        )

    def _by_name(self, name: NamedElement, frame: Frame) -> TargetPoint | NotLocated:
        was = resolve(self._parser.read(self._frame), name)
        name = self._renamed(name)
        scene = self._parser.read(frame)
        try:
            box = resolve(scene, name)
        except NotFound as missing:
            return self._beside_label(name, scene, was) or NotLocated("absent", str(missing))
        now, then = Look(frame, self._parser), Look(self._frame, self._parser)
        if _is_dim(now, box, name) and not _is_dim(then, was, name):
            return NotLocated("disabled", f"{spoken(name)} is greyed out")
        return TargetPoint(_same_part(self._point, was, box), f"by its name, {spoken(name)}")

    def _beside_label(self, name: NamedElement, scene: Scene, was: Box) -> TargetPoint | None:
        """An empty field that can't be made out in this theme, as far from its only label as it was."""
        old, new = (_only_label(one, name) for one in (self._parser.read(self._frame), scene))
        if name.role != "field" or name.locator.qualifiers or old is None or new is None:
            return None
        if not old.same_row(was) or was.left < old.right:
            return None
        scale = new.height / old.height
        inset = max(_INSET, was.height // 2)
        point = Point(new.right + round(scale * (was.left - old.right + inset)), new.center.y)
        around = Box.around(point, _INSET)
        if around.clip(scene.frame.size) != around or np.ptp(scene.frame.gray[around.slices]):
            return None
        return TargetPoint(point, f'beside its label, "{name.locator.text}"')

    def _renamed(self, name: NamedElement) -> NamedElement:
        return replace(name, locator=_reworded(name.locator, self._substitutions))


def _reworded(target: Named, substitutions: Substitutions) -> Named:
    qualifiers = tuple((relation, _reworded(other, substitutions)) for relation, other in target.qualifiers)
    return replace(target, text=substitutions.now(target.text), qualifiers=qualifiers)


def _places(scene: Scene, name: NamedElement) -> int:
    """How many places say what the name says."""
    try:
        return len(spots_of(scene, name.locator.text))
    except NotFound:  # unlike readings
        return 2


def _only_label(scene: Scene, name: NamedElement) -> Box | None:
    """Where the label stands, if only one line says just that."""
    lines = [line.box for line in scene.lines if line.text.strip() == name.locator.text.strip()]
    return lines[0] if len(lines) == 1 else None


def _is_dim(look: Look, box: Box, name: NamedElement) -> bool:
    """Whether what is written in a box, or a field's label outside of it, is greyed out."""
    lines: Sequence[Line] = look.scene.lines_in(box)
    if name.role == "field":
        labels = [line for line in look.scene.lines if is_same(name.locator.text, line.text)]
        near = sorted((line.box.gap(box), place) for place, line in enumerate(labels))
        lines = [labels[place] for gap, place in near[:1] if gap <= _LABEL_REACH] or lines
    return bool(lines) and all(look.is_dim(line) for line in lines)


def _same_part(point: Point, was: Box, box: Box) -> Point:
    """The pixel of a box that lies in it as the point lay in the recorded box, or else its middle."""
    inside = was.carry(point, box)
    return inside if box.contains(inside) else box.center
