"""Score of a run: partial credit beside the verdict, which stays strict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Judged(Protocol):
    """A check with its weight: as it was judged, or as a recording has it."""

    @property
    def passed(self) -> bool:
        """Whether it held."""
        ...

    @property
    def weight(self) -> float:
        """Its share in the score."""
        ...

    @property
    def opinion(self) -> bool:
        """Whether a model was asked."""
        ...


def score(checks: Sequence[Judged]) -> float | None:
    """The share of the weights that held, 0 to 1; None: nothing was checked.

    What a model was asked is its opinion, and counts for nothing here.
    """
    counted = [check for check in checks if not check.opinion]
    if not counted:
        return None
    held = sum(check.weight for check in counted if check.passed)
    return round(held / sum(check.weight for check in counted), 4)
