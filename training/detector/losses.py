"""Losses: how far the net's maps are from their targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from tools.see.elements.element import CONTAINERS, FOLDS, KINDS, TOGGLES
from training.detector.truth import UNKNOWN

if TYPE_CHECKING:
    from torch import Tensor

    from training.detector.net import Maps

FOCUS, SHARE = 2.0, 0.4
"""Focal loss (Lin et al., 2017): its exponent, and what cells that speak for a kind count next to all."""
EVEN, BOUNDS = 4.0, (0.5, 2.0)
"""A cell that speaks for a kind counts this much over the root of how many do, within bounds:
were it far less than a cell that doesn't, no score would rise above the least."""
LOGARITHMS = 0.25
"""Weight of the distances' logarithms beside the overlap: they hold the near edges."""
LAYER = [int(kind in CONTAINERS) for kind in KINDS]


def losses(
    maps: Maps, kinds: Tensor, near: Tensor, known: Tensor, edges: Tensor, weights: Tensor, states: Tensor
) -> dict[str, Tensor]:
    """The parts of the loss by name, each a mean; the targets are a batch of `training.detector.targets`."""
    return {
        "kinds": kind_loss(maps.kinds.float(), kinds, near, known, weights),
        "edges": edge_loss(maps.edges.float(), edges, weights),
        **state_losses(maps.states.float(), states, weights),
    }


def kind_loss(logits: Tensor, kinds: Tensor, near: Tensor, known: Tensor, weights: Tensor) -> Tensor:
    """Focal loss over all cells but the unknown and those on a margin of the kind."""
    every = torch.arange(len(KINDS))
    wanted = _by_kind(kinds) == every
    asked = known[..., None] & ((_by_kind(near) != every) | wanted)
    told = logits.permute(0, 2, 3, 1)
    spoken = (EVEN * weights).clamp(*BOUNDS) * (weights > 0)
    with torch.no_grad():  # how wrong a cell is says what it counts, and is nothing to improve by itself
        wrong = (wanted.float() - told.sigmoid()).abs() ** FOCUS
        counts = wrong * torch.where(wanted, SHARE * _by_kind(spoken), 1 - SHARE) * asked
    cost = functional.binary_cross_entropy_with_logits(told, wanted.float(), counts, reduction="sum")
    return cost / spoken.sum().clamp(min=1)


def _by_kind(layers: Tensor) -> Tensor:
    """For each kind the map of its layer, the kinds last."""
    return layers.permute(0, 2, 3, 1)[..., LAYER]


def edge_loss(distances: Tensor, edges: Tensor, weights: Tensor) -> Tensor:
    """Generalised overlap (Rezatofighi et al., 2019) and distances, where a cell speaks for something."""
    count, _, rows, columns = distances.shape
    shape = (count, 2, 4, rows, columns)
    spoken = weights > 0
    told = distances.reshape(shape).permute(0, 1, 3, 4, 2)[spoken]
    true = edges.reshape(shape).permute(0, 1, 3, 4, 2)[spoken].clamp(min=0.5)
    each = 1 - overlap(told, true) + LOGARITHMS * (told.log() - true.log()).abs().sum(dim=1)
    return (each * weights[spoken]).sum() / weights.sum().clamp(min=1)


def overlap(told: Tensor, true: Tensor) -> Tensor:
    """Generalised intersection over union of boxes around the same points, from -1 to 1."""
    small, large = torch.minimum(told, true), torch.maximum(told, true)
    common, around = _area(small), _area(large)
    joined = _area(told) + _area(true) - common
    return common / joined - (around - joined) / around


def _area(distances: Tensor) -> Tensor:
    return (distances[:, 0] + distances[:, 2]) * (distances[:, 1] + distances[:, 3])


def state_losses(logits: Tensor, states: Tensor, weights: Tensor) -> dict[str, Tensor]:
    """Toggles, folds, chosen and enabled, each where it is known; every element counts alike."""
    toggles, folds, chosen, enabled = torch.split(logits, [len(TOGGLES), len(FOLDS), 1, 1], dim=1)
    each = weights.amax(dim=1) ** 2
    return {
        "toggles": _choice(toggles, states[:, 0], each),
        "folds": _choice(folds, states[:, 1], each),
        "chosen": _flag(chosen[:, 0], states[:, 2], each),
        "enabled": _flag(enabled[:, 0], states[:, 3], each),
    }


def _choice(logits: Tensor, wanted: Tensor, weights: Tensor) -> Tensor:
    asked = wanted != UNKNOWN
    told = logits.permute(0, 2, 3, 1)[asked]
    cost = functional.cross_entropy(told, wanted[asked].long(), reduction="none")
    return _mean(cost, weights[asked])


def _flag(logits: Tensor, wanted: Tensor, weights: Tensor) -> Tensor:
    asked = wanted != UNKNOWN
    cost = functional.binary_cross_entropy_with_logits(logits[asked], wanted[asked].float(), reduction="none")
    return _mean(cost, weights[asked])


def _mean(cost: Tensor, weights: Tensor) -> Tensor:
    return (cost * weights).sum() / weights.sum().clamp(min=1)
