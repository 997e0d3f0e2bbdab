"""Losses are low for maps that tell the truth, and higher for any other."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from tools.see.elements.element import KINDS
from training.detector.losses import LAYER, losses, overlap
from training.detector.net import EDGES, STATES, Maps
from training.detector.targets import targets
from training.detector.truth import read_truth

TOLD = {
    "elements": [
        {"kind": "field", "box": [20, 20, 80, 24], "state": None, "enabled": True},
        {"kind": "checkbox", "box": [20, 60, 13, 13], "state": "on", "enabled": False},
    ],
    "ignore": [[0, 96, 128, 32]],
}
WANTED = [torch.from_numpy(np.asarray(part))[None] for part in targets(read_truth(TOLD), 128, 128)]


def true_maps() -> Maps:
    kinds, _, _, edges, _, states = WANTED
    right = kinds[:, LAYER] == torch.arange(len(KINDS)).view(1, -1, 1, 1)
    toggles = [torch.where(states[:, 0] == at, 9.0, -9.0) for at in range(3)]
    rest = [torch.zeros_like(toggles[0])] * (STATES - 4)
    enabled = torch.where(states[:, 3] == 0, -9.0, 9.0)
    said = torch.stack([*toggles, *rest, enabled], dim=1)
    return Maps(torch.where(right, 9.0, -9.0), edges.clamp(min=1), said)


def test_the_truth_costs_next_to_nothing() -> None:
    assert sum(float(part) for part in losses(true_maps(), *WANTED).values()) < 0.01


@pytest.mark.parametrize(("part", "name"), [(0, "kinds"), (1, "edges"), (2, "toggles")])
def test_each_untruth_costs(part: int, name: str) -> None:
    maps = list(true_maps())
    maps[part] = maps[part] * (3 if part == 1 else -1)
    assert float(losses(Maps(*maps), *WANTED)[name]) > 0.3


def test_what_is_told_where_nothing_is_known_costs_nothing() -> None:
    maps = true_maps()
    maps.kinds[:, :, 13:] = 9.0
    assert float(losses(maps, *WANTED)["kinds"]) < 0.01


def test_the_same_box_overlaps_wholly_and_a_far_larger_one_little() -> None:
    true = torch.tensor([[10.0, 10.0, 10.0, 10.0]])
    assert float(overlap(true, true)[0]) == pytest.approx(1)
    assert float(overlap(true * 10, true)[0]) < 0.1


def test_a_picture_without_elements_has_a_finite_loss() -> None:
    empty = [
        torch.from_numpy(np.asarray(part))[None] for part in targets(read_truth({"elements": []}), 64, 64)
    ]
    maps = Maps(torch.zeros(1, len(KINDS), 8, 8), torch.ones(1, EDGES, 8, 8), torch.zeros(1, STATES, 8, 8))
    assert all(torch.isfinite(part) for part in losses(maps, *empty).values())
