"""Audit of a recording on the real program, without the model that made it."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from agent.audit.battery import Battery
from agent.audit.recorded.doing import RecordingDoer, recorded_as_it_is
from agent.errors import BadInput
from agent.replay.live.run import plan_replays
from agent.replay.options import LiveOptions
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import run_one
from agent.task import load_task
from tests.agent.audit.visits import STEPS, visit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from agent.runs.attempts import Does
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result

READER = RunOptions(model="reader")
FIRM = {"file": {"path": "${workdir}/book.txt", "contains": "|Engines|"}}
"""A check that looks at one of the fields alone."""


def one_by_one(planned: Sequence[Planned], does: Does) -> Iterator[Result]:
    does = pickle.loads(pickle.dumps(does))  # as under `--jobs`
    return (does(one, RunOptions()) for one in planned)


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Planned]:
    """A recording of a visit, and the plan of its replay; the task knows the model that made it no more."""
    monkeypatch.chdir(tmp_path)
    file = visit(tmp_path, [FIRM], STEPS[:4])
    run_one(plan(load_task(file).runs(), 1, tmp_path / "rec")[0], READER)
    (replay,) = plan_replays(tmp_path / "rec", LiveOptions())
    return tmp_path / "rec", replay.planned


def test_what_no_check_looks_at_survives_with_the_recorded_step_that_does_it(
    recorded: tuple[Path, Planned],
) -> None:
    found = recorded_as_it_is(*recorded, RunOptions(), lies=["drop"])
    audit = Battery(found, one_by_one).run()
    assert [(one.kind, one.text, one.outcome) for one in audit.mutants] == [
        ("nothing done", "", "check"),
        ("lie", "", "check"),
        ("left out", STEPS[0], "survived"),
        ("other value", STEPS[0], "survived"),
        ("left out", STEPS[1], "check"),
        ("other value", STEPS[1], "check"),
        ("other value", STEPS[2], "survived"),
        ("left out", STEPS[3], "check"),
    ]
    assert audit.survivors[0].where == f"{recorded[0]}: step 1"


def test_a_recorded_run_that_looks_in_mid_run_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its mutants would be judged by less than the task is."""
    monkeypatch.chdir(tmp_path)
    file = visit(tmp_path, [FIRM], [*STEPS[1:2], STEPS[3], 'Expect "Welcome"'])
    run_one(plan(load_task(file).runs(), 1, tmp_path / "rec")[0], READER)
    (replay,) = plan_replays(tmp_path / "rec", LiveOptions())
    with pytest.raises(BadInput, match="looks in mid-run"):
        recorded_as_it_is(tmp_path / "rec", replay.planned, RunOptions())


def test_it_can_be_sent_to_a_process(tmp_path: Path) -> None:
    assert pickle.loads(pickle.dumps(RecordingDoer(tmp_path))) == RecordingDoer(tmp_path)
