"""Misses by the size of what was to be clicked: the breakdown `target` of grounding sets. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.bench.beside import Run
    from agent.bench.statistics.proportion import Proportion

GROUP = "target"


@dataclass(frozen=True, slots=True)
class Missed:
    """Share of misses among attempts at targets of one size."""

    share: float
    low: float
    high: float
    of: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """The misses of one run, by size."""

    label: str
    missed: dict[str, Missed]
    """Size -> share; a size without an attempt is left out."""


def sizes(runs: Sequence[Run], name: str) -> list[Sizes]:
    """Of each run that has such attempts in a section."""
    found = []
    for run in runs:
        section = run.section(name)
        shares = section.groups.get(GROUP, {}) if section else {}
        missed = {size: one for size, share in sorted(shares.items()) if (one := _missed(share))}
        if missed:
            found.append(Sizes(run.label, missed))
    return found


def _missed(passed: Proportion) -> Missed | None:
    if passed.share is None or passed.low is None or passed.high is None:
        return None
    return Missed(1 - passed.share, 1 - passed.high, 1 - passed.low, passed.of)
