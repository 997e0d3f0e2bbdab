"""Key/value cache of fixed size, and the compiled pass of one token through it: for a GPU (`@compiled`).

A pass of one token is hundreds of small kernels, and a GPU waits for the processor that starts them. With
every tensor at a fixed address and of a fixed shape the pass is captured once as a CUDA graph and replayed.
The price: attention reads the whole room at every token, and a prompt that outgrows it is worked out anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from transformers.cache_utils import Cache, StaticLayer

from agent.protocol.prompt import FRAMES_KEPT

if TYPE_CHECKING:
    from torch import Tensor

    from agent.models.qwen.rendering import Rendered

_STEP = 4096
_TEXT = 8192
"""Tokens that an episode's words may take before its room is made larger."""


class FixedLayer(StaticLayer):  # type: ignore[no-untyped-call]  # the library is not typed
    """One layer's keys and values, with room for a fixed number of positions."""

    def crop(self, tokens_to_remove: int) -> None:
        """Forget the last positions: they are masked, and written over later."""
        self.cumulative_length.sub_(abs(tokens_to_remove))


def fixed_cache(model: Any, room: int) -> Any:
    """An empty cache for a model."""
    layers = model.config.text_config.num_hidden_layers
    return Cache(layers=[FixedLayer(max_cache_len=room) for _ in range(layers)])


def room_for(rendered: Rendered, reply: int) -> int:
    """Positions for an episode that begins with this prompt: compiling again costs a minute, room little."""
    pictures = sum(isinstance(mark, str) for mark in rendered.marks)
    one = -(-pictures // max(1, len(rendered.frames)))
    needed = max(len(rendered.ids), FRAMES_KEPT * one) + reply + _TEXT
    return -(-needed // _STEP) * _STEP


class OneToken:
    """The pass of a single token, compiled at its first use."""

    def __init__(self, model: Any, backend: str = "inductor") -> None:
        mode = "reduce-overhead" if torch.cuda.is_available() else None
        self._call: Any = torch.compile(
            model.forward, backend=backend, mode=mode, fullgraph=True, dynamic=False
        )

    def __call__(self, **inputs: Any) -> Tensor:
        """The logits of the next token; shape (vocabulary,)."""
        if torch.cuda.is_available():
            torch.compiler.cudagraph_mark_step_begin()  # type: ignore[no-untyped-call]
        # A graph's output is written over by its next replay.
        return self._call(**inputs).logits[0, -1].clone()  # type: ignore[no-any-return]
