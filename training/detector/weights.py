"""Weights of the net as a file, with the kinds that they were trained for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from tools.see.elements.element import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor, nn


def save(net: nn.Module, target: Path) -> None:
    """Writes the weights at once or not at all."""
    half = target.with_suffix(".half")
    torch.save({"weights": net.state_dict(), "kinds": KINDS}, half)
    half.replace(target)


def load(file: Path) -> dict[str, Tensor]:
    """The weights in a file that `save` wrote."""
    kept = torch.load(file, weights_only=True)
    assert tuple(kept["kinds"]) == KINDS, f"{file} was trained with other kinds: {kept['kinds']}"
    return dict(kept["weights"])
