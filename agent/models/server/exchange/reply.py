"""Reply put together from stream events, and whether it is complete."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agent.protocol.parse.blocks import CLOSE, OPEN, first_call_end

if TYPE_CHECKING:
    from agent.models.server.exchange.chunk import CallDelta, Chunk

_BROKEN = frozenset({"abort", "error"})
"""Finish reasons of vLLM and SGLang for a reply that they gave up."""


class StreamedReply:
    """A reply in the making.

    A server may take the thought and the call out of the text; they are put back as `<think>` and
    `<tool_call>`, so that one parser serves for all. The first call that is whole ends the reply: the screen
    after it is not yet known, so a second one could only be a guess.

    Args:
        call: whether a tool call is waited for; if not, the reply is all that comes.
        thinks: whether the model thinks first; a call before the end of that is a draft.
        longest: characters after which it is cut off.
    """

    def __init__(self, *, call: bool, thinks: bool, longest: int) -> None:
        self._call, self._thinks, self._longest = call, thinks, longest
        self._thought, self._said, self._arguments = "", "", ""
        self._name: str | None = None
        self._index: int | None = None
        self._end: int | None = None
        self.whole = False
        """Nothing that follows can change it."""
        self.finished = False
        """The server says that it is over."""
        self.broken = False
        """The server says that it gave up."""
        self.deltas = 0
        """Events with text; nearly always one a token."""

    @property
    def text(self) -> str:
        """What the model wrote, up to the end of its first whole call."""
        said = self._said[: self._end]
        if self._index is not None and self._end is None:
            call = f'{{"name": {json.dumps(self._name)}, "arguments": {self._arguments or "{}"}}}'
            said = f"{said.rstrip()}\n{OPEN}\n{call}\n{CLOSE}".lstrip()
        thought = f"<think>\n{self._thought.strip()}\n</think>\n\n" if self._thought else ""
        return _paired(thought + said)

    @property
    def length(self) -> int:
        """Characters received."""
        return len(self._thought) + len(self._said) + len(self._arguments)

    def add(self, chunk: Chunk) -> None:
        """Go on with what an event brings."""
        for choice in chunk.choices[:1]:
            if choice.delta is not None and not self.whole:
                before = self.length
                self._thought += choice.delta.reasoning or choice.delta.reasoning_content or ""
                self._say(choice.delta.content or "")
                for piece in choice.delta.tool_calls or ():
                    self._call_piece(piece)
                self.whole = self.whole or self.length > self._longest
                self.deltas += self.length > before
            elif choice.delta is not None:
                self.deltas += bool(choice.delta.content or choice.delta.tool_calls)
            self.finished = self.finished or choice.finish_reason is not None
            self.broken = self.broken or choice.finish_reason in _BROKEN

    def _say(self, text: str) -> None:
        self._said = (self._said + text)[: self._longest + 1]
        if not self._call or CLOSE not in self._said[-len(text) - len(CLOSE) :] or not text:
            return
        if self._thinks and not self._thought and "</think>" not in self._said:
            return
        self._end = first_call_end(self._said)
        self.whole = self.whole or self._end is not None

    def _call_piece(self, piece: CallDelta) -> None:
        """The first call's pieces; a piece of another one shows that the first is whole."""
        if self._index is None:
            self._index = piece.index
        if piece.index != self._index:
            self.whole = True
        if self.whole:
            return
        self._name = self._name or piece.function.name
        self._arguments += _json(piece.function.arguments)
        self.whole = self._call and self._name is not None and _is_object(self._arguments)


def _json(arguments: str | dict[str, Any] | None) -> str:
    return arguments if isinstance(arguments, str) else json.dumps(arguments) if arguments else ""


def _is_object(text: str) -> bool:
    if not text.rstrip().endswith("}"):
        return False
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _paired(text: str) -> str:
    """The two halves of a surrogate pair that came in two events joined; a lone half stays."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
