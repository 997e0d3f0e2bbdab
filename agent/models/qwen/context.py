"""Context of one conversation: what a model has computed for it, kept from step to step.

A prompt that goes on where the last one ended costs its new tokens alone. Positions are given to the model
explicitly: left to itself, the library keeps the offset between token count and position as state of the
model (`rope_deltas`), which is wrong as soon as two conversations take turns.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import torch

from agent.models.qwen.cache import growing_cache
from agent.models.qwen.one_token import SinglePass, Unfit
from agent.models.qwen.pictures import device_of
from agent.models.qwen.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from agent.models.qwen.one_token import OneToken
    from agent.models.qwen.pictures import Vision
    from agent.models.qwen.rendering import Rendered

_SHORT = 3
"""Tokens up to which captured passes, one after the other, are faster than one plain pass of them all."""


@dataclass(frozen=True, slots=True)
class Prefill:
    """A prompt taken in."""

    logits: Tensor
    """For the token that follows; shape (vocabulary,)."""
    cached: int
    """Tokens that cost nothing."""
    vision: float
    """Seconds."""
    seconds: float
    """Of the text model."""


class Context:
    """One conversation's key/value cache.

    Args:
        model: the library's model.
        vision: its vision tower.
        image_token: the id of a picture's pads.
        one_token: how single tokens are run, in a room; without it all passes are plain, in a growing cache.
        reply: tokens that may be fed after a prompt; a room is made for them at once.
    """

    def __init__(
        self,
        model: Any,
        vision: Vision,
        image_token: int,
        *,
        one_token: OneToken | None = None,
        reply: int = 0,
    ) -> None:
        self._model, self._vision = model, vision
        self._one_token, self._reply = one_token, reply
        self._positions = Positions(model, vision.rules, image_token)
        self._marks: list[int | str] = []
        self._rendered: Rendered | None = None
        self._begin()

    def shared(self, rendered: Rendered) -> int:
        """How many of the prompt's tokens are worked out already; at least one is always left to do."""
        limit = min(len(self._marks), len(rendered.marks) - 1)
        if self._marks[:limit] == list(rendered.marks[:limit]):  # as a rule, and thirty times quicker to say
            return limit
        pairs = zip(self._marks[:limit], rendered.marks, strict=False)
        return next((index for index, (ours, theirs) in enumerate(pairs) if ours != theirs), limit)

    def prefill(self, rendered: Rendered) -> Prefill:
        """Take a prompt in, from where it departs from what is known."""
        if self._single is not None:
            self._single.hold(self._single.how.positions(rendered, self._reply))
        start = self.shared(rendered)
        began = time.perf_counter()
        # A picture is never cut in two: its marks are all equal.
        new = [frame for frame, at in zip(rendered.frames, rendered.starts, strict=True) if at >= start]
        features = self._vision.features(new) if new else None
        self._settle()
        seen = time.perf_counter()
        self._cut(start)
        positions = self._positions.of_prompt(rendered)
        logits = self._forward(rendered.ids[start:], positions, features)
        self._marks += rendered.marks[start:]
        self._positions.take(positions)
        self._rendered = rendered
        self._settle()
        return Prefill(logits, start, seen - began, time.perf_counter() - seen)

    def feed(self, ids: Sequence[int]) -> Tensor:
        """Take text tokens in; the logits of the token that follows, shape (vocabulary,)."""
        self._cut(len(self._marks))  # what a pass left that broke off
        if self._single is not None:
            self._single.hold(len(self._marks) + len(ids))
            if self._single.how.fit and len(ids) <= _SHORT:
                return self._one_by_one(self._single, ids)
        positions = self._positions.of_text(len(ids))
        logits = self._forward(ids, positions, None)
        self._marks += ids
        self._positions.take(positions)
        return logits

    def _one_by_one(self, single: SinglePass, ids: Sequence[int]) -> Tensor:
        """Single tokens through the captured pass; plainly from the first one on that it is not fit for."""
        for done, token in enumerate(ids):
            position, place = self._positions.following, len(self._marks)
            try:
                logits = single(token, position, place, partial(self._tried, token))
            except Unfit as reason:
                single.how.refuse(str(reason))
                self._anew()
                return self.feed(ids[done:])
            self._marks.append(token)
            self._positions.take(torch.full((3, 1, 1), position))
        return logits

    def _tried(self, token: int) -> Tensor:
        """What a plain pass gives, which is then forgotten."""
        logits = self._forward([token], self._positions.of_text(1), None)
        self._cut(len(self._marks))
        return logits

    def _anew(self) -> None:
        """Work out all that is known once more, in a cache that no captured pass has written to."""
        rendered = self._rendered
        assert rendered is not None, "text is fed behind a prompt"
        fed = [mark for mark in self._marks[len(rendered.marks) :] if isinstance(mark, int)]
        self._begin()
        self.prefill(rendered)
        if fed:
            self.feed(fed)

    def _forward(self, ids: Sequence[int], positions: Tensor, features: Any) -> Tensor:
        """A plain pass."""
        device = device_of(self._model.get_input_embeddings().weight)
        seen = {"image": features} if features is not None else None
        return self._model(  # type: ignore[no-any-return]
            input_ids=torch.tensor([ids], device=device),
            position_ids=positions.to(device),
            cache=self._cache,
            use_cache=True,
            logits_to_keep=1,
            mm_encoder_outputs=seen,
        ).logits[0, -1]

    def _begin(self) -> None:
        """With nothing known."""
        how = self._one_token
        self._single = SinglePass(how) if how is not None and how.fit else None
        self._cache: Any = growing_cache() if self._single is None else self._single.room.cache
        self._cut(0)

    def _cut(self, length: int) -> None:
        """Forget all but the first tokens.

        Each layer is asked for its own length: a pass that broke off (out of memory, Ctrl-C) was taken in by
        the first layers only.
        """
        for layer in self._cache.layers:
            surplus = int(layer.get_seq_length()) - length
            if surplus > 0:
                layer.crop(-surplus)
        del self._marks[length:]
        self._positions.cut(length)

    def _settle(self) -> None:
        """Wait for the device, so that time is counted where it is spent."""
        if torch.cuda.is_available():
            torch.cuda.synchronize()
