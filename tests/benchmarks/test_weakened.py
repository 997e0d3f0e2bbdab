"""Weakened checks: twenty tasks that can be run, and one of them found in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from agent.models import load_model
from agent.task import load_task
from benchmarks.weakened.__main__ import audited, survivors
from benchmarks.weakened.tasks import ROOT, WEAKENED, whole

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.weakened.tasks import Weakened


def test_there_are_twenty() -> None:
    assert len({one.name for one in WEAKENED}) == 20


@pytest.mark.parametrize("weakened", WEAKENED, ids=lambda one: one.name)
def test_each_can_be_run_and_names_steps_that_it_has(weakened: Weakened, tmp_path: Path) -> None:
    task = whole(weakened.base)
    file = tmp_path / "task.yaml"
    file.write_text(yaml.safe_dump(task | {"checks": list(weakened.checks)}))
    [run] = load_task(file).runs()
    load_model("reader").check(run.resolve(tmp_path))
    assert all(any(step.startswith(name) for step in task["steps"]) for name in weakened.unseen)


@pytest.mark.long
def test_an_audit_names_the_steps_behind_a_weakened_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    weakened = next(one for one in WEAKENED if one.name == "order, rows counted")
    assert survivors(audited(weakened), weakened) == weakened.unseen
