"""Placed reply: a reply whose call has a point, and the same reply with another point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.errors import MalformedCall
from agent.protocol.parse.blocks import OPEN
from agent.protocol.toolcall import PointerCall, ScrollCall, parse_tool_call
from agent.protocol.write import write_call

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Placed:
    """Reply with one call that has a coordinate."""

    reply: str
    call: PointerCall | ScrollCall
    coordinate: tuple[float, float]
    """Coordinate of the call, on the grid."""

    @classmethod
    def of(cls, reply: str) -> Placed | None:
        """The placed reply of a text; None when it is malformed or its call has no coordinate."""
        try:
            call = parse_tool_call(reply)
        except MalformedCall:
            return None
        if not isinstance(call, PointerCall | ScrollCall) or call.coordinate is None:
            return None
        return cls(reply, call, call.coordinate)

    def moved(self, place: tuple[float, float]) -> str:
        """The reply with another coordinate, on the grid.

        Every word before the call is as it was; then comes the call as Qwen3-VL writes one. Repaired slips
        are gone, and so is what stood behind the call: the same call again, or words without a meaning here.
        """
        call = self.call.model_copy(update={"coordinate": place})
        block = write_call(call)
        texts = (self.reply[:start] + block for start in self._starts())
        return next((text for text in texts if _says(text, call)), block)

    def _starts(self) -> Iterator[int]:
        """Where the call may begin, likeliest first: behind the thinking, at a tag or else at its JSON."""
        behind = max(0, self.reply.rfind("</think>"))
        for mark in (OPEN, "{"):
            for begin in (behind, 0):
                if (start := self.reply.find(mark, begin)) >= 0:
                    yield start


def _says(text: str, call: PointerCall | ScrollCall) -> bool:
    try:
        return parse_tool_call(text) == call
    except MalformedCall:
        return False
