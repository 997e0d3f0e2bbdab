"""Comparison of two runs of one set, item by item."""

from __future__ import annotations

from statistics import fmean, median
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ConfigDict

from agent.bench.results.attempt import variant_name
from agent.bench.statistics.paired import Paired, paired
from agent.bench.summary import counted, sections_of, values_of
from agent.errors import BadInput
from agent.extras import check_extra
from agent.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agent.bench.results.attempt import Attempt
    from agent.bench.results.reading import Results

_Key = tuple[str, int]
"""An item and its seed."""


class Side(BaseModel):
    """One of the two runs, over what both have."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    folder: str
    model: str
    attempts: int
    passed: float
    """Mean share of passed, an item one vote."""
    tokens: float
    """Mean of an attempt."""
    cost: float
    """Mean of an attempt, in the currency of the profile's price; 0 where none is known."""
    seconds: float
    """Median of an attempt."""


class ComparedSection(BaseModel):
    """Both runs over the items that are counted together."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    first: Side
    second: Side
    paired: Paired
    won: tuple[str, ...]
    """Items on which the second run is better."""
    lost: tuple[str, ...]
    """Items on which it is worse."""


class Comparison(BaseModel):
    """Two runs of one set."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    set: str
    sections: tuple[ComparedSection, ...]
    differences: tuple[str, ...]
    """What differs in the two configurations."""
    only_first: int
    """Items that only the first run has results of; they are left out."""
    only_second: int


class _Run(NamedTuple):
    results: Results
    made: dict[_Key, list[Attempt]]


def compare(first: Results, second: Results) -> Comparison:
    """The second run against the first one, over the items that both have results of.

    Raises:
        BadInput: they are of different sets or data, have no item in common, or the extra is missing.
    """
    check_extra("scipy")
    for key in ("set", "data"):
        mine, theirs = getattr(first.config, key), getattr(second.config, key)
        if mine != theirs:
            raise BadInput(
                f"bench compare: {key}: {first.folder} is of {mine}, {second.folder} of {theirs}; "
                "only runs of the same set on the same data can be compared"
            )
    one, other = (_Run(results, _by_key(results.latest)) for results in (first, second))
    both = sorted(one.made.keys() & other.made.keys())
    if not both:
        raise BadInput(f"bench compare: {first.folder} and {second.folder} have results of no item in common")
    apart = first.config.apart
    found = {key: one.made[key][0] for key in both}
    parts = {
        name: [key for key in both if apart is None or name in values_of(found[key], apart)]
        for name in sections_of(found.values(), apart)
    }
    return Comparison(
        set=first.config.set,
        sections=tuple(_section(name, one, other, keys) for name, keys in parts.items()),
        differences=tuple(first.config.differences(second.config, ("in the first", "in the second"))),
        only_first=len(one.made.keys() - other.made.keys()),
        only_second=len(other.made.keys() - one.made.keys()),
    )


def _by_key(attempts: Iterable[Attempt]) -> dict[_Key, list[Attempt]]:
    found: dict[_Key, list[Attempt]] = {}
    for attempt in counted(attempts):
        found.setdefault((attempt.item, attempt.seed), []).append(attempt)
    return found


def _section(name: str, first: _Run, second: _Run, keys: Sequence[_Key]) -> ComparedSection:
    shares = {key: (_passed(first.made[key]), _passed(second.made[key])) for key in keys}
    means = _means(shares)
    return ComparedSection(
        name=name,
        first=_side(first, keys, fmean(one for one, _ in means)),
        second=_side(second, keys, fmean(other for _, other in means)),
        paired=paired(means),
        won=tuple(variant_name(*key) for key, (one, other) in shares.items() if other > one),
        lost=tuple(variant_name(*key) for key, (one, other) in shares.items() if other < one),
    )


def _passed(attempts: Sequence[Attempt]) -> float:
    return fmean(one.outcome == "passed" for one in attempts)


def _means(shares: dict[_Key, tuple[float, float]]) -> list[tuple[float, float]]:
    """Of each item both shares over all its seeds: seeds of one item are no independent items."""
    items: dict[str, list[tuple[float, float]]] = {}
    for (item, _), both in shares.items():
        items.setdefault(item, []).append(both)
    return [(fmean(one for one, _ in ones), fmean(other for _, other in ones)) for ones in items.values()]


def _side(run: _Run, keys: Sequence[_Key], passed: float) -> Side:
    attempts = [attempt for key in keys for attempt in run.made[key]]
    tokens = sum((attempt.tokens for attempt in attempts), Usage())
    return Side(
        folder=str(run.results.folder),
        model=run.results.config.model,
        attempts=len(attempts),
        passed=passed,
        tokens=tokens.total / len(attempts),
        cost=tokens.cost / len(attempts),
        seconds=median(attempt.seconds.get("total", 0.0) for attempt in attempts),
    )
