"""Measure: a model judged on forms that no training has drawn, on the CPU."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from training.pocket.export import read
from training.pocket.forms.player import player
from training.pocket.judge import Counts, Judge
from training.pocket.net.pocket import Pocket
from training.pocket.samples.speller import speller_of
from training.pocket.shape import config
from training.pocket.splits import is_trained_on

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_ASKED = ("places", "points", "clicks", "replies")


def measure(weights: Path, looks: Sequence[int], share: float, *, others: bool) -> None:
    """Tell what a model has right on the customer form of some looks, and on forms of other words.

    Args:
        weights: what `train` wrote, or a compact file.
        looks: seeds.
        share: of the frames on which places are asked for.
        others: whether forms of other words are measured too.
    """
    if known := [look for look in looks if is_trained_on(look)]:
        raise SystemExit(f"--seeds: {known[0]} is trained on; take others, such as 1 to 12")
    state, tokens = read(weights)
    net = Pocket(config(), len(tokens))
    net.load_state_dict({name: weight.float() for name, weight in state.items()})
    speller = speller_of(tokens)
    judge = Judge(net, speller)
    with player(speller.words) as one:
        for customer in (True, False) if others else (True,):
            total: Counts = Counter()
            for look in looks:
                counts = judge.judge(*one.exam(look, customer=customer), Random(look), share)
                total += counts
                print(f"  {look}: {told(counts)}", flush=True)
            print(f"{'the customer form' if customer else 'forms of other words'}: {told(total)}", flush=True)


def told(counts: Counts) -> str:
    """Counts in words."""
    return ", ".join(f"{name} {counts[name]}/{counts[f'{name} of']}" for name in _ASKED)
