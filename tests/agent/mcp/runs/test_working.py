"""Real runs: a real program under a virtual display, in the process that does it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import psutil
import pytest
from mcp import Client
from mcp.server import MCPServer
from mcp_types import ElicitResult

from agent.episode import Step
from agent.errors import BadInput
from agent.mcp.desks import Desks
from agent.mcp.runs.job import Begin, Settings
from agent.mcp.runs.runs import Runs
from agent.mcp.runs.tools import run_tools
from agent.mcp.runs.working import Steps, Worker
from agent.model import Completion, Prompt
from tests.agent.fakes import click, make_frame
from tests.agent.mcp.runs.server import said, told
from tests.tools.xserver import wait_until
from tools.action import Click, Wait
from tools.errors import EnvironmentFault
from tools.geometry import Point
from tools.host.owned.ending import marked
from tools.observation import Observation

if TYPE_CHECKING:
    from typing import Any

    from mcp.client import ClientRequestContext
    from mcp_types import ElicitRequestParams

    from agent.episode import Outcome
    from agent.runs.report.result import Result
    from tools.action import Action

CLICK, WAIT = Click(point=Point(5, 5)), Wait(seconds=1)
ROOT = Path(__file__).parents[4]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tasks").symlink_to(ROOT / "tasks")


def server_of(runs: Runs) -> MCPServer[None]:
    return MCPServer("test", tools=run_tools(runs, Desks(Path("runs"))))


def paid(run: str) -> list[str]:
    """The orders that the program's own database has as paid."""
    with closing(sqlite3.connect(Path("runs", run, "workdir", "orders.db"))) as database:
        return [number for (number,) in database.execute("select number from paid")]


class Heard:
    """A line that only hears what is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def send(self, message: object) -> None:
        self.told.append(message)


def a_step(index: int, outcome: Outcome, action: Action | None, *, partly: bool = False) -> Step:
    seen, prompt = Observation(make_frame()), Prompt(system="", turns=())
    return Step(index, seen, prompt, Completion(click()), outcome, action=action, partly=partly)


@pytest.mark.parametrize(
    ("steps", "acted", "last"),
    [
        ([("done", CLICK, False)], True, "step 1: left_click."),
        ([("done", WAIT, False)], False, ""),
        ([("refused", CLICK, False), ("denied", CLICK, False), ("malformed", None, False)], False, ""),
        ([("dropped", CLICK, False)], False, ""),
        ([("dropped", CLICK, True)], True, ""),
        ([("done", CLICK, False), ("refused", CLICK, False)], True, "step 1: left_click."),
    ],
)
def test_what_was_refused_dropped_or_only_waited_for_is_no_act(
    steps: list[tuple[Outcome, Action | None, bool]], *, acted: bool, last: str
) -> None:
    line: Any = Heard()
    watcher = Steps(line)
    for index, (outcome, action, partly) in enumerate(steps, 1):
        watcher.acting()
        watcher.stepped(a_step(index, outcome, action, partly=partly))
    assert (watcher.acted, watcher.last) == (acted, last)
    assert len(line.told) == len(steps)


def test_an_act_that_was_cut_off_may_have_been_done() -> None:
    line: Any = Heard()
    watcher = Steps(line)
    watcher.acting()
    assert watcher.acted


@pytest.mark.parametrize(("acted", "error"), [(False, BadInput), (True, EnvironmentFault)])
def test_what_is_found_wrong_after_an_act_is_no_refusal(
    tmp_path: Path, *, acted: bool, error: type[Exception]
) -> None:
    line: Any = Heard()
    worker = Worker(line, Settings())

    def do(_home: Path) -> Result:
        if acted:
            worker._steps.acting()
        raise BadInput("the value that was read fits no step")

    worker._do = do
    with pytest.raises(error, match="fits no step"):
        worker.carry_out(Begin(tmp_path))


def test_a_person_allows_one_action_and_refuses_the_next() -> None:
    asked: list[str] = []

    async def person(_context: ClientRequestContext, params: ElicitRequestParams) -> ElicitResult:
        asked.append(params.message)
        return ElicitResult(action="accept", content={"approve": len(asked) == 1})

    async def main() -> str:
        settings = Settings(approve="ask")
        async with (
            Runs(settings).open() as runs,
            Client(server_of(runs), elicitation_callback=person) as client,
        ):
            call = {"path": str(ROOT / "tasks" / "pay_order.yaml"), "wait_seconds": 300}
            answer = told(await client.call_tool("run_task", call))
            while answer["state"] == "asking":
                look = await client.call_tool("get_run", {"run": answer["run"], "wait_seconds": 300})
                answer = told(look)
        assert (answer["verdict"], answer["outcome"]) == ("stopped", "not_sure")
        assert "not approved" in answer["message"]
        return str(answer["run"])

    run = anyio.run(main)
    assert len(asked) == 2
    assert "click" in asked[0]
    assert '"Pay"' in asked[0]
    assert paid(run) == []


def test_a_run_that_is_killed_is_not_sure_and_leaves_no_program_behind() -> None:
    async def main() -> None:
        async with Runs().open() as runs, Client(server_of(runs)) as client:
            killed: list[int] = []

            async def heard(_done: float, _total: float | None, _what: str | None) -> None:
                [run] = runs.under_way
                killed.append(run.child.pid)
                psutil.Process(run.child.pid).kill()

            def has_ended() -> bool:
                """They are swept away once the answer is given: on a busy machine that takes a moment."""
                return not list(marked(lambda mark: mark.startswith(f"{killed[0]}:")))

            call = {"path": str(ROOT / "recordings" / "pay_order"), "request_id": "1"}
            result = await client.call_tool("run_task", call, progress_callback=heard)
            answer = told(result)
            assert (answer["outcome"], answer["safe_to_retry"]) == ("not_sure", False)
            assert "was killed by signal 9" in said(result)
            assert answer["doing"].startswith("step 1: ")
            assert told(await client.call_tool("run_task", call)) == answer
            await anyio.to_thread.run_sync(wait_until, has_ended, lambda: "the programs of the run to end")

    anyio.run(main)


def test_what_cannot_be_run_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "task.yaml").write_text("instruction: Do it.\nmodel: https://models.example\n")

    async def main() -> None:
        async with Runs().open() as runs, Client(server_of(runs)) as client:
            result = await client.call_tool("run_task", {"path": "task.yaml"})
            assert "--model" in said(result)
            missing = await client.call_tool("run_task", {"path": "nothing.yaml"})
            assert "no such task file" in said(missing)
            call = {"path": str(ROOT / "recordings" / "pay_order"), "case": "A-1043"}
            assert "a recording is of one" in said(await client.call_tool("run_task", call))

    anyio.run(main)
    assert not Path("runs").exists()
