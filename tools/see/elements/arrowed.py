"""Arrowed fields: drop-downs that the detector is not sure of, and whose arrow bears it out.

A floating label or a short caption leaves it in doubt of the box, and of its kind; the arrow says both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.scene import Widget
from tools.see.shapes.arrows import find_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.elements.element import Element

SUPPOSED = 0.3
"""Score from which an element is one, where its arrow bears it out."""
DROPS = frozenset(("dropdown", "combo"))
MAY_DROP = DROPS | {"field", "area"}
"""Kinds that a drop-down is taken for; a number field has arrows of its own."""
OFF_MIDDLE = 0.12
"""Heights of a box by which the middle of its arrows is off its own, at most: those of a scroll bar are."""


def with_arrowed_fields(frame: Frame, widgets: Sequence[Widget], elements: Sequence[Element]) -> list[Widget]:
    """The widgets, and the drop-downs that detector and arrow show where none of them lies.

    Args:
        frame: What to look at.
        widgets: Those that are known.
        elements: What the detector proposes.
    """
    supposed = [
        one
        for one in elements
        if one.kind in MAY_DROP
        and one.score >= SUPPOSED
        and not any(one.box.meets(other.box) for other in widgets)
    ]
    if not supposed:
        return list(widgets)
    letter = letter_height(find_regions(frame))
    found = [one.box for one in supposed if _has_arrow(frame, one, letter)]
    return [*widgets, *(Widget("dropdown", box) for box in found)]


def _has_arrow(frame: Frame, one: Element, letter: float) -> bool:
    """Whether one arrow points down in its right end; of what is seen to drop down, another above it up."""
    marks = [(mark, box) for mark, box in find_marks(frame, one.box, letter) if mark != "bar"]
    kinds = [mark for mark, _ in marks]
    pairs = (["down"], ["up", "down"], ["down", "up"]) if one.kind in DROPS else (["down"],)
    return kinds in pairs and _is_in_middle(one.box, [box for _, box in marks])


def _is_in_middle(box: Box, arrows: Sequence[Box]) -> bool:
    """Whether arrows stand one above the other, halfway down a box."""
    top, bottom = min(one.top for one in arrows), max(one.bottom for one in arrows)
    in_column = all(one.gap_across(arrows[0]) == 0 for one in arrows)
    return in_column and abs(top + bottom - box.top - box.bottom) <= 2 * OFF_MIDDLE * box.height
