"""Decoding of one reply: free text, then a tool call constrained to the protocol.

    [thought </think>] free text <tool_call> {...} </tool_call>

What can only come next is not decoded but fed, together with the next token that is. A reply that does not
come to its call by itself (it would end, or is long enough) is brought to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from agent.model import Wanted
    from agent.models.qwen.constraint import CallGrammar
    from agent.models.qwen.context import Context
    from agent.models.qwen.sampling import Sampler
    from agent.profiles import Profile


@dataclass(frozen=True, slots=True)
class Written:
    """A reply."""

    ids: tuple[int, ...]
    steps: int
    """Passes through the model."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Token ids that a reply is built with."""

    end: int
    call: int
    thought_end: int
    break_: tuple[int, ...]
    """A line break."""
    opening: tuple[int, ...]
    """`<tool_call>` and a line break."""
    closing: tuple[int, ...]
    """A line break and `</tool_call>`."""
    after_thought: tuple[int, ...]
    """`</think>` and an empty line."""
    never: tuple[int, ...]
    """Special and markup tokens that free text can't hold."""

    @classmethod
    def of(cls, tokenizer: Any, profile: Profile) -> Marks:
        """As this tokenizer has them."""

        def ids(text: str) -> tuple[int, ...]:
            return tuple(tokenizer(text, add_special_tokens=False)["input_ids"])

        tokens = profile.tokens
        thought_end = tokenizer.convert_tokens_to_ids("</think>")
        added = tokenizer.get_added_vocab().values()
        return cls(
            end=tokens.end,
            call=tokens.call,
            thought_end=thought_end,
            break_=ids("\n"),
            opening=ids("<tool_call>\n"),
            closing=ids("\n</tool_call>"),
            after_thought=ids("</think>\n\n"),
            never=tuple(sorted(set(added) - {tokens.end, tokens.call, thought_end})),
        )


@dataclass(slots=True)
class Writer:
    """One reply in the making."""

    context: Context
    marks: Marks
    sampler: Sampler
    profile: Profile
    logits: Tensor
    """For the first token of the reply."""
    leaps: bool = True
    """Whether forced text is fed at once; if not, each token of it is decoded (to measure the difference)."""
    ids: list[int] = field(default_factory=list)
    steps: int = 0
    _waiting: list[int] = field(default_factory=list)
    """Written, but not fed to the model yet."""

    def words(self) -> Written:
        """Free text to its end."""
        if self.profile.edition == "thinking":
            self._think(self.profile.reply.thought_tokens)
        self._free(self.profile.reply.tokens, (self.marks.call, self.marks.thought_end))
        return Written(tuple(self.ids), self.steps)

    def call(self, grammar: CallGrammar, wanted: Wanted) -> Written:
        """A tool call with the text before it. To name a place no words are needed."""
        reply = self.profile.reply
        if self.profile.edition == "thinking":
            self._think(0 if wanted == "point" else reply.thought_tokens)
        begun = wanted != "point" and self._free(
            reply.free_tokens, (self.marks.thought_end,), self.marks.call
        )
        if not begun and self.ids and self.ids[-1:] != list(self.marks.break_[-1:]):
            self._put(self.marks.break_)
        self._put(self.marks.opening[1:] if begun else self.marks.opening)
        if self._constrained(grammar, wanted):
            self._put(self.marks.closing)
        return Written(tuple(self.ids), self.steps)

    def _think(self, most: int) -> None:
        closed = self._free(most, (self.marks.call,), self.marks.thought_end)
        if not closed and self.ids:
            self._put(self.marks.break_)
        self._put(self.marks.after_thought[1:] if closed else self.marks.after_thought)

    def _free(self, most: int, never: Sequence[int], last: int | None = None) -> bool:
        """Write until the last token comes (True), or until it would end or is long enough (False)."""
        ruled_out = list({*self.marks.never, *never})
        begin = len(self.ids)
        for _ in range(most):
            logits = self._next().clone()
            logits[ruled_out] = float("-inf")
            token = self.sampler.choose(logits, self.ids[begin:])
            if token == self.marks.end:
                return False
            self._put((token,))
            if token == last:
                return True
        return False

    def _constrained(self, grammar: CallGrammar, wanted: Wanted) -> bool:
        """Write the call; whether it became whole before the reply was too long."""
        constraint = grammar.begin(wanted)
        while len(self.ids) < self.profile.reply.tokens:
            if self.leaps:
                self._put(constraint.forced())
            if constraint.complete():
                return True
            token = self.sampler.choose(constraint.allow(self._next()))
            constraint.accept(token)
            self._put((token,))
        return False

    def _put(self, ids: Sequence[int]) -> None:
        self.ids += ids
        self._waiting += ids

    def _next(self) -> Tensor:
        """The logits of the next token; feeds what waits."""
        if self._waiting:
            self.logits = self.context.feed(self._waiting)
            self._waiting = []
            self.steps += 1
        return self.logits
