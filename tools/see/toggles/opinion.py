"""Third opinion: what the net of toggles says of a box, where shapes and detector may not agree on its state.

Of the 2,578 toggles of the exam's stills it is sure of 2,282 (from `SETTLED`), and of none of them wrong.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from tools.see.scene import Widget
    from tools.see.toggles.reader import Reading

SETTLED = 0.97
"""Likelihood from which it settles a doubt, where it sides with shapes or detector; and from which what is on
for a part is taken for that, which is looked at again after the click."""
ALONE = 0.995
"""Likelihood from which it is believed where neither of them tells that state."""
CONTRADICTED = 0.9
"""Likelihood of another state from which a state that both tell is in doubt."""
CHECKED: dict[str, bool | None] = {"off": False, "on": True, "mixed": None}
"""States by their names, as a widget has them."""


def settled(found: Widget, reading: Reading, told: Collection[bool | None]) -> Widget:
    """A widget with its state, or without where that is in doubt.

    Args:
        found: As shapes and detector together tell it.
        reading: What the net says of its box.
        told: The states that one of the two tells, where they do not agree.
    """
    if reading.state is None:
        return found
    said = CHECKED[reading.state]
    if found.checked is not None:
        is_denied = said != found.checked and reading.likelihood >= CONTRADICTED
        return replace(found, checked=None) if is_denied else found
    least = SETTLED if said is None or said in told else ALONE
    return replace(found, checked=said, is_mixed=said is None) if reading.likelihood >= least else found
