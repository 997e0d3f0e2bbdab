"""Lessons: what is learned from episodes, endlessly, from a set or played while it is learned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import count
from random import Random
from typing import TYPE_CHECKING, Literal

import numpy as np
import torch
from torch.utils.data import IterableDataset, get_worker_info

from agent.errors import BadInput
from training.pocket.draw import seed_of
from training.pocket.forms.player import player
from training.pocket.samples.pictures import pixels, shown
from training.pocket.samples.pointing import pointing
from training.pocket.samples.single import LONGEST, single
from training.pocket.samples.speller import speller_of
from training.pocket.samples.window import windows
from training.pocket.shelf import numbers, take

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor

    from tools.observation import Frame
    from training.pocket.episode import Episode
    from training.pocket.samples.speller import Speller

Kind = Literal["single", "window", "pointing"]
KINDS: tuple[Kind, ...] = ("single", "window", "pointing")
_NONE_READ, _NONE_AIMED = np.zeros((0, 2), np.int64), np.zeros((0, 3), np.int64)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A prompt with what is learned in it. All pictures are of one size."""

    kind: Kind
    ids: NDArray[np.int32]
    """Rows of the table, shape (tokens)."""
    learned: NDArray[np.bool_]
    starts: tuple[int, ...]
    """Where the tokens of each picture begin."""
    pictures: Tensor
    """RGB bytes as the model sees them, shape (pictures, 3, height, width)."""
    read: NDArray[np.int64]
    """Cells of the first picture, and the rows of the tokens that stand there; shape (pairs, 2)."""
    aimed: NDArray[np.int64]
    """Cells of the first picture, and where their widget is clicked, on the grid; shape (cells, 3)."""
    forks: tuple[int, ...] = ()
    """Where each of several texts behind the same beginning starts."""


class Lessons(IterableDataset[Lesson]):
    """An endless source.

    Args:
        folder: a set; None: episodes are played while they are learned, each worker on a display of its own.
        seed: equal seeds give equal lessons.
        tokens: ids of the table's rows.
    """

    def __init__(self, folder: Path | None, seed: int, tokens: NDArray[np.int32]) -> None:
        self._folder, self._seed, self._tokens = folder, seed, tokens
        self._kept = numbers(folder) if folder else []
        if folder and not self._kept:
            raise BadInput(f"{folder}: holds no episodes; `python -m training.pocket draw` makes them")

    def __iter__(self) -> Iterator[Lesson]:
        """Lessons of one episode after the other."""
        worker = get_worker_info()
        number, workers = (worker.id, worker.num_workers) if worker else (0, 1)
        chance = Random(f"lessons {self._seed} {number}")
        speller = speller_of(self._tokens)
        if self._folder is None:
            with player(speller.words) as one:
                for at in count(number, workers):
                    yield from lessons(*one.train(seed_of(self._seed, at)), chance, speller)
        else:
            while True:
                kept = take(self._folder, chance.choice(self._kept))
                yield from lessons(*kept, chance, speller)


def lessons(episode: Episode, frames: list[Frame], chance: Random, speller: Speller) -> Iterator[Lesson]:
    """What is learned from an episode: each of its frames, its windows, and places in parts of frames."""
    return (lesson for lesson in _all(episode, frames, chance, speller) if lesson.learned[1:].any())


def _all(episode: Episode, frames: list[Frame], chance: Random, speller: Speller) -> Iterator[Lesson]:
    seen = cache(lambda at: shown(pixels(frames[at])[None]))
    for at, (turn, frame) in enumerate(zip(episode.turns, frames, strict=True)):
        asked = single(turn.look, chance, speller)
        ids, learned = speller.rows(asked.ids)[:LONGEST], np.array(asked.learned, np.bool_)[:LONGEST]
        yield Lesson("single", ids, learned, (asked.picture,), seen(at), asked.read, asked.aimed)
        if part := pointing(turn.look, frame, chance, speller):
            cut = shown(pixels(part.picture)[None])
            none = (_NONE_READ, _NONE_AIMED)
            yield Lesson("pointing", part.ids, part.learned, (part.start,), cut, *none, part.forks)
    for one in windows(episode, speller):
        pictures = torch.cat([seen(one.first + at) for at in range(len(one.pictures))])
        yield Lesson("window", one.ids, one.learned, one.pictures, pictures, _NONE_READ, _NONE_AIMED)
