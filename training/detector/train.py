"""Training: minutes on a set, with a checkpoint now and then; the learning rate follows the clock.

One process a core, each with its own crops, and now and then all go on from the mean of their weights:
threads that share a step wait for each other at every layer, on a busy machine many times as long.
"""

from __future__ import annotations

import math
import os
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
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

BATCH = 8
"""Crops that a process learns from in a step."""
TOGETHER = 8
"""Steps after which all processes go on from their mean."""
RATE, DECAY = 2e-3, 0.02
WARM, LAST = 0.05, 0.01
"""Share of the time in which the rate rises, and what is left of it at the end."""
REMEMBERED = 0.96
"""Share of the averaged weights that is kept when the present ones are taken in."""
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
    log = Log(order.target.with_suffix(".log")) if rank == 0 else None
    if log:
        size = sum(one.numel() for one in net.parameters())
        log.say(f"{len(screens(order.folder))} screens, {size} parameters, {cores} processes, {order}")
    _learn(net, crops(order.folder, order.seed * cores + rank), order, log)
    distributed.destroy_process_group()


def _learn(
    net: Net, stream: Iterator[tuple[NDArray[np.uint8], Targets]], order: Order, log: Log | None
) -> None:
    averaged = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(REMEMBERED), use_buffers=True)  # type: ignore[no-untyped-call]
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY, fused=True)
    began = saved = time.monotonic()
    share = 0.0
    while share < 1:
        for group in optimizer.param_groups:
            group["lr"] = RATE * rate(share)
        for _ in range(TOGETHER):
            parts = _step(net, optimizer, default_collate(list(islice(stream, BATCH))))
            if log:
                log.add(share, parts)
        now = time.monotonic()
        share = _agreed(net, (now - began) / (60 * order.minutes))
        averaged.update_parameters(net)
        if log and (share >= 1 or now - saved > SAVED_EVERY):
            saved = now
            save(averaged.module, order.target)


def rate(share: float) -> float:
    """The share of the highest learning rate at a share of the time: up, then down along a cosine."""
    if share < WARM:
        return max(share / WARM, LAST)
    return LAST + (1 - LAST) * (1 + math.cos(math.pi * (share - WARM) / (1 - WARM))) / 2


def _step(
    net: Net, optimizer: torch.optim.Optimizer, batch: tuple[Tensor, Sequence[Tensor]]
) -> dict[str, float]:
    """Learns from a batch; the parts of its loss."""
    pictures, targets = batch
    with torch.autocast("cpu", torch.bfloat16, enabled=has_bfloat16()):
        maps = net((pictures.float() / 127.5 - 1).contiguous(memory_format=torch.channels_last))
    parts = losses(maps, *targets)
    optimizer.zero_grad(set_to_none=True)
    torch.autograd.backward(torch.stack(list(parts.values())).sum())
    torch.nn.utils.clip_grad_norm_(net.parameters(), LONGEST)
    optimizer.step()
    return {name: float(part.detach()) for name, part in parts.items()}


def _agreed(net: Net, share: float) -> float:
    """Leaves the mean of all processes' weights in the net; the mean of their shares of the time."""
    values = [one for one in net.state_dict().values() if one.is_floating_point()]
    joined = torch.cat([torch.tensor([share]), *(one.flatten() for one in values)])
    distributed.all_reduce(joined)
    joined /= distributed.get_world_size()
    for own, mean in zip(values, torch.split(joined[1:], [one.numel() for one in values]), strict=True):
        own.copy_(mean.view_as(own))
    return float(joined[0])


def has_bfloat16() -> bool:
    """Whether this processor multiplies short floats faster than long ones."""
    return bool(torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported())  # noqa: SLF001  (there is no public question)
