"""Net of icons: a tile in, a logit for each concept out, by a short embedding and a table of concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn

from tools.see.icons.tile import SIDE

if TYPE_CHECKING:
    from torch import Tensor

WIDTHS = (40, 80, 192)
"""Channels at a half, a quarter and an eighth of the tile's size."""
NARROW = 64
"""Channels of what the embedding is made of: at an eighth of the size, place by place."""
EMBEDDING = 128
"""Numbers that stand for an icon."""


def convolved(inner: int, outer: int, stride: int = 1, size: int = 3) -> nn.Sequential:
    """A convolution with its normalisation and its threshold."""
    convolution = nn.Conv2d(inner, outer, size, stride, size // 2, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(outer), nn.ReLU(inplace=True))


class Block(nn.Module):
    """A convolution that adds to what came in."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.body = convolved(width, width)

    def forward(self, maps: Tensor) -> Tensor:
        """The maps with what was found added."""
        found: Tensor = self.body(maps)
        return maps + found


class Net(nn.Module):
    """The embedding of tiles, and the table whose rows are the concepts' own places among the embeddings.

    Args:
        meanings: Rows of the table: the concepts, and the one that is none of them.
    """

    def __init__(self, meanings: int) -> None:
        super().__init__()
        first, second, third = WIDTHS
        self.body = nn.Sequential(
            convolved(2, first, 2, 5),
            Block(first),
            convolved(first, second, 2),
            Block(second),
            convolved(second, third, 2),
            Block(third),
            Block(third),
            convolved(third, NARROW, size=1),
            nn.Flatten(),
        )
        places = (SIDE // 8) ** 2 * NARROW
        self.embedding = nn.Sequential(nn.Linear(places, EMBEDDING, bias=False), nn.BatchNorm1d(EMBEDDING))
        self.dropped = nn.Dropout(0.1)
        self.table = nn.Linear(EMBEDDING, meanings)

    def forward(self, tiles: Tensor) -> Tensor:
        """Logits, shape (tiles, meanings)."""
        embedded = self.dropped(torch.relu(self.embedding(self.body(tiles))))
        return torch.as_tensor(self.table(embedded))
