"""Causes: a fitted mapping -> what is likely wrong and what to change, in words. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.clicktest.mapping import AXES
from agent.clicktest.remedies import REMEDIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.clicktest.mapping import Mapping
    from agent.clicktest.remedies import Cause
    from tools.geometry import Size

_CLOSE = 0.02
"""Of a factor: this near to a round one it is taken for it."""


def causes(mapping: Mapping) -> tuple[Cause, ...]:
    """Causes of a mapping's errors, by name, the greatest first; empty when it is right.

    Next to a graver one, what moves a click by a hundredth or less is not named.
    """
    found = list(_causes(mapping))
    grave = [cause for cause in found if cause not in ("grid 999", "stretched", "padded")]
    return tuple(grave or found)


def explain(mapping: Mapping) -> str:
    """Explanation of what the numbers seem to be, in one sentence."""
    said = {
        "grid": _said_of_grid(mapping),
        "grid 999": "The numbers run from 0 to 999, not to 1000.",
        "pixels": "The numbers are pixels of the picture, not parts of a thousand.",
        "resized": f"The numbers are pixels of the picture as it was resized ({_sizes(mapping)}).",
        "stretched": f"The numbers are scaled to the resized picture ({_sizes(mapping)}) once too often.",
        "padded": f"The numbers count in a picture with a border ({_sizes(mapping)}).",
    }[mapping.space.name]
    if mapping.correction == "by size":
        said = "The numbers are pixels of the picture as it was resized (" + _factors(mapping) + ")."
    axes = {
        "straight": "",
        "swapped": "x and y are swapped. ",
        "x mirrored": "x is counted from the right. ",
        "y mirrored": "y is counted from the bottom. ",
        "both mirrored": "x and y are counted from the bottom right. ",
    }[mapping.axes]
    return (axes + said).strip()


def remedy(named: tuple[Cause, ...]) -> str:
    """Remedy: what to change."""
    return " ".join(REMEDIES[cause] for cause in named)


def _causes(mapping: Mapping) -> Iterator[Cause]:
    if mapping.axes != AXES[0]:
        yield "swapped" if mapping.axes == "swapped" else "mirrored"
    match mapping.correction:
        case "by size":
            yield "resized"
        case "shift" | "grid shift":
            yield "shift"
        case "factor" | "factors" | "factors and shifts":
            yield "factor"
        case _ if mapping.space.name != "grid":
            yield mapping.space.name


def _said_of_grid(mapping: Mapping) -> str:
    fitted = mapping.fitted
    match mapping.correction:
        case "factor":
            return f"All numbers are {_factor(fitted[0])} what they should be."
        case "factors":
            return f"Numbers are {_factor(fitted[0])} on x and {_factor(fitted[1])} on y what they should be."
        case "shift":
            return f"Every click lies {_shift(fitted)} px (right, down) off, whatever the picture's size."
        case "grid shift":
            percent = _shift([100 * part for part in fitted], 1)
            return f"Every click lies {percent} % of the picture (right, down) off."
        case "factors and shifts":
            factors = f"{_factor(fitted[0])} on x and {_factor(fitted[1])} on y what they should be"
            return f"Numbers are {factors}, and {_shift(fitted[2:])} px (right, down) off."
        case _:
            return ""


def _factor(number: float) -> str:
    for round_one, said in ((0.001, "a thousandth of"), (0.5, "half"), (2.0, "twice"), (10.0, "ten times")):
        if abs(number / round_one - 1) < _CLOSE:
            return said
    return f"{number:.4g} times"


def _shift(numbers: list[float] | tuple[float, ...], digits: int = 0) -> str:
    return ", ".join(f"{number:+.{digits}f}" for number in numbers)


def _sizes(mapping: Mapping) -> str:
    shown = [(mapping.space.shown(size), size) for size in mapping.sizes]
    return ", ".join(f"{_size(one)} for {_size(size)}" for one, size in shown if one != size)


def _factors(mapping: Mapping) -> str:
    return ", ".join(
        f"{_size(size)} times {by:.3g}" for size, by in zip(mapping.sizes, mapping.fitted, strict=True)
    )


def _size(size: Size) -> str:
    return f"{size.width}x{size.height}"
