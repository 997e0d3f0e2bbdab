"""`image` check: a small picture somewhere on the screen."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from agent.checks.context import CheckContext, Found
from agent.checks.pictures.compared import area_of, write_compared
from agent.checks.pictures.needle import open_needle
from agent.checks.pictures.search import ALIKE, crop, differing, nearest_alike, nearest_tolerant

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from agent.checks.pictures.needle import Needle
    from agent.checks.pictures.search import Nearest
    from agent.task.checks import ImageCheck


def check_image(check: ImageCheck, context: CheckContext, folder: Path, shown: Path | None = None) -> Found:
    """Look for the pictures, one of which is to be seen.

    Args:
        check: Which, and where.
        context: The screen.
        folder: Of the task file: the pictures' paths start there.
        shown: Where what was compared is written, as a PNG; None: nowhere.
    """
    expected = _expected(check)
    searched, (left, top) = _searched(check, context.frame.rgb)
    said, likest = [], -1.0
    for name in check.like:
        try:
            needle = open_needle(folder / name, check.ignore)
        except (OSError, ValueError) as error:
            return Found(passed=False, expected=expected, actual=f"{folder / name} can't be used: {error}")
        before = f"{name} " if len(check.like) > 1 else ""
        if any(most < one for most, one in zip(searched.shape, needle.counted.shape, strict=False)):
            said.append(f"{before}not seen: larger than what is looked at")
            continue
        found = _nearest(check, searched, needle)
        if found.likeness > likest or found.same:
            likest = found.likeness
            _show(shown, searched, needle, found)
        if found.same and found.place:
            where = f"{before}at {found.place[0] + left}, {found.place[1] + top}"
            return Found(passed=True, expected=expected, actual=where)
        said.append(before + _differs(check, searched, needle, found, (left, top)))
    return Found(passed=False, expected=expected, actual="; ".join(said))


def _expected(check: ImageCheck) -> str:
    where = f"in {list(check.region)} of the screen" if check.region else "on the screen"
    allowed = ""
    if check.tolerance is not None:
        allowed = f", at most {check.tolerance:.4g} of its pixels other ones"
    return f"{' or '.join(check.like)} is seen {where}{allowed}"


def _searched(check: ImageCheck, rgb: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], tuple[int, int]]:
    """What is looked at, and where it begins on the frame."""
    if check.region is None:
        return rgb, (0, 0)
    left, top, width, height = check.region
    return rgb[top : top + height, left : left + width].copy(), (left, top)


def _nearest(check: ImageCheck, searched: NDArray[np.uint8], needle: Needle) -> Nearest:
    if check.tolerance is None:
        return nearest_alike(searched, needle)
    return nearest_tolerant(searched, needle, check.tolerance)


def _differs(
    check: ImageCheck, searched: NDArray[np.uint8], needle: Needle, found: Nearest, offset: tuple[int, int]
) -> str:
    """How near the nearest place comes, and in which area of the picture it is another one."""
    if found.place is None:
        return f"not seen; nearest likeness {found.likeness:.2f} of at least {ALIKE}"
    differs = differing(searched, needle, found.place)
    where = f"at {found.place[0] + offset[0]}, {found.place[1] + offset[1]}"
    within = f", differs in {area_of(differs)} of the picture" if differs.any() else ""
    if check.tolerance is not None:
        share = float(differs[needle.counted].mean())
        return f"not seen; nearest {where}, where {share:.4g} of its pixels are other ones{within}"
    if found.likeness >= ALIKE:
        return f"not seen; in other colours {where}{within}"
    return f"not seen; nearest likeness {found.likeness:.2f} of at least {ALIKE}, {where}{within}"


def _show(shown: Path | None, searched: NDArray[np.uint8], needle: Needle, found: Nearest) -> None:
    if shown is not None and found.place is not None:
        with suppress(OSError):  # the disk is full, say: the result is worth more than its picture
            there = crop(searched, needle, found.place)
            write_compared(shown, needle, there, differing(searched, needle, found.place))
