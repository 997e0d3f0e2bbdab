"""Proportion with its interval: so many of so many, as independent trials."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

CONFIDENCE = 0.95


class Proportion(BaseModel):
    """A share with Wilson's score interval; without trials there is no share."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    passed: int
    of: int
    share: float | None
    low: float | None
    high: float | None


def proportion(passed: int, of: int) -> Proportion:
    """The share of `passed` in `of`, with its 95 % interval (Wilson 1927, no continuity correction).

    Raises:
        ValueError: they are no counts of that kind.
    """
    if not 0 <= passed <= of:
        raise ValueError(f"{passed} of {of} is no proportion")
    if of == 0:
        return Proportion(passed=0, of=0, share=None, low=None, high=None)
    from scipy.stats import binomtest  # noqa: PLC0415  (heavy: loaded on use)

    interval = binomtest(passed, of).proportion_ci(CONFIDENCE, method="wilson")
    return Proportion(
        passed=passed, of=of, share=passed / of, low=float(interval.low), high=float(interval.high)
    )
