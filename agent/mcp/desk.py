"""One desktop of a server: the child process that holds it, and what a client wants of it, in turn."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

import anyio

from agent.errors import AgentError
from agent.mcp.child import ChildLost
from agent.mcp.line import Ask, Cut
from agent.mcp.results import Acted
from agent.mcp.seat.requests import Answer, Approved, Asked, Close, Opening, Withdrawn

if TYPE_CHECKING:
    from agent.mcp.child import Child
    from agent.mcp.results import Status
    from agent.mcp.seat.requests import Act, Request, Steps
    from agent.runs.report.result import Result

_UNHEARD = 16
"""Answers that are kept for those who ask again."""
_OVER = (
    "the person was asked too early: something else was wanted of the desktop meanwhile, or the same call "
    "was made twice; nothing was done; look, then call again"
)


class DesktopEnded(AgentError):
    """A desktop is no more: its program died, say."""


class Desk:
    """One desktop, which does one thing at a time.

    Args:
        handle: what clients call it.
        child: the process that holds it.
    """

    def __init__(self, handle: str, child: Child) -> None:
        self.handle, self._child = handle, child
        self._lock, self._used = anyio.Lock(), time.monotonic()
        self._turn: Ask
        """The client's: what it wants is the reply."""
        self._begun: OrderedDict[Request, Answer | Asked] = OrderedDict()
        """What a person has to be asked before it, and what came of calls that were cancelled."""

    async def opened(self, opening: Opening) -> Answer:
        """Its first picture.

        Raises:
            BadInput, EnvironmentFault: it can't be opened.
        """
        await self._child.send(opening)
        answer = await self._heard(opening)
        assert isinstance(answer, Answer)
        return answer

    async def ask(self, request: Request) -> Answer | Asked:
        """What comes of a request; one that is cancelled is broken off, and what came of it is kept.

        Raises:
            DesktopEnded: the desktop is no more.
        """
        async with self._lock:
            try:
                return await self._asked(request)
            except ChildLost as lost:
                await self._child.close()  # with all that it has left behind
                raise DesktopEnded(f"{lost}; {_not_known(request)}") from None

    async def _asked(self, request: Request) -> Answer | Asked:
        self._let_go(request)
        asked, self._used = self._turn, time.monotonic()
        with anyio.CancelScope(shield=True):
            await self._child.reply(asked, request)
        try:
            return await self._heard(request)
        except anyio.get_cancelled_exc_class():
            self._child.cancel(asked)
            with anyio.CancelScope(shield=True):
                self._keep(request, await self._heard(request))
            raise

    @property
    def idle(self) -> float:
        """Seconds since the last call."""
        return time.monotonic() - self._used

    async def begin(self, act: Act | Steps) -> Answer | Asked:
        """What comes of an act, or what a person has to be asked before it; that is the same, asked again."""
        begun = self._begun.get(act)
        if isinstance(begun, Answer):  # of a call that was cancelled: it is told once
            del self._begun[act]
        if begun is None:
            begun = await self.ask(act)
            if isinstance(begun, Asked):
                self._keep(act, begun)
        return begun

    async def finish(self, act: Act | Steps, begun: Answer | Asked, refusal: str | None) -> Answer:
        """What came of an act that was begun.

        Args:
            act: the same.
            begun: what came of its beginning: what a person was asked, and no other question is answered.
            refusal: why it is not to be done, if a person was asked; None: it is.
        """
        if isinstance(begun, Answer):
            return begun
        if self._begun.get(act) != begun:
            return Answer(_told(act, "refused", _OVER))
        del self._begun[act]
        said = Approved(begun.question) if refusal is None else Withdrawn(refusal)
        answer = await self.ask(said)
        if isinstance(answer, Answer):
            return _with_reason(answer, refusal)
        self._keep(act, answer)
        return Answer(_told(act, "asking", answer.question))

    async def close(self) -> Result:
        """End its use, and tell how it went."""
        try:
            async with self._lock:
                await self._child.reply(self._turn, Close())
                ended: Result | Cut = await self._child.receive()
        except ChildLost as lost:
            raise DesktopEnded(f"{lost}; its recording ends there") from None
        finally:
            await self._child.close()
        if isinstance(ended, Cut):
            raise DesktopEnded(f"the desktop has ended: {ended.why}")
        return ended

    async def end(self) -> None:
        """End its process, whatever it is at."""
        await self._child.close()

    def _let_go(self, request: Request) -> None:
        """Forget questions that end unanswered, now that something else is wanted."""
        if not isinstance(request, Approved | Withdrawn):
            over = [one for one, begun in self._begun.items() if isinstance(begun, Asked) and one != request]
            for one in over:
                del self._begun[one]

    def _keep(self, request: Request, answer: Answer | Asked) -> None:
        self._begun[request] = answer
        while len(self._begun) > _UNHEARD:
            self._begun.popitem(last=False)

    async def _heard(self, request: Request | Opening) -> Answer | Asked:
        said = await self._child.receive()
        if isinstance(said, Ask):
            self._turn = said
            answer: Answer | Asked = said.message
            return answer
        await self._child.close()
        raise DesktopEnded(_ended(said, request))


def _ended(said: Result | Cut, request: Request | Opening) -> str:
    """What is told of a desktop that is no more."""
    if isinstance(said, Cut):
        return f"the desktop has ended: {said.why}"
    ended = f"{said.verdict}: {said.message}"
    ended += f"; recording: {said.recording}" if said.recording else ""
    if isinstance(request, Opening):
        return f"the desktop can't be opened, {ended}"
    return f"the desktop has ended, {ended}; {_not_known(request)}"


def _not_known(request: Request | Opening) -> str:
    call = type(request).__name__.lower()
    return f"what came of this call ({call}) is not known: look before you try it again, on a new desktop"


def _told(act: Act | Steps, status: Status, why: str) -> Acted:
    """What is told of an act where nothing was done, and there is no new picture."""
    return Acted(status=status, effect=None, why=why, frame=act.frame or "", size=(0, 0))


def _with_reason(answer: Answer, refusal: str | None) -> Answer:
    if refusal is None or not isinstance(answer.result, Acted):
        return answer
    return Answer(answer.result.model_copy(update={"why": refusal}), answer.picture)
