"""Figures of a suite: counts, the slowest, the least steady, what models cost. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from agent.report.pages.durations import in_seconds
from agent.report.suites.suite import gravity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from agent.report.suites.suite import Run, Suite, Test

LISTED = 8
"""Tests of the slowest and the least steady that are named."""


def tally(suite: Suite) -> list[tuple[str, int]]:
    """How many tests are in each state, the gravest first."""
    return _counted(test.latest.state for test in suite.tests)


def states(runs: Sequence[Run]) -> list[tuple[str, int]]:
    """How many runs came to each state, the lightest first."""
    return _counted(run.state for run in runs)[::-1]


def passed(runs: Sequence[Run]) -> int:
    """How many runs passed, at whatever attempt."""
    return sum(run.last.verdict == "passed" for run in runs)


def slowest(suite: Suite) -> list[Test]:
    """Tests by the time that they take."""
    return sorted(suite.tests, key=lambda test: -test.seconds)[:LISTED]


def unsteady(suite: Suite) -> list[Test]:
    """Tests that pass at some times and not at others."""
    found = [test for test in suite.tests if test.unsteady]
    return sorted(found, key=lambda test: -test.unsteady)[:LISTED]


def costs(suite: Suite) -> list[tuple[str, int, float]]:
    """Tokens and money by model, retries included; of models that used any."""
    spent: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for run in suite.runs:
        for entry in run.attempts:
            spent[entry.model].append((entry.tokens, entry.cost))
    summed = [(model, *(sum(part) for part in zip(*used, strict=True))) for model, used in spent.items()]
    return sorted(((m, int(t), float(c)) for m, t, c in summed if t or c), key=lambda one: -one[1])


def overall(suite: Suite) -> Iterator[tuple[str, str]]:
    """Facts about all of it."""
    times = [run.attempts[0].started for run in suite.runs if run.attempts[0].started]
    if times:
        yield "from", moment(min(times))
        yield "to", moment(max(times))
    yield "ran for", in_seconds(sum(entry.seconds for run in suite.runs for entry in run.attempts))
    yield "steps", f"{sum(entry.steps for run in suite.runs for entry in run.attempts):,}"
    if jobs := sorted({run.last.found.job for run in suite.runs} - {""}):
        yield "jobs", ", ".join(jobs)


def moment(at: datetime) -> str:
    """A time for a person."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _counted(found: Iterator[str] | Sequence[str]) -> list[tuple[str, int]]:
    return sorted(Counter(found).items(), key=lambda one: -gravity(one[0]))
