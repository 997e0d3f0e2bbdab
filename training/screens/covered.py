"""What is seen of a window that lies below others: its truth without what they hide. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.geometry import Box, Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.screens.outline import Truth

_ENOUGH = 0.6
"""Of an element, that must be seen for it to count."""


def seen(truth: Truth, above: Sequence[Box], screen: Size) -> Truth:
    """The truth without what the boxes above it or the screen's edges hide.

    An element that is cut straight has the box of what is left, and is `clipped`. What is left of another
    one is ignored, but for a window's whole area, which is left out.
    """
    elements: list[dict[str, Any]] = []
    ignored = [part for box in truth.get("ignore", ()) for part in parts(Box(*box), above, screen)]
    for element in truth["elements"]:
        whole = Box(*map(round, element["box"]))
        left = parts(whole, above, screen)
        if left == [whole]:
            elements.append({**element, "box": whole, "label_box": _label(element, above, screen)})
        elif len(left) == 1 and left[0].area >= _ENOUGH * whole.area:
            cut = {"box": left[0], "clipped": True, "label_box": _label(element, above, screen)}
            elements.append({**element, **cut})
        elif element["kind"] != "dialog":
            ignored += left
    return {"elements": elements, "ignore": [list(box) for box in ignored]}


def _label(element: dict[str, Any], above: Sequence[Box], screen: Size) -> Box | None:
    """The box of an element's label where all of it is seen."""
    told = element.get("label_box")
    whole = Box(*map(round, told)) if told else None
    return whole if whole and parts(whole, above, screen) == [whole] else None


def moved(truth: Truth, across: int, down: int) -> Truth:
    """The truth of a window that lies elsewhere by so many pixels."""
    elements = [
        element | {key: _shifted(element[key], across, down) for key in ("box", "label_box") if element[key]}
        for element in truth["elements"]
    ]
    return {"elements": elements, "ignore": [_shifted(box, across, down) for box in truth.get("ignore", [])]}


def _shifted(box: Sequence[float], across: int, down: int) -> list[int]:
    left, top, width, height = map(round, box)
    return [left + across, top + down, width, height]


def parts(box: Box, above: Iterable[Box], screen: Size) -> list[Box]:
    """The boxes of which that part of a box consists that is on the screen and below none of those above."""
    left = [box.clip(screen)]
    for cover in above:
        left = [part for one in left for part in _without(one, cover)]
    return [one for one in left if one.area]


def _without(box: Box, cover: Box) -> list[Box]:
    hidden = box.overlap(cover)
    if not hidden.area:
        return [box]
    sides = [
        Box(box.left, box.top, box.width, hidden.top - box.top),
        Box(box.left, hidden.bottom, box.width, box.bottom - hidden.bottom),
        Box(box.left, hidden.top, hidden.left - box.left, hidden.height),
        Box(hidden.right, hidden.top, box.right - hidden.right, hidden.height),
    ]
    return [side for side in sides if side.area]
