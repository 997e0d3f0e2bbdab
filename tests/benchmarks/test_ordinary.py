"""Trials of ordinary programs: what became of each."""

from __future__ import annotations

import pytest

from benchmarks.ordinary.programs import PROGRAMS
from benchmarks.ordinary.trial import outcome_of


@pytest.mark.parametrize(
    ("verdict", "is_right", "is_kept", "outcome"),
    [
        ("passed", True, True, "right"),
        ("passed", False, True, "silently wrong"),
        ("passed", False, False, "silently wrong"),
        ("stopped", False, True, "needless stop"),
        ("stopped", False, False, "honest stop"),
        ("failed", False, True, "honest stop"),
        ("failed", True, True, "needless stop"),
        ("environment_error", False, True, "honest stop"),
    ],
)
def test_what_became_of_a_trial(verdict: str, outcome: str, *, is_right: bool, is_kept: bool) -> None:
    assert outcome_of(verdict, is_right=is_right, is_kept=is_kept) == outcome


def test_a_program_may_write_other_signs_than_are_typed() -> None:
    values = {"first": "Jean d'Arc", "second": "Max Born"}
    assert not PROGRAMS["calc"].keeps(values)
    assert PROGRAMS["calc"].keeps({"first": "Lise Meitner"})
    assert PROGRAMS["swing"].keeps(values)
