"""Key/value cache at fixed addresses, in rooms of several sizes: what a captured pass of one token needs.

A captured pass reads and writes where it did when it was captured, and attends over the whole room; so its
token's place is a tensor, and the room is little larger than what is filled. All other passes find a growing
cache that has its room already: views of what is filled, lengths that the host knows.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import torch
from transformers.cache_utils import Cache

from agent.models.qwen.cache import GrowingLayer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor

_SMALLEST, _DOUBLED = 2048, 32_768
"""Positions: of the smallest room, and of the last that is twice the one before it."""
_STEP = 16_384
"""How much larger each further room is."""


def size_for(positions: int) -> int:
    """Of the smallest room that holds so many."""
    if positions > _DOUBLED:
        return -(-positions // _STEP) * _STEP
    size = _SMALLEST
    while size < positions:
        size *= 2
    return size


class Place:
    """Where the single token of a pass stands."""

    def __init__(self, device: torch.device) -> None:
        self.at: Tensor = torch.zeros(1, dtype=torch.long, device=device)
        """Read by the captured pass, so never another tensor."""
        self.single = False
        """Whether such a pass is running or being captured."""


class RoomLayer(GrowingLayer):
    """One layer's keys and values: shape (1, heads, room, head size), nought where never filled."""

    def __init__(self, place: Place, size: int) -> None:
        super().__init__()
        self._place, self._size = place, size

    @property
    def is_compileable(self) -> bool:  # type: ignore[override]  # the library reads it, and masks the room then
        """Whether what is not filled has to be masked."""
        return self._place.single

    def update(self, key_states: Tensor, value_states: Tensor, *_: Any, **__: Any) -> tuple[Tensor, Tensor]:
        """Append; the views of all that is filled. A single token goes to its place; then the whole room."""
        if not self._place.single:
            return super().update(key_states, value_states)
        assert self.keys is not None
        assert self.values is not None
        self.keys.index_copy_(2, self._place.at, key_states)
        self.values.index_copy_(2, self._place.at, value_states)
        return self.keys, self.values

    def get_seq_length(self) -> Any:
        """Positions filled: a number, or in the pass of a single token a tensor."""
        return self._place.at[0] if self._place.single else self.length

    def get_mask_sizes(self, query_length: int) -> tuple[int, int]:
        """Keys that attention is given, and the first one's position."""
        return (self._size if self._place.single else self.length + query_length), 0

    def move(self, size: int) -> None:
        """To a larger room, with all that is filled."""
        self._size = size
        if self.keys is not None and self.values is not None and self.keys.numel():
            self.keys = self._moved(self.keys, self.keys, size)
            self.values = self._moved(self.values, self.values, size)

    def _moved(self, known: Tensor | None, like: Tensor, room: int) -> Tensor:
        moved = super()._moved(known, like, room)
        torch._dynamo.mark_static_address(moved)  # type: ignore[no-untyped-call]  # noqa: SLF001  (or a compiled pass copies the room)
        return moved

    def _room(self, positions: int) -> int:
        assert positions <= self._size, "a room is moved out of before it is full"
        return self._size


class Room:
    """One conversation's cache.

    Args:
        layers: of the text model.
        device: that all of them are on.
    """

    def __init__(self, layers: int, device: torch.device) -> None:
        self.size = 0
        self.place = Place(device)
        self.layers = [RoomLayer(self.place, 0) for _ in range(layers)]
        self.cache: Any = Cache(layers=[*self.layers])

    def hold(self, positions: int) -> bool:
        """See that it holds so many; whether that took another room, where nothing stands where it stood."""
        if positions <= self.size:
            return False
        self.size = size_for(positions)
        for layer in self.layers:
            layer.move(self.size)
        return True

    @contextmanager
    def single(self, place: int) -> Iterator[None]:
        """Inside it a pass is that of a single token, which stands at this place."""
        self.place.at.fill_(place)
        self.place.single = True
        try:
            yield
        finally:
            self.place.single = False

    def took_one(self) -> None:
        """A single token more is filled."""
        for layer in self.layers:
            layer.length += 1
