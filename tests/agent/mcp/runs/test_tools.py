from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from mcp_types import ElicitResult

from agent.mcp.runs.answer import Answer
from tests.agent.mcp.runs.server import said, told, with_client

if TYPE_CHECKING:
    from mcp import Client
    from mcp.client import ClientRequestContext
    from mcp_types import ElicitRequestParams

    from agent.mcp.runs.runs import Runs

ERAS = pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def times_done() -> int:
    return len(Path("done.txt").read_text().splitlines()) if Path("done.txt").exists() else 0


@ERAS
def test_a_task_is_run_its_steps_are_told_and_its_answer_is_structured(mode: str) -> None:
    steps: list[tuple[float, float | None, str | None]] = []

    async def heard(progress: float, total: float | None, message: str | None) -> None:
        steps.append((progress, total, message))

    async def use(client: Client, _runs: Runs) -> None:
        result = await client.call_tool(
            "run_task", {"path": "task", "values": {"name": "Zoë"}}, progress_callback=heard
        )
        answer = Answer.model_validate(told(result))
        assert (answer.state, answer.outcome, answer.safe_to_retry) == ("ended", "done", False)
        assert not result.is_error
        assert steps == [(1, 2, 'step 1: Click "Save"')]

    with_client(use, mode=mode)
    assert Path("done.txt").read_text() == "{'name': 'Zoë'}\n"


def test_a_program_that_lies_is_an_error_with_the_check_that_says_so() -> None:
    async def use(client: Client, _runs: Runs) -> None:
        result = await client.call_tool("run_task", {"path": "lies"})
        assert told(result)["outcome"] == "failed"
        assert not told(result)["safe_to_retry"]
        assert "wrong: rows: expected 1 row, found 0 rows" in said(result)

    with_client(use)


@pytest.mark.parametrize(("path", "why"), [("bad", "bad.yaml:1:1"), ("bad_model", "can't do this")])
def test_what_cannot_be_done_is_refused_and_leaves_its_request_id_free(path: str, why: str) -> None:
    async def use(client: Client, _runs: Runs) -> None:
        assert why in said(await client.call_tool("run_task", {"path": path, "request_id": "1"}))
        result = await client.call_tool("run_task", {"path": "task", "request_id": "1"})
        assert told(result)["outcome"] == "done"

    with_client(use)
    assert times_done() == 1


def test_a_request_that_is_repeated_is_done_once_and_refused_with_other_values() -> None:
    async def use(client: Client, _runs: Runs) -> None:
        asked: dict[str, Any] = {"path": "task", "values": {"name": "Ada"}, "request_id": "order 7"}
        first = await client.call_tool("run_task", asked)
        again = await client.call_tool("run_task", asked)
        assert told(again) == told(first)
        other = await client.call_tool("run_task", asked | {"values": {"name": "Eve"}})
        assert "was used with other values" in said(other)

    with_client(use)
    assert times_done() == 1


def test_a_request_is_remembered_by_the_next_server() -> None:
    async def use(client: Client, _runs: Runs) -> None:
        result = await client.call_tool("run_task", {"path": "task", "request_id": "1"})
        assert told(result)["outcome"] == "done"

    with_client(use)
    with_client(use)
    assert times_done() == 1


def test_a_long_run_is_a_handle_that_is_joined_looked_at_and_cancelled() -> None:
    async def use(client: Client, _runs: Runs) -> None:
        asked = {"path": "hangs", "request_id": "1", "wait_seconds": 0}
        first = told(await client.call_tool("run_task", asked))
        assert first["state"] == "running"
        joined = told(await client.call_tool("run_task", asked))
        assert joined["run"] == first["run"]
        handle = {"run": first["run"]}
        assert told(await client.call_tool("get_run", handle | {"wait_seconds": 0}))["state"] == "running"
        ended = told(await client.call_tool("get_run", handle | {"cancel": True}))
        assert (ended["outcome"], ended["message"]) == ("not_sure", "cancelled by the client")
        assert told(await client.call_tool("get_run", handle)) == ended

    with_client(use)
    assert times_done() == 0


