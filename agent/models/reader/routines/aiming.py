"""Clicks and chords that select what a field holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from agent.models.reader.routines.present import current
from agent.protocol.write import do
from tools.action import Click, Key
from tools.locate.segments import place_to_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.models.reader.routines.routine import Decide, Routine
    from agent.protocol.write import Reply
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget

_STATES = {
    1: "",
    2: ", and a double click opens it, or selects its first part",
    3: ", and holds a text, which a triple click selects",
}
SELECT_ALL: tuple[tuple[tuple[str, ...], ...], ...] = (
    # Tk takes Ctrl+A for the start of the line; the others it knows, as GTK and Qt do.
    (),
    (("ctrl", "home"), ("ctrl", "shift", "end")),
    (("ctrl", "a"),),
)
"""For each try the chords that select what a field holds; the first try's is a triple click.

The second try of a date goes segment by segment, for Qt takes nothing in the place of all; where they are not
made out, its chord is a double click on the first.
"""
_LIT = 0.5
"""Share of the pixels of a text that are drawn otherwise once it is selected, at least."""


def aim(field: Widget, target: Locator, first: Frame | None, *, count: Literal[1, 2, 3] = 1) -> Decide:
    """A click on a field where it is then: one for the focus, two for an editor, three for all of a line."""

    def decide(look: Look) -> Reply:
        place = place_to_type(look, current(look, field, target, first))
        state = _STATES[count]
        thought = f"The field {target} is at ({place.x}, {place.y}){state}."
        return do(Click(point=place, count=count), thought, f"the field {target}")

    return decide


def press(chords: Sequence[tuple[str, ...]], target: Locator, look: Look) -> Routine:
    """Press chords that select what a field holds, where the keyboard is."""
    for chord in chords:
        look = yield do(Key(keys=chord), f"I select what {target} holds.")
    return look


def is_lit(before: Frame, after: Frame, written: Box) -> bool:
    """Whether a text has another ground than it had, or it can't be told: a caret alone changes little."""
    if before.size != after.size:
        return True
    differs = before.words[written.slices] != after.words[written.slices]
    return float(differs.mean()) >= _LIT
