"""A cache that grows in place gives attention what the library's own gives."""

from __future__ import annotations

from typing import Any

import torch
from transformers.cache_utils import DynamicLayer

from agent.models.qwen.cache import GrowingLayer, growing_cache

HEADS, SIZE = 2, 4


def states(length: int, first: int = 0) -> torch.Tensor:
    """Keys or values of so many positions, each a number of its own."""
    numbers = torch.arange(first * HEADS * SIZE, (first + length) * HEADS * SIZE, dtype=torch.float32)
    return numbers.reshape(1, length, HEADS, SIZE).transpose(1, 2).contiguous()


def fed(layer: Any, *lengths: int) -> tuple[torch.Tensor, torch.Tensor]:
    """What attention is given after appending so many positions, one time after the other."""
    found, first = None, 0
    for length in lengths:
        found = layer.update(states(length, first), -states(length, first))
        first += length
    assert found is not None
    return found


def test_it_gives_what_the_library_gives() -> None:
    for lengths in ((5,), (1, 1, 1), (1000, 1, 700, 1)):
        for ours, theirs in zip(fed(GrowingLayer(), *lengths), fed(DynamicLayer(), *lengths), strict=True):
            assert torch.equal(ours, theirs)


def test_a_token_is_written_into_the_room_that_is_there() -> None:
    layer = GrowingLayer()
    before = fed(layer, 100)[0].data_ptr()
    after = layer.update(states(1), states(1))[0]
    assert after.data_ptr() == before
    assert layer.get_seq_length() == 101


def test_room_is_made_ahead_so_that_it_is_seldom_made() -> None:
    layer, places = GrowingLayer(), set()
    for _ in range(3000):
        places.add(layer.update(states(1), states(1))[0].untyped_storage().data_ptr())
    assert len(places) <= 4


def test_what_is_cut_off_is_overwritten() -> None:
    layer = GrowingLayer()
    fed(layer, 10)
    layer.crop(-4)
    keys, values = layer.update(states(2, 50), -states(2, 50))
    assert torch.equal(keys, torch.cat([states(6), states(2, 50)], dim=2))
    assert torch.equal(values, -keys)
    layer.crop(-100)
    assert layer.get_seq_length() == 0


def test_every_layer_of_a_cache_grows() -> None:
    cache = growing_cache()
    for index in range(3):
        cache.update(states(4), states(4), index)
    assert [type(layer) for layer in cache.layers] == [GrowingLayer] * 3
    assert cache.get_seq_length() == 4
