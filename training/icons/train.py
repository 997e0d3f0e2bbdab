"""Training: the net learns the meanings of the set's icons, in one thread, for so many minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch

from tools.see.icons.concepts import concepts
from training.detector.log import Log
from training.icons.augment import shown
from training.icons.emblems import SMALL, TWIN, pairs, with_emblem
from training.icons.net import Net
from training.icons.shelf import OTHER, load
from training.icons.styles import in_style, layer_of
from training.learning import Recipe, learn, seeded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.random import Generator
    from numpy.typing import NDArray
    from torch import Tensor

    from training.icons.paint import Layer
    from training.icons.shelf import Shelf

RECIPE = Recipe(batch=192, most_rate=3e-3, decay=0.02, smoothing=0.05)
OTHERS = 0.25
"""Share of icons that show none of the concepts."""
KEPT, TIMES = 30_000, 2
"""Tiles of the training that are kept to be shown again, and how often one is shown, at the mean."""
COMPOSED = 0.4
"""Share of a concept's icons that are made of two, where there are such."""
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
    rate: float
    """Times the recipe's rate: less than 1 to go on with what is trained."""
    keep: float
    """Share of the weights begun with in the mean that is written (WiSE-FT; Wortsman et al., 2022)."""
    seed: int


class Batches:
    """Random icons of a split with their meanings, each in a style of its own.

    Args:
        kept: Tiles that are kept to be shown `TIMES` at the mean, as to make one takes longer than to learn
            from it; 0: each is shown once.
    """

    def __init__(self, shelf: Shelf, rng: Generator, kept: int = 0) -> None:
        self._shelf, self._rng, self._most = shelf, rng, kept
        self._by_meaning = shelf.by_meaning()
        self._known = [concept for concept in concepts() if concept in self._by_meaning]
        often = np.array([len(self._by_meaning[concept]) ** COMMON for concept in self._known])
        self._chances = often / often.sum()
        self._kept: list[tuple[NDArray[np.float32], str]] = []

    def next(self, count: int) -> tuple[Tensor, Tensor]:
        """Tiles, and the rows of the table that they belong to."""
        made = self._again(count) if self._most else self._made(count)
        tiles = np.stack([tile for tile, _ in made])
        return torch.from_numpy(tiles), torch.tensor(rows([name for _, name in made]))

    def _again(self, count: int) -> list[tuple[NDArray[np.float32], str]]:
        """Some of the tiles that are kept, of which the longest kept are replaced."""
        self._kept += self._made(count // TIMES if self._kept else self._most)
        self._kept = self._kept[-self._most :]
        return [self._kept[at] for at in self._rng.integers(0, len(self._kept), count)]

    def _made(self, count: int) -> list[tuple[NDArray[np.float32], str]]:
        picked = [str(name) for name in self._rng.choice(self._known, count, p=self._chances)]
        named = [OTHER if self._rng.random() < OTHERS else name for name in picked]
        return [(shown(self._drawn(name), self._rng), name) for name in named]

    def _drawn(self, meaning: str) -> Layer:
        """An icon of a meaning in some style; or made of two, where that is how desktop themes show it."""
        made = pairs().get(meaning, [])
        if not made or self._rng.random() > COMPOSED:
            return in_style(self._picture(meaning), self._rng)
        icon, emblem = made[int(self._rng.integers(len(made)))]
        below, above = self._picture(icon), self._picture(emblem)
        size = TWIN if icon == emblem else SMALL
        if self._rng.random() < 0.5:
            return in_style(with_emblem(below, above, size, self._rng), self._rng)
        return with_emblem(in_style(below, self._rng), in_style(above, self._rng), size, self._rng)

    def _picture(self, meaning: str) -> Layer:
        icons = self._by_meaning[meaning]
        return layer_of(self._shelf.pictures[icons[int(self._rng.integers(len(icons)))]])


def rows(meanings: Sequence[str]) -> list[int]:
    """The rows of the table for some meanings; the last one is for what is no concept."""
    row = {concept: at for at, concept in enumerate(concepts())} | {OTHER: len(concepts())}
    return [row[meaning] for meaning in meanings]


def train(order: Order) -> None:
    """Train a net and write its weights; the log is beside them."""
    seeded(order.seed)
    log = Log(order.out.with_suffix(".log"))
    shelf = load(order.folder, "train")
    batches = Batches(shelf, np.random.default_rng(order.seed), KEPT)
    net = Net(len(concepts()) + 1)
    begun = None if order.start is None else torch.load(order.start, weights_only=True)
    if begun is not None:
        net.load_state_dict(begun)
    log.say(f"{len(shelf.meanings)} icons, {sum(part.numel() for part in net.parameters())} parameters")
    learn(net, batches, replace(RECIPE, most_rate=RECIPE.most_rate * order.rate), order.minutes, log)
    learned = net.state_dict()
    torch.save(learned if begun is None else mean(learned, begun, order.keep), order.out)


def mean(learned: Mapping[str, Tensor], begun: Mapping[str, Tensor], share: float) -> dict[str, Tensor]:
    """Weights between those learned and those begun with, which have that share; counts as learned."""
    return {
        name: torch.lerp(part, begun[name], share) if part.is_floating_point() else part
        for name, part in learned.items()
    }
