"""Drawing of a set: episodes by their seeds, on so many displays at once; what is there is left as it is."""

from __future__ import annotations

import multiprocessing
import time
from typing import TYPE_CHECKING

from training.pocket.forms.player import player
from training.pocket.shelf import numbers, put

if TYPE_CHECKING:
    from pathlib import Path

    from training.pocket.forms.words import Words

_APART = 1_000_000
"""Seeds of episodes that one seed of a set has for its own."""


def draw(folder: Path, episodes: int, seed: int, displays: int, words: Words) -> None:
    """Draw what is missing of a set.

    Args:
        folder: of the set; made if it is not there.
        episodes: of the whole set.
        seed: equal seeds give equal episodes. Their pictures are the same but for carets, which blink.
        displays: X servers at once, each with a process.
        words: of the forms.
    """
    folder.mkdir(parents=True, exist_ok=True)
    left = sorted(set(range(episodes)) - set(numbers(folder)))
    began = time.monotonic()
    if displays == 1:
        _draw_some(folder, left, seed, words)
    else:
        context = multiprocessing.get_context("spawn")
        parts = [left[at::displays] for at in range(displays)]
        workers = [context.Process(target=_draw_some, args=(folder, part, seed, words)) for part in parts]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        if any(worker.exitcode for worker in workers):
            raise SystemExit(
                f"{folder}: not all of it could be drawn; what is there is whole, so go on again"
            )
    print(
        f"{len(left)} episodes drawn in {time.monotonic() - began:.0f} s, {folder} has {len(numbers(folder))}"
    )


def seed_of(seed: int, number: int) -> int:
    """The seed of one of a set's episodes."""
    return seed * _APART + number


def _draw_some(folder: Path, chosen: list[int], seed: int, words: Words) -> None:
    with player(words) as one:
        for number in chosen:
            put(folder, number, *one.train(seed_of(seed, number)))
