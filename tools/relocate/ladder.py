"""The ladder of relocation: same place, near, whole frame, other scale.

No threshold on likeness tells one element from another (measured: "Save" relabelled "Send" correlates with
.811, the same label in another font with .79 to .83). So a place needs equal pixels or the same text; where
the recorded frame has several equal ones, the rest of the row decides, or there is no answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.observation import differing
from tools.relocate.alike import find_alike
from tools.relocate.crops import crop_of, crops, twins
from tools.relocate.duplicates import duplicate
from tools.relocate.neighbours import has_neighbour, row, row_is_equal
from tools.relocate.peaks import Peak, equal_places
from tools.relocate.result import Located, NotLocated, Rung, near, several
from tools.relocate.title_bars import of_another_window

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.relocate.snapshot import ElementSnapshot
    from tools.see.parser import ScreenParser

__all__ = ["Located", "NotLocated", "Rung", "relocate"]


def relocate(wanted: ElementSnapshot, frame: Frame, parser: ScreenParser) -> Located | NotLocated:
    """Where a recorded element is on another frame, or why no place is certain.

    Args:
        wanted: the recorded element.
        frame: where to look for it.
        parser: reads frames.
    """
    crop = crop_of(wanted)
    if crop is None:
        return NotLocated(
            "plain", f"around ({wanted.point.x}, {wanted.point.y}) there is nothing to know it by"
        )
    if wanted.frame.size == frame.size and not differing(wanted.frame, frame).any():
        return _found(wanted, crop, Peak(crop, 1.0))
    found = _equal(wanted, crop, frame)
    if isinstance(found, NotLocated):
        return found
    scene = parser.read(frame)
    if found is not None:
        place = _label_of(wanted, found)
    else:
        alike = find_alike(wanted, scene)
        if isinstance(alike, NotLocated):
            return alike
        place, found = alike[1].box, _found(wanted, *alike)
    return duplicate(wanted, crop, place, scene) or of_another_window(wanted, found, scene) or found


def _label_of(wanted: ElementSnapshot, found: Located) -> Box:
    """The label's box, of an element that was found in its recorded size."""
    was = wanted.label.box if wanted.label else found.box
    return was.shift(found.point.x - wanted.point.x, found.point.y - wanted.point.y)


def _equal(wanted: ElementSnapshot, crop: Box, frame: Frame) -> Located | NotLocated | None:
    """The only place with the same pixels; None when the pixels alone do not decide."""
    places = equal_places(wanted.frame, crop, frame)
    if not places:
        return None
    others = twins(wanted, crop)
    if others:
        return _among_twins(wanted, crop, places, others, frame)
    if len(places) > 1:
        return several(places, "was the only one")
    return _found(wanted, crop, Peak(places[0], 1.0)) if _is_it(wanted, crop, places[0], frame) else None


def _among_twins(
    wanted: ElementSnapshot, crop: Box, places: list[Box], others: list[Box], frame: Frame
) -> Located | NotLocated | None:
    """Of several equal places the one whose row, or else whose surroundings, are as they were."""
    if row(wanted) and not _in_equal_rows(wanted, crop, others, wanted.frame):
        rows = _in_equal_rows(wanted, crop, places, frame)
        if len(rows) > 1:
            return several(rows, "stood in a row like no other")
        return _found(wanted, crop, Peak(rows[0], 1.0)) if rows else None
    undecided = several(places, f"was one of {len(others) + 1}")
    return undecided if len(places) > len(others) + 1 else _around(wanted, crop, frame) or undecided


def _in_equal_rows(wanted: ElementSnapshot, crop: Box, places: list[Box], frame: Frame) -> list[Box]:
    return [place for place in places if row_is_equal(wanted, *_shift(crop, place), frame)]


def _around(wanted: ElementSnapshot, crop: Box, frame: Frame) -> Located | None:
    """Of several equal places the one whose surroundings are as they were."""
    for larger in (box for box in crops(wanted) if box.area > crop.area):
        places = equal_places(wanted.frame, larger, frame)
        if not places:
            return None
        if len(places) == 1 and not twins(wanted, larger):
            equal = row_is_equal(wanted, *_shift(larger, places[0]), frame)
            return _found(wanted, larger, Peak(places[0], 1.0)) if equal else None
    return None


def _is_it(wanted: ElementSnapshot, crop: Box, place: Box, frame: Frame) -> bool:
    """Whether the only place that looks like the element is not another element of the same look."""
    shift = _shift(crop, place)
    if (wanted.label is None or wanted.namesakes) and not row_is_equal(wanted, *shift, frame):
        return False
    return near(place, crop) or has_neighbour(wanted, *shift, frame)


def _shift(was: Box, now: Box) -> tuple[int, int]:
    return now.left - was.left, now.top - was.top


def _found(wanted: ElementSnapshot, was: Box, peak: Peak) -> Located:
    """The answer: the point keeps its place in the box, moved and scaled."""
    if peak.scale != 1:
        rung: Rung = "other scale"
    elif peak.box[:2] == was[:2]:
        rung = "same place"
    else:
        rung = "near" if near(peak.box, was) else "whole frame"
    return Located(was.carry(wanted.point, peak.box), peak.box, rung, peak.score, peak.scale)
