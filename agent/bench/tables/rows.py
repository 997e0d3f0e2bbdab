"""Rows of a table: the figures of several runs, of what is counted together in each."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from math import isclose
from typing import TYPE_CHECKING

from agent.bench.spent import spent
from agent.bench.statistics.means import chance, clustered_mean, mean_share
from agent.bench.statistics.proportion import proportion
from agent.bench.statistics.repeats import pass_all, pass_at
from agent.bench.summary import MANY, counted
from agent.bench.tables.table import Figure, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from agent.bench.beside import Run
    from agent.bench.results.attempt import Attempt
    from agent.bench.spent import Resource
    from agent.bench.statistics.means import Mean
    from agent.bench.statistics.proportion import Proportion
    from agent.bench.statistics.repeats import Repeats
    from agent.bench.summary import Section
    from agent.bench.tables.table import Unit

_COSTS: dict[str, tuple[Resource, Unit]] = {
    "steps an attempt": ("steps", "steps"),
    "seconds an attempt": ("time", "s"),
    "tokens an attempt": ("tokens", "tokens"),
    "cost an attempt": ("cost", "cost"),
}


def rows(runs: Sequence[Run], name: str) -> Iterator[Row]:
    """All rows of one section: passed, breakdowns, repeats, costs."""
    sections = [run.section(name) for run in runs]
    made = [counted(run.attempts(name)) for run in runs]
    yield Row(label="all", unit="%", cells=tuple(_passed(one.passed if one else None) for one in sections))
    if any(one and one.passed.of and one.score != one.passed.share for one in sections):
        score = tuple(_mean(_of_items(attempts, lambda one: one.score)) for attempts in made)
        yield Row(label="mean score", unit="score", cells=score)
    for group in dict.fromkeys(group for one in sections if one for group in one.groups):
        yield from _breakdown(group, sections)
    yield from _repeated(sections, made)
    yield from _costs(runs, made)


def _breakdown(group: str, sections: Sequence[Section | None]) -> Iterator[Row]:
    shares = [one.groups.get(group, {}) if one else {} for one in sections]
    values = sorted({value for one in shares for value in one})
    if not values:
        return
    yield Row(label=group)
    for value in values:
        cells = tuple(_passed(one.get(value)) for one in shares)
        yield Row(label=value, unit="%", cells=cells, inner=True)
    if len(values) >= MANY and any(one and _weighs(one, group) for one in sections):
        means = tuple(
            _figure(mean_share(list(one.groups[group].values()))) if one and group in one.means else None
            for one in sections
        )
        yield Row(label="mean of these", unit="%", cells=means, inner=True)


def _weighs(section: Section, group: str) -> bool:
    """Whether a mean in which each value has one vote is another figure than the share of all."""
    share = section.passed.share
    return group in section.means and share is not None and not isclose(section.means[group], share)


def _repeated(sections: Sequence[Section | None], made: Sequence[Sequence[Attempt]]) -> Iterator[Row]:
    """How much equal attempts differ, and the chances that one of so many passes, and that all do."""
    told = [one.repeats if one else None for one in sections]
    if not any(told):
        return
    yield Row(label="equal attempts")
    flips = tuple(_passed(proportion(one.flipped, one.of)) if one else None for one in told)
    yield Row(label="items flipped", unit="%", cells=flips, inner=True)
    for most in sorted({max(one.pass_at) for one in told if one}):
        for label, drawn in ((f"pass@{most}", pass_at), (f"pass^{most}", pass_all)):
            cells = tuple(_chance(one, ones, most, drawn) for one, ones in zip(told, made, strict=True))
            yield Row(label=label, unit="%", cells=cells, inner=True)


def _chance(
    told: Repeats | None, made: Sequence[Attempt], k: int, drawn: Callable[[int, int, int], float]
) -> Figure | None:
    """A chance over k of an item's equal attempts; None: the run made fewer."""
    if told is None or k not in told.pass_at:
        return None
    return _figure(chance([_chances(ones, k, drawn) for ones in _items(made)]))


def _chances(attempts: Sequence[Attempt], k: int, drawn: Callable[[int, int, int], float]) -> list[float]:
    """Of each seed of one item, if it was attempted as often."""
    seeds = dict[int, list[bool]]()
    for one in attempts:
        seeds.setdefault(one.seed, []).append(one.outcome == "passed")
    return [drawn(sum(ones), len(ones), k) for ones in seeds.values() if len(ones) >= max(k, 2)]


def _costs(runs: Sequence[Run], made: Sequence[Sequence[Attempt]]) -> Iterator[Row]:
    found = list[Row]()
    for label, (resource, unit) in _COSTS.items():
        cells = tuple(
            _mean(_of_items(attempts, partial(spent, resource=resource, out=run.results.folder)))
            for run, attempts in zip(runs, made, strict=True)
        )
        if any(cells):
            found.append(Row(label=label, unit=unit, cells=cells, inner=True))
    if found:
        yield Row(label="means")
        yield from found


def _items(attempts: Sequence[Attempt]) -> list[list[Attempt]]:
    """The attempts at each item, whatever their seeds."""
    return [list(ones) for _, ones in groupby(attempts, lambda one: one.item)]


def _of_items(attempts: Sequence[Attempt], value: Callable[[Attempt], float | None]) -> list[list[float]]:
    """What is known of each item's attempts."""
    return [[found for one in ones if (found := value(one)) is not None] for ones in _items(attempts)]


def _mean(clusters: Sequence[Sequence[float]]) -> Figure | None:
    return _figure(clustered_mean(clusters)) if any(clusters) else None


def _passed(share: Proportion | None) -> Figure | None:
    if share is None or share.share is None:
        return None
    return Figure(value=share.share, low=share.low, high=share.high, of=f"{share.passed}/{share.of}")


def _figure(mean: Mean | None) -> Figure | None:
    return Figure(value=mean.value, low=mean.low, high=mean.high, of=str(mean.of)) if mean else None
