"""Summary of a run: figures made of its attempts, and of nothing else."""

from __future__ import annotations

from collections import Counter
from statistics import fmean, median
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from agent.bench.results.attempt import OUTCOMES
from agent.bench.statistics.proportion import Proportion, clustered
from agent.bench.statistics.repeats import Repeats, repeats
from agent.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from agent.bench.results.attempt import Attempt
    from agent.bench.results.config import Config


MANY = 4
"""Values of a breakdown whose mean is worth a line."""


class Section(BaseModel):
    """Figures of attempts that are counted together."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    """The value of the breakdown that is kept apart; "" where all attempts are counted together."""
    passed: Proportion
    """Of all attempts that were made: those that the environment prevented are not counted."""
    score: float | None
    """Mean score of the same attempts."""
    outcomes: dict[str, int]
    """How many attempts came to each outcome, those that the environment prevented too."""
    groups: dict[str, dict[str, Proportion]]
    """Breakdown -> value -> share of passed."""
    means: dict[str, float]
    """Breakdown -> mean of its shares, where it has several values and every item one of them."""
    repeats: Repeats | None
    """None: nothing was attempted twice."""
    seconds: dict[str, float]
    """Median by part of the work."""


class Summary(BaseModel):
    """Figures of a run."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    set: str
    model: str
    expected: int
    """Attempts that the run consists of."""
    decided: int
    """Attempts that say something of their item; the same command goes on with the others."""
    prevented: int
    """Tries that the environment prevented, those included that were made again."""
    sections: tuple[Section, ...]
    tokens: Usage
    seconds: float
    """All attempts one after another."""
    last: str
    """SHA-256 of the last line: removed lines at the end are noticed by it."""

    @property
    def complete(self) -> bool:
        """Whether every attempt says something of its item."""
        return self.decided == self.expected


def summary(config: Config, attempts: Sequence[Attempt], tries: Sequence[Attempt], last: str) -> Summary:
    """The summary of a run.

    Args:
        config: of the run.
        attempts: the last one of each key.
        tries: all of them.
        last: digest of the last line.
    """
    apart = config.apart
    return Summary(
        set=config.set,
        model=config.model,
        expected=config.items * config.repeat,
        decided=sum(one.decided for one in attempts),
        prevented=sum(one.outcome == "environment" for one in tries),
        sections=tuple(
            _section(name, in_section(attempts, name, apart), apart) for name in sections_of(attempts, apart)
        ),
        tokens=sum((one.tokens for one in tries), Usage()),
        seconds=sum(one.seconds.get("total", 0.0) for one in tries),
        last=last,
    )


def sections_of(attempts: Iterable[Attempt], apart: str | None) -> list[str]:
    """Names of what is counted together: each value of the breakdown that is kept apart; else one, ""."""
    if apart is None:
        return [""]
    return list(dict.fromkeys(value for one in attempts for value in values_of(one, apart)))


def in_section(attempts: Iterable[Attempt], name: str, apart: str | None) -> list[Attempt]:
    """The attempts that are counted together under a name of `sections_of`."""
    return [one for one in attempts if apart is None or name in values_of(one, apart)]


def values_of(attempt: Attempt, group: str | None) -> tuple[str, ...]:
    """The attempt's values in a breakdown."""
    value = attempt.groups.get(group or "", ())
    return (value,) if isinstance(value, str) else value


def counted(attempts: Iterable[Attempt]) -> list[Attempt]:
    """The attempts that were made: one that the environment prevented is not the model's."""
    return [one for one in attempts if one.outcome != "environment"]


def _section(name: str, attempts: Sequence[Attempt], apart: str | None) -> Section:
    made = counted(attempts)
    outcomes = Counter(one.outcome for one in attempts)
    groups = dict.fromkeys(group for one in made for group in one.groups if group != apart)
    parts = dict.fromkeys(part for one in made for part in one.seconds)
    shares = {group: _shares(made, group) for group in groups}
    return Section(
        name=name,
        passed=_share(made),
        score=fmean(one.score for one in made) if made else None,
        outcomes={outcome: outcomes[outcome] for outcome in OUTCOMES if outcomes[outcome]},
        groups=shares,
        means={group: _mean(values) for group, values in shares.items() if _divides(group, values, made)},
        repeats=_repeats(made),
        seconds={part: median(one.seconds[part] for one in made if part in one.seconds) for part in parts},
    )


def _shares(attempts: Sequence[Attempt], group: str) -> dict[str, Proportion]:
    values = sorted({value for one in attempts for value in values_of(one, group)})
    return {value: _share([one for one in attempts if value in values_of(one, group)]) for value in values}


def _share(attempts: Sequence[Attempt]) -> Proportion:
    """Attempts at one item are a cluster, whatever their seeds."""
    return clustered(_counts(attempts, lambda one: one.item))


def _counts(attempts: Sequence[Attempt], key: Callable[[Attempt], object]) -> list[tuple[int, int]]:
    """For each key how many attempts passed, and how many there were."""
    of, passed = Counter(map(key, attempts)), Counter(key(one) for one in attempts if one.outcome == "passed")
    return [(passed[one], number) for one, number in of.items()]


def _divides(group: str, values: dict[str, Proportion], made: Sequence[Attempt]) -> bool:
    """Whether every attempt is in one of several values."""
    return len(values) > 1 and all(len(values_of(one, group)) == 1 for one in made)


def _mean(values: dict[str, Proportion]) -> float:
    return fmean(share.share or 0.0 for share in values.values())


def _repeats(attempts: Sequence[Attempt]) -> Repeats | None:
    runs = sorted({one.repeat for one in attempts})
    shares = [_counts([one for one in attempts if one.repeat == run], lambda _: 0)[0] for run in runs]
    counts = _counts(attempts, lambda one: (one.item, one.seed))
    return repeats(counts, [passed / of for passed, of in shares])
