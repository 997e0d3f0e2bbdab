"""Audits made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.audit.report import Audit, CheckTally, Judged

if TYPE_CHECKING:
    from agent.audit.judging import Outcome


def judged(outcome: Outcome, **changes: object) -> Judged:
    """A mutant with that outcome."""
    usual = {
        "kind": "left out",
        "step": 2,
        "where": "tasks/t.yaml:12",
        "text": 'Click "OK"',
        "told": "left out",
        "outcome": outcome,
    }
    return Judged.model_validate({**usual, **changes})


def audit(*mutants: Judged) -> Audit:
    """An audit that came to these."""
    checks = (
        CheckTally(kind="text", what='"Saved" on the screen', noticed=0, before=True),
        CheckTally(kind="sql", what="select 1 in a.db", noticed=2),
    )
    return Audit(task="t", file="tasks/t.yaml", mutants=mutants, checks=checks, seconds=3.0)
