"""Training: the net learns what patches show, in one thread, for so many minutes of the processor's time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from tools.geometry import Box
from tools.see.toggles.patch import ANSWERS, patch
from training.detector.augment import varied
from training.detector.log import Log
from training.learning import Recipe, learn, seeded
from training.toggles.net import Net
from training.toggles.shelf import load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.random import Generator
    from torch import Tensor

    from training.toggles.shelf import Cut

RECIPE = Recipe(batch=128, most_rate=2e-3, decay=0.02, smoothing=0.01)
ASKEW = 0.1
"""Share of its height by which a toggle's box is off at each side, at most."""
ELSEWHERE = 0.06
"""Share of toggles that are looked at far beside them: they are none there."""
COMMON = 0.5
"""Power of the number of its cuts by which an answer comes up."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for."""

    folder: Path
    out: Path
    minutes: float
    """Of the processor's time."""
    seed: int = 0


class Batches:
    """Random cuts with their answers, each looked at a little askew and changed as `varied` does."""

    def __init__(self, cuts: Sequence[Cut], rng: Generator) -> None:
        self._rng = rng
        self._by_answer = [[cut for cut in cuts if cut.answer == answer] for answer in range(len(ANSWERS))]
        often = np.array([len(alike) ** COMMON for alike in self._by_answer])
        self._chances = often / often.sum()

    def next(self, count: int) -> tuple[Tensor, Tensor]:
        """Patches, and the places of their answers."""
        made = [self._made(answer) for answer in self._rng.choice(len(ANSWERS), count, p=self._chances)]
        return as_input([shown for shown, _ in made]), torch.tensor([answer for _, answer in made])

    def _made(self, answer: int) -> tuple[np.ndarray, int]:
        alike = self._by_answer[answer]
        cut = alike[int(self._rng.integers(len(alike)))]
        if answer and self._rng.random() < ELSEWHERE:
            box, answer = _beside(cut.box, self._rng), 0
        else:
            box = _askew(cut.box, self._rng)
        return patch(varied(cut.pixels, self._rng), box), answer


def _askew(box: Box, rng: Generator) -> Box:
    """The box as an eye would find it: each side a little off."""
    most = ASKEW * box.height
    left, top, right, bottom = (round(side) for side in rng.uniform(-most, most, 4))
    return Box(
        box.left + left,
        box.top + top,
        max(4, box.width + right - left),
        max(4, box.height + bottom - top),
    )


def _beside(box: Box, rng: Generator) -> Box:
    """A box of its size, at least three quarters of its height away."""
    angle, far = rng.uniform(0, 2 * np.pi), rng.uniform(0.75, 1.5) * box.height
    return box.shift(round(np.cos(angle) * far * box.width / box.height), round(np.sin(angle) * far))


def as_input(patches: Sequence[np.ndarray]) -> Tensor:
    """Patches as the net takes them."""
    return torch.from_numpy(np.stack(patches)).permute(0, 3, 1, 2).float() / 127.5 - 1


def train(order: Order) -> None:
    """Train a net and write its weights; the log is beside them."""
    seeded(order.seed)
    log = Log(order.out.with_suffix(".log"))
    cuts, held = load(order.folder)
    net = Net()
    log.say(f"{len(cuts)} cuts, {sum(part.numel() for part in net.parameters())} parameters")
    learn(net, Batches(cuts, np.random.default_rng(order.seed)), RECIPE, order.minutes, log)
    torch.save(net.state_dict(), order.out)
    log.say(told(net.eval(), held))


def told(net: Net, cuts: Sequence[Cut]) -> str:
    """How often a net is right on cuts, and how often where it is sure; what it takes for what."""
    with torch.no_grad():
        parts = [
            torch.softmax(net(as_input([patch(cut.pixels, cut.box) for cut in cuts[at : at + 256]])), 1)
            for at in range(0, len(cuts), 256)
        ]
    likelihoods = torch.cat(parts).numpy()
    wanted, best = np.array([cut.answer for cut in cuts]), likelihoods.argmax(1)
    lines = [f"held: {np.mean(best == wanted):.2%} of {len(cuts)} right"]
    for least in (0.5, 0.8, 0.9, 0.95, 0.98, 0.99):
        sure = (likelihoods.max(1) >= least) & (best > 0)
        lines.append(f"a toggle from {least}: {sure.sum()}, {np.sum(sure & (best != wanted))} wrong")
    wrong = [(ANSWERS[wanted[at]], ANSWERS[best[at]]) for at in np.flatnonzero(best != wanted)]
    lines += [f"{pair}: {wrong.count(pair)}" for pair in sorted(set(wrong), key=str)]
    return "\n".join(lines)
