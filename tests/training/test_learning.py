"""A net learns what its batches show, and at which rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import torch
from torch import nn

from training.detector.log import Log
from training.learning import WARM, Recipe, learn, rate, seeded

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor


class Sides:
    """Pictures of which one half is lit: the left one is 0, the right one 1."""

    def next(self, count: int) -> tuple[Tensor, Tensor]:
        wanted = torch.arange(count) % 2
        pictures = torch.zeros(count, 1, 4, 8)
        pictures[wanted == 0, :, :, :4] = 1
        pictures[wanted == 1, :, :, 4:] = 1
        return pictures, wanted


def test_it_learns(tmp_path: Path) -> None:
    seeded(0)
    net = nn.Sequential(nn.Conv2d(1, 2, 3, padding=1), nn.Flatten(), nn.Linear(64, 2))
    learn(net, Sides(), Recipe(8, 1e-2, 0.0, 0.0), 1 / 60, Log(tmp_path / "log"))
    pictures, wanted = Sides().next(8)
    assert net(pictures).argmax(1).tolist() == wanted.tolist()


def test_the_rate_grows_then_falls_to_nothing() -> None:
    assert rate(0) == 0
    assert rate(WARM) == pytest.approx(1)
    assert rate(1) == pytest.approx(0)
    assert rate(WARM / 2) == pytest.approx(0.5)
    assert rate(0.3) > rate(0.6) > rate(0.9)
