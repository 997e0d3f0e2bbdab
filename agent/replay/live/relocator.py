"""Relocator: where a recorded target is now, by its pixels and its name; no answer rather than a guess."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from agent.replay.live.compare.entries.inserted import inserted_rows
from agent.replay.live.target import RecordedTarget, TargetPoint
from agent.replay.live.target_name import count_of, is_read, is_reworded, name_of, only_label, renamed
from agent.replay.live.values.choice import choice_of
from tools.geometry import Box, Point
from tools.locate.describe import resolve
from tools.locate.dimmed import Recorded, is_dim
from tools.locate.element import element_of, line_at
from tools.locate.errors import NotFound
from tools.ocrtext.same import same
from tools.relocate.ladder import relocate
from tools.relocate.result import Located, NotLocated
from tools.relocate.snapshot import snapshot_of

if TYPE_CHECKING:
    from agent.replay.live.values.choice import Choice
    from agent.replay.live.values.substitutions import Substitutions
    from tools.locate.describe import NamedElement
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene

_INSET = 6
"""Pixels inside a field's edge at which it is clicked where only its label can be made out."""


def choice_on(
    wanted: RecordedTarget, frame: Frame, parser: ScreenParser, substitutions: Substitutions
) -> Choice | None:
    """What a target that is called something else in this run is chosen from, if it is an entry of a list."""
    if not is_reworded(wanted, parser, substitutions):
        return None
    return choice_of(wanted, frame, parser, substitutions)


def find_target(
    wanted: RecordedTarget, frame: Frame, parser: ScreenParser, substitutions: Substitutions
) -> TargetPoint | NotLocated:
    """Where a recorded target is on this frame.

    Args:
        wanted: The target.
        frame: Where to look.
        parser: Reads frames.
        substitutions: From recorded texts to those of this run.
    """
    then = parser.read(wanted.frame)
    name = name_of(then, wanted.point, wanted.sentence)
    if is_reworded(wanted, parser, substitutions):
        return _find_reworded(wanted, name, frame, parser, substitutions)
    if name and (several := _more_often(name, then, parser.read(frame), wanted.point)):
        return several
    found = relocate(snapshot_of(wanted.frame, wanted.point, parser), frame, parser)
    if isinstance(found, Located):
        return _checked_by_name(found, name, frame, parser)
    if name is None or _is_final(found, name):
        return found
    if not is_read(name, parser.read(frame)):
        return _without_its_name(found, name, parser.read(frame))
    return _find_by_name(wanted, name, name, frame, parser)


def _is_final(found: NotLocated, name: NamedElement) -> bool:
    """Whether no name is tried. Of fields and boxes it is: they look alike, and stand by their label."""
    return found.why == "disabled" or (found.why == "several" and name.role == "text")


def _without_its_name(found: NotLocated, name: NamedElement, scene: Scene) -> NotLocated:
    """What is said of a target whose name is not read either: of a field, which bears none, its label."""
    if name.locator.text in found.message:
        return found
    try:
        resolve(scene, name)
    except NotFound as reason:
        return replace(found, message=f"{found.message}; {reason}")
    return found


def _find_reworded(
    wanted: RecordedTarget,
    name: NamedElement | None,
    frame: Frame,
    parser: ScreenParser,
    substitutions: Substitutions,
) -> TargetPoint | NotLocated:
    """Where what is called something else in this run is: in the list it was chosen from, or by its name."""
    choice = choice_of(wanted, frame, parser, substitutions)
    if choice is not None:
        return _chosen(choice, wanted, frame, parser)
    name_now = renamed(name, substitutions) if name else None
    if name is None or name_now is None or name_now == name:
        said = substitutions.spoken(wanted.sentence)
        return NotLocated(
            "absent", f"what was recorded has no name that leads to it with other values: {said}"
        )
    found = _find_by_name(wanted, name, name_now, frame, parser)
    if isinstance(found, NotLocated) or name_now.locator.text == name.locator.text:
        return found
    return replace(found, chosen=(name.locator.text, name_now.locator.text), stands=True)


def _chosen(
    choice: Choice, wanted: RecordedTarget, frame: Frame, parser: ScreenParser
) -> TargetPoint | NotLocated:
    """The entry of a list, unless it is greyed out."""
    entry = choice.find(frame, parser)
    if isinstance(entry, NotLocated):
        return entry
    then, now = parser.read(wanted.frame), parser.read(frame)
    was = line_at(then, wanted.point)
    if was and _ground(then, was) == _ground(now, entry) and is_dim(now, entry.box, Recorded(then, was.box)):
        return NotLocated("disabled", f'"{choice.text}" is greyed out')
    how = f'by its text in the list, "{choice.text}"'
    chosen, stands = (choice.old, choice.text), choice.before is None
    return TargetPoint(entry.box.center, how, chosen=chosen, stands=stands)


