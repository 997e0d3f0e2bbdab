"""The battery: what is done again, what is kept, what is told; with a real program, and with made results."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.audit.audited import Audited, as_it_is
from agent.audit.battery import Battery
from agent.audit.mutants import Mutant
from agent.checks import CheckResult
from agent.errors import BadInput
from agent.runs.options import RunOptions
from agent.runs.planning.plan import Planned, plan
from agent.task import load_task
from tests.agent.audit.visits import STEPS, WHOLE, visit
from tests.agent.results import result
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.audit.report import Audit, Judged
    from agent.runs.attempts import Does
    from agent.runs.report.result import Result

READER = RunOptions(model="reader")
OTHER = Mutant("other value", 1, ('Type "A" into "Firm"', 'Type "B" into "Firm"'), ("A", "B"))
LEFT_OUT = Mutant("left out", 3)
SAME = Mutant("left out", 4, equivalent="it only waits")
NOT_ENTERED = 'Step 2 (line 8: Type "A" into "Firm") can\'t be done: no.'


def check(kind: str, *, passed: bool) -> CheckResult:
    return CheckResult(kind=kind, what="it", passed=passed, expected="a", actual="b", seconds=0.0)


@dataclass
class Made:
    """Gives the results of each round in order."""

    rounds: list[list[Result]]
    asked: list[list[str]] = field(default_factory=list)

    def __call__(self, planned: Sequence[Planned], does: Does) -> Iterator[Result]:
        self.asked.append([one.label for one in planned])
        made = zip(planned, self.rounds.pop(0), strict=True)
        return iter([one.model_copy(update={"task": run.label}) for run, one in made])


def audited(folder: Path, *mutants: Mutant, **keys: object) -> Audited:
    [planned] = plan(load_task(visit(folder, [WHOLE], **keys)).runs(), 1, None)
    checks = (check("file", passed=True), check("text", passed=True))
    return Audited(planned, result(checks=checks), mutants)


def outcomes(audit: Audit) -> list[tuple[int | None, str, str]]:
    return [(one.step, one.outcome, one.told) for one in audit.mutants]


def test_another_value_is_tried_where_the_first_one_can_not_be_entered(tmp_path: Path) -> None:
    does = Made([[result(verdict="gave_up", message=NOT_ENTERED)], [result(verdict="failed")]])
    audit = Battery(audited(tmp_path, OTHER), does).run()
    assert does.asked == [["visit mutant 1"], ["visit mutant 1.2"]]
    assert outcomes(audit) == [(2, "check", '"B" instead')]


def test_where_none_can_be_entered_it_is_not_judged(tmp_path: Path) -> None:
    failed = result(verdict="gave_up", message=NOT_ENTERED)
    audit = Battery(audited(tmp_path, OTHER), Made([[failed], [failed]])).run()
    [one] = audit.mutants
    assert (one.outcome, audit.score) == ("not judged", 0.0)
    assert one.why == f"no other value could be entered: {NOT_ENTERED}"


def test_what_the_machine_came_in_between_is_done_once_more_and_never_counts_as_noticed(
    tmp_path: Path,
) -> None:
    broken = result(verdict="environment_error", message="no display")
    does = Made([[result(verdict="failed"), broken], [broken]])
    audit = Battery(audited(tmp_path, OTHER, LEFT_OUT), does).run()
    assert does.asked == [["visit mutant 1", "visit mutant 2"], ["visit mutant 2 again"]]
    assert outcomes(audit)[1] == (4, "not judged", "left out")
    assert audit.mutants[1].why == "environment_error: no display"
    assert audit.score == 0.5
    passes = Made([[result(verdict="failed"), broken], [result(verdict="failed")]])
    assert Battery(audited(tmp_path, OTHER, LEFT_OUT), passes).run().score == 1.0


def test_what_does_the_same_is_not_done(tmp_path: Path) -> None:
    does = Made([[result(verdict="failed")]])
    audit = Battery(audited(tmp_path, OTHER, SAME), does).run()
    assert outcomes(audit)[1] == (5, "equivalent", "left out")
    assert audit.mutants[1].why == "it only waits"
    assert audit.counted == 1


def test_a_survivor_is_told_with_its_line_and_its_recording_is_kept(tmp_path: Path) -> None:
    kept, noticed = (tmp_path / name / "recording" for name in ("kept", "noticed"))
    for folder in (kept, noticed):
        folder.mkdir(parents=True)
    told: list[Judged] = []
    does = Made([[result(recording=str(kept)), result(verdict="failed", recording=str(noticed))]])
    audit = Battery(audited(tmp_path, LEFT_OUT, OTHER), does).run(told.append)
    [survivor] = audit.survivors
    assert survivor == told[0]
    assert (survivor.where, survivor.text) == (f"{tmp_path / 'visit.yaml'}:1", STEPS[3])
    assert (survivor.recording, kept.exists()) == (str(kept), True)
    assert (told[1].recording, noticed.parent.exists()) == (None, False)


def test_all_recordings_can_be_kept(tmp_path: Path) -> None:
    folder = tmp_path / "noticed" / "recording"
    folder.mkdir(parents=True)
    does = Made([[result(verdict="failed", recording=str(folder))]])
    [one] = Battery(audited(tmp_path, OTHER), does, keep=True).run().mutants
    assert (one.recording, folder.exists()) == (str(folder), True)


@pytest.mark.parametrize(("mutant", "accepted"), [(None, True), ("left out", True), ("other value", False)])
def test_an_explained_survivor_is_none(tmp_path: Path, mutant: str | None, accepted: bool) -> None:  # noqa: FBT001
    one = {"step": STEPS[3], "why": "it is entered by itself"} | ({"mutant": mutant} if mutant else {})
    battery = Battery(audited(tmp_path, LEFT_OUT, audit={"accept": [one]}), Made([[result()]]))
    assert bool(battery.run().survivors) is not accepted


def test_that_nothing_done_passes_can_not_be_explained(tmp_path: Path) -> None:
    accept = [{"step": STEPS[0], "why": "so"}]
    battery = Battery(audited(tmp_path, Mutant("nothing done"), audit={"accept": accept}), Made([[result()]]))
    assert len(battery.run().survivors) == 1


def test_an_interrupt_is_the_end(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        Battery(audited(tmp_path, LEFT_OUT), Made([[result(verdict="interrupted")]])).run()


def one_by_one(planned: Sequence[Planned], does: Does) -> Iterator[Result]:
    return (does(one, READER) for one in planned)


def test_a_form_whose_check_looks_at_everything_notices_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    [planned] = plan(load_task(visit(tmp_path, [WHOLE])).runs(), 1, None)
    found = as_it_is(planned, READER)
    audit = Battery(found, one_by_one).run()
    assert [one.outcome for one in audit.mutants] == [
        *("check", "check", "check", "check", "check", "check"),
        *("step", "equivalent"),
    ]
    assert (audit.score, audit.checks[0].noticed) == (1.0, 6)
    assert not [one for one in Path("runs").iterdir() if "mutant" in one.name]


def test_a_form_whose_check_looks_at_the_screen_alone_notices_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    steps = (STEPS[1], STEPS[3])
    [planned] = plan(load_task(visit(tmp_path, [{"text": "Welcome"}], steps)).runs(), 1, None)
    audit = Battery(as_it_is(planned, READER), one_by_one).run()
    assert [(one.kind, one.step, one.outcome) for one in audit.mutants] == [
        ("nothing done", None, "check"),
        ("left out", 1, "survived"),
        ("other value", 1, "survived"),
        ("left out", 2, "check"),
    ]


def test_a_task_that_does_not_pass_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [planned] = plan(load_task(visit(tmp_path, [{"text": "Goodbye"}], STEPS[3:4])).runs(), 1, None)
    with pytest.raises(BadInput, match=r"visit\.yaml:1: visit does not pass as it is \(failed: 0 of 1"):
        as_it_is(planned, READER)


def test_a_program_that_does_not_start_is_no_fault_of_the_task(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    launch = [{"command": ["false"], "wait_for": {"text": "Ready", "seconds": 5}}]
    [planned] = plan(load_task(visit(tmp_path, [WHOLE], launch=launch)).runs(), 1, None)
    with pytest.raises(EnvironmentFault, match="visit: as it is: environment_error: "):
        as_it_is(planned, READER)


def test_a_step_without_which_every_screen_is_the_same_is_no_survivor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The field has the focus already, so that the click into it does nothing."""
    monkeypatch.chdir(tmp_path)
    steps = ('Type "Ada" into "Name"', 'Click "Name"', 'Type " Lovelace"', 'Click "Enter"')
    check = {"file": {"path": "${workdir}/book.txt", "equals": "Ada Lovelace||False\n"}}
    [planned] = plan(load_task(visit(tmp_path, [check], steps)).runs(), 1, None)
    found = as_it_is(planned, READER)
    [click] = [one for one in found.mutants if (one.at, one.kind) == (1, "left out")]
    [type_] = [one for one in found.mutants if (one.at, one.kind) == (2, "left out")]
    audit = Battery(replace(found, mutants=(click, type_)), one_by_one).run()
    assert [one.outcome for one in audit.mutants] == ["equivalent", "check"]
    assert audit.mutants[0].why == "every screen behind it is the same without it"
    assert audit.score == 1.0
