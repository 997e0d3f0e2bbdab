"""The net is small, and its maps have a cell for each 8x8 pixels."""

from __future__ import annotations

import torch

from tools.see.elements.element import KINDS
from training.detector.net import EDGES, STATES, Net

MOST = 1_000_000


def test_it_is_small() -> None:
    assert sum(one.numel() for one in Net().parameters()) < MOST


def test_its_maps_have_a_cell_for_each_eight_pixels() -> None:
    with torch.no_grad():
        maps = Net().eval()(torch.zeros(1, 3, 64, 96))
    shapes = [tuple(one.shape) for one in maps]
    assert shapes == [(1, len(KINDS), 8, 12), (1, EDGES, 8, 12), (1, STATES, 8, 12)]
    assert float(maps.edges.min()) > 0
