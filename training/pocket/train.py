"""Training: batches of lessons for so many minutes, on the processor or a GPU.

Matrices learn by Muon (Jordan et al., 2024), the table, vectors and the first convolution by AdamW. On a GPU
the layers are compiled, and their arithmetic is in 16 bits. Muon's is always, which takes a processor longer
than all the rest: there AdamW learns everything.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any, Literal

import torch
from torch.utils.data import DataLoader

from agent.models.pocket.compact import unpack
from agent.models.pocket.folder import FILE
from training.detector.log import Log
from training.pocket.export import State, read, write
from training.pocket.learner import Batch, Learner
from training.pocket.lessons import KINDS, Kind, Lesson, Lessons
from training.pocket.shape import config

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MATRICES, _REST = 2.5e-3, 1.5e-3
"""Rates, at their most."""
_DECAY = 0.02
_BETAS = (0.9, 0.98)
_WARM = 150
"""Steps in which the rate grows; it falls in the second half of the time."""
_LEAST = 0.02
_WINDOWS = ((0.2, 0.25), (0.5, 0.5), (1.0, 0.65))
"""Share of windows: up to a share of the time."""
_HELD = 4096
"""Lessons of a kind that wait to be drawn, at most."""
_SAVED = 100
"""Seconds between two savings."""


Part = Literal["tower", "table"]
PARTS: dict[Part, str] = {"tower": "visual", "table": "language_model.embed_tokens"}
"""What can be held, and its name in the net. Adam moves a row that is never met as far as others."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is trained."""

    folder: Path | None
    """A set; None: played meanwhile."""
    out: Path
    minutes: float
    steps: int | None = None
    """At most."""
    workers: int = 0
    """Processes that bring lessons; 0: this one. Played, each has a display."""
    begin: Path | None = None
    """Weights to go on from."""
    seed: int = 1
    frames: int = 96
    """Pictures of a step; a window has as many as eight."""
    rate: float = 1.0
    """Share of the usual rates; less, to go on from weights that are good already."""
    windows: float | None = None
    """Share of windows among the steps; None: it grows."""
    pointing: float = 0.1
    """Share of questions for a place in the product's prompt among the steps."""
    held: tuple[Part, ...] = ()
    """What does not learn."""


def train(order: Order, shape: Any = None) -> None:
    """Train, and write weights as `export` takes them; the log is beside them.

    Args:
        order: what.
        shape: the library's configuration; None: the pocket model's.
    """
    torch.manual_seed(order.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    state, tokens = read(order.begin) if order.begin else (None, unpack(FILE).tokens)
    learner = _learner(shape or config(), len(tokens), state, device)
    for part in order.held:
        learner.net.get_submodule(PARTS[part]).requires_grad_(requires_grad=False)
    drawer = Drawer(Lessons(order.folder, order.seed, tokens), order)
    matrices, rest = _optimisers(learner)
    log = Log(order.out.with_suffix(".log"))
    began, saved, step = time.monotonic(), time.monotonic(), 0
    while (share := (time.monotonic() - began) / (60 * order.minutes)) < 1 and step != order.steps:
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            told = learner(Batch.of(drawer.next(share), device))
        told["loss"].backward()
        torch.nn.utils.clip_grad_norm_(learner.parameters(), 1.0)
        for optimiser, most in ((matrices, _MATRICES), (rest, _REST)):
            for group in optimiser.param_groups:
                group["lr"] = most * rate(step, share, order.rate)
            optimiser.step()
            optimiser.zero_grad()
        step += 1
        log.add(share, {name: loss.item() for name, loss in told.items()})
        if time.monotonic() - saved > _SAVED:
            saved = time.monotonic()
            write(_kept(learner), tokens, order.out)
    write(_kept(learner), tokens, order.out)
    log.say(f"{step} steps in {time.monotonic() - began:.0f} s on {device}: {order.out}")


def rate(step: int, share: float, most: float = 1.0) -> float:
    """The part of the usual rate, at a step and a share of the time: at most `most`."""
    return min(most, (step + 1) / _WARM) * min(1, max(_LEAST, 2 * (1 - share)))


def windows_at(share: float) -> float:
    """The share of windows among the steps, at a share of the time."""
    return next(part for until, part in _WINDOWS if share <= until or until == 1)


def _learner(shape: Any, tokens: int, state: State | None, device: torch.device) -> Learner:
    learner = Learner(shape, tokens)
    if state is not None:
        learner.net.load_state_dict({name: weight.float() for name, weight in state.items()})
    learner.to(device)
    if device.type == "cuda":
        for block in (*learner.net.visual.blocks, *learner.net.language_model.layers):
            block.compile()
    return learner


def _optimisers(learner: Learner) -> tuple[torch.optim.Optimizer, torch.optim.Optimizer]:
    named = {name: weight for name, weight in learner.named_parameters() if weight.requires_grad}
    heads = ("read.", "aim.")
    chosen = {
        name: weight
        for name, weight in named.items()
        if weight.ndim == 2 and "embed" not in name and not name.startswith(heads)
    }
    rest = [weight for name, weight in named.items() if name not in chosen]
    adam = torch.optim.AdamW(rest, lr=_REST, betas=_BETAS, weight_decay=0.01)
    if all(weight.is_cuda for weight in chosen.values()):
        return torch.optim.Muon(
            chosen.values(), lr=_MATRICES, weight_decay=_DECAY, adjust_lr_fn="match_rms_adamw"
        ), adam
    return torch.optim.AdamW(chosen.values(), lr=_MATRICES, betas=_BETAS, weight_decay=_DECAY), adam


def _kept(learner: Learner) -> State:
    """The net's weights, without the heads."""
    return {name: weight.detach().cpu() for name, weight in learner.net.state_dict().items()}


class Drawer:
    """Draws batches of one kind from what comes.

    Args:
        source: brings lessons of all kinds as they come.
        order: says how many pictures a step has, and how often each kind is drawn.
    """

    def __init__(self, source: Lessons, order: Order) -> None:
        loader: DataLoader[Lesson] = DataLoader(source, batch_size=None, num_workers=order.workers)
        self._coming: Iterator[Lesson] = iter(loader)
        self._order, self._chance = order, Random(order.seed)
        self._waiting: dict[Kind, deque[Lesson]] = {kind: deque(maxlen=_HELD) for kind in KINDS}

    def next(self, share: float) -> list[Lesson]:
        """The lessons of a step, at a share of the time."""
        kind = self._kind(share)
        chosen: list[Lesson] = []
        while sum(len(lesson.starts) for lesson in chosen) < self._order.frames:
            chosen.append(self._one(kind))
        return chosen

    def _one(self, kind: Kind) -> Lesson:
        waiting = self._waiting[kind]
        while not waiting:
            lesson = next(self._coming)
            self._waiting[lesson.kind].append(lesson)
        waiting.rotate(self._chance.randrange(len(waiting)))
        return waiting.popleft()

    def _kind(self, share: float) -> Kind:
        drawn = self._chance.random()
        windows = windows_at(share) if self._order.windows is None else self._order.windows
        if drawn < windows:
            return "window"
        return "pointing" if drawn < windows + self._order.pointing else "single"
