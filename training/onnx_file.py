"""ONNX file: a trained net as the model that the eye runs, its numbers halved in size."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from torch import Tensor, nn

OPSET = 17
SMALL = 25
"""Numbers of a weight that is kept as it is."""


def write_model(
    net: nn.Module,
    sample: Tensor,
    target: Path,
    *,
    names: Sequence[str],
    axes: Mapping[str, Mapping[int, str]],
    **told: str,
) -> None:
    """Write the model.

    Args:
        net: As it is run.
        sample: An input that it is traced with.
        target: The file.
        names: Of its input, then of its outputs.
        axes: Which sides of them may be of any length.
        told: What its file says of itself, by which `tools.see.session.Model` knows it.
    """
    with warnings.catch_warnings(action="ignore"):  # of another way to export, which needs more libraries
        torch.onnx.export(
            net.eval(),
            (sample,),
            str(target),
            dynamo=False,
            opset_version=OPSET,
            input_names=list(names[:1]),
            output_names=list(names[1:]),
            dynamic_axes={name: dict(sides) for name, sides in axes.items()},
        )
    model = onnx.load(str(target))
    _halve(model)
    for name, value in told.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = name, value
    onnx.checker.check_model(model)
    target.write_bytes(model.SerializeToString())


def _halve(model: onnx.ModelProto) -> None:
    """Keeps the weights as half floats, which are made whole again when the model is loaded."""
    graph = model.graph
    for weight in list(graph.initializer):
        values = numpy_helper.to_array(weight)
        if weight.data_type != TensorProto.FLOAT or values.size < SMALL:
            continue
        name = weight.name
        graph.initializer.remove(weight)
        graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
        graph.node.insert(0, helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
