"""Suite: entries put together as runs with retries, tests with a history, and batches over time. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from agent.report.suites.entry import Entry, in_order

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

PAUSE = timedelta(minutes=30)
"""Without any run: what begins after it belongs to another batch."""
_RETRY = re.compile(r"(.*)-retry(\d{1,6})")
_GRAVITY = ("passed", "healed", "flaky", "interrupted", "stopped", "cut_off", "gave_up", "failed")
"""States, the lightest first; all others are graver."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run: its last attempt counts."""

    attempts: tuple[Entry, ...]
    """In order, at least one."""
    batch: int = 0

    @property
    def last(self) -> Entry:
        """The attempt that counts."""
        return self.attempts[-1]

    @property
    def state(self) -> str:
        """Its verdict, or in place of `passed`: `flaky`, `healed`."""
        if self.last.verdict != "passed":
            return self.last.verdict
        if self.last.flaky or any(entry.verdict != "passed" for entry in self.attempts):
            return "flaky"
        return "healed" if self.last.healed else "passed"


@dataclass(frozen=True, slots=True)
class Test:
    """What was run again and again: a task, or one of its cases."""

    label: str
    file: str
    runs: tuple[Run, ...]
    """By time."""

    @property
    def latest(self) -> Run:
        """The gravest of its last runs in each job of its last batch."""
        batch = self.runs[-1].batch
        last = {run.last.found.job: run for run in self.runs if run.batch == batch}
        return max(last.values(), key=lambda run: gravity(run.state))

    @property
    def unsteady(self) -> float:
        """The share of its runs that did not pass at once, if it goes to and fro; else 0.

        One that fails from some day on, or passes from some day on, was broken or mended, which is no doubt.
        """
        held = [run.last.verdict == "passed" for run in self.runs]
        turns = sum(one != next_ for one, next_ in pairwise(held))
        goes_to_and_fro = turns > 1 or any(run.state == "flaky" for run in self.runs)
        return self.odd / len(self.runs) if goes_to_and_fro else 0.0

    @property
    def odd(self) -> int:
        """How many of its runs did not pass at once."""
        return sum(run.state not in ("passed", "healed") for run in self.runs)

    @property
    def seconds(self) -> float:
        """That it takes, as the mean of its runs."""
        return sum(run.last.seconds for run in self.runs) / len(self.runs)


@dataclass(frozen=True, slots=True)
class Suite:
    """All of it."""

    tests: tuple[Test, ...]
    """The gravest first, then by name."""
    runs: tuple[Run, ...]
    """By time."""

    @property
    def batches(self) -> list[list[Run]]:
        """Runs that followed one another without a long pause."""
        batches: dict[int, list[Run]] = defaultdict(list)
        for run in self.runs:
            batches[run.batch].append(run)
        return list(batches.values())


def suite_of(entries: Sequence[Entry]) -> Suite:
    """Put together what belongs together."""
    runs = _batched(_runs(entries))
    tests: dict[tuple[str, str], list[Run]] = defaultdict(list)
    for run in runs:
        tests[run.last.file, run.last.label].append(run)
    made = [Test(label, file, tuple(of_it)) for (file, label), of_it in tests.items()]
    made.sort(key=lambda test: (-gravity(test.latest.state), test.label, test.file))
    return Suite(tuple(made), tuple(runs))


def gravity(state: str) -> int:
    """How grave a state is."""
    return _GRAVITY.index(state) if state in _GRAVITY else len(_GRAVITY)


def _runs(entries: Sequence[Entry]) -> list[Run]:
    """Attempts at one run together: as their results say, or as their folders are called (`REC-retry1`)."""
    retried = {first for entry in entries if (first := _first(entry)) != str(entry.found.folder)}
    runs: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    for entry in in_order(entries):
        first = _first(entry)
        if first in retried or entry.kept is None:
            runs[first].append((_retry(entry), entry))
        else:
            runs[entry.kept.run].append((entry.kept.attempt, entry))
    together = [tuple(entry for _, entry in sorted(run, key=lambda one: one[0])) for run in runs.values()]
    order = {entry: place for place, entry in enumerate(map(_identity, in_order(entries)))}
    return sorted(map(Run, together), key=lambda run: order[_identity(run.last)])


def _identity(entry: Entry) -> str:
    return str(entry.found.folder)


def _first(entry: Entry) -> str:
    """The folder of the first attempt, going by names: `REC`, or `TEST/REC`."""
    folder = entry.found.folder
    parent = folder.parent.with_name(_bare(folder.parent.name)) if folder.parent.name else folder.parent
    return str(parent / _bare(folder.name))


def _retry(entry: Entry) -> int:
    """Which retry it is, going by names."""
    folder = entry.found.folder
    found = _RETRY.fullmatch(folder.name) or _RETRY.fullmatch(folder.parent.name)
    return int(found[2]) if found else 0


def _bare(name: str) -> str:
    found = _RETRY.fullmatch(name)
    return found[1] if found else name


def _batched(runs: Sequence[Run]) -> list[Run]:
    """Each with its batch."""
    batch, until, batched = 0, None, []
    for run in runs:
        began = run.attempts[0].started
        if began and until and began - until > PAUSE:
            batch += 1
        until = _later(until, run.last)
        batched.append(Run(run.attempts, batch))
    return batched


def _later(until: datetime | None, entry: Entry) -> datetime | None:
    """The time at which all so far were over."""
    if entry.started is None:
        return until
    ended = entry.started + timedelta(seconds=min(max(entry.seconds, 0), 1e6))
    return ended if until is None else max(until, ended)
