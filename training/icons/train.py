"""Training: the net learns the meanings of the set's icons, in one thread, for so many minutes."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
import torch
from torch import nn

from tools.see.icons.concepts import concepts
from training.detector.log import Log
from training.icons.augment import sample
from training.icons.net import Net
from training.icons.shelf import OTHER, load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.random import Generator
    from torch import Tensor

    from training.icons.shelf import Shelf

BATCH = 192
MOST_RATE, DECAY, SMOOTHING = 3e-3, 0.02, 0.05
"""Of AdamW (Loshchilov and Hutter, 2019), at most; and of the labels."""
WARM = 0.08
"""Share of the time in which the rate grows; then it falls as a cosine does."""
OTHERS = 0.25
"""Share of icons that show none of the concepts."""
COMMON = 0.5
"""Power of the number of its drawings by which a concept comes up."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for."""

    folder: Path
    out: Path
    minutes: float
    """Of the processor's time: beside other work it takes longer, and learns as much."""
    start: Path | None
    """Weights to begin with."""
    seed: int


class Batches:
    """Random icons of a split with their meanings, each in a style of its own."""

    def __init__(self, shelf: Shelf, rng: Generator) -> None:
        self._shelf, self._rng = shelf, rng
        self._by_meaning = shelf.by_meaning()
        self._known = [concept for concept in concepts() if concept in self._by_meaning]
        often = np.array([len(self._by_meaning[concept]) ** COMMON for concept in self._known])
        self._chances = often / often.sum()

    def next(self, count: int) -> tuple[Tensor, Tensor]:
        """Tiles, and the rows of the table that they belong to."""
        picked = [str(name) for name in self._rng.choice(self._known, count, p=self._chances)]
        named = [OTHER if self._rng.random() < OTHERS else name for name in picked]
        icons = [self._rng.choice(self._by_meaning[name]) for name in named]
        tiles = [sample(self._shelf.pictures[icon], self._rng) for icon in icons]
        return torch.from_numpy(np.stack(tiles)), torch.tensor(rows(named))


def rows(meanings: Sequence[str]) -> list[int]:
    """The rows of the table for some meanings; the last one is for what is no concept."""
    row = {concept: at for at, concept in enumerate(concepts())} | {OTHER: len(concepts())}
    return [row[meaning] for meaning in meanings]


def train(order: Order) -> None:
    """Train a net and write its weights; the log is beside them."""
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    torch.manual_seed(order.seed)
    log = Log(order.out.with_suffix(".log"))
    shelf = load(order.folder, "train")
    batches = Batches(shelf, np.random.default_rng(order.seed))
    net = Net(len(concepts()) + 1)
    if order.start is not None:
        net.load_state_dict(torch.load(order.start, weights_only=True))
    net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimiser = torch.optim.AdamW(net.parameters(), MOST_RATE, weight_decay=DECAY)
    loss = nn.CrossEntropyLoss(label_smoothing=SMOOTHING)
    log.say(f"{len(shelf.meanings)} icons, {sum(part.numel() for part in net.parameters())} parameters")
    began = time.process_time()
    while (share := (time.process_time() - began) / (60 * order.minutes)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = MOST_RATE * rate(share)
        tiles, wanted = batches.next(BATCH)
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(tiles.to(memory_format=torch.channels_last))
        lost = loss(logits.float(), wanted)
        optimiser.zero_grad()
        lost.backward()
        optimiser.step()
        right = (logits.argmax(1) == wanted).float().mean()
        log.add(share, {"loss": lost.item(), "right": float(right)})
    torch.save(net.state_dict(), order.out)


def rate(share: float) -> float:
    """The part of the most rate at a share of the time."""
    if share < WARM:
        return share / WARM
    return 0.5 * (1 + math.cos(math.pi * (share - WARM) / (1 - WARM)))
