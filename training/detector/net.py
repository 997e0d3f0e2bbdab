"""Net of the detector: a picture in, maps of kinds, edges and states out, one cell for 8x8 pixels.

A fully convolutional one-stage detector (FCOS: Tian et al., 2019) with two layers of answers a cell:
elements, and the containers around them. Dense convolutions where thin lines matter (1/2 to 1/8 of the
size), depthwise ones below; at the coarsest size they are wide, so that both ends of a wide field are seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import nn

from tools.see.elements.element import FOLDS, KINDS, TOGGLES

if TYPE_CHECKING:
    from torch import Tensor

WIDTHS = (24, 32, 64, 128, 256)
"""Channels at 1/2, 1/4, 1/8, 1/16 and 1/32 of the picture's size."""
DEPTHS = (2, 2, 4, 3)
"""Blocks at 1/4 and coarser."""
NECK = 64
"""Channels of the way back to 1/8."""
EDGES = 8
"""Left, top, right and bottom of an element, and of the container around it."""
STATES = len(TOGGLES) + len(FOLDS) + 2
"""Channels of states: toggles, folds, chosen, enabled."""
PRIOR = 0.01
"""Likelihood of a kind in a cell before anything is learned (RetinaNet: Lin et al., 2017)."""
UNIT = 8.0
"""Pixels of a distance whose logarithm counts as 0."""
LEAST, MOST = -4.0, 5.5
"""Bounds of that logarithm."""


class Maps(NamedTuple):
    """What the net says of each cell, in logits; the edges are distances in pixels."""

    kinds: Tensor
    edges: Tensor
    states: Tensor


def convolved(inner: int, outer: int, size: int = 3, stride: int = 1) -> nn.Sequential:
    """A convolution with its normalisation."""
    convolution = nn.Conv2d(inner, outer, size, stride, size // 2, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(outer))


class Dense(nn.Module):
    """A convolution over all channels; it adds to what came in where the shapes allow."""

    def __init__(self, inner: int, outer: int, stride: int = 1) -> None:
        super().__init__()
        self.step = convolved(inner, outer, 3, stride)
        self.is_added = stride == 1 and inner == outer

    def forward(self, given: Tensor) -> Tensor:
        """The block's answer."""
        made = self.step(given)
        return torch.relu(made + given if self.is_added else made)


class Separable(nn.Module):
    """A depthwise convolution, then one over the channels (MobileNet: Howard et al., 2017)."""

    def __init__(self, inner: int, outer: int, stride: int = 1, size: int = 3) -> None:
        super().__init__()
        self.across = nn.Conv2d(inner, inner, size, stride, size // 2, groups=inner, bias=False)
        self.through = convolved(inner, outer, 1)
        self.is_added = stride == 1 and inner == outer

    def forward(self, given: Tensor) -> Tensor:
        """The block's answer."""
        made = torch.relu(self.through(self.across(given)))
        return made + given if self.is_added else made


def stage(block: type[Dense | Separable], inner: int, outer: int, depth: int, size: int = 3) -> nn.Sequential:
    """Blocks of one size, the first of which halves the picture."""
    more = {} if block is Dense else {"size": size}
    return nn.Sequential(block(inner, outer, 2), *(block(outer, outer, **more) for _ in range(depth - 1)))


def head(outputs: int) -> nn.Sequential:
    """Layers that answer one question about each cell."""
    return nn.Sequential(Separable(NECK, NECK), nn.Conv2d(NECK, outputs, 1))


class Net(nn.Module):
    """The detector. Pictures: RGB of -1 to 1, shape (n, 3, height, width), sides multiples of 32."""

    def __init__(self) -> None:
        super().__init__()
        stem, *widths = WIDTHS
        self.stem = nn.Sequential(convolved(3, stem, 3, 2), nn.ReLU())
        self.down = nn.ModuleList(
            [
                stage(Dense, stem, widths[0], DEPTHS[0]),
                stage(Dense, widths[0], widths[1], DEPTHS[1]),
                stage(Separable, widths[1], widths[2], DEPTHS[2]),
                stage(Separable, widths[2], widths[3], DEPTHS[3], 7),
            ]
        )
        self.side = nn.ModuleList([nn.Conv2d(width, NECK, 1) for width in widths[1:]])
        self.up = nn.ModuleList([Separable(NECK, NECK) for _ in widths[1:-1]])
        self.shared = Dense(NECK, NECK)
        self.kinds = head(len(KINDS))
        self.edges = head(EDGES)
        self.states = head(STATES)
        nn.init.constant_(_last(self.kinds), float(torch.logit(torch.tensor(PRIOR))))

    def forward(self, pictures: Tensor) -> Maps:
        """Its maps, an eighth of the size."""
        seen, given = [], self.stem(pictures)
        for stage_down in self.down:
            given = stage_down(given)
            seen.append(given)
        made = self.side[-1](seen[-1])
        finer = zip(reversed(self.up), reversed(self.side[:-1]), reversed(seen[1:-1]), strict=True)
        for up, side, known in finer:
            made = up(side(known) + nn.functional.interpolate(made, scale_factor=2.0, mode="nearest"))
        made = self.shared(made)
        distances = torch.exp(self.edges(made).float().clamp(LEAST, MOST)) * UNIT
        return Maps(self.kinds(made), distances, self.states(made))


def _last(head: nn.Sequential) -> Tensor:
    bias = head[-1].bias
    assert isinstance(bias, nn.Parameter)
    return bias.data
