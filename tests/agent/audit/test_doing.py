"""Doing of mutants: each known by the name of its run, and fit to be sent to a process."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from agent.audit.doing import DoMutants, Turn
from agent.audit.mutants import Mutant
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.task import load_task
from tests.agent.audit.visits import WHOLE, visit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

OTHER = Mutant("other value", 1, ('Type "A" into "Firm"', 'Type "B" into "Firm"'), ("A", "B"))


def test_no_two_turns_have_one_name(tmp_path: Path) -> None:
    [baseline] = plan(load_task(visit(tmp_path, [WHOLE])).runs(), 1, None)
    turns = [Turn(OTHER, 2), Turn(OTHER, 2, 1), Turn(OTHER, 2, 0, again=True), Turn(OTHER, 3)]
    labels = [turn.planned(baseline).label for turn in turns]
    assert labels[0] == "visit mutant 2"
    assert len(set(labels)) == len(labels)


def test_a_run_does_its_own_mutant_and_leaves_the_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mutant is done by a process of its own, as under `--jobs`."""
    monkeypatch.chdir(tmp_path)
    [baseline] = plan(load_task(visit(tmp_path, [WHOLE])).runs(), 1, None)
    turn = Turn(OTHER, 2, 1)
    planned = turn.planned(baseline)
    does = pickle.loads(pickle.dumps(DoMutants({planned.label: turn})))
    result = does(planned, RunOptions())
    assert result.verdict == "failed"
    assert result.checks[0].actual == '"Ada Lovelace|B|True\\n"'
    assert result.task == planned.label
