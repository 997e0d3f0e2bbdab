"""Export: trained weights as the model that `tools.see.toggles` runs."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import onnx
import torch
from torch import nn

from tools.see.toggles.patch import HEIGHT, WIDTH
from tools.see.toggles.reader import told_answers
from training.detector.export import OPSET, halved
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
    with warnings.catch_warnings(action="ignore"):  # of another way to export, which needs more libraries
        torch.onnx.export(
            Runtime(net).eval(),
            (torch.zeros(1, HEIGHT, WIDTH, 4, dtype=torch.uint8),),
            str(target),
            dynamo=False,
            opset_version=OPSET,
            input_names=["patches"],
            output_names=["likelihoods"],
            dynamic_axes={"patches": {0: "count"}, "likelihoods": {0: "count"}},
        )
    model = onnx.load(str(target))
    halved(model)
    entry = model.metadata_props.add()
    entry.key, entry.value = "answers", told_answers()
    onnx.checker.check_model(model)
    target.write_bytes(model.SerializeToString())
