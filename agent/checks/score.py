"""Score of a run: partial credit beside the verdict, which stays strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.checks.context import CheckResult


def score(checks: Sequence[CheckResult]) -> float | None:
    """The share of the weights that held, 0 to 1; None: nothing was checked.

    What a model was asked is its opinion, and counts for nothing here.
    """
    counted = [check for check in checks if not check.opinion]
    if not counted:
        return None
    held = sum(check.weight for check in counted if check.passed)
    return round(held / sum(check.weight for check in counted), 4)
