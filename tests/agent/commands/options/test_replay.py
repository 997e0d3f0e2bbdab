"""The options of `agent replay`, with `--live` and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.cli import main
from agent.commands.options.replay import LiveCommand, ReplayCommand
from agent.commands.options.shared import Output
from agent.errors import BadInput
from agent.replay.options import PATIENCE, LiveOptions
from agent.runs.approval import APPROVALS
from agent.runs.options import RunOptions
from tests.agent.commands.given import options_of


def test_on_recorded_frames_there_are_only_recordings() -> None:
    given = options_of("replay one two --json")
    assert given == ReplayCommand((Path("one"), Path("two")), json=True, live=None)


def test_all_of_a_live_replay_land() -> None:
    given = options_of(
        "replay rec --live --record out --display :7 --max-steps 9 --timeout 60 --approve ask --junit j.xml "
        "--task t.yaml --var k=v --patience 2 --heal m --strict --cases"
    )
    run = RunOptions(display=":7", max_steps=9, timeout=60, approve=APPROVALS["ask"])
    options = LiveOptions(run, Path("t.yaml"), {"k": "v"}, True, Path("out"), 2, "m", True)  # noqa: FBT003  (in order)
    live = LiveCommand(options, repeat=1, learn=None, output=Output(junit=Path("j.xml")))
    assert given == ReplayCommand((Path("rec"),), json=False, live=live)


def test_repetitions_and_learning() -> None:
    live = options_of("replay rec --live --repeat 3 --learn 2").live
    assert (live.repeat, live.learn) == (3, 2)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("a b --live --record out", "--record: is for one replay"),
        ("a --live --repeat 2 --record out", "--record: is for one replay"),
        ("a --live --learn 2 --var k=v", "leave --var and --cases out"),
        ("a --live --learn 2 --cases", "leave --var and --cases out"),
    ],
)
def test_what_makes_no_sense_together_is_refused(options: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        options_of(f"replay {options}")
    assert said in str(refused.value)


def test_what_is_not_said_has_its_usual_value() -> None:
    options = options_of("replay rec --live")
    assert options.recordings == (Path("rec"),)
    assert (options.live.repeat, options.live.learn) == (1, None)
    assert (options.live.options.patience, options.live.options.run.approve) == (PATIENCE, APPROVALS["auto"])


@pytest.mark.parametrize(
    "option",
    [
        *("--record=r", "--display=host", "--max-steps=1", "--timeout=1", "--approve=auto", "--junit=j"),
        *("--task=t", "--var=a=b", "--patience=10", "--heal=m", "--strict", "--learn=2", "--cases"),
        "--repeat=1",
    ],
)
def test_what_is_for_a_live_replay_is_refused_without_live_even_where_it_says_the_usual(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", "rec", option]) == 2
    assert f"{option.partition('=')[0]}: is for a live replay; add --live" in capsys.readouterr().err


def test_a_result_kept_beside_a_recording_is_none_itself() -> None:
    assert options_of("replay a a.result.json b").recordings == (Path("a"), Path("b"))
    assert options_of("replay a b.result.json").recordings == (Path("a"), Path("b.result.json"))
