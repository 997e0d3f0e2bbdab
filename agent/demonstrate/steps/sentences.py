"""The steps of a recording in plain English, as the embedded model understands them.

What can't be said is not made up: it becomes a note, and a person writes that step.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from agent.checks.text import visible
from agent.demonstrate.steps.clicked import clicked
from agent.demonstrate.steps.scenes import Scenery
from agent.demonstrate.steps.typed import typed
from agent.demonstrate.steps.written import Written, note, step
from agent.errors import BadInput, BadRecording
from agent.models.reader.grammar import parse_step
from agent.models.reader.spoken import spoken
from agent.recording.trajectory import route_of
from agent.task.variables import quoted
from tools.action import Click, Drag, Key, Move, Scroll, Type, point_of
from tools.keys import parse_chord
from tools.locate.find import sees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.recording.reading import Recording
    from agent.recording.trajectory import Waypoint
    from tools.see.parser import Eye

_ALL = 10**9


def steps_of(recording: Recording, eye: Eye) -> list[Written]:
    """What was done in a recording, sentence by sentence.

    Args:
        recording: of any run; its verdict does not matter.
        eye: reads its frames.
    """
    try:
        route = route_of(recording, upto=_ALL)
    except BadRecording:  # nothing was done
        return []
    scenery = Scenery(eye)
    written: list[Written] = []
    at = 0
    while at < len(route):
        count, told = _next(route[at:], scenery)
        written += told
        at += count
    written += _awaited(recording, route, scenery)
    return [_checked(one) for one in written]


def _next(route: Sequence[Waypoint], scenery: Scenery) -> tuple[int, list[Written]]:
    """What the first waypoints of the rest of a route come to: how many they are, and what is to be said."""
    first = route[0]
    match first.action:
        case Move():
            return _moved(route, scenery)
        case Click():
            return clicked(route, scenery)
        case Type():
            return typed(route, scenery)
        case Key(keys=keys):
            same = list(takewhile(lambda one: one.action == first.action, route))
            return len(same), [_pressed(keys, len(same))]
        case Scroll():
            return 1, list(_scrolled(route, scenery))
    return 1, [note(f"something is dragged to {_place(first)}, from where can't be told")]


def _moved(route: Sequence[Waypoint], scenery: Scenery) -> tuple[int, list[Written]]:
    """The mouse is moved on the way to what comes next, or to where a drag begins."""
    if len(route) > 1 and isinstance(route[1].action, Drag):
        return 2, [_dragged(route[0], route[1], scenery)]
    if len(route) > 1 and point_of(route[1].action) == point_of(route[0].action):
        count, told = _next(route[1:], scenery.arriving(route[0]))
        return count + 1, told
    return 1, [note(f"the mouse is moved to {_place(route[0])}, which no step says")]


def _dragged(start: Waypoint, drag: Waypoint, scenery: Scenery) -> Written:
    source, destination = scenery.name(start), scenery.name(drag)
    if source is None or destination is None:
        return note(f"something is dragged from {_place(start)} to {_place(drag)}; what is there has no name")
    return step(f"Drag {spoken(source)} to {spoken(destination)}")


def _pressed(keys: tuple[str, ...], times: int) -> Written:
    chord = "+".join(key.capitalize() for key in keys)
    if parse_chord(chord) != keys or '"' in chord:
        return note(f"{chord} is pressed, and no step says that")
    return step(f"Press {chord}" + (f" {times} times" if times > 1 else ""))


def _scrolled(route: Sequence[Waypoint], scenery: Scenery) -> Iterator[Written]:
    """Scrolling is for something: for what is pointed at next, unless that could be seen before."""
    later = next((one for one in route if isinstance(one.action, Click | Drag)), None)
    name = None if later is None else scenery.name(later)
    way = "up" if isinstance(route[0].action, Scroll) and route[0].action.vertical > 0 else "down"
    if name is None:
        yield note(f"the wheel is turned {way}, towards what has no name")
    elif not sees(scenery.scene(route[0].before), name.target.text):
        yield step(f'Scroll {way} until "{quoted(name.target.text)}"')


def _awaited(recording: Recording, route: Sequence[Waypoint], scenery: Scenery) -> Iterator[Written]:
    """What the task's checks want to read at the end, and the last act has brought about."""
    if not route:
        return
    before, after = scenery.scene(route[-1].before).lines, scenery.scene(route[-1].after).lines
    for check in recording.header.task.checks:
        if check.kind == "text" and visible(check.text, after) and not visible(check.text, before):
            yield step(f'Wait until "{quoted(check.text)}" appears')


def _checked(written: Written) -> Written:
    """The sentence if the embedded model understands it, or else a note."""
    if not written.sentence:
        return written
    try:
        parse_step(written.sentence)
    except BadInput:
        return note(f"no step says this: {written.sentence}")
    return written


def _place(waypoint: Waypoint) -> str:
    point = point_of(waypoint.action)
    return "somewhere" if point is None else f"({point.x}, {point.y})"
