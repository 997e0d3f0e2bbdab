"""Scenes of a recording's frames, each read once, and the elements pointed at on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.action import point_of
from tools.locate.describe import named_at
from tools.locate.element import element_at
from tools.locate.look import Look
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from agent.recording.trajectory import RecordedAction
    from tools.geometry import Box
    from tools.locate.describe import NamedElement
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Scene, Widget


class DemoScenes:
    """Scenes of frames, read when asked for.

    Args:
        parser: reads them.
        arrival: the step that brought the pointer to where the next act is: on the frame before it nothing is
            lit up yet, and what is there is read best.
    """

    def __init__(self, parser: ScreenParser, arrival: RecordedAction | None = None) -> None:
        self._scenes = parser if isinstance(parser, SceneCache) else SceneCache(parser)
        self._arrival = arrival

    def arriving(self, arrival: RecordedAction) -> DemoScenes:
        """The same, for the action that the pointer has arrived for."""
        return DemoScenes(self._scenes, arrival)

    def scene(self, frame: Frame) -> Scene:
        """The scene of a frame."""
        return self._scenes.read(frame)

    def look(self, frame: Frame) -> Look:
        """The look at a frame."""
        return Look(frame, self._scenes)

    def shown(self, recorded_action: RecordedAction) -> Scene:
        """The scene before the pointer arrived, in which nothing is lit up yet."""
        arrived = self._arrival is not None and point_of(self._arrival.action) == point_of(
            recorded_action.action
        )
        return self.scene(
            self._arrival.before if self._arrival is not None and arrived else recorded_action.before
        )

    def name(self, recorded_action: RecordedAction) -> NamedElement | None:
        """Name of the element that an action points at; None without one."""
        point = point_of(recorded_action.action)
        if point is None:
            return None
        return named_at(self.shown(recorded_action), point) or named_at(
            self.scene(recorded_action.before), point
        )

    def field(self, recorded_action: RecordedAction) -> Widget | None:
        """Field or drop-down that an action points at; None without one."""
        point = point_of(recorded_action.action)
        return None if point is None else element_at(self.shown(recorded_action), point).field

    def field_around(self, frame: Frame, box: Box) -> Widget | None:
        """Field that a part of a frame lies in; None without one."""
        return element_at(self.scene(frame), box.center).field
