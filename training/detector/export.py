"""Export: trained weights as the model that `tools.see.elements` runs."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from tools.see.elements.element import KINDS
from training.detector.net import Net
from training.detector.weights import load

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

OPSET = 17
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
    with warnings.catch_warnings(action="ignore"):  # of another way to export, which needs more libraries
        torch.onnx.export(
            Runtime(net).eval(),
            (torch.zeros(SAMPLE, dtype=torch.uint8),),
            str(target),
            dynamo=False,
            opset_version=OPSET,
            input_names=["bgrx"],
            output_names=list(AXES),
            dynamic_axes={"bgrx": {1: "height", 2: "width"}, **AXES},
        )
    model = onnx.load(str(target))
    halved(model)
    entry = model.metadata_props.add()
    entry.key, entry.value = "kinds", " ".join(KINDS)
    onnx.checker.check_model(model)
    target.write_bytes(model.SerializeToString())


def halved(model: onnx.ModelProto) -> None:
    """Keeps the weights as half floats, which are made whole again when the model is loaded."""
    graph = model.graph
    for weight in list(graph.initializer):
        values = numpy_helper.to_array(weight)
        if weight.data_type != TensorProto.FLOAT or values.size < len(KINDS):
            continue
        name = weight.name
        graph.initializer.remove(weight)
        graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
        graph.node.insert(0, helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
