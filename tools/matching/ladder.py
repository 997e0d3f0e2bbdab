"""The ladder: same place, near, whole frame, other scales. What is only alike is read before it is believed.

No single threshold can tell a target from another (measured: "Save" relabelled "Send" correlates with .811,
the same label in another font with .79 to .83), so equal pixels need no proof and everything less needs the
same text. Where as many places look equal as were recorded, what stands around them decides; where there are
more, nothing does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.geometry import Box, Point
from tools.matching.peaks import Peak, equal_places, peaks_in
from tools.matching.text import difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.matching.eye import Eye
    from tools.matching.remembered import Remembered
    from tools.observation import Frame
    from tools.scene import Line

Rung = Literal["same place", "near", "whole frame", "other scale"]
Why = Literal["absent", "several", "another text", "disabled", "plain"]

_NEAR = 64
"""Pixels that a target may have moved and still be near."""
_ALIKE = 0.72
"""Correlation from which a place is worth reading."""
_SCALES = (1.0, 0.9, 1.1, 0.8, 1.25, 0.67, 1.5, 1.75, 2.0, 0.5)
_READ = 6
"""Places that are read at each scale, at most."""
_DIM = 0.72
"""Part of the recorded contrast below which a target is greyed out (GTK 0.5, Tk 0.45, Qt 0.5)."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the target is, in the new frame's pixels."""

    point: Point
    box: Box
    rung: Rung
    score: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Lost:
    """Why there is no place that is it for certain; the message is for a person."""

    why: Why
    message: str


def find_again(wanted: Remembered, frame: Frame, eye: Eye) -> Found | Lost:
    """A remembered target on another frame."""
    if wanted.crop is None:
        return Lost("plain", f"around ({wanted.point.x}, {wanted.point.y}) there is nothing to know it by")
    return _equal(wanted, wanted.crop, frame) or _alike(wanted, wanted.crop, frame, eye)


def _equal(wanted: Remembered, crop: Box, frame: Frame) -> Found | Lost | None:
    """The place with the same pixels; None when there is none."""
    places = equal_places(wanted.frame, crop, frame)
    if not places:
        return None
    twins = wanted.twins(crop)
    if len(places) > twins + 1:
        return _several(places, f"was one of {twins + 1}" if twins else "was the only one")
    if twins == 0:
        return _found(wanted, crop, Peak(places[0], 1.0))
    return _among_twins(wanted, crop, frame) or _several(places, f"was one of {twins + 1}")


def _among_twins(wanted: Remembered, crop: Box, frame: Frame) -> Found | None:
    """The one of several equal places around which all is as it was."""
    for larger in (box for box in wanted.crops() if box.area > crop.area):
        places = equal_places(wanted.frame, larger, frame)
        if not places:
            return None
        if wanted.twins(larger) == 0 and len(places) == 1:
            return _found(wanted, larger, Peak(places[0], 1.0))
    return None


def _alike(wanted: Remembered, crop: Box, frame: Frame, eye: Eye) -> Found | Lost:
    """The one place that resembles the crop and reads the same."""
    label = wanted.label
    if label is None:
        return Lost(
            "absent", f"what was at ({wanted.point.x}, {wanted.point.y}) is not on the screen as it was"
        )
    same: list[Peak] = []
    other: Line | None = None
    for peak in _candidates(wanted.frame.gray[crop.slices], frame):
        line = _line_at(frame, peak.box, eye)
        if line is not None and difference(label.text, line.text) is not None:
            same.append(peak)
        elif line is not None and other is None and _is_near(peak.box, crop):
            other = line
    same = _apart(same)
    if len(same) > 1:
        return _several([peak.box for peak in same], f'says "{label.text}"')
    if same:
        return _unless_dim(wanted, crop, same[0], frame)
    if other is not None:
        return Lost(
            "another text",
            f'no "{label.text}": at ({other.box.center.x}, {other.box.center.y}) stands "{other.text}"',
        )
    return Lost("absent", f'no "{label.text}" that looks as it did')


def _candidates(gray: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], frame: Frame) -> Iterator[Peak]:
    """Places worth reading, by scale, the recorded one first."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    for scale in _SCALES:
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        scaled = np.asarray(
            gray if scale == 1 else cv2.resize(gray, None, fx=scale, fy=scale, interpolation=way)
        )
        yield from peaks_in(scaled.astype(np.uint8), frame, _ALIKE, scale)[:_READ]


def _line_at(frame: Frame, box: Box, eye: Eye) -> Line | None:
    """The line of text in the middle of a box."""
    lines = [line for line in eye.read(frame).lines if line.box.overlap(box).area * 2 > line.box.area]
    middle = box.center
    return min(
        lines,
        key=lambda line: abs(line.box.center.x - middle.x) + abs(line.box.center.y - middle.y),
        default=None,
    )


def _unless_dim(wanted: Remembered, crop: Box, peak: Peak, frame: Frame) -> Found | Lost:
    now, was = contrast(frame, peak.box), contrast(wanted.frame, crop)
    if now < _DIM * was:
        at = peak.box.center
        return Lost("disabled", f"at ({at.x}, {at.y}) it is greyed out")
    return _found(wanted, crop, peak)


def contrast(frame: Frame, box: Box) -> int:
    """Levels (0-255) between the ground inside a box and what stands out from it most."""
    gray = frame.gray[box.clip(frame.size).slices].astype(np.int16)
    if not gray.size:
        return 0
    ground = int(np.bincount(gray.ravel().astype(np.int64), minlength=256).argmax())
    return int(np.quantile(np.abs(gray - ground), 0.99))


def _apart(peaks: list[Peak]) -> list[Peak]:
    """The best of those that lie on one another at different scales."""
    kept: list[Peak] = []
    for peak in sorted(peaks, key=lambda peak: -peak.score):
        if not any(one.box.contains(peak.box.center) or peak.box.contains(one.box.center) for one in kept):
            kept.append(peak)
    return kept


def _is_near(box: Box, crop: Box) -> bool:
    reach = max(_NEAR, crop.width, crop.height)
    return abs(box.left - crop.left) <= reach and abs(box.top - crop.top) <= reach


def _found(wanted: Remembered, crop: Box, peak: Peak) -> Found:
    """The pixel that lies in the place as the point lay in the crop."""
    across, down = wanted.point.x - crop.left, wanted.point.y - crop.top
    point = Point(peak.box.left + round(across * peak.scale), peak.box.top + round(down * peak.scale))
    if peak.scale != 1:
        rung: Rung = "other scale"
    elif peak.box == crop:
        rung = "same place"
    else:
        rung = "near" if _is_near(peak.box, crop) else "whole frame"
    return Found(point, peak.box, rung, peak.score, peak.scale)


def _several(places: list[Box], was: str) -> Lost:
    at = ", ".join(f"({box.center.x}, {box.center.y})" for box in places[:4])
    return Lost("several", f"{len(places)} places look the same, at {at}; what was recorded {was}")
