"""Growing key/value cache that can be cut back; transformers' own is copied at every token.

`transformers.DynamicCache` concatenates each new token to all earlier ones, in every layer; at ten thousand
tokens of an 8B model that moves a gigabyte a token. Here room is allocated ahead, a token is written into it,
and attention is given a view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transformers.cache_utils import Cache, DynamicLayer

if TYPE_CHECKING:
    from torch import Tensor

_STEP = 1024
"""Positions; room is made in multiples of it."""
_AHEAD = 1.25
"""How much more room is made than is needed: growing copies everything, so it must be rare."""


class GrowingLayer(DynamicLayer):  # type: ignore[no-untyped-call]  # the library is not typed
    """One layer's keys and values: shape (1, heads, room, head size), `length` of the room filled."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.length = 0

    def update(self, key_states: Tensor, value_states: Tensor, *_: Any, **__: Any) -> tuple[Tensor, Tensor]:
        """Append; the views of all that is filled."""
        if not self.is_initialized:
            self.lazy_initialization(key_states, value_states)
        self.keys = self._appended(self.keys, key_states)
        self.values = self._appended(self.values, value_states)
        self.length += key_states.shape[-2]
        return self.keys[:, :, : self.length], self.values[:, :, : self.length]

    def get_seq_length(self) -> int:
        """Positions filled."""
        return self.length

    def crop(self, tokens_to_remove: int) -> None:
        """Forget the last positions. The argument is negative, as the library has it; nothing is copied."""
        self.length = max(0, self.length - abs(tokens_to_remove))

    def _appended(self, known: Tensor | None, new: Tensor) -> Tensor:
        """The tensor with the new states written behind the filled part; a larger one if there is no room."""
        end = self.length + new.shape[-2]
        if known is None or known.numel() == 0 or end > known.shape[-2]:
            known = self._moved(known, new, self._room(end))
        known[:, :, self.length : end] = new
        return known

    def _room(self, positions: int) -> int:
        """Positions that room is made for where so many are needed."""
        return -(-int(positions * _AHEAD) // _STEP) * _STEP

    def _moved(self, known: Tensor | None, like: Tensor, room: int) -> Tensor:
        """What is filled of the tensor, in one of another room; nought behind it."""
        moved = like.new_zeros((*like.shape[:2], room, like.shape[-1]))
        if known is not None and self.length:
            moved[:, :, : self.length] = known[:, :, : self.length]
        return moved


def growing_cache() -> Cache:
    """An empty cache for any number of layers."""
    return Cache(layer_class_to_replicate=GrowingLayer)
