"""Whether the widget that the last act went into shows what it showed when it was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.spoken import spoken
from agent.recording.trajectory import last_click
from agent.replay.live.frame_diff import differences, touches
from agent.replay.live.texts import is_shown
from agent.task.variables import SECRET
from tools.action import Click, Type
from tools.geometry import Box
from tools.locate.contents import holds, reads_as
from tools.locate.describe import named_at, resolve
from tools.locate.errors import NotFound
from tools.locate.find import widget_around
from tools.locate.look import Look
from tools.ocrtext.within import contains
from tools.settling.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.trajectory import RecordedAction
    from agent.replay.live.substitutions import Substitutions
    from tools.geometry import Point
    from tools.locate.describe import NamedElement
    from tools.observation import Frame
    from tools.see.cache import SceneCache
    from tools.see.scene import Line, Widget

_RING = 4
"""Pixels around a field that show whether it has the focus."""


class Widgets:
    """Compares fields, indicators and choices of a live run's screens with a recording's.

    Args:
        trajectory: What was recorded.
        scenes: Reads frames.
        substitutions: From recorded texts to those of this run.
    """

    def __init__(
        self, trajectory: Sequence[RecordedAction], scenes: SceneCache, substitutions: Substitutions
    ) -> None:
        self._trajectory, self._scenes, self._substitutions = trajectory, scenes, substitutions

    def objection(
        self, at: int, before: Frame, shown: Frame, clicked: Point | None, *, healed: bool
    ) -> str | None:
        """What is wrong in the widget after the act of a waypoint; None: nothing. As `Witness.objection`."""
        return (
            self._unfocused(self._trajectory[at], before, shown, clicked)
            or self._untyped(at, shown, clicked)
            or (None if healed else self._other_state(at, shown))
        )

    def _unfocused(
        self, point: RecordedAction, before: Frame, shown: Frame, clicked: Point | None
    ) -> str | None:
        """Nothing changed in the field that was clicked, and did: what is typed next goes elsewhere."""
        if not isinstance(point.action, Click) or before.size != shown.size:
            return None
        old, field = self._field(point.after, point.action.point), self._field(shown, clicked)
        if old is None or field is None:
            return None
        was = touches(old.box.grow(_RING), differences(point.before, point.after))
        now = touches(field.box.grow(_RING), boxes(before, shown, changed(before, shown)))
        return "nothing changed in the field that was clicked" if was and not now else None

    def _untyped(self, at: int, shown: Frame, clicked: Point | None) -> str | None:
        """What was typed is not read where it belongs, though it was when it was recorded."""
        point = self._trajectory[at]
        if not isinstance(point.action, Type) or SECRET.search(point.action.text):
            return None
        text, new = point.action.text.strip(), self._substitutions.now(point.action.text).strip()
        old_field, field = (
            self._field(point.after, last_click(self._trajectory, at)),
            self._field(shown, clicked),
        )
        if old_field and field and holds(self._look(point.after), old_field, text):
            return None if holds(self._look(shown), field, new) else f'"{new}" is not read in its field'
        if self._reads(point.after, text) and not self._reads(shown, new):
            return f'"{new}" is not read on the screen'
        return None

    def _other_state(self, at: int, shown: Frame) -> str | None:
        """What was clicked is not as it was after the click: a box not ticked, an entry not chosen."""
        point = self._trajectory[at]
        if not isinstance(point.action, Click):
            return None
        name = named_at(self._scenes.read(point.before), point.action.point)
        if name is None:
            return None
        if name.role == "indicator":
            return self._other_mark(name, point.after, shown)
        text = name.locator.text
        chosen = [line for line in self._redrawn(point) if is_shown(text, [line])]
        if chosen and not is_shown(self._substitutions.now(text), self._scenes.read(shown).lines):
            return f'"{self._substitutions.now(text)}" is not shown as chosen'
        return None

    def _other_mark(self, name: NamedElement, recorded: Frame, shown: Frame) -> str | None:
        was, is_now = self._mark(name, recorded), self._mark(name, shown)
        if was is None or is_now is None or was == is_now:
            return None
        return f"{spoken(name)} is {'on' if is_now else 'off'}, and was {'on' if was else 'off'}"

    def _mark(self, name: NamedElement, frame: Frame) -> bool | None:
        scene = self._scenes.read(frame)
        try:
            widget = widget_around(scene, resolve(scene, name))
        except NotFound:
            return None
        return widget.checked if widget else None

    def _field(self, frame: Frame, point: Point | None) -> Widget | None:
        """The field or drop-down that a click at that place went into."""
        if point is None:
            return None
        widget = widget_around(self._scenes.read(frame), Box.around(point, 1))
        return widget if widget and widget.kind in ("field", "dropdown") else None

    def _reads(self, frame: Frame, text: str) -> bool:
        lines = self._scenes.read(frame).lines
        parts = [part.strip() for part in text.splitlines() if part.strip()]
        return all(
            any(reads_as(part, line.text) or contains(part, line.text) for line in lines) for part in parts
        )

    def _look(self, frame: Frame) -> Look:
        return Look(frame, self._scenes)

    def _redrawn(self, point: RecordedAction) -> list[Line]:
        """The lines that the recorded action drew, or drew anew."""
        areas = differences(point.before, point.after)
        return [line for line in self._scenes.read(point.after).lines if touches(line.box, areas)]
