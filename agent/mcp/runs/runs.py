"""Runs: all that clients have begun, each in a process of its own; they end with the server."""

from __future__ import annotations

import shutil
from collections import defaultdict
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import anyio

from agent.errors import BadInput
from agent.interrupts import CLEANING_SECONDS
from agent.mcp.child import Child
from agent.mcp.runs.job import Begin, Settings
from agent.mcp.runs.kept import keep_answer, note_begun, proved, told_of
from agent.mcp.runs.requests import Request, begun, claim, digest_of, withdraw
from agent.mcp.runs.run import Run
from agent.printing.escapes import visible
from agent.runs.planning.plan import RUNS, new_home
from tools.errors import ToolsError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path
    from typing import Self

    from anyio.abc import TaskGroup, TaskStatus

    from agent.mcp.line import Line, Target
    from agent.mcp.runs.answer import Answer
    from agent.mcp.runs.job import Job, Prepared

MOST = 8
"""Runs at a time: each has a display and programs of its own."""


def work(line: Line, settings: Settings) -> None:
    """Do a run, in a process of its own."""
    from agent.mcp.runs.working import serve  # noqa: PLC0415  (heavy, and the server itself does no run)

    serve(line, settings)


class Runs:
    """Begins runs, and knows them by their handles.

    Args:
        settings: as the server's command line says.
        folder: gets a folder for each.
        work: what a run's process does.
    """

    def __init__(self, settings: Settings | None = None, folder: Path = RUNS, work: Target = work) -> None:
        self._settings, self._folder, self._work = settings or Settings(), folder, work
        self._runs: dict[str, Run] = {}
        self._begins: defaultdict[str, anyio.Lock] = defaultdict(anyio.Lock)
        self._group: TaskGroup | None = None
        self._starting = 0
        """So many are being prepared."""

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Self]:
        """A context in which runs can be begun; at its end those under way are interrupted, and clean up."""
        async with anyio.create_task_group() as group:
            self._group = group
            try:
                yield self
            finally:
                with anyio.CancelScope(shield=True):
                    await self._end_all()
                group.cancel_scope.cancel()

    async def begin(self, job: Job, request_id: str | None = None) -> tuple[Run | Answer, bool]:
        """Begin a run, and whether it is a new one: one that the request id stands for is not begun again.

        Raises:
            BadInput: it can't be done, or the id asks for something else; nothing was started.
            EnvironmentFault: its process did not start, or the disk is full; nothing was started.
        """
        if request_id is None:
            return await self._begin(job, None), True
        async with self._begins[request_id]:
            asks = digest_of(job.path, job.values, job.case)
            known = begun(self._folder, request_id, asks)
            if known is not None:
                return self._repeated(request_id, known), False
            return await self._begin(job, Request(request_id=request_id, asks=asks, run="")), True

    def find(self, handle: str) -> Run | Answer:
        """A run by its handle: under way, or as the disk tells of it. Raises BadInput."""
        return self._runs.get(handle) or told_of(self._folder, handle)

    def _repeated(self, request_id: str, handle: str) -> Run | Answer:
        try:
            return self.find(handle)
        except BadInput:
            raise BadInput(
                f'request_id "{visible(request_id)}" was begun as run {handle}, of which nothing is left on '
                "disk: whether it was done is not known. Look, then take a new request_id"
            ) from None

    @property
    def under_way(self) -> tuple[Run, ...]:
        """Those that have not ended."""
        return tuple(run for run in self._runs.values() if run.answer.state != "ended")

    async def _begin(self, job: Job, request: Request | None) -> Run:
        assert self._group is not None
        if self._starting + len(self.under_way) >= MOST:
            raise BadInput(f"{MOST} runs are under way; wait for one of them (get_run), or cancel it")
        self._starting += 1
        child = Child(self._work, self._settings)
        try:
            await child.send(job)
            prepared: Prepared = await child.receive()
            run = self._noted(prepared, child, request)
        except BaseException:
            await child.close()
            raise
        finally:
            self._starting -= 1
        with anyio.CancelScope(shield=True):
            await self._group.start(self._attend, run)
        return run

    def _noted(self, prepared: Prepared, child: Child, request: Request | None) -> Run:
        """The run, on disk: from now on it counts as begun."""
        home = new_home(prepared.label, self._folder).absolute()
        request_id = request.request_id if request else None
        note_begun(home, request_id)
        if request and not claim(self._folder, request.model_copy(update={"run": home.name})):
            shutil.rmtree(home, ignore_errors=True)
            raise BadInput(
                f'request_id "{visible(str(request_id))}" is being begun by another server; ask again'
            )
        run = Run(home, child, prepared.steps, request_id)
        self._runs[home.name] = run
        return run

    async def _attend(self, run: Run, *, task_status: TaskStatus[None]) -> None:
        """Have it done, to its end, whoever goes away meanwhile."""
        assert self._group is not None
        with anyio.CancelScope(shield=True):
            try:
                try:
                    await run.child.send(Begin(run.home))
                finally:
                    task_status.started()
                answer = await run.end(self._group)
            except BadInput as why:
                self._refuse(run, why)
            except Exception as fault:  # noqa: BLE001  (its process is lost, or met something unforeseen)
                self._end(run, proved(run.home, run.request_id, str(fault), run.last))
            else:
                self._end(run, answer)
            await run.child.close()
            run.over.set()

    def _refuse(self, run: Run, why: BadInput) -> None:
        with suppress(OSError):
            if run.request_id is not None:
                withdraw(self._folder, run.request_id)
        shutil.rmtree(run.home, ignore_errors=True)
        self._runs.pop(run.home.name)
        run.refuse(why)

    def _end(self, run: Run, answer: Answer) -> None:
        with suppress(BadInput, ToolsError):  # else it is only remembered
            keep_answer(run.home, answer)
            self._runs.pop(run.home.name)
        run.ended(answer)

    async def _end_all(self) -> None:
        under_way = list(self._runs.values())
        for run in under_way:
            run.cancel("stopped with the server")
        with anyio.move_on_after(2 * CLEANING_SECONDS):
            for run in under_way:
                await run.over.wait()
        for run in under_way:
            run.child.kill()
        for run in under_way:
            await run.over.wait()
