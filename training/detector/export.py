"""Export: trained weights as the model that `tools.see.elements` runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn

from tools.see.elements.element import KINDS
from training.detector.net import Net
from training.detector.weights import load
from training.onnx_file import write_model

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

SAMPLE = (1, 256, 512, 4)
"""Shape of the picture that the net is traced with; any other size will do as well."""
AXES = {name: {1: "rows", 2: "columns"} for name in ("kinds", "edges", "states")}


class Runtime(nn.Module):
    """The net as it is run: a frame's memory (blue, green, red and an unused byte) in, maps of it out."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, bgrx: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Kinds, edges and states, each of shape (channels, rows, columns)."""
        rgb = bgrx[:, :, :, [2, 1, 0]].permute(0, 3, 1, 2).float() / 127.5 - 1
        maps = self.net(rgb)
        return maps.kinds[0], maps.edges[0], maps.states[0]


def export(weights: Path, target: Path) -> None:
    """Writes the model; its numbers are halved in size, which costs no accuracy that counts."""
    net = Net()
    net.load_state_dict(load(weights))
    write_model(
        Runtime(net),
        torch.zeros(SAMPLE, dtype=torch.uint8),
        target,
        names=("bgrx", *AXES),
        axes={"bgrx": {1: "height", 2: "width"}, **AXES},
        kinds=" ".join(KINDS),
    )
