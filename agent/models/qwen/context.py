"""Context of one conversation: what a model has computed for it, kept from step to step.

A prompt that goes on where the last one ended costs its new tokens alone. Positions are given to the model
explicitly, from the library's own `get_rope_index` over the whole prompt: left to itself, the library keeps
the offset between token count and position as state of the model (`rope_deltas`), which is wrong as soon as
two conversations take turns.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch

from agent.models.qwen.cache import growing_cache
from agent.models.qwen.fixed import fixed_cache, room_for
from agent.models.qwen.pictures import device_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from agent.models.qwen.fixed import OneToken
    from agent.models.qwen.pictures import Vision
    from agent.models.qwen.rendering import Rendered


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
        one_token: a compiled pass for single tokens; the cache then has a fixed room.
        reply: tokens that may be fed after a prompt; only a fixed room needs to know.
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
        self._model, self._vision, self._image_token = model, vision, image_token
        self._one_token, self._reply = one_token, reply
        self._room = 0
        self._cache: Any = growing_cache()
        self._marks: list[int | str] = []
        self._next_position = 0

    def shared(self, rendered: Rendered) -> int:
        """How many of the prompt's tokens are worked out already; at least one is always left to do."""
        limit = min(len(self._marks), len(rendered.marks) - 1)
        pairs = zip(self._marks[:limit], rendered.marks, strict=False)
        return next((index for index, (ours, theirs) in enumerate(pairs) if ours != theirs), limit)

    def prefill(self, rendered: Rendered) -> Prefill:
        """Take a prompt in, from where it departs from what is known."""
        self._make_room(rendered)
        start = self.shared(rendered)
        began = time.perf_counter()
        # A picture is never cut in two: its marks are all equal.
        new = [frame for frame, at in zip(rendered.frames, rendered.starts, strict=True) if at >= start]
        features = self._vision.features(new) if new else None
        self._settle()
        seen = time.perf_counter()
        self._cut(start)
        positions = self._positions(rendered)
        logits = self._forward(rendered.ids[start:], positions[:, :, start:], features)
        self._marks += rendered.marks[start:]
        self._next_position = int(positions.max()) + 1
        self._settle()
        return Prefill(logits, start, seen - began, time.perf_counter() - seen)

    def feed(self, ids: Sequence[int]) -> Tensor:
        """Take text tokens in; the logits of the token that follows, shape (vocabulary,)."""
        first = self._next_position
        positions = torch.arange(first, first + len(ids)).expand(3, 1, -1)
        logits = self._forward(ids, positions, None)
        self._marks += ids
        self._next_position += len(ids)
        return logits

    def _forward(self, ids: Sequence[int], positions: Tensor, features: Any) -> Tensor:
        device = device_of(self._model.get_input_embeddings().weight)
        inputs = {
            "input_ids": torch.tensor([ids], device=device),
            "position_ids": positions.to(device),
            "cache": self._cache,
            "use_cache": True,
            "logits_to_keep": 1,
        }
        if self._one_token is not None and len(ids) == 1:
            return self._one_token(**inputs)
        seen = {"image": features} if features is not None else None
        return self._model(**inputs, mm_encoder_outputs=seen).logits[0, -1]  # type: ignore[no-any-return]

    def _positions(self, rendered: Rendered) -> Tensor:
        """Time, row and column of every token; shape (3, 1, tokens), on the CPU."""
        ids = torch.tensor([rendered.ids])
        grids = [self._vision.rules.grid(frame.size) for frame in rendered.frames]
        positions, _ = self._model.model.get_rope_index(
            ids,
            mm_token_type_ids=(ids == self._image_token).int(),
            image_grid_thw=torch.tensor(grids) if grids else None,
        )
        return positions  # type: ignore[no-any-return]  # transformers is not typed

    def _make_room(self, rendered: Rendered) -> None:
        """See that a cache of fixed size holds the prompt and a reply; a new one knows nothing."""
        if self._one_token is None or len(rendered.ids) + self._reply <= self._room:
            return
        self._room = room_for(rendered, self._reply)
        self._cache = fixed_cache(self._model, self._room)
        self._marks.clear()

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

    def _settle(self) -> None:
        """Wait for the device, so that time is counted where it is spent."""
        if torch.cuda.is_available():
            torch.cuda.synchronize()
