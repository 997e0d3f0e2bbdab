"""The options of `agent drift`."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.commands.options.drift import DriftCommand
from agent.replay.options import PATIENCE, LiveOptions
from tests.agent.commands.given import options_of


def test_all_of_them_land() -> None:
    given = options_of(
        "drift one two --drifts moved,font --seeds 2 --first-seed 5 --inside --report r.json "
        "--task t.yaml --var k=v --patience 2.5 --json"
    )
    assert given == DriftCommand(
        recordings=(Path("one"), Path("two")),
        drifts=("moved", "font"),
        seeds=(5, 6),
        inside=True,
        report=Path("r.json"),
        live=LiveOptions(task=Path("t.yaml"), overrides={"k": "v"}, patience=2.5),
        json=True,
    )


def test_each_drift_comes_about_three_times_unless_told_otherwise() -> None:
    given = options_of("drift rec")
    assert (given.drifts, given.seeds, given.live.patience) == ((), (1, 2, 3), PATIENCE)


@pytest.mark.parametrize("option", ["--seeds=0", "--seeds=x", "--first-seed=-1", "--patience=nan"])
def test_numbers_are_above_0(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options_of(f"drift rec {option}")
    assert "number above 0 and below" in capsys.readouterr().err
