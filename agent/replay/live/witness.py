"""Whether the last action did now what it did when it was recorded, and nothing else came up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.recording.trajectory import last_click
from agent.replay.live.frame_diff import differences, touches
from agent.replay.live.texts import Effect, effect, is_among, is_number, missing, surprises
from agent.replay.live.widget_state import Widgets
from tools.action import Move, Type, point_of
from tools.locate.contents import reads_as
from tools.observation import differing
from tools.ocrtext.within import contains

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.trajectory import RecordedAction
    from agent.replay.live.substitutions import Substitutions
    from tools.geometry import Box, Point
    from tools.observation import Frame
    from tools.see.cache import SceneCache
    from tools.see.scene import Line

_BY_POINTER = 64
"""Pixels from the pointer within which a tooltip comes up."""
_TOLD = 3
"""So many of the lines that came up are told."""


class Witness:
    """Compares a live run's screens with a recording's, by reading both.

    Args:
        trajectory: What was recorded.
        scenes: Reads frames.
        substitutions: From recorded texts to those of this run.
    """

    def __init__(
        self, trajectory: Sequence[RecordedAction], scenes: SceneCache, substitutions: Substitutions
    ) -> None:
        self._trajectory, self._scenes, self._substitutions = trajectory, scenes, substitutions
        self._widgets = Widgets(trajectory, scenes, substitutions)
        self.typed: list[str] = []
        """What was typed in this run: no surprise wherever it shows."""

    def objection_at_start(self, shown: Frame, masks: Sequence[Box] = ()) -> str | None:
        """What is on the first screen, outside of its masks, that was not on the recorded one."""
        recorded = self._scenes.read(self._trajectory[0].before)
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
        point, read = self._trajectory[at], self._scenes.read
        old, new = effect(read(point.before), read(point.after)), effect(read(before), read(shown))
        old, new = (Effect(_outside(one.came, masks), _outside(one.went, masks)) for one in (old, new))
        if isinstance(point.action, Type):  # `_untyped` reads what was typed, with more patience for slips
            text = point.action.text
            old = Effect(tuple(line for line in old.came if not reads_as(text, line.text)), old.went)
        old = Effect(tuple(line for line in old.came if not self._passed(at, line)), old.went)
        recorded = (*read(point.before).lines, *read(point.after).lines)
        return (
            self._surprise(new.came, recorded)
            or missing(old, self._known(at), self._opened(at), new, read(shown), self._substitutions)
            or self._unchanged(point, before, shown)
            or _uncounted(old.came, point, before, shown)
            or self._widgets.objection(at, before, shown, clicked, healed=healed)
        )

    def _passed(self, at: int, line: Line) -> bool:
        """Whether a text came up by the pointer and left nothing behind after the next act: a tooltip.

        It comes when the pointer rests, so a replay may be too quick for it. Of a menu the same is true; that
        it has opened is seen by the entry that is looked for next.
        """
        pointer = point_of(self._trajectory[at].action) or last_click(self._trajectory, at)
        following = self._trajectory[at + 1 : at + 2]
        if pointer is None or not following or not line.box.grow(_BY_POINTER).contains(pointer):
            return False
        return not touches(line.box, differences(self._trajectory[at].before, following[0].after))

    def _surprise(self, seen: Sequence[Line], recorded: Sequence[Line]) -> str | None:
        odd = [line for line in surprises(seen, recorded, self._substitutions) if not self._is_typed(line)]
        if not odd:
            return None
        told = ", ".join(f'"{line.text}"' for line in odd[:_TOLD])
        where = odd[0].box.center
        return f"something came up that the recording does not know: {told} at ({where.x}, {where.y})"

    def _is_typed(self, line: Line) -> bool:
        return any(contains(line.text, text) or contains(text, line.text) for text in self.typed)

    def _unchanged(self, point: RecordedAction, before: Frame, shown: Frame) -> str | None:
        """Nothing at all happened where something did; what the pointer lights up is the theme's affair."""
        if isinstance(point.action, Move):
            return None
        if differences(point.before, point.after) and not differing(before, shown).any():
            return "nothing changed on the screen"
        return None

    def _known(self, at: int) -> list[Line]:
        return [
            line for point in self._trajectory[: at + 1] for line in self._scenes.read(point.before).lines
        ]

    def _opened(self, at: int) -> list[Line]:
        first = self._scenes.read(self._trajectory[0].before).lines
        return [line for line in self._known(at) if not is_among(line, first)]


def _uncounted(came: Sequence[Line], point: RecordedAction, before: Frame, shown: Frame) -> str | None:
    """A number that came up and now has not: a press that a display does not show.

    Other numbers may come up in this run, so something is amiss only where the screen still is as the
    recorded one was before the act.
    """
    numbers = [line for line in came if is_number(line)]
    if not numbers or before.size != shown.size or point.before.size != before.size:
        return None
    moved = [*differences(point.before, before), *differences(before, shown)]
    still = [line for line in numbers if not touches(line.box, moved)]
    return f'"{still[0].text}" did not come up' if still else None


def _outside(lines: Sequence[Line], masks: Sequence[Box]) -> tuple[Line, ...]:
    return tuple(line for line in lines if not touches(line.box, masks))
