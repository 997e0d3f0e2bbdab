"""The options of `agent run`."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.commands.options.run import RunCommand
from agent.commands.options.shared import Output
from agent.errors import BadInput
from agent.runs.approval import APPROVALS
from agent.runs.options import RunOptions
from tests.agent.commands.given import options_of


def test_all_of_them_land() -> None:
    given = options_of(
        "run a.yaml b.yaml --model m --ground snap --grounder g --var k=v --var l=w=x --record out "
        "--display virtual --max-steps 9 --timeout 1.5 --approve auto --junit j.xml "
        "--record-mode once --repeat 2 --jobs 3 --json -k Ada --retries 4"
    )
    assert given == RunCommand(
        tasks=("a.yaml", "b.yaml"),
        overrides={"k": "v", "l": "w=x"},
        run=RunOptions("m", "snap", "g", "virtual", 9, 1.5, APPROVALS["auto"]),
        record=Path("out"),
        mode="once",
        repeat=2,
        jobs=3,
        retries=4,
        selected="Ada",
        output=Output(json=True, junit=Path("j.xml")),
    )


def test_what_is_not_given_is_as_the_task_says() -> None:
    given = options_of("run a.yaml")
    assert given == RunCommand(("a.yaml",), {}, RunOptions(), None, None, 1, 1, 0, None, Output())


@pytest.mark.parametrize("approve", ["ask", "deny"])
def test_a_person_is_asked_about_one_run_at_a_time(approve: str) -> None:
    with pytest.raises(BadInput, match=f"--approve {approve}: is for one run at a time"):
        options_of(f"run a.yaml --jobs 2 --approve {approve}")
    assert options_of("run a.yaml --jobs 2 --approve auto").jobs == 2


@pytest.mark.parametrize(
    "option",
    ["--record-mode=sometimes", "--approve=maybe", "--repeat=0", "--jobs=-1", "--retries=x", "--timeout=inf"],
)
def test_what_there_is_not_is_refused(option: str) -> None:
    with pytest.raises(SystemExit):
        options_of(f"run a.yaml {option}")