@ERAS
def test_a_call_that_is_cancelled_cancels_the_run_that_it_began(mode: str) -> None:
    async def use(client: Client, _runs: Runs) -> None:
        began = anyio.Event()

        async def heard(_progress: float, _total: float | None, _message: str | None) -> None:
            began.set()

        async with anyio.create_task_group() as group:

            async def call() -> None:
                asked = {"path": "hangs", "request_id": "1"}
                await client.call_tool("run_task", asked, progress_callback=heard)

            group.start_soon(call)
            await began.wait()
            group.cancel_scope.cancel()
        ended = told(await client.call_tool("run_task", {"path": "hangs", "request_id": "1"}))
        assert (ended["outcome"], ended["message"]) == ("not_sure", "cancelled by the client")

    with_client(use, mode=mode)


def test_a_look_that_is_cancelled_leaves_the_run_alone() -> None:
    async def use(client: Client, _runs: Runs) -> None:
        run = told(await client.call_tool("run_task", {"path": "hangs", "wait_seconds": 0}))["run"]
        with anyio.move_on_after(0.2):
            await client.call_tool("get_run", {"run": run})
        look = told(await client.call_tool("get_run", {"run": run, "wait_seconds": 0}))
        assert look["state"] == "running"

    with_client(use)


def test_a_run_whose_process_is_killed_is_not_done_again_and_says_what_its_recording_proves() -> None:
    async def use(client: Client, _runs: Runs) -> None:
        asked = {"path": "killed", "request_id": "1"}
        result = await client.call_tool("run_task", asked)
        assert told(result)["outcome"] == "not_sure"
        assert told(result)["doing"] == 'step 1: Click "Save"'
        assert "the run's process was killed by signal 9" in said(result)
        assert told(await client.call_tool("run_task", asked)) == told(result)

    with_client(use)


@pytest.mark.parametrize(
    ("mode", "allow"), [("legacy", True), ("2026-07-28", True), ("2026-07-28", False), ("legacy", None)]
)
def test_a_person_is_asked_and_nothing_is_done_before_their_answer(mode: str, *, allow: bool | None) -> None:
    async def person(_context: ClientRequestContext, params: ElicitRequestParams) -> ElicitResult:
        assert 'step 2: click on "Pay"' in params.message
        assert times_done() == 0
        if allow is None:
            return ElicitResult(action="decline")
        return ElicitResult(action="accept", content={"approve": allow})

    async def use(client: Client, _runs: Runs) -> None:
        asking = told(await client.call_tool("run_task", {"path": "asks"}))
        assert (asking["state"], asking["question"]) == ("asking", 'step 2: click on "Pay"')
        assert times_done() == 0
        ended = told(await client.call_tool("get_run", {"run": asking["run"]}))
        assert ended["verdict"] == ("passed" if allow else "stopped")
        assert ended["outcome"] == ("done" if allow else "not_done")

    with_client(use, mode=mode, elicitation_callback=person)
    assert times_done() == bool(allow)


def test_a_question_that_was_put_aside_is_asked_again() -> None:
    answers = iter([ElicitResult(action="cancel"), ElicitResult(action="accept", content={"approve": True})])

    async def person(_context: ClientRequestContext, _params: ElicitRequestParams) -> ElicitResult:
        return next(answers)

    async def use(client: Client, _runs: Runs) -> None:
        run = told(await client.call_tool("run_task", {"path": "asks"}))["run"]
        assert told(await client.call_tool("get_run", {"run": run}))["state"] == "asking"
        assert told(await client.call_tool("get_run", {"run": run}))["outcome"] == "done"

    with_client(use, elicitation_callback=person)


@ERAS
def test_where_nobody_can_be_asked_the_answer_is_no(mode: str) -> None:
    async def use(client: Client, _runs: Runs) -> None:
        ended = told(await client.call_tool("run_task", {"path": "asks"}))
        assert (ended["state"], ended["outcome"]) == ("ended", "not_done")

    with_client(use, mode=mode)
    assert times_done() == 0


def test_an_unknown_handle_is_refused() -> None:
    async def use(client: Client, _runs: Runs) -> None:
        for handle in ("nothing", "../etc", "a/b", "", "\x1b[2J"):
            assert "there is no run" in said(await client.call_tool("get_run", {"run": handle}))

    with_client(use)
