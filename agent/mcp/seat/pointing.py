"""Pointing: from a client's place to a frame's pixel, and the acts that are done there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from agent.mcp.seat.effect import differences, effect_of
from agent.mcp.seat.picture import picture_size, to_frame
from agent.mcp.seat.turns import Told, Turn, Unfit, place_of, undone
from agent.model import Completion
from agent.protocol.computer_use import GRID
from agent.protocol.grounding import to_pixel
from agent.protocol.write import do, wait
from tools.action import Action, Move, Wait

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.episode import Step
    from agent.mcp.seat.frames import Shown
    from agent.mcp.seat.requests import Act, Place
    from tools.geometry import Box, Point, Size
    from tools.observation import Observation
    from tools.see.parser import ScreenParser

    Find = Callable[[str, Shown], Point]
    """The point of a target on a frame. Raises Unfit: it is not there, or there are several."""

_ACTIONS: TypeAdapter[Action] = TypeAdapter(Action)
_BY_CLIENT = "The client decided this"
_GLANCE = 1.0
"""Seconds of a wait, after which it is looked whether the client still wants it."""


def actions_of(act: Act, shown: Shown, find: Find) -> list[Action]:
    """The actions of an act, in pixels of the frame that it was decided on.

    Raises:
        Unfit: a place can't be made out, or there is no such action.
    """
    at = None if act.at is None else point_at(act.at, shown, find)
    given = {"kind": act.kind, **dict(act.arguments)} | ({} if at is None else {"point": at})
    try:
        action = _ACTIONS.validate_python(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        raise Unfit(f"{act.kind}: {where}: {first['msg']}") from None
    try:
        do(action, _BY_CLIENT).render(shown.observation.frame.size)
    except ValueError:
        raise Unfit(f"{act.kind}: there is no such act ({_said(act)}); leave out one of these") from None
    if act.start is None:
        return [action]
    return [Move(point=point_at(act.start, shown, find)), action]


def _said(act: Act) -> str:
    return ", ".join(f"{name}: {value}" for name, value in act.arguments)


def point_at(place: Place, shown: Shown, find: Find) -> Point:
    """The frame's pixel that a client means.

    Raises:
        Unfit: nothing, two things or no point of the picture is named.
    """
    size = shown.observation.frame.size
    if place.target is not None:
        if place.x is not None or place.y is not None:
            raise Unfit("both a target and a point are named: name one of them")
        return find(place.target, shown)
    if place.x is None or place.y is None:
        raise Unfit("no place is named: give `target`, or `x` and `y`")
    if place.space == "grid":
        if not (0 <= place.x <= GRID and 0 <= place.y <= GRID):
            raise Unfit(f"({place.x:g}, {place.y:g}) is outside the grid, whose axes go from 0 to {GRID}")
        return to_pixel((place.x, place.y), size)
    return _in_picture(place.x, place.y, place.size, size, shown.name)


def _in_picture(x: float, y: float, seen: tuple[int, int] | None, size: Size, name: str) -> Point:
    shown = picture_size(size)
    sent = f"{shown.width}x{shown.height}"
    if seen is None:
        raise Unfit(f"give `picture_size` with x and y: the picture {name} was sent with {sent} pixels")
    if tuple(seen) != tuple(shown):
        raise Unfit(
            f"the picture {name} was sent with {sent} pixels and you have seen it with {seen[0]}x{seen[1]}: "
            'convert the point to the picture that was sent, or give it with `space: "grid"` (0 to 1000)'
        )
    point = to_frame(x, y, size)
    if point is None:
        raise Unfit(f"({x:g}, {y:g}) is outside the picture {name}, which has {sent} pixels")
    return point


class PointedActs:
    """Acts at places of a frame.

    Args:
        shown: the frame that they were decided on.
        actions: in its pixels, one after another.
        look: shows the screen after one.
        parser: reads frames, for the effect.
    """

    def __init__(
        self, shown: Shown, actions: list[Action], look: Callable[[], Shown], parser: ScreenParser
    ) -> None:
        self._shown, self._actions, self._look, self._parser = shown, actions, look, parser
        self._before = shown.observation
        """The screen just before an act: what the client saw may be minutes old."""
        self._restless: list[Box] = []
        self._done = 0
        self._at: tuple[int, int] | None = None

    def turn(self, last: Step | None) -> Turn | Told:
        """The next act; the first is decided on the frame that the client saw, others on the one after."""
        if last is not None:
            if told := undone(last):
                return told
            self._done += 1
            self._at = place_of(last)
        if self._done == len(self._actions):
            return self._effect()
        action = self._actions[self._done]
        shown = self._look()
        self._before = shown.observation
        if self._done == 0:
            self._restless = _changed_between(self._shown.observation, self._before)
            shown = self._shown
        reply = do(action, f"{_BY_CLIENT}.").render(shown.observation.frame.size)
        return Turn(shown.observation, Completion(reply))

    def _effect(self) -> Told:
        after = self._look().observation
        action = self._actions[-1]
        seen = effect_of(action, self._before, after, self._parser, self._restless)
        return Told("done", seen.effect, seen.why, self._at, seen.appeared, seen.gone)


def _changed_between(one: Observation, other: Observation) -> list[Box]:
    same = one.frame.size == other.frame.size
    return differences(one.frame, other.frame) if same else []


class Waiting:
    """A wait until the screen changes.

    Args:
        look: shows it.
        seconds: at most.
        parser: reads what came up.
        is_cancelled: whether the client wants it no more.
    """

    def __init__(
        self,
        look: Callable[[], Shown],
        seconds: float,
        parser: ScreenParser,
        is_cancelled: Callable[[], bool],
    ) -> None:
        self._look, self._left, self._parser, self._is_cancelled = look, seconds, parser, is_cancelled
        self._first = look()

    def turn(self, last: Step | None) -> Turn | Told:
        """Wait a moment more, or tell what came up."""
        if last is not None and (told := undone(last)):
            return told
        shown = self._look() if last is not None else self._first
        effect = partial(effect_of, Wait(seconds=0), self._first.observation, shown.observation, self._parser)
        if last is not None and shown.name != self._first.name and (seen := effect()).effect != "none":
            return Told("done", seen.effect, seen.why, None, seen.appeared, seen.gone)
        if self._left <= 0 or self._is_cancelled():
            return Told("done", "none", "nothing changed on the screen")
        glance = min(_GLANCE, self._left)
        self._left -= glance
        reply = wait(glance, "The client waits for the screen to change.").render(
            shown.observation.frame.size
        )
        return Turn(shown.observation, Completion(reply))
