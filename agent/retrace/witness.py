"""Whether the last action did now what it did when it was recorded, and nothing else came up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.contents import holds, reads_as
from agent.models.reader.errors import Missing
from agent.models.reader.locate import widget_around
from agent.models.reader.look import Look
from agent.models.reader.matching import contains
from agent.models.reader.naming import name_of, place, spoken
from agent.retrace.agreement import differences, touches
from agent.retrace.effect import Effect, effect, is_among, is_number, is_shown, missing, surprises
from agent.variables import SECRET
from tools.action import Click, Move, Type, point_of
from tools.geometry import Box
from tools.observation import differing
from tools.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.models.reader.naming import Name
    from agent.retrace.route import Waypoint
    from agent.retrace.scenes import Scenes
    from agent.retrace.wording import Wording
    from tools.geometry import Point
    from tools.observation import Frame
    from tools.scene import Line, Widget

_RING = 4
"""Pixels around a field that show whether it has the focus."""
_BY_POINTER = 64
"""Pixels from the pointer within which a tooltip comes up."""
_TOLD = 3
"""So many of the lines that came up are told."""


class Witness:
    """Compares a live run's screens with a recording's, by reading both.

    Args:
        route: What was recorded.
        scenes: Reads frames.
        wording: From recorded texts to those of this run.
    """

    def __init__(self, route: Sequence[Waypoint], scenes: Scenes, wording: Wording) -> None:
        self._route, self._scenes, self._wording = route, scenes, wording
        self.typed: list[str] = []
        """What was typed in this run: no surprise wherever it shows."""

    def objection_at_start(self, shown: Frame, masks: Sequence[Box] = ()) -> str | None:
        """What is on the first screen, outside of its masks, that was not on the recorded one."""
        recorded = self._scenes.read(self._route[0].before)
        return self._surprise(_outside(self._scenes.read(shown).lines, masks), recorded.lines)

    def objection(
        self,
        at: int,
        before: Frame,
        shown: Frame,
        clicked: Point | None,
        masks: Sequence[Box] = (),
        *,
        healed: bool = False,
    ) -> str | None:
        """What is wrong after the act of a waypoint; None: all is as it was recorded.

        Args:
            at: The waypoint's place in the route.
            before: The live screen that it was decided on.
            shown: The live screen now.
            clicked: Where the last click was, in the live frame's pixels.
            masks: Where texts mean nothing.
            healed: Whether what was clicked may have another text than it had.
        """
        point, read = self._route[at], self._scenes.read
        old, new = effect(read(point.before), read(point.after)), effect(read(before), read(shown))
        old, new = (Effect(_outside(one.came, masks), _outside(one.went, masks)) for one in (old, new))
        if isinstance(point.action, Type):  # `_untyped` reads what was typed, with more patience for slips
            text = point.action.text
            old = Effect(tuple(line for line in old.came if not reads_as(text, line.text)), old.went)
        old = Effect(tuple(line for line in old.came if not self._passed(at, line)), old.went)
        recorded = (*read(point.before).lines, *read(point.after).lines)
        return (
            self._surprise(new.came, recorded)
            or missing(old, self._known(at), self._opened(at), new, read(shown), self._wording)
            or self._unchanged(point, before, shown)
            or self._unfocused(point, before, shown, clicked)
            or self._untyped(at, shown, clicked)
            or (None if healed else self._other_state(at, shown))
        )

    def _passed(self, at: int, line: Line) -> bool:
        """Whether a text came up by the pointer and left nothing behind after the next act: a tooltip.

        It comes when the pointer rests, so a replay may be too quick for it. Of a menu the same is true; that
        it has opened is seen by the entry that is looked for next.
        """
        pointer = point_of(self._route[at].action) or self._last_click(at)
        following = self._route[at + 1 : at + 2]
        if pointer is None or not following or not line.box.grow(_BY_POINTER).contains(pointer):
            return False
        return not touches(line.box, differences(self._route[at].before, following[0].after))

    def _surprise(self, seen: Sequence[Line], recorded: Sequence[Line]) -> str | None:
        odd = [line for line in surprises(seen, recorded, self._wording) if not self._is_typed(line)]
        if not odd:
            return None
        told = ", ".join(f'"{line.text}"' for line in odd[:_TOLD])
        where = odd[0].box.center
        return f"something came up that the recording does not know: {told} at ({where.x}, {where.y})"

    def _is_typed(self, line: Line) -> bool:
        return any(contains(line.text, text) or contains(text, line.text) for text in self.typed)

    def _unchanged(self, point: Waypoint, before: Frame, shown: Frame) -> str | None:
        """Nothing at all happened where something did; what the pointer lights up is the theme's affair."""
        if isinstance(point.action, Move):
            return None
        if differences(point.before, point.after) and not differing(before, shown).any():
            return "nothing changed on the screen"
        return self._uncounted(point, before, shown)

    def _uncounted(self, point: Waypoint, before: Frame, shown: Frame) -> str | None:
        """A number that stands as it did, and did not stay so: a press that a display does not show.

        Other numbers may come up now, so only where the screen was as recorded is none at all a mistake.
        """
        numbers = [line for line in self._redrawn(point) if is_number(line)]
        if not numbers or before.size != shown.size:
            return None
        moved = [*differences(point.before, before), *differences(before, shown)]
        still = [line for line in numbers if not touches(line.box, moved)]
        return f'"{still[0].text}" did not come up' if still else None

    def _unfocused(self, point: Waypoint, before: Frame, shown: Frame, clicked: Point | None) -> str | None:
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
        point = self._route[at]
        if not isinstance(point.action, Type) or SECRET.search(point.action.text):
            return None
        text, new = point.action.text.strip(), self._wording.now(point.action.text).strip()
        old_field, field = self._field(point.after, self._last_click(at)), self._field(shown, clicked)
        if old_field and field and holds(self._look(point.after), old_field, text):
            return None if holds(self._look(shown), field, new) else f'"{new}" is not read in its field'
        if self._reads(point.after, text) and not self._reads(shown, new):
            return f'"{new}" is not read on the screen'
        return None

    def _other_state(self, at: int, shown: Frame) -> str | None:
        """What was clicked is not as it was after the click: a box not ticked, an entry not chosen."""
        point = self._route[at]
        if not isinstance(point.action, Click):
            return None
        name = name_of(self._scenes.read(point.before), point.action.point)
        if name is None:
            return None
        if name.role == "indicator":
            return self._other_mark(name, point.after, shown)
        text = name.target.text
        chosen = [line for line in self._redrawn(point) if is_shown(text, [line])]
        if chosen and not is_shown(self._wording.now(text), self._scenes.read(shown).lines):
            return f'"{self._wording.now(text)}" is not shown as chosen'
        return None

    def _other_mark(self, name: Name, recorded: Frame, shown: Frame) -> str | None:
        was, is_now = self._mark(name, recorded), self._mark(name, shown)
        if was is None or is_now is None or was == is_now:
            return None
        return f"{spoken(name)} is {'on' if is_now else 'off'}, and was {'on' if was else 'off'}"

    def _mark(self, name: Name, frame: Frame) -> bool | None:
        scene = self._scenes.read(frame)
        try:
            widget = widget_around(scene, place(scene, name))
        except Missing:
            return None
        return widget.checked if widget else None

    def _redrawn(self, point: Waypoint) -> list[Line]:
        """The lines that the recorded action drew, or drew anew."""
        areas = differences(point.before, point.after)
        return [line for line in self._scenes.read(point.after).lines if touches(line.box, areas)]

    def _known(self, at: int) -> list[Line]:
        return [line for point in self._route[: at + 1] for line in self._scenes.read(point.before).lines]

    def _opened(self, at: int) -> list[Line]:
        first = self._scenes.read(self._route[0].before).lines
        return [line for line in self._known(at) if not is_among(line, first)]

    def _last_click(self, at: int) -> Point | None:
        actions = (point.action for point in reversed(self._route[:at]))
        return next((action.point for action in actions if isinstance(action, Click)), None)

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


def _outside(lines: Sequence[Line], masks: Sequence[Box]) -> tuple[Line, ...]:
    return tuple(line for line in lines if not touches(line.box, masks))
