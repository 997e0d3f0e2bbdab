"""What stands where in a recording's frames, each read once, and what is pointed at on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.action import point_of
from tools.geometry import Box
from tools.locate.describe import name_of
from tools.locate.find import widget_around
from tools.locate.look import Look
from tools.see.cache import Scenes

if TYPE_CHECKING:
    from agent.recording.trajectory import Waypoint
    from tools.locate.describe import Name
    from tools.observation import Frame
    from tools.see.parser import Eye
    from tools.see.scene import Scene, Widget

_FIELDS = ("field", "dropdown")


class Scenery:
    """Reads frames.

    Args:
        eye: what reads them.
        arrival: the step that brought the pointer to where the next act is: on the frame before it nothing is
            lit up yet, and what is there is read best.
    """

    def __init__(self, eye: Eye, arrival: Waypoint | None = None) -> None:
        self._scenes = eye if isinstance(eye, Scenes) else Scenes(eye)
        self._arrival = arrival

    def arriving(self, arrival: Waypoint) -> Scenery:
        """The same, for the act that the pointer has come for."""
        return Scenery(self._scenes, arrival)

    def scene(self, frame: Frame) -> Scene:
        """What is on a frame."""
        return self._scenes.read(frame)

    def look(self, frame: Frame) -> Look:
        """A frame to be looked at more closely."""
        return Look(frame, self._scenes)

    def shown(self, waypoint: Waypoint) -> Scene:
        """What the person saw before they pointed there: nothing is lit up yet."""
        arrived = self._arrival is not None and point_of(self._arrival.action) == point_of(waypoint.action)
        return self.scene(self._arrival.before if self._arrival is not None and arrived else waypoint.before)

    def name(self, waypoint: Waypoint) -> Name | None:
        """What the thing is called that a waypoint points at."""
        point = point_of(waypoint.action)
        if point is None:
            return None
        return name_of(self.shown(waypoint), point) or name_of(self.scene(waypoint.before), point)

    def widget(self, waypoint: Waypoint) -> Widget | None:
        """The widget that a waypoint points at."""
        point = point_of(waypoint.action)
        return None if point is None else widget_around(self.shown(waypoint), Box.around(point, 1))

    def field(self, waypoint: Waypoint) -> Widget | None:
        """The field or drop-down that a waypoint points at."""
        widget = self.widget(waypoint)
        return widget if widget is not None and widget.kind in _FIELDS else None

    def field_around(self, frame: Frame, box: Box) -> Widget | None:
        """The field that a part of a frame lies in."""
        widget = widget_around(self.scene(frame), box)
        return widget if widget is not None and widget.kind in _FIELDS else None
