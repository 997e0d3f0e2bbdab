from __future__ import annotations

import sys
from pathlib import Path

import anyio
import psutil
import pytest
from mcp import Client, StdioServerParameters

from agent.errors import BadInput
from agent.mcp.runs import run as run_module
from agent.mcp.runs import runs as module
from agent.mcp.runs.job import Job
from agent.mcp.runs.run import Run
from agent.mcp.runs.runs import Runs
from tests.agent.mcp.runs.jobs import work
from tests.agent.mcp.runs.server import told

ROOT = Path(__file__).parents[4]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def begun(runs: Runs, name: str, request_id: str | None = None) -> Run:
    run, is_new = await runs.begin(Job(Path(name)), request_id)
    assert is_new
    assert isinstance(run, Run)
    return run


async def nothing(_answer: object) -> None:
    pass


def test_the_servers_end_interrupts_all_runs_and_their_answers_are_kept() -> None:
    async def main() -> list[Run]:
        async with Runs(work=work).open() as runs:
            found = [await begun(runs, "hangs"), await begun(runs, "hangs", "1")]
            for run in found:
                while not run.last:  # noqa: ASYNC110  (it may have come already)
                    await anyio.sleep(0.01)
            return found

    for run in anyio.run(main):
        assert run.answer.outcome == "not_sure"
        assert run.answer.message == "stopped with the server"
        assert not psutil.pid_exists(run.child.pid)
        assert (run.home / "answer.json").is_file()


def test_there_are_only_so_many_runs_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 1)

    async def main() -> None:
        async with Runs(work=work).open() as runs:
            run = await begun(runs, "hangs")
            with pytest.raises(BadInput, match="1 runs are under way"):
                await begun(runs, "task", "1")
            run.cancel()
            await run.over.wait()
            await begun(runs, "task", "1")

    anyio.run(main)


def test_two_repeats_at_once_are_one_run() -> None:
    async def main() -> None:
        async with Runs(work=work).open() as runs:
            async with anyio.create_task_group() as group:
                for _ in range(3):
                    group.start_soon(runs.begin, Job(Path("task")), "1")
            for run in runs.under_way:
                await run.over.wait()

    anyio.run(main)
    assert len(Path("done.txt").read_text().splitlines()) == 1


def test_a_question_that_nobody_answers_is_answered_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "UNANSWERED_SECONDS", 0.0)

    async def main() -> None:
        async with Runs(work=work).open() as runs:
            run = await begun(runs, "asks")
            await run.over.wait()
            assert run.answer.message == "the person said no"

    anyio.run(main)


def test_a_run_that_asks_can_be_cancelled_and_its_end_is_waited_for() -> None:
    async def main() -> None:
        async with Runs(work=work).open() as runs:
            run = await begun(runs, "asks")
            assert (await run.wait(60, nothing)).state == "asking"
            run.cancel()
            ended = await run.wait(60, nothing)
            assert (ended.state, ended.outcome) == ("ended", "not_sure")
            assert "cancelled by the client" in ended.message
            run.cancel()

    anyio.run(main)
    assert not Path("done.txt").exists()


def test_an_answer_to_an_earlier_question_answers_nothing() -> None:
    async def main() -> None:
        async with Runs(work=work).open() as runs:
            run = await begun(runs, "asks")
            await run.wait(60, nothing)
            asked = run.pending
            assert asked is not None
            run.pending = None
            await run.reply(asked, allowed=True)
            run.pending = asked
            await run.reply(asked, allowed=False)
            assert (await run.wait(60, nothing)).message == "the person said no"

    anyio.run(main)
    assert not Path("done.txt").exists()


def test_a_request_of_which_nothing_is_left_is_not_done_again() -> None:
    async def main() -> None:
        async with Runs(work=work).open() as runs:
            run = await begun(runs, "task", "1")
            await run.over.wait()
            run.home.rename("elsewhere")
            with pytest.raises(BadInput, match="whether it was done is not known"):
                await runs.begin(Job(Path("task")), "1")

    anyio.run(main)


def test_a_server_that_is_killed_leaves_no_run_behind_and_its_request_is_not_done_again() -> None:
    async def main() -> None:
        server = StdioServerParameters(
            command=sys.executable,
            args=["-m", "tests.agent.mcp.runs.server"],
            env={"PYTHONPATH": str(ROOT)},
        )
        call = {"path": "hangs", "request_id": "1", "wait_seconds": 0}
        async with Client(server) as client:
            run = told(await client.call_tool("run_task", call))["run"]
            [process] = [
                one for one in psutil.Process().children() if "tests.agent" in " ".join(one.cmdline())
            ]
            children = process.children(recursive=True)
            process.kill()
            await anyio.to_thread.run_sync(psutil.wait_procs, children, 60)
            assert not [one for one in children if one.is_running()]
        async with Client(server) as client:
            answer = told(await client.call_tool("run_task", call))
            assert (answer["run"], answer["state"]) == (run, "ended")
            assert "the server was ended in the middle of it" in answer["message"]

    anyio.run(main)
    assert not Path("done.txt").exists()
