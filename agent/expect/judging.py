"""Judging of an expectation on one look. Strict to believe: where the eye is unsure it says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple, assert_never

from agent.expect.expectation import Absent, InState, Readable, Shows, Visible
from agent.expect.states import state_on
from agent.expect.value import value_of
from agent.redact.references import BEGINS
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.find import qualified, spots_of
from tools.locate.locator import Locator
from tools.ocrtext.alike import likeness, nearest
from tools.ocrtext.may_be import may_be, part_may_be
from tools.see.text.saying import doubt, says_within, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.expect.expectation import Wanted
    from tools.locate.look import Look
    from tools.see.scene import Line, Scene

_NEAREST, _NEAR = 3, 0.5
"""Lines that a failure shows, and how alike to the text they are at least."""
_LONGEST = 300
"""Characters of a value that is read."""
_MOST = 8
"""Lines that it shows when none is near."""


class Sight(NamedTuple):
    """What one look says of an expectation."""

    holds: bool | None
    """None: the eye is unsure."""
    seen: str
    """For a person."""
    value: str = ""
    """What was read, where that was asked for."""


def _so(seen: str, value: str = "") -> Sight:
    return Sight(holds=True, seen=seen, value=value)


def _not_so(seen: str) -> Sight:
    return Sight(holds=False, seen=seen)


def _unsure(seen: str) -> Sight:
    return Sight(holds=None, seen=seen)


def judge(wanted: Wanted, look: Look) -> Sight:
    """Whether an expectation holds on a look, or what can be read on it."""
    try:
        match wanted:
            case Visible(target):
                return _visible(look.scene, target)
            case Absent(target):
                return _absent(look.scene, target)
            case Shows(field, text):
                return _shows(look, field, text)
            case InState(target, state):
                holds, seen = state_on(look, target, state)
                return Sight(holds, seen)
            case Readable(field):
                return _read(look, field)
    except NotFound as missing:
        return _not_so(str(missing))
    assert_never(wanted)


def told(text: str) -> str:
    """A text from the screen between quotes."""
    return json.dumps(text, ensure_ascii=False)


def _visible(scene: Scene, target: Locator) -> Sight:
    if not _is_plain(target):
        _check_placed(scene, target)
        return _so("it is there")
    if visible(target.text, scene.lines):
        return _so("it is there")
    unsure = doubt(target.text, scene.lines)
    return _not_so(nearest_to(target.text, scene.lines)) if unsure is None else _unsure(unsure)


def _absent(scene: Scene, target: Locator) -> Sight:
    """Nothing that may be the text is believed to be another."""
    if not _is_plain(target):
        return _absent_there(scene, target)
    if visible(target.text, scene.lines):
        where = next((line.text for line in scene.lines if says_within(line, target.text)), target.text)
        return _not_so(f"it is there: {told(where)}")
    may = [
        line for line in scene.lines if may_be(target.text, line.text) or part_may_be(target.text, line.text)
    ]
    return _unsure(f"{told(may[0].text)} may be it") if may else _so("it is not there")


def _absent_there(scene: Scene, target: Locator) -> Sight:
    """Whether a text is not in a place: what the place is called has to be found."""
    if not visible(target.text, scene.lines):
        return _absent(scene, Locator(target.text))
    for _, place in target.qualifiers:
        if not visible(place.text, scene.lines):
            return _unsure(f'"{target.text}" is there, and "{place.text}" is not: {target} can\'t be told')
    try:
        _check_placed(scene, target)
    except Ambiguous as doubtful:
        return _unsure(str(doubtful))
    except NotFound:
        return _so("it is not there")
    return _not_so(f"{target} is there")


def _check_placed(scene: Scene, target: Locator) -> None:
    """Make sure that a text is where its locator says.

    Raises:
        NotFound: it is not.
    """
    spots = spots_of(scene, target.text)
    if not spots:
        raise NotFound(nearest_to(target.text, scene.lines))
    kept = qualified(scene, target, [spot.box for spot in spots])
    if len(kept) < abs(target.ordinal or 1):
        raise NotFound(f'there are {len(kept)} of "{target.text}", and {target} is asked for')


def _shows(look: Look, field: Locator, text: str) -> Sight:
    value = value_of(look, field)
    shown = f"it shows {told(value.text)}" if value.text else "it is empty"
    holds = value.is_text(text)
    unsure = (value.doubt() or "not all of it can be seen") if holds is None else ""
    return Sight(holds, f"{shown}: {unsure}" if unsure else shown)


def _read(look: Look, field: Locator) -> Sight:
    """What is read is used by later steps: nothing, or what may be another, is not believed."""
    value = value_of(look, field)
    if not value.text:
        return _not_so("it is empty")
    unsure = value.doubt()
    if unsure is not None:
        return _unsure(unsure)
    if BEGINS in value.text:
        return _not_so(f"it shows {told(value.text)}, which only a task itself may say")
    if len(value.text) > _LONGEST:
        return _not_so(f"it shows {len(value.text)} characters, and {_LONGEST} at most are read")
    return _so(f"it shows {told(value.text)}", value.text)


def _is_plain(target: Locator) -> bool:
    return target.ordinal is None and not target.qualifiers


def nearest_to(text: str, lines: Sequence[Line]) -> str:
    """What is on the screen in a text's place."""
    texts = [line.text for line in lines]
    near = [one for one in nearest(text, texts, _NEAREST) if likeness(text, one) >= _NEAR]
    shown = ", ".join(map(told, near or texts[:_MOST])) or "no text at all"
    return f"{'nearest' if near else 'the screen shows'}: {shown}"
