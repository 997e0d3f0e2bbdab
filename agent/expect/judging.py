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
from tools.ocrtext.alike import likeness, nearest
from tools.ocrtext.may_be import may_be, part_may_be
from tools.see.text.saying import doubt, says_within, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.expect.expectation import Wanted
    from tools.locate.locator import Locator
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
                return Sight(*state_on(look, target, state))
            case Readable(field):
                return _read(look, field)
    except NotFound as missing:
        return Sight(False, str(missing))
    assert_never(wanted)


def told(text: str) -> str:
    """A text from the screen between quotes."""
    return json.dumps(text, ensure_ascii=False)


def _visible(scene: Scene, target: Locator) -> Sight:
    if not _is_plain(target):
        return Sight(bool(_placed(scene, target)), f"{target} is not there")
    if visible(target.text, scene.lines):
        return Sight(True, "it is there")
    unsure = doubt(target.text, scene.lines)
    return Sight(False, nearest_to(target.text, scene.lines)) if unsure is None else Sight(None, unsure)


def _absent(scene: Scene, target: Locator) -> Sight:
    """Nothing that may be the text is believed to be another."""
    if not _is_plain(target):
        try:
            there = _placed(scene, target)
        except Ambiguous as unsure:
            return Sight(None, str(unsure))
        except NotFound:
            there = _absent_at_all(scene, target)
        return Sight(not there, f"{target} is there" if there else "it is not there")
    if visible(target.text, scene.lines):
        where = next((line.text for line in scene.lines if says_within(line, target.text)), target.text)
        return Sight(False, f"it is there: {told(where)}")
    may = [line for line in scene.lines if may_be(target.text, line.text) or part_may_be(target.text, line.text)]
    return Sight(None, f"{told(may[0].text)} may be it") if may else Sight(True, "it is not there")


def _absent_at_all(scene: Scene, target: Locator) -> bool:
    """Whether a text is not there in that place because it is nowhere; else its place is not found."""
    if visible(target.text, scene.lines):
        raise NotFound(f'"{target.text}" is there, and where {target} would be is not')
    return False


def _placed(scene: Scene, target: Locator) -> bool:
    """Whether a text is where its locator says; NotFound where it is not."""
    spots = spots_of(scene, target.text)
    if not spots:
        raise NotFound(nearest_to(target.text, scene.lines))
    kept = qualified(scene, target, [spot.box for spot in spots])
    wanted = abs(target.ordinal or 1)
    if len(kept) < wanted:
        raise NotFound(f'there are {len(kept)} of "{target.text}", and {target} is asked for')
    return True


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
        return Sight(False, "it is empty")
    unsure = value.doubt()
    if unsure is not None:
        return Sight(None, unsure)
    if BEGINS in value.text:
        return Sight(False, f"it shows {told(value.text)}, which only a task itself may say")
    if len(value.text) > _LONGEST:
        return Sight(False, f"it shows {len(value.text)} characters, and {_LONGEST} at most are read")
    return Sight(True, f"it shows {told(value.text)}", value.text)


def _is_plain(target: Locator) -> bool:
    return target.ordinal is None and not target.qualifiers


def nearest_to(text: str, lines: Sequence[Line]) -> str:
    """What is on the screen in a text's place."""
    texts = [line.text for line in lines]
    near = [one for one in nearest(text, texts, _NEAREST) if likeness(text, one) >= _NEAR]
    shown = ", ".join(map(told, near or texts[:_MOST])) or "no text at all"
    return f"{'nearest' if near else 'the screen shows'}: {shown}"
