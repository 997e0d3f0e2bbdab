"""The options of `agent fork` and `agent resume`."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.commands.options.fork import ForkCommand
from agent.commands.options.shared import Output
from agent.replay.options import LiveOptions
from agent.runs.approval import APPROVALS
from agent.runs.options import RunOptions
from tests.agent.commands.given import options_of

OPTIONS = (
    "--model m --record out --display host --max-steps 9 --timeout 60 --approve deny --junit j.xml "
    "--task t.yaml --var k=v --patience 2 --json"
)
RUN = RunOptions(model="m", display="host", max_steps=9, timeout=60, approve=APPROVALS["deny"])
LIVE = LiveOptions(RUN, Path("t.yaml"), {"k": "v"}, record=Path("out"), patience=2)


@pytest.mark.parametrize(("command", "at"), [("fork rec --at 4", 4), ("resume rec", None)])
def test_all_of_them_land(command: str, at: int | None) -> None:
    output = Output(json=True, junit=Path("j.xml"))
    assert options_of(f"{command} {OPTIONS}") == ForkCommand(Path("rec"), at, LIVE, output)


def test_a_fork_needs_its_place_and_a_resumed_run_has_one() -> None:
    for command in ("fork rec", "resume rec --at 4", "fork rec --at x"):
        with pytest.raises(SystemExit):
            options_of(command)
    assert options_of("fork rec --at 0").at == 0
