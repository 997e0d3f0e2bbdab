"""Name of a recorded target, and how often a screen shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tools.locate.describe import leads_to, named_at, resolve
from tools.locate.element import line_at
from tools.locate.errors import NotFound
from tools.locate.find import spots_of
from tools.locate.locator import Locator
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.replay.live.target import RecordedTarget
    from agent.replay.live.values.substitutions import Substitutions
    from tools.geometry import Box, Point
    from tools.locate.describe import NamedElement
    from tools.see.parser import ScreenParser
    from tools.see.scene import Scene


def name_of(scene: Scene, point: Point, sentence: str) -> NamedElement | None:
    """What lies under a point is called: as the recording's own words spell it, if those lead to it too.

    Args:
        scene: The recorded screen.
        point: On it, in frame pixels.
        sentence: What the recording says of the action.
    """
    name = named_at(scene, point)
    if name is None:
        return None
    for locator in _spelt(name, sentence):
        spelt = replace(name, locator=locator)
        if leads_to(scene, spelt, resolve(scene, name)):
            return spelt
    return name


def _spelt(name: NamedElement, sentence: str) -> Iterator[Locator]:
    """The locators that the words of a recording may mean: in the row that they name, or with that text."""
    for text, row in re.findall(r'"([^"]+)" in row "([^"]+)"', sentence):
        yield Locator(text, qualifiers=(("in row", Locator(row)),))
    for text in re.findall(r'"([^"]+)"', sentence):
        yield replace(name.locator, text=text)


def is_reworded(wanted: RecordedTarget, parser: ScreenParser, substitutions: Substitutions) -> bool:
    """Whether a target is called something else in this run, so that the recorded place proves nothing."""
    if not substitutions.changes:
        return False
    if substitutions.reworded(wanted.sentence):
        return True
    then = parser.read(wanted.frame)
    line, name = line_at(then, wanted.point), name_of(then, wanted.point, wanted.sentence)
    is_renamed = name is not None and renamed(name, substitutions) != name
    return is_renamed or (line is not None and substitutions.rewrites(line.text))


def renamed(name: NamedElement, substitutions: Substitutions) -> NamedElement:
    """The name with this run's texts."""
    return replace(name, locator=_with_texts_of_now(name.locator, substitutions))


def _with_texts_of_now(locator: Locator, substitutions: Substitutions) -> Locator:
    qualifiers = tuple(
        (relation, _with_texts_of_now(other, substitutions)) for relation, other in locator.qualifiers
    )
    return replace(locator, text=substitutions.now(locator.text), qualifiers=qualifiers)


def is_read(name: NamedElement, scene: Scene) -> bool:
    """Whether the very text is read, and not only one that may be a slip of the recogniser."""
    return any(same(name.locator.text, line.text) for line in scene.lines)


def count_of(scene: Scene, name: NamedElement) -> int:
    """How many places say what the name says."""
    try:
        return len(spots_of(scene, name.locator.text))
    except NotFound:  # unlike readings
        return 2


def only_label(scene: Scene, name: NamedElement) -> Box | None:
    """Where the label stands, if only one line says just that."""
    lines = [line.box for line in scene.lines if same(name.locator.text, line.text)]
    return lines[0] if len(lines) == 1 else None
