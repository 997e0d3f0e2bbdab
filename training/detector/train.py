"""Training: minutes on a set, with a checkpoint now and then; the learning rate follows the clock.

One process a core, each with its own crops, and after each step all have the mean of their gradients: threads
that share a step wait for each other at every layer, which on a busy machine takes many times as long.
"""

from __future__ import annotations

import math
import os
import tempfile
import time
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import distributed
from torch.multiprocessing.spawn import spawn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch.utils.data import default_collate

from training.detector.crops import crops
from training.detector.log import Log
from training.detector.losses import losses
from training.detector.net import Net
from training.detector.shelf import screens
from training.detector.weights import load, save

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from training.detector.targets import Targets

BATCH = 16
RATE, DECAY = 2.5e-3, 0.02
WARM, LAST = 0.05, 0.01
"""Share of the time in which the rate rises, and what is left of it at the end."""
REMEMBERED = 0.995
"""Share of the averaged weights that a step keeps."""
LONGEST = 5.0
"""Length of a gradient, at most."""
SAVED_EVERY = 150.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be trained."""

    folder: Path
    target: Path
    """For the weights; the log is beside it."""
    minutes: float
    start: Path | None = None
    """Weights to begin with."""
    seed: int = 0


def train(order: Order) -> None:
    """Trains on the screens of a folder, on all cores that this process may use."""
    cores = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        meeting = f"file://{Path(folder) / 'meeting'}"
        spawn(_work, (cores, meeting, order), cores)  # type: ignore[no-untyped-call]


def _work(rank: int, cores: int, meeting: str, order: Order) -> None:
    """What one process does."""
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method=meeting, rank=rank, world_size=cores)
    torch.manual_seed(order.seed)
    net = Net()
    net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    if order.start is not None:
        net.load_state_dict(load(order.start))
    found = screens(order.folder)
    log = Log(order.target.with_suffix(".log")) if rank == 0 else None
    if log:
        log.say(f"{len(found)} screens, {sum(one.numel() for one in net.parameters())} parameters, {order}")
    _learn(net, crops(found, order.seed * cores + rank), BATCH // cores, order, log)
    distributed.destroy_process_group()


def _learn(
    net: Net, stream: Iterator[tuple[NDArray[np.uint8], Targets]], batch: int, order: Order, log: Log | None
) -> None:
    averaged = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(REMEMBERED), use_buffers=True)  # type: ignore[no-untyped-call]
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY, fused=True)
    began = saved = time.monotonic()
    share = 0.0
    for step in count():
        for group in optimizer.param_groups:
            group["lr"] = RATE * rate(share)
        parts = _gradients(net, default_collate(list(islice(stream, batch))))
        now = time.monotonic()
        share = _agreed(net, (now - began) / (60 * order.minutes))
        torch.nn.utils.clip_grad_norm_(net.parameters(), LONGEST)
        optimizer.step()
        if log:
            averaged.update_parameters(net)
            log.add(step, share, parts)
            if share >= 1 or now - saved > SAVED_EVERY:
                saved = now
                save(averaged.module, order.target)
        if share >= 1:
            break


def rate(share: float) -> float:
    """The share of the highest learning rate at a share of the time: up, then down along a cosine."""
    if share < WARM:
        return max(share / WARM, LAST)
    return LAST + (1 - LAST) * (1 + math.cos(math.pi * (share - WARM) / (1 - WARM))) / 2


def _gradients(net: Net, batch: tuple[Tensor, Sequence[Tensor]]) -> dict[str, float]:
    """Leaves the batch's gradients in the net; the parts of its loss."""
    pictures, targets = batch
    with torch.autocast("cpu", torch.bfloat16, enabled=has_bfloat16()):
        maps = net((pictures.float() / 127.5 - 1).contiguous(memory_format=torch.channels_last))
    parts = losses(maps, *targets)
    net.zero_grad(set_to_none=True)
    torch.autograd.backward(torch.stack(list(parts.values())).sum())
    return {name: float(part.detach()) for name, part in parts.items()}


def _agreed(net: Net, share: float) -> float:
    """Leaves the mean of all processes' gradients in the net; the mean of their shares of the time."""
    gradients = [one.grad for one in net.parameters() if one.grad is not None]
    joined = torch.cat([torch.tensor([share]), *(one.flatten() for one in gradients)])
    distributed.all_reduce(joined)
    joined /= distributed.get_world_size()
    for own, mean in zip(gradients, torch.split(joined[1:], [one.numel() for one in gradients]), strict=True):
        own.copy_(mean.view_as(own))
    return float(joined[0])


def has_bfloat16() -> bool:
    """Whether this processor multiplies short floats faster than long ones."""
    return bool(torch.cpu._is_amx_tile_supported())  # noqa: SLF001  (there is no public question)
