"""Export: trained weights as the compact file that `--model pocket` takes; and back, to train on from one."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from agent.errors import ModelFault
from agent.models.pocket.compact import Compact, pack, unpack
from agent.models.pocket.folder import FILE
from training.pocket.shape import card

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor

State = dict[str, "Tensor"]
"""Weights under the library's names, without the `model.` in front of each."""
_MODEL = "model."


def export(weights: Path, target: Path, tokens: Path | None = None) -> str:
    """Write the compact file.

    Args:
        weights: what `train` wrote, or a checkpoint of torch under the same names.
        target: the file.
        tokens: ids of the table's rows as a list in JSON, for a checkpoint that does not tell them.

    Returns:
        Its SHA-256: the same for the same weights.

    Raises:
        ModelFault: the weights are no pocket model's.
    """
    state, known = read(weights, tokens)
    like = unpack(FILE)
    arrays = {_MODEL + name: weight.float().numpy() for name, weight in state.items()}
    packed = pack(Compact(arrays, known, like.vocabulary, card(like.card.template)))
    target.write_bytes(packed)
    return hashlib.sha256(packed).hexdigest()


def write(state: State, tokens: NDArray[np.int32], target: Path) -> None:
    """Write weights as `train` leaves them: whole numbers are kept for the export."""
    torch.save({"weights": state, "tokens": torch.from_numpy(tokens)}, target)


def read(weights: Path, tokens: Path | None = None) -> tuple[State, NDArray[np.int32]]:
    """A state and the ids of its table's rows, from a compact file or a checkpoint of torch.

    Raises:
        ModelFault: it is neither, or does not tell its tokens.
    """
    if weights.suffix == ".safetensors":
        compact = unpack(weights)
        state = {
            name.removeprefix(_MODEL): torch.from_numpy(weight) for name, weight in compact.weights.items()
        }
        return state, compact.tokens
    held = torch.load(weights, map_location="cpu", weights_only=True)
    if "weights" in held:
        return held["weights"], held["tokens"].numpy()
    if tokens is None:
        raise ModelFault(
            f"{weights}: does not say which tokens its rows are; name them with --tokens FILE.json"
        )
    ids = np.array(json.loads(tokens.read_text("utf-8")), np.int32)
    return {name: _whole(held[name]) for name in held}, ids


def _whole(weight: Any) -> Tensor:
    """A weight, or one that was kept as 8-bit numbers with a scale a row."""
    if isinstance(weight, torch.Tensor):
        return weight
    numbers, scale = weight
    grown: Tensor = numbers.float() * scale.float().view(-1, *[1] * (numbers.ndim - 1))
    return grown
