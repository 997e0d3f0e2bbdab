"""Effect of an act, seen on the frames around it. Strict: what may have another cause proves nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.redact.references import BEGINS
from tools.action import Type, point_of
from tools.locate.element import element_at
from tools.observation import is_caret
from tools.settling.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.mcp.results import Effect
    from tools.action import Action
    from tools.geometry import Box, Point
    from tools.observation import Frame, Observation
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene

_SHOWN = 40
"""Characters at a text's end that must be seen: a field shows as much of a long one as it has room for."""
_LOOKED_CLOSER, _AROUND = 4, 2
"""Changes that are read by themselves, at most, and pixels around one."""
_TELLING = 4
"""Characters of a text that is told apart from others wherever it comes up."""
_BY_ITSELF: tuple[Effect, str] = "unverifiable", "only what changes by itself has changed"
PAINTED_OVER = "a secret is painted over"
_LISTED = 40
"""New lines that are told."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is different after an act."""

    effect: Effect
    why: str = ""
    appeared: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def effect_of(
    action: Action,
    before: Observation,
    after: Observation,
    parser: ScreenParser,
    restless: Sequence[Box] = (),
) -> Seen:
    """What an act has done, as far as it can be seen.

    Args:
        action: in pixels of the frame before.
        before: the screen just before it.
        after: the screen once it has come to rest.
        parser: reads both.
        restless: what has changed by itself, without the act.
    """
    if before.frame.size != after.frame.size:
        return Seen("unverifiable", "the screen has another size now")
    found = differences(before.frame, after.frame)
    if not found:
        return Seen("none", "nothing changed on the screen")
    old, new = parser.read(before.frame), parser.read(after.frame)
    found = [box for box in found if not any(_within(box, one.grow(_AROUND)) for one in restless)]
    if not found:
        effect, why = _BY_ITSELF
    elif isinstance(action, Type):
        effect, why = _typed(action.text, found, (old, new), parser)
    else:
        places = [place for place in (point_of(action), before.pointer) if place is not None]
        effect, why = _judged(places, found, old, new, quiet=after.settled.quiet)
    return Seen(effect, why, _new_lines(old, new), _new_lines(new, old))


def differences(before: Frame, after: Frame) -> list[Box]:
    """Where two frames of one size differ, but for a caret."""
    return [box for box in boxes(before, after, changed(before, after)) if not is_caret(box)]


def news(before: Frame, after: Frame, parser: ScreenParser) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of text that are new, and those that are there no more."""
    old, new = parser.read(before), parser.read(after)
    return _new_lines(old, new), _new_lines(new, old)


def _judged(
    places: Sequence[Point], found: Sequence[Box], old: Scene, new: Scene, *, quiet: bool
) -> tuple[Effect, str]:
    if not quiet:
        return "unverifiable", "the screen has not come to rest: what changes may be its own doing"
    if _is_highlight(places, found, old, new):
        return (
            "unverifiable",
            "only what the pointer came to or left looks different: it may be its highlight",
        )
    return "confirmed", ""


def _typed(
    text: str, found: Sequence[Box], scenes: tuple[Scene, Scene], parser: ScreenParser
) -> tuple[Effect, str]:
    """Whether a text that was typed stands where something changed."""
    if BEGINS in text:
        return "unverifiable", PAINTED_OVER
    wanted = _letters(text)[-_SHOWN:]
    if wanted and any(_is_entered(wanted, *read) for read in _read_there(found, scenes, parser)):
        return "confirmed", ""
    return "unverifiable", "something changed, and the text is not read there as it was typed"


def _is_entered(wanted: str, was: str, now: str) -> bool:
    """Whether a text came into a line; a short one must be all that came: "a" is in many words."""
    if now.count(wanted) <= was.count(wanted):
        return False
    return len(wanted) >= _TELLING or now == wanted or _is_put_in(wanted, was, now)


def _is_put_in(wanted: str, was: str, now: str) -> bool:
    return any(now == was[:at] + wanted + was[at:] for at in range(len(was) + 1))


def _read_there(
    found: Sequence[Box], scenes: tuple[Scene, Scene], parser: ScreenParser
) -> Iterator[tuple[str, str]]:
    """The lines where something changed, before and after it, then what changed by itself.

    By itself: a caret may end a line early.
    """
    old, new = scenes
    for line in new.lines:
        if any(box.meets(line.box) for box in found):
            yield (
                _letters("".join(one.text for one in old.lines if one.box.meets(line.box))),
                _letters(line.text),
            )
    for box in found[:_LOOKED_CLOSER]:
        was, now = (parser.read_box(scene.frame, box.grow(_AROUND)).text for scene in scenes)
        yield _letters(was), _letters(now)


def _is_highlight(places: Sequence[Point], found: Sequence[Box], old: Scene, new: Scene) -> bool:
    """Whether all that changed lies where the pointer came to or was, and says the same as before."""
    elements = [(element_at(old, place), element_at(new, place)) for place in places]
    around = [one.box.grow(_AROUND) for one, _ in elements]
    if not all(
        any(box.contains(place) for place in places) or any(_within(box, one) for one in around)
        for box in found
    ):
        return False
    states = [tuple(one.widget.checked if one.widget else None for one in pair) for pair in elements]
    texts = [
        [line.text for line in scene.lines if any(box.meets(line.box) for box in found)]
        for scene in (old, new)
    ]
    return all(was == now for was, now in states) and texts[0] == texts[1]


def _within(box: Box, outer: Box) -> bool:
    return box.overlap(outer).area == box.area


def _new_lines(old: Scene, new: Scene) -> tuple[str, ...]:
    """The lines of the second scene that the first has not, in reading order."""
    left: list[Line] = list(old.lines)
    fresh = []
    for line in new.lines:
        same = next((one for one in left if one.text == line.text), None)
        if same is None:
            fresh.append(line.text)
        else:
            left.remove(same)
    return tuple(fresh[:_LISTED])


def _letters(text: str) -> str:
    return "".join(text.split())
