"""Score of a run: partial credit beside the verdict, which stays strict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.task import Check


class Judged(Protocol):
    """A check or an expectation, judged: of a result or of a recording."""

    @property
    def passed(self) -> bool: ...  # noqa: D102
    @property
    def weight(self) -> float: ...  # noqa: D102
    @property
    def line(self) -> int | None: ...  # noqa: D102
    @property
    def opinion(self) -> bool: ...  # noqa: D102


def score(found: Sequence[Judged], wanted: Sequence[Check]) -> float | None:
    """The share of the weights that held, 0 to 1; None: nothing was judged, or nothing counts.

    What a model was asked is its opinion, and counts for nothing here.

    Args:
        found: expectations on the way, and the checks at the end if the run came so far.
        wanted: the task's checks; those that were not judged did not hold.
    """
    counted = [check for check in found if not check.opinion]
    on_the_way = sum(check.weight for check in counted if check.line is not None)
    at_the_end = sum(check.weight for check in wanted if check.kind != "ask")
    if not found or not on_the_way + at_the_end:
        return None
    return round(sum(check.weight for check in counted if check.passed) / (on_the_way + at_the_end), 4)
