"""Choice: an entry that was clicked in a list, and has another text in this run.

It is looked for only in its list: in what the act before brought up, or in the list that always stands there.
The same word elsewhere on the screen is not it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import changes
from agent.replay.live.values.substitutions import quotes
from tools.locate.areas.crop import scene_in
from tools.locate.areas.entries import find_entry
from tools.locate.element import element_at, line_at
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.layout.rows import row_text
from tools.locate.look import Look
from tools.ocrtext.may_be import may_be
from tools.relocate.result import NotLocated

if TYPE_CHECKING:
    from agent.replay.live.target import RecordedTarget
    from agent.replay.live.values.substitutions import Substitutions
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry to be clicked."""

    old: str
    """Its text in the recording."""
    text: str
    """As it is in this run."""
    areas: tuple[Box, ...]
    """Where its list is, in this run's frame pixels."""
    before: Scene | None = None
    """The screen before the list opened; None: it always stands there."""

    def find(self, frame: Frame, parser: ScreenParser) -> Line | NotLocated:
        """The entry, if the list shows it."""
        listed = self._listed(Look(frame, parser))
        if not listed.lines:
            return NotLocated("absent", f'no list is open in which "{self.text}" could be')
        try:
            return find_entry(listed, self.text)
        except Ambiguous as reason:
            return NotLocated("several", f"{reason} (in the list that was opened)")
        except NotFound as reason:
            return NotLocated("absent", f"{reason} (in the list that was opened)")

    def _listed(self, look: Look) -> Scene:
        """What stands in the list, without what stood there before it opened."""
        lines = {line: None for area in self.areas for line in scene_in(look, area).lines}
        new = tuple(line for line in lines if not self._stood_before(line))
        return replace(look.scene, lines=new, widgets=())

    def _stood_before(self, line: Line) -> bool:
        return self.before is not None and any(
            old.text == line.text and old.box.contains(line.box.center) for old in self.before.lines
        )


def choice_of(
    wanted: RecordedTarget, frame: Frame, parser: ScreenParser, substitutions: Substitutions
) -> Choice | None:
    """The choice that a recorded click was; None where it was none, or has the same text in this run.

    Args:
        wanted: What was clicked.
        frame: The screen now.
        parser: Reads frames.
        substitutions: From recorded texts to those of this run.
    """
    area = wanted.brought_up_at(wanted.point)
    if area is not None and wanted.now is not None:
        listed = scene_in(Look(wanted.frame, parser), area)
        text = _entry(listed, wanted)
        if text is None or not substitutions.rewrites(text):
            return None
        areas = tuple(changes(wanted.now, frame)) if wanted.now.size == frame.size else ()
        return Choice(text, substitutions.now(text), areas, parser.read(wanted.now))
    return _standing(wanted, frame, parser, substitutions)


def _standing(
    wanted: RecordedTarget, frame: Frame, parser: ScreenParser, substitutions: Substitutions
) -> Choice | None:
    """A choice in a list that always stands there, if it stands where it did."""
    then = parser.read(wanted.frame)
    element = element_at(then, wanted.point)
    text = _entry(then, wanted)
    if not element.is_choice or element.widget is None or text is None or not substitutions.rewrites(text):
        return None
    was = element.widget.box
    boxes = [widget.box for widget in parser.read(frame).widgets if widget.is_field]
    area = next((box for box in boxes if box.overlap(was).area * 2 > max(box.area, was.area)), None)
    return None if area is None else Choice(text, substitutions.now(text), (area,))


def _entry(scene: Scene, wanted: RecordedTarget) -> str | None:
    """The text of the entry that was clicked, as the recording spells it."""
    line = line_at(scene, wanted.point) or row_text(scene, wanted.point)
    if line is None:
        return None
    return next((quote for quote in quotes(wanted.sentence) if may_be(quote, line.text)), line.text)
