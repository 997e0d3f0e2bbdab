"""Export: trained weights as the model that `tools.see.icons` runs, its scores set by sets held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn

from tools.locate.icons import FAINT
from tools.see.icons.concepts import concepts
from tools.see.icons.tile import SIDE
from training.icons.asks import answers, outcome
from training.icons.net import Net
from training.icons.shelf import load
from training.icons.train import Batches
from training.onnx_file import write_model

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

LEASTS = (0.5, 0.7, 0.8, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98)
"""Likelihoods from which on the net speaks, that are tried."""
JUDGED = 3000
"""Pictures of held icons by which the scores are set."""


class Runtime(nn.Module):
    """The net as it is run: tiles in, likelihoods of the meanings out."""

    def __init__(self, net: Net, heat: float) -> None:
        super().__init__()
        self.net, self.heat = net, heat

    def forward(self, tiles: Tensor) -> Tensor:
        """Likelihoods, shape (tiles, meanings)."""
        return torch.softmax(self.net(tiles) / self.heat, 1)


def open_net(weights: Path) -> Net:
    """The trained net, ready to be asked."""
    net = Net(len(concepts()) + 1)
    net.load_state_dict(torch.load(weights, weights_only=True))
    return net.eval()


def export(weights: Path, folder: Path, target: Path) -> str:
    """Write the model; its numbers are halved in size. What it scores on the held icons of a set, told."""
    net = open_net(weights)
    logits, wanted = judged(net, folder)
    heat = heat_of(logits, wanted)
    write_model(
        Runtime(net, heat),
        torch.zeros(1, 2, SIDE, SIDE),
        target,
        names=("tiles", "likelihoods"),
        axes={"tiles": {0: "count"}, "likelihoods": {0: "count"}},
        concepts="|".join(concepts()),
    )
    return f"heat {heat:.2f}\n{told(torch.softmax(logits / heat, 1), wanted)}"


def judged(net: Net, folder: Path) -> tuple[Tensor, Tensor]:
    """Logits and true rows for held icons in the styles of the training."""
    batches = Batches(load(folder, "held"), np.random.default_rng(1))
    parts = [batches.next(200) for _ in range(JUDGED // 200)]
    with torch.no_grad():
        return torch.cat([net(tiles) for tiles, _ in parts]), torch.cat([rows for _, rows in parts])


def heat_of(logits: Tensor, wanted: Tensor) -> float:
    """By what the logits are divided for their likelihoods to be true (Guo et al., 2017)."""
    heats = torch.linspace(0.3, 2.5, 45)
    losses = [nn.functional.cross_entropy(logits / heat, wanted).item() for heat in heats]
    return float(heats[int(np.argmin(losses))])


def told(likely: Tensor, wanted: Tensor) -> str:
    """How often the first answer is right; from some likelihoods on, how often then, and when asked for."""
    best, answer = likely[:, :-1].max(1)
    known, right = wanted < likely.shape[1] - 1, answer == wanted
    lines = [f"named right first {right[known].float().mean():.1%} of {int(known.sum())}"]
    screens = answers(likely.numpy(), wanted.numpy())
    for least in LEASTS:
        speaks = best >= least
        share, precise = speaks[known].float().mean(), right[speaks].float().mean()
        found, astray = outcome(screens, least, FAINT)
        lines.append(
            f"from {least:.2f}: speaks of {share:.1%} of the known, {precise:.1%} of it right; "
            f"asked for among others: {found:.1%} found, {astray:.2%} another one"
        )
    return "\n".join(lines)
