"""What noticed a mutant, told apart by how its run ended."""

from __future__ import annotations

import pytest

from agent.audit.judging import outcome_of
from agent.audit.mutants import Mutant
from tests.agent.results import result

OTHER, LEFT_OUT, NOTHING = Mutant("other value", 2), Mutant("left out", 2), Mutant("nothing done")


def at(number: int) -> str:
    return f'Step {number} (line 31: Click "X") can\'t be done: there is no "X".'


@pytest.mark.parametrize(
    ("mutant", "verdict", "message", "outcome"),
    [
        (OTHER, "passed", "", "survived"),
        (LEFT_OUT, "failed", "1 of 2 checks hold", "check"),
        (LEFT_OUT, "gave_up", at(3), "step"),
        (OTHER, "gave_up", at(4), "step"),
        (OTHER, "stopped", "40 steps", "step"),
        (OTHER, "gave_up", at(3), "other value"),
        (OTHER, "gave_up", at(1), "again"),
        (LEFT_OUT, "gave_up", at(2), "again"),
        (NOTHING, "stopped", "", "again"),
        (OTHER, "environment_error", "", "again"),
        (OTHER, "model_error", "", "again"),
    ],
)
def test_each_ending(mutant: Mutant, verdict: str, message: str, outcome: str) -> None:
    """A step before the changed one has nothing to do with it; the changed one itself took no such value."""
    assert outcome_of(mutant, result(verdict=verdict, message=message)) == outcome
