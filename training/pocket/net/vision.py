"""Vision tower, for pictures of one size at a time; its parts have the library's names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch import nn
from torch.nn import functional

from tools.geometry import Size
from training.pocket.net.grid import Grid
from training.pocket.net.rotary import rotate

if TYPE_CHECKING:
    from torch import Tensor

_EPS = 1e-6


class Attention(nn.Module):
    """Attention of a picture's patches to each other."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.qkv, self.proj = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self._heads = heads

    def forward(self, states: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        """Of shape (pictures, patches, width)."""
        count, patches, width = states.shape
        parts = self.qkv(states).view(count, patches, 3, self._heads, width // self._heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        query, key = (rotate(one, cos, sin).to(value.dtype) for one in (query, key))
        seen = functional.scaled_dot_product_attention(query, key, value)
        mixed: Tensor = self.proj(seen.transpose(1, 2).reshape(count, patches, width))
        return mixed


class Perceptron(nn.Module):
    """Two layers with GELU between."""

    def __init__(self, width: int, inner: int, outer: int, approximate: str) -> None:
        super().__init__()
        self.linear_fc1, self.linear_fc2 = nn.Linear(width, inner), nn.Linear(inner, outer)
        self._approximate = approximate

    def forward(self, states: Tensor) -> Tensor:
        """Each state by itself."""
        made: Tensor = self.linear_fc2(
            functional.gelu(self.linear_fc1(states), approximate=self._approximate)
        )
        return made


class Block(nn.Module):
    """A layer of the tower."""

    def __init__(self, config: Any) -> None:
        super().__init__()
        width = config.hidden_size
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=_EPS), nn.LayerNorm(width, eps=_EPS)
        self.attn = Attention(width, config.num_heads)
        self.mlp = Perceptron(width, config.intermediate_size, width, "tanh")

    def forward(self, states: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        """Of shape (pictures, patches, width)."""
        states = states + self.attn(self.norm1(states).to(states.dtype), cos, sin)
        after: Tensor = states + self.mlp(self.norm2(states).to(states.dtype))
        return after


class Merger(Perceptron):
    """Joins the four patches of a token."""

    def __init__(self, config: Any, *, joined_first: bool) -> None:
        width = 4 * config.hidden_size
        super().__init__(width, width, config.out_hidden_size, "none")
        self.norm = nn.LayerNorm(width if joined_first else config.hidden_size, eps=_EPS)
        self._joined_first = joined_first

    def forward(self, states: Tensor) -> Tensor:
        """Shape (pictures, patches, width) -> (pictures, tokens, text width)."""
        count, patches, width = states.shape
        joined = (count, patches // 4, 4 * width)
        normal = self.norm(states.view(joined)) if self._joined_first else self.norm(states).view(joined)
        return super().forward(normal)


class PatchEmbed(nn.Module):
    """Patches as states. Both moments of a still picture are equal, so their weights are added."""

    def __init__(self, config: Any) -> None:
        super().__init__()
        kernel = (config.temporal_patch_size, config.patch_size, config.patch_size)
        self.proj = nn.Conv3d(config.in_channels, config.hidden_size, kernel, kernel)

    def forward(self, patches: Tensor) -> Tensor:
        """Shape (pictures, patches, channels * patch * patch) -> (pictures, patches, width)."""
        weight, bias = self.proj.weight.sum(2).flatten(1), self.proj.bias
        assert bias is not None
        return functional.linear(patches, weight.to(patches.dtype), bias.to(patches.dtype))


class Visual(nn.Module):
    """The tower, by the library's vision configuration."""

    def __init__(self, config: Any) -> None:
        super().__init__()
        self.patch_embed = PatchEmbed(config)
        self.pos_embed = nn.Embedding(config.num_position_embeddings, config.hidden_size)
        self.blocks = nn.ModuleList(Block(config) for _ in range(config.depth))
        self.merger = Merger(config, joined_first=False)
        self._deep = list(config.deepstack_visual_indexes)
        self.deepstack_merger_list = nn.ModuleList(Merger(config, joined_first=True) for _ in self._deep)
        self._config = config
        self._grids: dict[tuple[Size, torch.device], Grid] = {}

    def forward(self, pictures: Tensor) -> tuple[Tensor, list[Tensor]]:
        """What is seen in pictures.

        Args:
            pictures: RGB bytes, shape (pictures, 3, height, width); both sides multiples of two patches.

        Returns:
            Features, shape (pictures, tokens, text width), and as many again for each of the first layers
            of the text model.
        """
        kind = torch.bfloat16 if pictures.is_cuda else torch.float32
        grid = self._grid(Size(pictures.shape[3], pictures.shape[2]), pictures.device)
        states = self.patch_embed(grid.patches(pictures.to(kind) / 127.5 - 1))
        states = states + grid.learned(self.pos_embed.weight).to(states.dtype)
        cos, sin = (part.to(states.dtype) for part in grid.turns())
        deep: list[Tensor] = []
        for at, block in enumerate(self.blocks):
            states = block(states, cos, sin)
            if at in self._deep:
                deep.append(self.deepstack_merger_list[len(deep)](states))
        return self.merger(states), deep

    def _grid(self, shown: Size, device: torch.device) -> Grid:
        if (shown, device) not in self._grids:
            self._grids[shown, device] = Grid(self._config, shown, device)
        return self._grids[shown, device]
