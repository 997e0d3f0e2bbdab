"""Learning: a net that names pictures, by batches that another process makes, for so many minutes."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import cv2
import torch
from torch import nn
from torch.utils.data import DataLoader, IterableDataset

from training.detector.train import has_bfloat16

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor

    from training.detector.log import Log

WARM = 0.08
"""Share of the time in which the rate grows; then it falls as a cosine does."""
AHEAD = 8
"""Batches that are made before they are asked for."""


class Batches(Protocol):
    """What is learned from, without end."""

    def next(self, count: int) -> tuple[Tensor, Tensor]:
        """So many pictures, and the places of their names."""
        ...


@dataclass(frozen=True, slots=True)
class Recipe:
    """How it is learned: by AdamW (Loshchilov and Hutter, 2019)."""

    batch: int
    """Pictures of a step."""
    most_rate: float
    decay: float
    smoothing: float
    """Of the names."""


class _Endless(IterableDataset[tuple["Tensor", "Tensor"]]):
    """Batches of one size, for the process that makes them."""

    def __init__(self, batches: Batches, count: int) -> None:
        self._batches, self._count = batches, count

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        while True:
            yield self._batches.next(self._count)


def seeded(seed: int) -> None:
    """One thread in each process, and the same chance each time."""
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    torch.manual_seed(seed)


def learn(net: nn.Module, batches: Batches, recipe: Recipe, minutes: float, log: Log) -> None:
    """Train a net in its place.

    Args:
        net: Logits of pictures, shape (pictures, names).
        batches: Pictures with their names.
        recipe: How.
        minutes: Of the processor's time, without that of the process that makes the batches: beside other
            work it takes longer, and learns as much.
        log: Is told the losses and how many are named right.
    """
    net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimiser = torch.optim.AdamW(net.parameters(), recipe.most_rate, weight_decay=recipe.decay)
    loss = nn.CrossEntropyLoss(label_smoothing=recipe.smoothing)
    made = iter(
        DataLoader(_Endless(batches, recipe.batch), batch_size=None, num_workers=1, prefetch_factor=AHEAD)
    )
    began = time.process_time()
    while (share := (time.process_time() - began) / (60 * minutes)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = recipe.most_rate * rate(share)
        pictures, wanted = next(made)
        with torch.autocast("cpu", torch.bfloat16, enabled=has_bfloat16()):
            logits = net(pictures.to(memory_format=torch.channels_last))
        lost = loss(logits.float(), wanted)
        optimiser.zero_grad()
        lost.backward()
        optimiser.step()
        right = (logits.argmax(1) == wanted).float().mean()
        log.add(share, {"loss": lost.item(), "right": float(right)})


def rate(share: float) -> float:
    """The part of the most rate at a share of the time."""
    if share < WARM:
        return share / WARM
    return 0.5 * (1 + math.cos(math.pi * (share - WARM) / (1 - WARM)))
