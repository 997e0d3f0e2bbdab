"""Repeats: how much equal attempts at the same item differ. Pure."""

from __future__ import annotations

from math import comb
from statistics import fmean
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Sequence


class Repeats(BaseModel):
    """Figures of equal attempts."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    runs: tuple[float, ...]
    """Share of passed in each repeat."""
    flipped: int
    """Items whose attempts did not all come to the same."""
    of: int
    """Items with more than one attempt."""
    pass_at: dict[int, float]
    """k -> chance that one of k attempts passes at least (pass@k, Chen et al. 2021, unbiased)."""
    pass_all: dict[int, float]
    """k -> chance that all of k attempts pass (pass^k, Yao et al. 2024, unbiased)."""


def pass_at(passed: int, of: int, k: int) -> float:
    """The chance that at least one of k attempts passes, when k of these are drawn.

    Raises:
        ValueError: there are fewer than k.
    """
    _check(passed, of, k)
    return 1 - comb(of - passed, k) / comb(of, k)


def pass_all(passed: int, of: int, k: int) -> float:
    """The chance that all of k attempts pass, when k of these are drawn.

    Raises:
        ValueError: there are fewer than k.
    """
    _check(passed, of, k)
    return comb(passed, k) / comb(of, k)


def repeats(counts: Sequence[tuple[int, int]], runs: Sequence[float]) -> Repeats | None:
    """Figures of repeated attempts; None where nothing was attempted twice.

    Args:
        counts: of each item and seed how many attempts passed, and how many there were.
        runs: share of passed in each repeat.
    """
    several = [(passed, of) for passed, of in counts if of > 1]
    if not several:
        return None
    ks = range(1, min(of for _, of in several) + 1)
    return Repeats(
        runs=tuple(runs),
        flipped=sum(0 < passed < of for passed, of in several),
        of=len(several),
        pass_at={k: fmean(pass_at(passed, of, k) for passed, of in several) for k in ks},
        pass_all={k: fmean(pass_all(passed, of, k) for passed, of in several) for k in ks},
    )


def _check(passed: int, of: int, k: int) -> None:
    if not 0 <= passed <= of or not 1 <= k <= of:
        raise ValueError(f"{k} of {of} attempts, {passed} of which passed, can't be drawn")
