"""Rotary positions (Su et al., 2021), interleaved over time, height and width as Qwen3-VL has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor


def rotate(states: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Queries or keys, turned by their positions."""
    first, second = states.chunk(2, -1)
    return states * cos + torch.cat((-second, first), -1) * sin


def frequencies(size: int, theta: float) -> Tensor:
    """Turns of each pair of numbers a position; shape (size / 2)."""
    inverse: Tensor = 1 / theta ** (torch.arange(0, size, 2).float() / size)
    return inverse


def axes(sections: Sequence[int]) -> Tensor:
    """Which of time (0), height (1) and width (2) turns each pair; shape (pairs)."""
    axis = torch.zeros(sum(sections), dtype=torch.long)
    for dimension in (1, 2):
        axis[dimension : 3 * sections[dimension] : 3] = dimension
    return axis


def turned(places: Tensor, inverse: Tensor, axis: Tensor) -> tuple[Tensor, Tensor]:
    """Cosines and sines of the positions.

    Args:
        places: shape (3, batch, tokens): in time, height and width.
        inverse: what `frequencies` says.
        axis: what `axes` says.

    Returns:
        Each of shape (batch, 1, tokens, 2 * pairs).
    """
    angles = places.float()[..., None] * inverse
    angle = torch.where(axis == 0, angles[0], torch.where(axis == 1, angles[1], angles[2]))
    both = torch.cat([angle, angle], -1)[:, None]
    return both.cos(), both.sin()
