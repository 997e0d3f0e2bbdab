"""Desktops of a server, held by children that play one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import pytest

from agent.errors import BadInput
from agent.mcp.child import Child
from agent.mcp.desk import Desk, DesktopEnded
from agent.mcp.desks import Desks
from agent.mcp.results import Acted, Looked
from agent.mcp.seat.requests import Act, Answer, Approved, Asked, Close, Look, Opening, Pause, Withdrawn
from agent.runs.report.result import Result

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from agent.episode import Verdict
    from agent.mcp.line import Line
    from agent.mcp.seat.requests import Request

LOOKED = Answer(Looked(frame="f1", size=(10, 10), quiet=True))
CLICK = Act("click", "f1")
TYPE = Act("type", "f1")
OPENING = Opening(Path("here"))


def ended(verdict: Verdict, message: str, recording: str | None = None) -> Result:
    return Result(task="desktop", model="mcp", verdict=verdict, message=message, recording=recording)


def acted(why: str) -> Answer:
    return Answer(Acted(status="done", effect="none", why=why, frame="f1", size=(10, 10)))


def played(line: Line) -> None:
    """A desktop that asks before each click, counts what it does, and dies of a pause of 13 s."""
    done = 0

    def held(_opening: Opening) -> Result:
        nonlocal done
        answer: Answer | Asked = LOOKED
        while True:
            request: Request = line.ask(answer)
            match request:
                case Close():
                    return ended("passed", f"{done} done")
                case Pause(seconds=13):
                    return ended("environment_error", "died", "rec")
                case Pause():
                    while not line.is_unwanted:
                        pass
                    answer = acted("broken off")
                case Act(kind="click"):
                    answer = Asked("click?")
                case Withdrawn():
                    answer = acted("not done")
                case _:
                    done += 1
                    answer = acted(f"done {done}")

    line.serve(held)


def on_a_desk(does: Callable[[Desk], Awaitable[None]]) -> None:
    async def opened() -> None:
        desk = Desk("desktop-1", Child(played))
        try:
            assert await desk.opened(OPENING) == LOOKED
            await does(desk)
        finally:
            await desk.end()

    anyio.run(opened)


def test_a_call_does_its_act_once_also_beside_another_that_is_the_same() -> None:
    async def does(desk: Desk) -> None:
        first = await desk.begin(TYPE)
        second = await desk.begin(TYPE)  # both before either is told
        assert await desk.finish(TYPE, first, None) == acted("done 1")
        assert await desk.finish(TYPE, second, None) == acted("done 2")
        assert (await desk.close()).message == "2 done"

    on_a_desk(does)


def test_an_act_is_done_after_a_yes_and_not_after_a_no() -> None:
    async def does(desk: Desk) -> None:
        asked = await desk.begin(CLICK)
        assert asked == Asked("click?")
        assert await desk.begin(CLICK) is asked
        assert await desk.finish(CLICK, asked, None) == acted("done 1")
        assert await desk.begin(CLICK) == Asked("click?")
        refused = await desk.finish(CLICK, asked, "the person said no")
        assert isinstance(refused.result, Acted)
        assert refused.result.why == "the person said no"
        assert await desk.ask(Approved("x")) == acted("done 2")

    on_a_desk(does)


@pytest.mark.parametrize("meanwhile", ["the same call", "something else"])
def test_a_yes_goes_for_the_question_that_was_asked_and_no_other(meanwhile: str) -> None:
    async def does(desk: Desk) -> None:
        asked = await desk.begin(CLICK)
        if meanwhile == "the same call":
            await desk.finish(CLICK, await desk.begin(CLICK), None)
        else:
            await desk.ask(Look())
        late = await desk.finish(CLICK, asked, None)
        assert isinstance(late.result, Acted)
        assert (late.result.status, late.result.effect) == ("refused", None)
        assert (await desk.close()).message == "1 done"

    on_a_desk(does)


def test_a_desktop_whose_process_was_killed_has_ended_and_leaves_nothing() -> None:
    async def does(desk: Desk) -> None:
        child = desk._child
        child.kill()
        with pytest.raises(DesktopEnded, match=r"killed by signal 9; what came of this call \(look\)"):
            await desk.ask(Look())
        assert child._is_closed
        with pytest.raises(DesktopEnded):
            await desk.close()

    on_a_desk(does)


def test_so_many_desktops_are_open_and_no_more_also_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.mcp.seat.session.hold", played)
    opened: list[str] = []
    refused: list[str] = []

    async def one(desks: Desks) -> None:
        try:
            opened.append((await desks.open(OPENING))[0].handle)
        except BadInput as why:
            refused.append(str(why))

    async def main() -> None:
        desks = Desks(most=2)
        async with anyio.create_task_group() as group:
            for _ in range(3):
                group.start_soon(one, desks)
        await desks.close(opened[0])
        await one(desks)
        await desks.close_all()

    anyio.run(main)
    assert (len(opened), len(refused)) == (3, 1)
    assert "no more than 2 desktops" in refused[0]


def test_a_call_that_is_cancelled_is_broken_off_and_what_came_of_it_is_told_to_who_asks_again() -> None:
    async def does(desk: Desk) -> None:
        with anyio.move_on_after(0.2) as scope:
            await desk.ask(Pause(60))
        assert scope.cancelled_caught
        assert await desk.ask(Look()) == acted("done 1")

    on_a_desk(does)


def test_a_desktop_that_ends_is_told_with_what_is_not_known() -> None:
    async def does(desk: Desk) -> None:
        with pytest.raises(
            DesktopEnded, match=r"environment_error: died; recording: rec; .*\(pause\) is not known"
        ):
            await desk.ask(Pause(13))

    on_a_desk(does)


def test_a_handle_that_was_not_made_here_is_none(tmp_path: Path) -> None:
    desks = Desks()
    assert "desktop-1" not in desks
    with pytest.raises(BadInput, match="there is no desktop 'desktop-1'"):
        desks.get("desktop-1")
    desks.forget("desktop-1")


def test_a_desktop_makes_room_when_it_is_forsaken_and_not_before(tmp_path: Path) -> None:
    async def opened() -> None:
        for forsaken in (900.0, 0.0):
            desks = Desks(most=1, forsaken=forsaken)
            first, _ = await desks.open(Opening(tmp_path))
            try:
                if forsaken:
                    with pytest.raises(BadInput, match=rf"no more than 1 desktops .*: {first.handle} \(idle"):
                        await desks.open(Opening(tmp_path))
                    continue
                second, _ = await desks.open(Opening(tmp_path))
                assert (desks.is_open(first.handle), desks.is_open(second.handle)) == (False, True)
                assert await desks.close(first.handle) == await desks.close(first.handle)  # told twice
            finally:
                await desks.close_all()

    anyio.run(opened)
