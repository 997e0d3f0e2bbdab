"""Row of the table that `make bench` prints."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure beside what it is measured against, both taken in the same run."""

    name: str
    value: float
    unit: str
    baseline: str
    """What it is compared with, in words and figures; empty when it is an aim by itself."""
    ratio: float | None
    """Value divided by the baseline's value."""
    aim: str
    """What it should be, in words."""
    met: bool
