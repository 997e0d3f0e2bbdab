"""Sentences: the steps of a recording in plain English, as the embedded model understands them.

What can't be said is not made up: it becomes a note, and a person writes that step.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from agent.demonstrate.steps.clicked import clicked
from agent.demonstrate.steps.scenes import DemoScenes
from agent.demonstrate.steps.typed import typed
from agent.demonstrate.steps.written import WrittenStep, note, step
from agent.errors import BadInput, BadRecording
from agent.models.reader.step_parser import parse_step
from agent.recording.trajectory import trajectory_of
from agent.task.spoken import spoken
from agent.task.variables import quoted
from tools.action import Click, Drag, Key, Move, Scroll, Type, point_of
from tools.keys import parse_chord
from tools.locate.find import may_see
from tools.see.text.saying import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from tools.see.parser import ScreenParser

_ALL = 10**9


def steps_of(recording: Recording, parser: ScreenParser) -> list[WrittenStep]:
    """Steps of a recording, in plain English.

    Args:
        recording: of any run; its verdict does not matter.
        parser: reads its frames.
    """
    try:
        trajectory = trajectory_of(recording, upto=_ALL)
    except BadRecording:  # nothing was done
        return []
    scenes = DemoScenes(parser)
    written = [one for _, told in in_words(trajectory, scenes) for one in told]
    return [*written, *map(_checked, _awaited(recording, trajectory, scenes))]


def in_words(
    trajectory: Sequence[RecordedAction], scenes: DemoScenes
) -> Iterator[tuple[Sequence[RecordedAction], list[WrittenStep]]]:
    """The actions that belong together, each group with its steps, in order."""
    at = 0
    while at < len(trajectory):
        count, told = _next(trajectory[at:], scenes)
        yield trajectory[at : at + count], [_checked(one) for one in told]
        at += count


def _next(trajectory: Sequence[RecordedAction], scenes: DemoScenes) -> tuple[int, list[WrittenStep]]:
    """Steps of the first actions of a trajectory, and how many actions they are."""
    first = trajectory[0]
    match first.action:
        case Move():
            return _moved(trajectory, scenes)
        case Click():
            return clicked(trajectory, scenes)
        case Type():
            return typed(trajectory, scenes)
        case Key(keys=keys):
            same = list(takewhile(lambda one: one.action == first.action, trajectory))
            return len(same), [_pressed(keys, len(same))]
        case Scroll():
            return 1, list(_scrolled(trajectory, scenes))
    return 1, [note(f"something is dragged to {_place(first)}, from where can't be told")]


def _moved(trajectory: Sequence[RecordedAction], scenes: DemoScenes) -> tuple[int, list[WrittenStep]]:
    """The mouse is moved on the way to what comes next, or to where a drag begins."""
    if len(trajectory) > 1 and isinstance(trajectory[1].action, Drag):
        return 2, [_dragged(trajectory[0], trajectory[1], scenes)]
    if len(trajectory) > 1 and point_of(trajectory[1].action) == point_of(trajectory[0].action):
        count, told = _next(trajectory[1:], scenes.arriving(trajectory[0]))
        return count + 1, told
    return 1, [note(f"the mouse is moved to {_place(trajectory[0])}, which no step says")]


def _dragged(start: RecordedAction, drag: RecordedAction, scenes: DemoScenes) -> WrittenStep:
    source, destination = scenes.name(start), scenes.name(drag)
    if source is None or destination is None:
        return note(f"something is dragged from {_place(start)} to {_place(drag)}; what is there has no name")
    return step(f"Drag {spoken(source)} to {spoken(destination)}")


def _pressed(keys: tuple[str, ...], times: int) -> WrittenStep:
    chord = "+".join(key.capitalize() for key in keys)
    if parse_chord(chord) != keys or '"' in chord:
        return note(f"{chord} is pressed, and no step says that")
    return step(f"Press {chord}" + (f" {times} times" if times > 1 else ""))


def _scrolled(trajectory: Sequence[RecordedAction], scenes: DemoScenes) -> Iterator[WrittenStep]:
    """Scrolling is for something: for what is pointed at next, unless that could be seen before."""
    later = next((one for one in trajectory if isinstance(one.action, Click | Drag)), None)
    name = None if later is None else scenes.name(later)
    way = "up" if isinstance(trajectory[0].action, Scroll) and trajectory[0].action.vertical > 0 else "down"
    if name is None:
        yield note(f"the wheel is turned {way}, towards what has no name")
    elif not may_see(scenes.scene(trajectory[0].before), name.locator.text):
        yield step(f'Scroll {way} until "{quoted(name.locator.text)}"')


def _awaited(
    recording: Recording, trajectory: Sequence[RecordedAction], scenes: DemoScenes
) -> Iterator[WrittenStep]:
    """What the task's checks want to read at the end, and the last act has brought about."""
    if not trajectory:
        return
    before, after = scenes.scene(trajectory[-1].before).lines, scenes.scene(trajectory[-1].after).lines
    for check in recording.header.task.checks:
        if check.kind == "text" and visible(check.text, after) and not visible(check.text, before):
            yield step(f'Wait until "{quoted(check.text)}" appears')


def _checked(written: WrittenStep) -> WrittenStep:
    """The sentence if the embedded model understands it, or else a note."""
    if not written.sentence:
        return written
    try:
        parse_step(written.sentence)
    except BadInput:
        return note(f"no step says this: {written.sentence}")
    return written


def _place(recorded_action: RecordedAction) -> str:
    point = point_of(recorded_action.action)
    return "somewhere" if point is None else f"({point.x}, {point.y})"
