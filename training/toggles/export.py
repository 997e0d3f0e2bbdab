"""Export: trained weights as the model that `tools.see.toggles` runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn

from tools.see.toggles.patch import HEIGHT, WIDTH
from tools.see.toggles.reader import told_answers
from training.onnx_file import write_model
from training.toggles.net import Net

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor


class Runtime(nn.Module):
    """The net as it is run: patches of a frame's memory in (blue, green, red, an unused byte)."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, bgrx: Tensor) -> Tensor:
        """Likelihoods, shape (patches, answers)."""
        rgb = bgrx[:, :, :, [2, 1, 0]].permute(0, 3, 1, 2).float() / 127.5 - 1
        return torch.softmax(self.net(rgb), 1)


def export(weights: Path, target: Path) -> None:
    """Write the model; its numbers are halved in size."""
    net = Net()
    net.load_state_dict(torch.load(weights, weights_only=True))
    write_model(
        Runtime(net),
        torch.zeros(1, HEIGHT, WIDTH, 4, dtype=torch.uint8),
        target,
        names=("patches", "likelihoods"),
        axes={"patches": {0: "count"}, "likelihoods": {0: "count"}},
        answers=told_answers(),
    )
