"""`agent audit`: what is refused before anything is done, the cost, the status, and what it prints."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from agent.audit.audited import Audited
from agent.audit.mutants import Mutant
from agent.commands import audit as command
from agent.commands.options.audit import AuditCommand
from agent.errors import BadInput
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.task import load_task
from tests.agent.audit.audits import audit, judged
from tests.agent.audit.visits import STEPS, WHOLE, visit
from tests.agent.results import Printed, result

ROOT = Path(__file__).parents[3]


def options(file: Path) -> AuditCommand:
    return AuditCommand(
        tasks=(str(file),),
        overrides={},
        run=RunOptions(model="reader"),
        selected=None,
        jobs=1,
        keep=False,
        json=True,
    )


def test_a_task_without_checks_is_told_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"visit\.yaml:1: has no checks, so it would notice nothing"):
        command.main(options(visit(tmp_path, [])))


def test_steps_that_the_embedded_model_does_not_understand_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="not a step that `reader` understands"):
        command.main(options(visit(tmp_path, [WHOLE], ["Do what is needed"], model="scripted")))


def test_the_cost_is_told_as_runs_and_minutes(tmp_path: Path) -> None:
    [planned] = plan(load_task(visit(tmp_path, [WHOLE])).runs(), 1, None)
    mutants = (*[Mutant("left out", 1)] * 9, Mutant("left out", 4, equivalent="it only waits"))
    found, console = [Audited(planned, result(seconds=20.0), mutants)], Printed()
    command._tell_cost(console, found, 1)
    command._tell_cost(console, found, 3)
    assert console.text.splitlines() == [
        "9 mutants to be done, 3 minutes or more, as steps that wait in vain take their time",
        "9 mutants to be done, 60 seconds or more, 3 at a time, as steps that wait in vain take their time",
    ]


def test_only_a_survivor_that_nobody_explained_is_a_failure() -> None:
    good = audit(judged("check"), judged("step"), judged("equivalent"), judged("survived", accepted="so"))
    assert command._status([good]) == 0
    assert command._status([good, audit(judged("survived"))]) == 1
    assert command._status([good, audit(judged("not judged"))]) == 3
    assert command._status([audit(judged("not judged")), audit(judged("survived"))]) == 1


def test_a_whole_audit_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = visit(tmp_path, [{"text": "Welcome"}], STEPS[2:4])
    assert command.main(replace(options(file), jobs=2)) == 1
    printed = capsys.readouterr()
    told = json.loads(printed.out)
    [found] = told["audits"]
    assert (told["exit"], found["noticed"], found["counted"]) == (1, 2, 3)
    survivors = [one["told"] for one in found["mutants"] if one["outcome"] == "survived"]
    assert survivors == ["the other state"]
    assert "no check notices: Tick" in printed.err
    assert "67%  2 of 3 mutants" in printed.err


def test_a_recording_is_audited_by_live_replays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another order's row among them, and an order list that pays the one below."""
    (tmp_path / "tasks").symlink_to(ROOT / "tasks")
    monkeypatch.chdir(tmp_path)
    recording = ROOT / "recordings" / "pay_order"
    given = replace(options(recording), run=RunOptions(display="virtual"), lies=("other-row",))
    assert command.main(given) == 0
    [found] = json.loads(capsys.readouterr().out)["audits"]
    outcomes = {(one["kind"], one["step"]): one["outcome"] for one in found["mutants"]}
    assert outcomes == {
        ("nothing done", None): "check",
        ("lie", None): "check",
        ("left out", 1): "step",
        ("other value", 1): "check",
        ("left out", 2): "check",
    }


def test_a_recording_of_a_task_without_checks_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tasks").mkdir()
    text = (ROOT / "tasks" / "pay_order.yaml").read_text()
    (tmp_path / "tasks" / "pay_order.yaml").write_text(text[: text.index("checks:")])
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match=r"pay_order\.yaml:1: has no checks, so it would notice nothing"):
        command.main(options(ROOT / "recordings" / "pay_order"))
