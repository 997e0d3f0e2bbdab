"""Effect of an act, seen on the frames around it. Strict: what may have another cause proves nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.redact.references import BEGINS
from tools.action import Click, Type
from tools.locate.element import element_at
from tools.observation import is_caret
from tools.settling.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.mcp.results import Effect
    from tools.action import Action
    from tools.geometry import Box
    from tools.observation import Frame, Observation
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene

_SHOWN = 40
"""Characters at a text's end that must be seen: a field shows as much of a long one as it has room for."""
_LOOKED_CLOSER, _AROUND = 4, 2
"""Changes that are read by themselves, at most, and pixels around one."""
_LISTED = 40
"""New lines that are told."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is different after an act."""

    effect: Effect
    why: str = ""
    appeared: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def effect_of(action: Action, before: Frame, after: Observation, parser: ScreenParser) -> Seen:
    """What an act has done, as far as it can be seen.

    Args:
        action: in pixels of the frame before.
        before: what it was decided on.
        after: the screen once it has come to rest.
        parser: reads both.
    """
    if before.size != after.frame.size:
        return Seen("unverifiable", "the screen has another size now")
    found = [box for box in boxes(before, after.frame, changed(before, after.frame)) if not is_caret(box)]
    if not found:
        return Seen("none", "nothing changed on the screen")
    old, new = parser.read(before), parser.read(after.frame)
    if isinstance(action, Type):
        effect, why = _typed(action.text, found, new, parser)
    else:
        effect, why = _judged(action, found, old, new, quiet=after.settled.quiet)
    return Seen(effect, why, _new_lines(old, new), _new_lines(new, old))


def news(before: Frame, after: Frame, parser: ScreenParser) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of text that are new, and those that are there no more."""
    old, new = parser.read(before), parser.read(after)
    return _new_lines(old, new), _new_lines(new, old)


def _judged(
    action: Action, found: Sequence[Box], old: Scene, new: Scene, *, quiet: bool
) -> tuple[Effect, str]:
    if not quiet:
        return "unverifiable", "the screen has not come to rest: what changes may be its own doing"
    if isinstance(action, Click) and _is_highlight(action, found, old, new):
        return "unverifiable", "only what was clicked looks different: it may be the pointer's highlight"
    return "confirmed", ""


def _typed(text: str, found: Sequence[Box], new: Scene, parser: ScreenParser) -> tuple[Effect, str]:
    """Whether a text that was typed stands where something changed."""
    if BEGINS in text:
        return "unverifiable", "a secret is painted over"
    wanted = _letters(text)[-_SHOWN:]
    if wanted and any(wanted in _letters(seen) for seen in _read_there(found, new, parser)):
        return "confirmed", ""
    return "unverifiable", "something changed, and the text is not read there as it was typed"


def _read_there(found: Sequence[Box], new: Scene, parser: ScreenParser) -> Iterator[str]:
    """The lines where something changed, then what changed by itself: a caret may end a line early."""
    yield from (line.text for line in new.lines if any(box.meets(line.box) for box in found))
    for box in found[:_LOOKED_CLOSER]:
        yield parser.read_box(new.frame, box.grow(_AROUND)).text


def _is_highlight(click: Click, found: Sequence[Box], old: Scene, new: Scene) -> bool:
    """Whether all that changed lies in what was clicked, and says the same as before."""
    element = element_at(old, click.point)
    if not all(_within(box, element.box.grow(2)) for box in found):
        return False
    after = element_at(new, click.point)
    states = [one.widget.checked if one.widget else None for one in (element, after)]
    texts = [[line.text for line in one.lines] for one in (element, after)]
    return states[0] == states[1] and texts[0] == texts[1]


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
