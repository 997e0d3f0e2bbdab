"""Budget: what share of a run's attempts had passed after so many steps, seconds or tokens."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from agent.bench.spent import spent
from agent.bench.statistics.bands import Item, band
from agent.bench.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent.bench.beside import Run
    from agent.bench.results.attempt import Attempt
    from agent.bench.spent import Resource
    from agent.bench.statistics.bands import Point
    from agent.bench.statistics.proportion import Proportion

_MOST = 200
"""Points of a curve: more can't be told apart."""


@dataclass(frozen=True, slots=True)
class Curve:
    """The curve of one run."""

    label: str
    points: tuple[Point, ...]
    """From the first attempt that passed to the most that any took; at the last one all that passed have."""
    total: Proportion


def curve(run: Run, name: str, resource: Resource) -> Curve | None:
    """A run's curve in one section; None: there is no attempt, or nobody knows what they took.

    Raises:
        BadInput: a recording is damaged.
    """
    section, attempts = run.section(name), counted(run.attempts(name))
    took = {one.key: spent(one, resource, run.results.folder) for one in attempts}
    known = [x for x in took.values() if x is not None]
    passed = [took[one.key] for one in attempts if one.outcome == "passed"]
    reached = [x for x in passed if x is not None]
    if section is None or not known or len(reached) < len(passed):
        return None
    items = [
        Item([x for one in ones if one.outcome == "passed" and (x := took[one.key]) is not None], len(ones))
        for ones in _items(attempts)
    ]
    points = band(items, _positions(reached, max(known)))
    return Curve(run.label, tuple(points), section.passed)


def _positions(reached: Iterable[float], end: float) -> list[float]:
    """Where the curve rises, some left out where there are many; and its end."""
    found = sorted(set(reached))
    every = -(-len(found) // _MOST) or 1
    return sorted({*found[::-1][::every], end})


def _items(attempts: Iterable[Attempt]) -> list[list[Attempt]]:
    return [list(ones) for _, ones in groupby(attempts, lambda one: one.item)]
