"""A client of the tests: the official one, whose answers are told apart, and what it may ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mcp import Client
from mcp_types import ElicitResult, ImageContent, TextContent

from agent.mcp.server import ServerOptions, build_server
from tests.agent.workshop import PRESS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

ERAS = ("legacy", "2026-07-28")


@dataclass
class Told:
    """What came of one call."""

    is_error: bool
    said: dict[str, Any]
    """Its structured content; of an error without one its text as `error`."""
    pictures: list[ImageContent]


class Caller:
    """Calls tools, and remembers the desktop and the newest frame as a client would."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.desktop = self.frame = ""
        self.size = (0, 0)

    async def __call__(self, tool: str, **given: object) -> Told:
        """Call one, on the desktop; an act on the newest frame, unless another one is named."""
        nameless = ("open_desktop", "run_task", "get_run")
        known = {"desktop": self.desktop} if tool not in nameless else {}
        if tool not in (*nameless, "screenshot", "read_screen", "wait"):
            known["frame"] = self.frame
        result = await self._client.call_tool(tool, known | given)
        said = result.structured_content
        if said is None:
            texts = [part.text for part in result.content if isinstance(part, TextContent)]
            return Told(bool(result.is_error), {"error": " ".join(texts)}, [])
        self.desktop, self.frame = said.get("desktop", self.desktop), said.get("frame", self.frame)
        self.size = tuple(said.get("size", self.size))
        pictures = [part for part in result.content if isinstance(part, ImageContent)]
        return Told(bool(result.is_error), said, pictures)

    async def open_press(self, folder: Path, **given: object) -> Told:
        """Open a desktop with a button that writes a file."""
        command = ["python", str(PRESS), str(folder / "pressed")]
        return await self("open_desktop", command=command, wait_for="Press me", size=[800, 600], **given)


def person(*answers: str) -> tuple[Callable[..., Awaitable[ElicitResult]], list[str]]:
    """A client's person, who gives these answers in turn, and the list of what they were asked.

    Args:
        answers: `yes`, `no` (both accept the question), `decline` or `cancel`.
    """
    asked: list[str] = []

    async def answered(_context: object, params: Any) -> ElicitResult:
        asked.append(params.message)
        said = answers[len(asked) - 1]
        if said in ("yes", "no"):
            return ElicitResult(action="accept", content={"approve": said == "yes"})
        return ElicitResult(action="decline" if said == "decline" else "cancel")

    return answered, asked


def connected(folder: Path, era: str = "2026-07-28", approve: str = "auto", **client: Any) -> Client:
    """A client that is in the server's own process."""
    return Client(build_server(ServerOptions(folder / "runs", approve=approve)), mode=era, **client)
