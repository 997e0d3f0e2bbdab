"""Grid of a picture's patches, in the tower's order: the four patches of a token follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

from training.pocket.net.rotary import frequencies

if TYPE_CHECKING:
    from torch import Tensor

    from tools.geometry import Size

_MERGE, _THETA = 2, 10_000.0


class Grid:
    """Where the patches of a picture of one size stand.

    Args:
        config: the library's vision configuration.
        shown: pixels of the picture, multiples of two patches.
        device: where its tensors are wanted.
    """

    def __init__(self, config: Any, shown: Size, device: torch.device) -> None:
        self._patch = config.patch_size
        factor = self._patch * _MERGE
        self._rows, self._columns = shown.height // factor, shown.width // factor
        row, column = self._order()
        self._cos, self._sin = (part.to(device) for part in _turns(row, column, config))
        side = int(config.num_position_embeddings**0.5)
        down = row * (side - 1) / (_MERGE * self._rows - 1)
        across = column * (side - 1) / (_MERGE * self._columns - 1)
        self._taps, self._shares = (part.to(device) for part in _between(down, across, side))

    def patches(self, pictures: Tensor) -> Tensor:
        """Shape (pictures, 3, height, width) -> (pictures, patches, 3 * patch * patch)."""
        split = (self._rows, _MERGE, self._patch, self._columns, _MERGE, self._patch)
        apart = pictures.view(len(pictures), 3, *split).permute(0, 2, 5, 3, 6, 1, 4, 7)
        return apart.reshape(len(pictures), -1, 3 * self._patch**2)

    def learned(self, table: Tensor) -> Tensor:
        """Learned positions, between those of the table's own square; shape (patches, width)."""
        return (table[self._taps] * self._shares[:, :, None]).sum(1)

    def turns(self) -> tuple[Tensor, Tensor]:
        """Cosines and sines; each of shape (patches, size of a head)."""
        return self._cos, self._sin

    def _order(self) -> tuple[Tensor, Tensor]:
        """Row and column of every patch."""
        whole = (self._rows, self._columns, _MERGE, _MERGE)
        row = torch.arange(self._rows * _MERGE).view(self._rows, 1, _MERGE, 1)
        column = torch.arange(self._columns * _MERGE).view(1, self._columns, 1, _MERGE)
        return row.expand(whole).reshape(-1), column.expand(whole).reshape(-1)


def _turns(row: Tensor, column: Tensor, config: Any) -> tuple[Tensor, Tensor]:
    inverse = frequencies(config.hidden_size // config.num_heads // 2, _THETA)
    half = torch.cat([row[:, None] * inverse, column[:, None] * inverse], -1)
    angle = torch.cat([half, half], -1)
    return angle.cos(), angle.sin()


def _between(down: Tensor, across: Tensor, side: int) -> tuple[Tensor, Tensor]:
    """The four positions of the square around each patch, and their shares (bilinear)."""
    top, left = (part.floor().long().clamp(max=side - 1) for part in (down, across))
    bottom, right = ((part + 1).clamp(max=side - 1) for part in (top, left))
    low, far = down - top, across - left
    taps = [top * side + left, top * side + right, bottom * side + left, bottom * side + right]
    shares = [(1 - low) * (1 - far), (1 - low) * far, low * (1 - far), low * far]
    return torch.stack(taps, 1), torch.stack(shares, 1)
