"""Programs that lie: noticed where a check looks at the data, told where none does, never a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.audit.audited import Audited
from agent.audit.battery import Battery
from agent.audit.lies import Lie
from agent.audit.mutants import Mutant
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import run_one
from agent.task import load_task
from tests.agent.audit.visits import WHOLE, visit
from tests.agent.results import result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from agent.audit.report import Audit
    from agent.runs.attempts import Does
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result

READER = RunOptions(model="reader")


def one_by_one(planned: Sequence[Planned], does: Does) -> Iterator[Result]:
    return (does(one, READER) for one in planned)


def lied_to(folder: Path, check: object, lie: str) -> Audit:
    """The audit of a visit by that check, with that lie as its one mutant."""
    [planned] = plan(load_task(visit(folder, [check])).runs(), 1, None)
    return Battery(Audited(planned, result(), (Mutant("lie", lie=lie),)), one_by_one).run()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_lie_is_noticed_where_a_check_looks_at_the_data(tmp_path: Path) -> None:
    [one] = lied_to(tmp_path, WHOLE, "drop").mutants
    assert (one.kind, one.outcome, one.step, one.told) == ("lie", "check", None, 'the program lies: "drop"')


def test_a_lie_survives_where_no_check_does_and_the_audit_tells_it(tmp_path: Path) -> None:
    audit = lied_to(tmp_path, {"text": "Welcome"}, "drop")
    [survivor] = audit.survivors
    assert (survivor.told, survivor.where) == ('the program lies: "drop"', f"{tmp_path / 'visit.yaml'}:1")
    assert audit.score == 0


def test_a_lie_that_was_not_told_is_not_judged(tmp_path: Path) -> None:
    """Or a program that can't lie would count as one that every test sees through, or none."""
    [one] = lied_to(tmp_path, WHOLE, "twice").mutants
    assert one.outcome == "not judged"
    assert 'no program told "lie twice" among its events' in one.why


def test_an_interrupted_run_stays_one(tmp_path: Path) -> None:
    stopped = result(verdict="interrupted")
    assert Lie("drop", tmp_path / "none").judged(stopped) is stopped


def test_a_task_does_not_pass_as_it_is_on_a_program_that_lies_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKHAND_LIE", "drop")
    monkeypatch.setenv("DESKHAND_EVENTS", str(tmp_path / "events"))
    verdicts = [
        run_one(planned, READER).verdict
        for check in (WHOLE, {"text": "Welcome"})
        for planned in plan(load_task(visit(tmp_path, [check])).runs(), 1, None)
    ]
    assert verdicts == ["failed", "passed"]
