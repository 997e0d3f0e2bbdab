"""The ladder: same place, near, whole frame, other scales. What is only alike is read before it is believed.

No single threshold can tell a target from another (measured: "Save" relabelled "Send" correlates with .811,
the same label in another font with .79 to .83). So it takes equal pixels or the same text, and where the
recording already had two of them, the rest of the target's row decides, or nothing does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Point
from tools.matching.alike import find_alike
from tools.matching.company import has_company, row_is_equal
from tools.matching.peaks import Peak, equal_places
from tools.matching.result import Found, Lost, Rung, near, several

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.matching.eye import Eye
    from tools.matching.remembered import Remembered
    from tools.observation import Frame

__all__ = ["Found", "Lost", "Rung", "find_again"]


def find_again(wanted: Remembered, frame: Frame, eye: Eye) -> Found | Lost:
    """A remembered target on another frame."""
    crop = wanted.crop
    if crop is None:
        return Lost("plain", f"around ({wanted.point.x}, {wanted.point.y}) there is nothing to know it by")
    equal = _equal(wanted, crop, frame)
    if equal is not None:
        return equal
    alike = find_alike(wanted, frame, eye)
    return alike if isinstance(alike, Lost) else _found(wanted, *alike)


def _equal(wanted: Remembered, crop: Box, frame: Frame) -> Found | Lost | None:
    """The place with the same pixels; None when there is none that is it by its pixels alone."""
    places = equal_places(wanted.frame, crop, frame)
    if not places:
        return None
    twins = wanted.twins(crop)
    if len(places) > twins + 1:
        return several(places, f"was one of {twins + 1}" if twins else "was the only one")
    if twins:
        return _among_twins(wanted, crop, frame) or several(places, f"was one of {twins + 1}")
    return _found(wanted, crop, Peak(places[0], 1.0)) if _is_it(wanted, crop, places[0], frame) else None


def _among_twins(wanted: Remembered, crop: Box, frame: Frame) -> Found | None:
    """The one of several equal places around which, and in whose row, all is as it was."""
    for larger in (box for box in wanted.crops() if box.area > crop.area):
        places = equal_places(wanted.frame, larger, frame)
        if not places:
            return None
        if wanted.twins(larger) == 0 and len(places) == 1:
            equal = row_is_equal(wanted, *_shift(larger, places[0]), frame)
            return _found(wanted, larger, Peak(places[0], 1.0)) if equal else None
    return None


def _is_it(wanted: Remembered, crop: Box, place: Box, frame: Frame) -> bool:
    """Whether the only place that looks like the target is no other of its kind."""
    shift = _shift(crop, place)
    if wanted.label is None or wanted.namesakes:
        return row_is_equal(wanted, *shift, frame)
    return near(place, crop) or has_company(wanted, *shift, frame)


def _shift(was: Box, now: Box) -> tuple[int, int]:
    return now.left - was.left, now.top - was.top


def _found(wanted: Remembered, was: Box, peak: Peak) -> Found:
    """The pixel that lies in the place as the point lay in the recorded box."""
    across, down = wanted.point.x - was.left, wanted.point.y - was.top
    point = Point(
        peak.box.left + round(across * peak.box.width / was.width),
        peak.box.top + round(down * peak.box.height / was.height),
    )
    if peak.scale != 1:
        rung: Rung = "other scale"
    elif peak.box[:2] == was[:2]:
        rung = "same place"
    else:
        rung = "near" if near(peak.box, was) else "whole frame"
    return Found(point, peak.box, rung, peak.score, peak.scale)
