"""Run under way: its answer so far, and those who wait for it to change."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import anyio

from agent.mcp.line import Ask, Cut
from agent.mcp.runs.answer import Answer, answer_of
from agent.mcp.runs.job import Done, Stepped
from agent.mcp.runs.kept import proved
from tools.errors import ToolsError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from anyio.abc import TaskGroup

    from agent.errors import BadInput
    from agent.mcp.child import Child

_RUNNING = "It goes on by itself; call get_run with this handle to see how it ends."
_CANCELLED = "It is being cancelled; call get_run with this handle to see how far it came."
_ASKING = "It waits: call get_run with this handle, which asks the person, and goes on."

UNANSWERED_SECONDS = 600.0
"""After which a question that nobody has answered is answered no."""


class Run:
    """One run under way, or just over.

    Args:
        home: its folder, whose name is its handle.
        child: the process that does it.
        steps: so many there will be; 0: not known.
        request_id: of the client.
    """

    def __init__(self, home: Path, child: Child, steps: int, request_id: str | None) -> None:
        self.home, self.child, self.request_id = home, child, request_id
        self.answer = Answer(
            run=home.name, state="running", next_step=_RUNNING, steps=steps, request_id=request_id
        )
        self.pending: Ask | None = None
        """What it asks; None: nothing."""
        self.refused: BadInput | None = None
        """Why nothing was started after all."""
        self.last = ""
        """The last step that did something, in words."""
        self.over = anyio.Event()
        """Set when its process has ended as well."""
        self._began = anyio.current_time()
        self._changed = anyio.Event()

    def _stepped(self, told: Stepped) -> None:
        """It did a step."""
        words = f"step {told.step}: {told.what}"
        self.last = words if told.did else self.last
        self._tell(step=told.step, doing=words)

    def _asking(self, ask: Ask) -> None:
        """It asks something, and waits."""
        self.pending = ask
        picture = ask.message.picture
        self._tell(
            state="asking",
            question=ask.message.what,
            picture=str(picture) if picture else None,
            next_step=_ASKING,
        )

    async def reply(self, ask: Ask, *, allowed: bool) -> None:
        """Answer what it asks; an answer to what it no longer asks is dropped.

        Raises:
            ChildLost: its process is no more.
        """
        if self.pending is not ask:
            return
        self._go_on(_RUNNING)
        with anyio.CancelScope(shield=True):  # else nobody would answer it any more
            await self.child.reply(ask, allowed)

    def cancel(self, why: str = "cancelled by the client") -> None:
        """Interrupt it: it lets go of keys, ends its programs and says how far it came."""
        if self.answer.state != "ended":
            self._go_on(_CANCELLED)
            self.child.interrupt(why)

    async def end(self, group: TaskGroup) -> Answer:
        """How it ends; hears meanwhile what it tells and asks.

        Args:
            group: of those who answer no where nobody else answers.

        Raises:
            BadInput: it could not be started, and nothing was.
            ChildLost: its process is no more.
        """
        while True:
            match await self.child.receive():
                case Stepped() as told:
                    self._stepped(told)
                case Ask() as ask:
                    self._asking(ask)
                    group.start_soon(self._expire, ask)
                case Done() as done:
                    return answer_of(self.home.name, done, self.request_id)
                case Cut(why=why):
                    return proved(self.home, self.request_id, why, self.last)

    def ended(self, answer: Answer) -> None:
        """It is over."""
        self.pending = None
        self.answer = answer
        self._wake()

    def refuse(self, why: BadInput) -> None:
        """It could not be started, and nothing was."""
        self.refused = why
        self._tell(state="ended", outcome="not_done", message=str(why))

    async def wait(self, seconds: float, tell: Callable[[Answer], Awaitable[None]]) -> Answer:
        """How it ended, or how far it is when the time is over or when it asks.

        Args:
            seconds: to wait at most.
            tell: is told of each step.

        Raises:
            BadInput: it could not be started, and nothing was.
        """
        with anyio.move_on_after(seconds):
            while self.answer.state == "running":
                await self._changed.wait()
                await tell(self.answer)
        if self.refused:
            raise self.refused
        return self.answer

    async def _expire(self, ask: Ask) -> None:
        await anyio.sleep(UNANSWERED_SECONDS)
        with suppress(ToolsError):
            await self.reply(ask, allowed=False)

    def _go_on(self, next_step: str) -> None:
        self.pending = None
        self._tell(state="running", question=None, picture=None, next_step=next_step)

    def _tell(self, **changes: object) -> None:
        seconds = round(anyio.current_time() - self._began, 1)
        self.answer = self.answer.model_copy(update={"seconds": seconds, **changes})
        self._wake()

    def _wake(self) -> None:
        changed, self._changed = self._changed, anyio.Event()
        changed.set()
