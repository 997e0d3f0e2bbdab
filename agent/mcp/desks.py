"""Desktops of a server: handles that it makes, and the child process behind each."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import anyio

from agent.errors import BadInput
from agent.mcp.child import Child
from agent.mcp.desk import Desk

if TYPE_CHECKING:
    from agent.mcp.line import Target
    from agent.mcp.seat.requests import Answer, Opening
    from agent.runs.report.result import Result

_MOST = 8
"""Desktops at a time."""
_FORSAKEN = 900.0
"""Seconds without a call after which a desktop makes room for another one."""


class Desks:
    """All desktops of a server.

    Args:
        most: so many at a time.
        forsaken: seconds without a call after which one makes room for another.
    """

    def __init__(self, most: int = _MOST, forsaken: float = _FORSAKEN) -> None:
        self._most, self._forsaken = most, forsaken
        self._open: dict[str, Desk] = {}
        self._closed: dict[str, Result] = {}
        """How those ended that were closed: an answer may be lost on its way."""
        self._opening = 0

    async def open(self, opening: Opening) -> tuple[Desk, Answer]:
        """Open one.

        Raises:
            BadInput: the task is wrong, or there are too many.
            EnvironmentFault: a program did not start, or there is no display.
        """
        from agent.mcp.seat.session import hold  # noqa: PLC0415  (heavy: loaded on use)

        self._opening += 1
        try:
            await self._make_room()
            return await self._opened(opening, hold)
        finally:
            self._opening -= 1

    async def _opened(self, opening: Opening, hold: Target) -> tuple[Desk, Answer]:
        desk = Desk(f"desktop-{secrets.token_hex(4)}", Child(hold, name="the desktop"))
        try:
            answer = await desk.opened(opening)
        except BaseException:
            await desk.end()
            raise
        self._open[desk.handle] = desk
        return desk, answer

    async def _make_room(self) -> None:
        """Close the desktop that was forsaken first, if there are as many as there may be."""
        if len(self._open) + self._opening <= self._most:
            return
        handle = max(self._open, key=lambda one: self._open[one].idle, default="")
        if not handle or self._open[handle].idle < self._forsaken:
            told = ", ".join(f"{one} (idle {desk.idle:.0f} s)" for one, desk in self._open.items())
            raise BadInput(
                f"no more than {self._most} desktops can be open; end one with get_run, cancel: {told}"
            )
        await self.close(handle)

    def get(self, handle: str) -> Desk:
        """The one of that handle. Raises BadInput: there is none."""
        if handle not in self._open:
            raise BadInput(f"there is no desktop {handle!r}; open one with open_desktop")
        return self._open[handle]

    def __contains__(self, handle: str) -> bool:
        return handle in self._open or handle in self._closed

    def is_open(self, handle: str) -> bool:
        """Whether acts can be done on it."""
        return handle in self._open

    async def close(self, handle: str) -> Result:
        """Close one, and tell how its use went; of one that is closed, the same once more."""
        if handle not in self._closed:
            desk = self.get(handle)
            del self._open[handle]
            self._closed[handle] = await desk.close()
        return self._closed[handle]

    def forget(self, handle: str) -> None:
        """One has ended by itself."""
        self._open.pop(handle, None)

    async def close_all(self) -> None:
        """End all, with the server."""
        async with anyio.create_task_group() as group:
            for desk in self._open.values():
                group.start_soon(desk.end)
        self._open.clear()