def _ground(scene: Scene, line: Line) -> int:
    """What a text stands on, 0 to 255: a row that is lit up has another one, and another contrast."""
    return int(np.median(scene.frame.gray[line.box.slices]))


def _more_often(name: NamedElement, then: Scene, now: Scene, target: Point) -> NotLocated | None:
    """A stop where a label is on the screen more often than it was: there may be a second target.

    In a table of which all rows are as they were, and some have come in, each of these may have it.
    """
    before, count, text = count_of(then, name), count_of(now, name), name.locator.text
    if count <= before:
        return None
    come_in = [line for row in inserted_rows(then, now, target) for line in row]
    if count - before <= sum(same(line.text, text) for line in come_in):
        return None
    return NotLocated("several", f'"{text}" stands {count} times on the screen, and did {before} times')


def _checked_by_name(
    found: Located, name: NamedElement | None, frame: Frame, parser: ScreenParser
) -> TargetPoint | NotLocated:
    """The place that was found by its pixels, if the name does not lead elsewhere."""
    target = TargetPoint(found.point, found.rung)
    if name is None or found.rung == "same place":
        return target
    scene = parser.read(frame)
    try:
        box = resolve(scene, name)
    except NotFound as reason:
        is_only = count_of(scene, name) <= 1
        return target if is_only else NotLocated("several", f"it looks right, but {reason}")
    if box.grow(box.height // 2).contains(found.point) or _are_in_one_field(scene, found.point, box.center):
        return target
    return NotLocated(
        "several",
        f"it could be at ({found.point.x}, {found.point.y}), where it looks the same, or at "
        f"({box.center.x}, {box.center.y}), where {name.locator} is",
    )


def _are_in_one_field(scene: Scene, one: Point, other: Point) -> bool:
    """Whether two places lie in one field, as its middle and the placeholder in it do; a list has entries."""
    return any(
        widget.is_field
        and widget.box.contains(one)
        and widget.box.contains(other)
        and len(scene.lines_in(widget.box)) == 1
        for widget in scene.widgets
    )


def _find_by_name(
    wanted: RecordedTarget, was_named: NamedElement, name: NamedElement, frame: Frame, parser: ScreenParser
) -> TargetPoint | NotLocated:
    """Where the name leads on this frame.

    Args:
        wanted: The target.
        was_named: Its name when it was recorded.
        name: Its name now.
        frame: Where to look.
        parser: Reads frames.
    """
    then, now = parser.read(wanted.frame), parser.read(frame)
    was = resolve(then, was_named)
    try:
        box = resolve(now, name)
    except NotFound as reason:
        return _beside_label(name, then, now, was) or NotLocated("absent", str(reason))
    if _is_dim(now, box, then, was):
        return NotLocated("disabled", f"{name.locator} is greyed out")
    return TargetPoint(_same_part(wanted.point, was, box), f"by its name, {name.locator}")


def _beside_label(name: NamedElement, then: Scene, now: Scene, was: Box) -> TargetPoint | None:
    """An empty field that can't be made out in this theme, as far from its only label as it was."""
    old, new = only_label(then, name), only_label(now, name)
    if name.role != "field" or name.locator.qualifiers or old is None or new is None:
        return None
    if not old.same_row(was) or was.left < old.right:
        return None
    scale = new.height / old.height
    inset = max(_INSET, was.height // 2)
    point = Point(new.right + round(scale * (was.left - old.right + inset)), new.center.y)
    around = Box.around(point, _INSET)
    if around.clip(now.frame.size) != around or np.ptp(now.frame.gray[around.slices]):
        return None
    return TargetPoint(point, f'beside its label, "{name.locator.text}"')


def _is_dim(now: Scene, box: Box, then: Scene, was: Box) -> bool:
    """Whether the texts of an element have been greyed out since it was recorded.

    Args:
        now: The screen now.
        box: The element's on it.
        then: The recorded screen.
        was: The element's box on that.
    """
    pairs = list(zip(_texts(now, box), _texts(then, was), strict=False))
    return bool(pairs) and all(is_dim(now, new.box, Recorded(then, old.box)) for new, old in pairs)


def _texts(scene: Scene, box: Box) -> tuple[Line, ...]:
    """The text that an element is called after, or else those that stand in its box."""
    widget = scene.widget_at(box.center)
    if widget is None or widget.box != box:
        return scene.lines_in(box)
    label = element_of(scene, widget).labelled_by
    return scene.lines_in(box) if label is None else (label,)


def _same_part(point: Point, was: Box, box: Box) -> Point:
    """The pixel of a box that lies in it as the point lay in the recorded box, or else its middle."""
    inside = was.carry(point, box)
    return inside if box.contains(inside) else box.center
